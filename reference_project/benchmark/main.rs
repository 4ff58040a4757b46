//! The price of a call, generated and by hand, in each language that is installed: `cargo bench --bench calls`.

use interoptopus::Checked;
use interoptopus_harness::toolchain::{Cc, Dotnet, Error, Job, Mono, Outcome, Python, library_file_name, library_path_variable};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

type Failure = Box<dyn std::error::Error>;
type Program = fn(&Place) -> Result<Outcome, Error>;

/// Where everything is.
struct Place {
    /// The sources of the benchmark.
    sources: PathBuf,
    /// The directory of generated and compiled files, and of copies of both libraries.
    out: PathBuf,
    /// The names of the files that are generated.
    generated: Vec<String>,
}

fn main() -> ExitCode {
    // `cargo test --benches` and listing runners must find nothing to run: a time is no test.
    if !std::env::args().any(|argument| argument == "--bench") {
        return ExitCode::SUCCESS;
    }
    match compare() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn compare() -> Result<(), Failure> {
    let place = prepare()?;
    println!("ns a call, medians of 21      generated    by hand   ratio");
    let languages: [(&str, Program); 4] =
        [("C", in_c), ("C# on .NET", on_dotnet), ("C# on Mono", on_mono), ("Python", in_python)];
    for (language, run) in languages {
        match run(&place) {
            Ok(outcome) => outcome.stdout.lines().for_each(|line| print_row(language, line)),
            Err(missing @ Error::Missing { .. }) => println!("{language}: {missing}"),
            Err(failure) => return Err(failure.into()),
        }
    }
    Ok(())
}

/// A line of a program: the call, and two times.
fn print_row(language: &str, line: &str) {
    if let [call, generated, by_hand] = line.split_whitespace().collect::<Vec<_>>()[..]
        && let (Ok(generated), Ok(by_hand)) = (generated.parse::<f64>(), by_hand.parse::<f64>())
    {
        println!("{language:12} {call:12} {generated:13.1} {by_hand:10.1} {:7.2}", generated / by_hand);
    }
}

/// Writes the bindings, and brings both libraries together.
fn prepare() -> Result<Place, Failure> {
    let executable = std::env::current_exe()?;
    let beside = executable.parent().ok_or("the benchmark is in no directory")?;
    let mut place = Place {
        sources: Path::new(env!("CARGO_MANIFEST_DIR")).join("reference_project/benchmark"),
        out: beside.with_file_name("benchmark"),
        generated: Vec::new(),
    };
    std::fs::create_dir_all(&place.out)?;
    let name = library_file_name("reference_project");
    std::fs::copy(beside.join(&name), place.out.join(&name))?;
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let rustc = rustc.args(["--edition", "2024", "-Copt-level=3", "--crate-type", "cdylib", "--crate-name", "by_hand", "-o"]);
    let status = rustc.arg(by_hand(&place)).arg(place.sources.join("by_hand.rs")).status()?;
    if !status.success() {
        return Err("rustc did not compile by_hand.rs".into());
    }
    write_bindings(&Checked::new(reference_project::ffi_inventory())?, &mut place)?;
    Ok(place)
}

fn write_bindings(inventory: &Checked, place: &mut Place) -> Result<(), Failure> {
    use interoptopus::Backend as _;
    // What a language cannot express is left out of its bindings, as in the suite.
    let mut all = interoptopus_backend_c::C::new().omit_refused(true).generate_all(inventory)?;
    all.extend(interoptopus_backend_csharp::CSharp::new().omit_refused(true).generate_all(inventory)?);
    all.extend(interoptopus_backend_cpython_cffi::Python::new().omit_refused(true).generate_all(inventory)?);
    all.iter().try_for_each(|bindings| bindings.write_file(place.out.join(&bindings.file_name)))?;
    place.generated = all.into_iter().map(|bindings| bindings.file_name).collect();
    Ok(())
}

fn by_hand(place: &Place) -> PathBuf {
    place.out.join(library_file_name("by_hand"))
}

fn in_c(place: &Place) -> Result<Outcome, Error> {
    let build = Cc::find()?.compile(place.out.join("calls")).source(place.sources.join("calls.c")).include(&place.out);
    let library = place.out.join(library_file_name("reference_project"));
    run(build.flag("-O2").flag("-std=c11").library(library).library(by_hand(place)).check()?.job(), place)
}

/// The sources of C#: the benchmark's, and a file of the dialect for each namespace.
fn csharp(place: &Place, unity: bool) -> impl Iterator<Item = PathBuf> {
    let generated = place.generated.iter().filter(move |name| name.ends_with(".cs") && name.ends_with(".Unity.cs") == unity);
    generated.map(|name| place.out.join(name)).chain([place.sources.join("Calls.cs")])
}

fn on_dotnet(place: &Place) -> Result<Outcome, Error> {
    let dotnet = Dotnet::find()?;
    let build = dotnet.compile(place.out.join("Calls.dll")).allow_unsafe().optimize().ignore_warning("CS8632");
    csharp(place, false).fold(build, |build, file| build.source(file)).check()?;
    run(dotnet.run(place.out.join("Calls.dll")), place)
}

fn on_mono(place: &Place) -> Result<Outcome, Error> {
    let mono = Mono::find()?;
    let build = mono.compile(place.out.join("Calls.exe")).language_version("7").define("UNITY").allow_unsafe().optimize();
    csharp(place, true).fold(build, |build, file| build.source(file)).check()?;
    run(mono.run(place.out.join("Calls.exe")), place)
}

fn in_python(place: &Place) -> Result<Outcome, Error> {
    let python = Python::find()?;
    python.require_module("cffi")?;
    let job = python.script(place.sources.join("calls.py")).env("PYTHONPATH", &place.out).env("PYTHONDONTWRITEBYTECODE", "1");
    run(
        job.env("REFERENCE_PROJECT_LIBRARY", place.out.join(library_file_name("reference_project")))
            .env("BY_HAND_LIBRARY", by_hand(place)),
        place,
    )
}

fn run(job: Job, place: &Place) -> Result<Outcome, Error> {
    job.env_prepend(library_path_variable(), &place.out).deadline(Duration::from_secs(300)).check()
}
