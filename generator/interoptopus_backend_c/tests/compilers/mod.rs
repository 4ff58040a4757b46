//! Compiles headers with every C and C++ compiler that is installed, as strictly as they can.

#![allow(dead_code)] // Each test file uses its part.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

const STRICT: [&str; 7] = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Werror", "-Wshadow"];

/// A compiler with its standard and language.
type Compiler = (&'static str, &'static str, &'static str);

const COMPILERS: [Compiler; 7] = [
    ("gcc", "-std=c99", "c"),
    ("gcc", "-std=gnu17", "c"),
    ("clang", "-std=c99", "c"),
    ("clang", "-std=c11", "c"),
    ("g++", "-std=c++11", "c++"),
    ("g++", "-std=c++20", "c++"),
    ("clang++", "-std=c++11", "c++"),
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

/// What `program` says when it is started in `folder`; none where it is not installed.
fn run(folder: &Folder, program: &str, arguments: &[&str]) -> Option<(bool, String)> {
    let output = Command::new(program).args(arguments).current_dir(&folder.0).output().ok()?;
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    Some((output.status.success(), text))
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

/// How each compiler that is there ends, and what it says.
fn compile<'a>(compilers: impl Iterator<Item = &'a Compiler>, header: &str, program: &str) -> Vec<(String, bool, String)> {
    let folder = Folder::new();
    folder.write("it.h", header);
    folder.write("it.c", program);
    let ended = |&(compiler, standard, language): &Compiler| {
        let arguments = [&STRICT[..], &[standard, "-fsyntax-only", "-x", language, "it.c"]].concat();
        let (success, said) = run(&folder, compiler, &arguments)?;
        Some((format!("{compiler} {standard}"), success, said))
    };
    compilers.filter_map(ended).collect()
}

/// What the C program `source` prints, built by each compiler that is there, beside the header `name`.
pub(crate) fn print(name: &str, header: &str, source: &str) -> Vec<String> {
    let folder = Folder::new();
    folder.write(name, header);
    folder.write("it.c", source);
    let built = |compiler: &&str| {
        let arguments = [&STRICT[..], &["-std=c99", "it.c", "-o", "it", "-lm"]].concat();
        let (success, said) = run(&folder, compiler, &arguments)?;
        assert!(success && said.is_empty(), "{compiler} says\n{said}\nabout\n{source}");
        let (success, said) = run(&folder, &folder.0.join("it").to_string_lossy(), &[])?;
        assert!(success, "{said}");
        Some(said)
    };
    ["gcc", "clang"].iter().filter_map(built).collect()
}

/// What of a text still helps in a message.
fn start(text: &str) -> String {
    text.chars().take(8000).collect()
}
