//! Writes the library's bindings, and runs a program in each language that is installed.

use interoptopus::{Bindings, Checked};
use interoptopus_backend_c::C;
use interoptopus_backend_cpython_cffi::Python;
use interoptopus_backend_csharp::{CSharp, Dialect};
use interoptopus_toolchain::{Cc, Dotnet, Error, Job, Mono, Outcome, library_file_name, library_path_variable};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

type Failure = Box<dyn std::error::Error>;
type Program = fn(&Place) -> Result<Outcome, Error>;

/// The arguments of each language's program: the library, and where the bindings are.
struct Place {
    library: PathBuf,
    /// Where the bindings and what is compiled go.
    out: PathBuf,
    /// Where the programs are.
    programs: PathBuf,
}

fn main() -> ExitCode {
    match greet() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Whether every program that could be run did well.
fn greet() -> Result<bool, Failure> {
    let library = library()?;
    let out = std::env::current_exe()?.with_file_name("hello_world_bindings");
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    let place = Place { out, programs, library };

    let inventory = Checked::new(hello_world::ffi_inventory())?;
    for bindings in bindings(&inventory)? {
        bindings.write_file(place.out.join(&bindings.file_name))?;
        println!("wrote {}", bindings.file_name);
    }
    let programs: [(&str, Program); 4] = [("C", in_c), ("C# on .NET", on_dotnet), ("C# on Mono", on_mono), ("Python", in_python)];
    let mut well = true;
    for (language, program) in programs {
        println!("\n{language}:");
        match program(&place) {
            Ok(outcome) => print!("{}", indented(&outcome.stdout)),
            Err(missing @ Error::Missing { .. }) => print!("{}", indented(&missing.to_string())),
            Err(failure) => {
                well = false;
                print!("{}", indented(&failure.to_string()));
            }
        }
    }
    Ok(well)
}

/// One file for each language and dialect.
fn bindings(inventory: &Checked) -> Result<Vec<Bindings>, Failure> {
    Ok(vec![
        C::new().generate(inventory)?,
        CSharp::new().dialect(Dialect::DotNet).generate(inventory)?,
        CSharp::new().dialect(Dialect::Unity).generate(inventory)?,
        Python::new().generate(inventory)?,
    ])
}

fn in_c(place: &Place) -> Result<Outcome, Error> {
    let cc = Cc::find()?;
    let build = cc.compile(place.out.join("hello")).source(place.programs.join("hello.c")).include(&place.out);
    build.library(&place.library).check()?.job().check()
}

fn on_dotnet(place: &Place) -> Result<Outcome, Error> {
    let dotnet = Dotnet::find()?;
    let build = dotnet.compile(place.out.join("Hello.dll")).allow_unsafe().nullable().ignore_warning("CS8632");
    build.source(place.programs.join("Hello.cs")).source(place.out.join("Interop.cs")).check()?;
    finding_library(place, dotnet.run(place.out.join("Hello.dll"))).check()
}

fn on_mono(place: &Place) -> Result<Outcome, Error> {
    let mono = Mono::find()?;
    let build = mono.compile(place.out.join("Hello.exe")).language_version("7").define("UNITY");
    build.source(place.programs.join("Hello.cs")).source(place.out.join("Interop.Unity.cs")).check()?;
    finding_library(place, mono.run(place.out.join("Hello.exe"))).check()
}

fn in_python(place: &Place) -> Result<Outcome, Error> {
    let python = interoptopus_toolchain::Python::find()?;
    python.require_module("cffi")?;
    let job = python.script(place.programs.join("hello.py")).env("PYTHONPATH", &place.out).env("PYTHONIOENCODING", "utf-8");
    job.env("PYTHONDONTWRITEBYTECODE", "1").env("HELLO_WORLD_LIBRARY", &place.library).check()
}

/// C# looks for the library where the system's loader does.
fn finding_library(place: &Place, job: Job) -> Job {
    job.env_prepend(library_path_variable(), place.library.parent().unwrap_or(Path::new("")))
}

/// The library that cargo built with this program, into `deps`. What may lie beside the program is a link to what `cargo build`
/// made last.
fn library() -> Result<PathBuf, Failure> {
    let built = std::env::current_exe()?.with_file_name("deps").join(library_file_name("hello_world"));
    if built.is_file() {
        return Ok(built);
    }
    let job = Job::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    job.args(["build", "--package", "hello_world", "--lib"]).deadline(Duration::from_secs(600)).check()?;
    if built.is_file() { Ok(built) } else { Err(format!("cargo built no {}", built.display()).into()) }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}
