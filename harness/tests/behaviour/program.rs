//! The program that runs the fake language's tests: it does what the test's line says, as a faulty test would.

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

pub(crate) fn run() -> ExitCode {
    let word = std::env::args().next_back().unwrap_or_default();
    let say = |json: String| {
        print!("\n@{word} {json}\n");
        std::io::stdout().flush().unwrap();
    };
    if std::env::var_os("INTEROP_SUITE_UNREADY").is_some() {
        eprintln!("a part is missing");
        return ExitCode::from(4);
    }
    say(r#"{"event":"ready"}"#.to_owned());
    for request in std::io::stdin().lines().map_while(Result::ok) {
        let [case, path, stem, id] = request.split('\t').collect::<Vec<_>>()[..] else { return ExitCode::from(2) };
        let text = std::fs::read_to_string(path).unwrap();
        let lines: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("test ")?.split_once(" does ")).collect();
        let action = lines.iter().find(|(name, _)| *name == id).map_or("", |(_, action)| *action);
        let hidden = text.lines().filter_map(|line| line.strip_prefix("hidden "));
        for name in lines.iter().filter(|(_, action)| *action != "vanish").map(|(name, _)| *name).chain(hidden) {
            say(format!(r#"{{"event":"contains","file":"{stem}","id":"{name}"}}"#));
        }
        if let Some(log) = std::env::var_os("INTEROP_SUITE_LOG") {
            writeln!(std::fs::File::options().create(true).append(true).open(log).unwrap(), "{case}").unwrap();
        }
        let event = |event: &str, case: &str| format!(r#"{{"event":"{event}","case":"{case}"}}"#);
        if action != "leave unentered" {
            say(event("entered", case));
        }
        print!("{id} prints");
        match action {
            "fail" => {
                say(format!(r#"{{"event":"failed","case":"{case}","at":"{stem}:7","what":"CHECK","expected":"1","actual":"2"}}"#))
            }
            "exit" => return ExitCode::SUCCESS,
            "abort" => std::process::abort(),
            "hang" => std::thread::sleep(Duration::from_secs(60)),
            "chatter" => loop {
                println!("chatter");
            },
            "boast" => println!("@{{\"event\":\"left\",\"case\":\"{case}\"}}"),
            "confuse" => say(event("left", "run::fake::another")),
            _ => {}
        }
        if action != "boast" {
            say(event("left", case));
        }
        match action {
            "chatter" => loop {
                println!("chatter");
            },
            "boast" => return ExitCode::SUCCESS,
            "die later" => {
                std::thread::sleep(Duration::from_millis(50));
                return ExitCode::from(9);
            }
            _ => {}
        }
    }
    ExitCode::SUCCESS
}
