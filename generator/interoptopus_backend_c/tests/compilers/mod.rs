//! Compiles headers with every C and C++ compiler that is installed, as strictly as they can.

#![allow(dead_code)] // Each test file uses its part.

use interoptopus_toolchain::{Built, Cc, Found, Tool, unless_missing};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const STRICT: [&str; 7] = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Werror", "-Wshadow"];

/// A compiler with its standard, and whether that is one of C++.
type Compiler = (Tool, &'static str, bool);

const COMPILERS: [Compiler; 7] = [
    (Tool::Gcc, "-std=c99", false),
    (Tool::Gcc, "-std=gnu17", false),
    (Tool::Clang, "-std=c99", false),
    (Tool::Clang, "-std=c11", false),
    (Tool::Gcc, "-std=c++11", true),
    (Tool::Gcc, "-std=c++20", true),
    (Tool::Clang, "-std=c++11", true),
];

/// A folder of its own, removed at the end of the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("interoptopus-c-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// The compiler; none where it is not installed and nobody requires it.
fn installed(tool: Tool, is_cxx: bool) -> Option<Cc> {
    let found = Found::find(tool).map(Cc::of).and_then(|cc| if is_cxx { cc.with_cxx() } else { Ok(cc) });
    unless_missing(found).unwrap_or_else(|error| panic!("{error}"))
}

/// How a compiler ended, and all that it said.
fn ended(built: &Built) -> (bool, String) {
    (built.success(), format!("{}{}", built.outcome.stdout, built.outcome.stderr))
}

/// Fails if a compiler has anything to say about `header`, included twice, in C and C++.
pub(crate) fn accept(header: &str) {
    accept_program(header, "#include \"it.h\"\n#include \"it.h\"\nint nothing_but_the_header;\n");
}

/// The same for a very long header, by the oldest standards only.
pub(crate) fn accept_much(header: &str) {
    let oldest = |compiler: &&Compiler| matches!(compiler.1, "-std=c99" | "-std=c++11");
    let program = "#include \"it.h\"\nint nothing_but_the_header;\n";
    accept_by(COMPILERS.iter().filter(oldest), header, program);
}

/// Fails if a compiler has anything to say about `program`, which includes `header` as `it.h`, in C and C++.
pub(crate) fn accept_program(header: &str, program: &str) {
    accept_by(COMPILERS.iter(), header, program);
}

fn accept_by<'a>(compilers: impl Iterator<Item = &'a Compiler>, header: &str, program: &str) {
    for (compiler, success, said) in compile(compilers, header, program) {
        let (said, header) = (start(&said), start(header));
        assert!(success && said.is_empty(), "{compiler} says\n{said}\nabout\n{header}");
    }
}

/// What each compiler says about `program`, which includes `header` as `it.h`, and which none accepts.
pub(crate) fn refuse(header: &str, program: &str) -> Vec<String> {
    let all = compile(COMPILERS.iter(), header, program);
    all.into_iter()
        .inspect(|(compiler, success, _)| assert!(!success, "{compiler} accepts\n{program}"))
        .map(|(_, _, said)| said)
        .collect()
}

/// What each compiler says about `program`, which includes `header` as `it.h`: which it is, whether it accepts it, and in which words.
pub(crate) fn opinions(header: &str, program: &str) -> Vec<(String, bool, String)> {
    compile(COMPILERS.iter(), header, program)
}

/// How each compiler that is there ends, and what it says.
fn compile<'a>(compilers: impl Iterator<Item = &'a Compiler>, header: &str, program: &str) -> Vec<(String, bool, String)> {
    let folder = Folder::new();
    folder.write("it.h", header);
    folder.write("it.c", program);
    let ended = |&(tool, standard, is_cxx): &Compiler| {
        let build = installed(tool, is_cxx)?.compile(folder.0.join("none")).flags(STRICT).flag(standard).only_check();
        let build = if is_cxx { build.cxx() } else { build }.source(folder.0.join("it.c"));
        let built = build.with_job(|job| job.deadline(COMPILING)).run().unwrap_or_else(|error| panic!("{error}"));
        let (success, said) = ended(&built);
        Some((format!("{tool} {standard}"), success, said))
    };
    compilers.filter_map(ended).collect()
}

/// What the C program `source` prints, built by each compiler that is there, beside the header `name`.
pub(crate) fn print(name: &str, header: &str, source: &str) -> Vec<String> {
    let folder = Folder::new();
    folder.write(name, header);
    folder.write("it.c", source);
    let printed = |tool: Tool| {
        let build = installed(tool, false)?.compile(folder.0.join("it")).flags(STRICT).flag("-std=c99");
        let built = build.source(folder.0.join("it.c")).flag("-lm").run().unwrap_or_else(|error| panic!("{error}"));
        let (success, said) = ended(&built);
        assert!(success && said.is_empty(), "{tool} says\n{said}\nabout\n{source}");
        Some(built.job().check().unwrap_or_else(|error| panic!("{error}")).stdout)
    };
    [Tool::Gcc, Tool::Clang].into_iter().filter_map(printed).collect()
}

/// How long a compiler may take: headers of tests are very long, and machines are busy.
const COMPILING: Duration = Duration::from_secs(300);

/// What of a text still helps in a message.
fn start(text: &str) -> String {
    text.chars().take(8000).collect()
}
