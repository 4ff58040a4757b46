//! Finds and runs dotnet, mono, C compilers, Python and its linters; knows nothing of bindings.
//!
//! One line runs a language from any unit test:
//!
//! ```no_run
//! use interoptopus_toolchain::{Cc, Dotnet, Python};
//!
//! # fn main() -> Result<(), interoptopus_toolchain::Error> {
//! Python::find()?.code("import my_library; my_library.hello()").env("PYTHONPATH", "bindings/python").check()?;
//! Cc::find()?.compile("target/hello").source("hello.c").library("target/debug/libmy_library.so").check()?.job().check()?;
//! Dotnet::find()?.compile("target/hello.dll").source("Hello.cs").source("Interop.cs").check()?.job().check()?;
//! # Ok(())
//! # }
//! ```
//!
//! - [`Tool`] is the table of everything that can be looked for. Finding starts no process and obeys the environment as it
//!   is at that moment; versions and modules are asked for when they are first needed.
//! - [`Job`] runs a program in a process group of its own, within a deadline and with its output captured; a [`Worker`] is
//!   one that stays and is spoken to line by line.
//! - [`Cache`] keeps what was built, for all processes of a test run and for the next one.
//!
//! - A test that a tool is missing for is ended by [`unless_missing`], or fails where `INTEROP_REQUIRE` names the tool.
//!
//! Nothing here prints (but for `unless_missing`), exits or panics: what can go wrong is an [`Error`], which says how to put it right.

mod cache;
mod capture;
mod cc;
mod compilation;
mod csharp;
mod diagnostics;
mod dotnet;
mod ending;
mod first_use;
mod found;
mod group;
mod job;
mod key;
mod library;
mod lookup;
mod mono;
mod orphans;
mod outcome;
mod python;
mod python_programs;
mod quote;
mod required;
mod sdk;
mod tool;
mod watchers;
mod worker;

pub use cache::Cache;
pub use cc::Cc;
pub use cc::CcBuild;
pub use compilation::Built;
pub use csharp::CSharpBuild;
pub use csharp::Target;
pub use diagnostics::Diagnostic;
pub use diagnostics::Severity;
pub use dotnet::Dotnet;
pub use ending::Ending;
pub use found::Found;
pub use job::Job;
pub use key::Key;
pub use library::{library_file_name, library_path_variable};
pub use lookup::Lookup;
pub use mono::Mono;
pub use outcome::{Error, Outcome};
pub use python::Python;
pub use required::{required_tools, unless_missing, unwanted_tools};
pub use tool::Tool;
pub use worker::{Heard, Worker};
