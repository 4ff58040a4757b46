//! C on gcc and on clang, and watched on both: each test file is a program. Each test is a process of its own, but under Valgrind, which takes
//! long to start.

use super::asan;
use super::valgrind::{self, Valgrind};
use crate::context::Context;
use crate::discover::TestFile;
use crate::discover::{self, Test};
use crate::failure::Failure;
use crate::language::COMPILING;
use crate::language::{Build, Case, Emission, Missing, Toolchain};
use crate::layouts::{self, Measured};
use crate::protocol::{Contents, Followed, word};
use crate::stage::Stage;
use crate::verdict::{Ran, dropped, verdict};
use interoptopus::model::Builtin;
use interoptopus_toolchain::{Cc, CcBuild, Error, Found, Job, Key, Tool, library_path_variable};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const INTEROP_TEST_H: &str = include_str!("../../assets/interop_test.h");

/// Without a warning, for headers.
const STRICT: [&str; 5] = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"];

/// Each language that a header can be read as: the build, the flag, whether it is C++. The oldest, and those with words of their own for
/// alignment and deprecation.
const STANDARDS: [(&str, &str, bool); 4] =
    [("c99", "-std=c99", false), ("c11", "-std=c11", false), ("cxx11", "-std=c++11", true), ("cxx17", "-std=c++17", true)];

/// Warnings of C99 compilers about code that calls functions wrongly.
const NO_GUESSING: [&str; 3] =
    ["-Werror=implicit-function-declaration", "-Werror=incompatible-pointer-types", "-Werror=int-conversion"];

pub(super) struct Compiler {
    tool: Tool,
    emission: Emission,
    programs: HashMap<String, Stage<PathBuf>>,
    asan_works: Stage<()>,
    valgrind: Valgrind,
}

impl Compiler {
    pub(super) fn new(tool: Tool, emission: Emission, files: &[TestFile]) -> Self {
        let programs = files.iter().map(|file| (file.stem.clone(), Stage::default())).collect();
        let valgrind = Valgrind::of(files);
        Compiler { tool, emission, programs, asan_works: Stage::default(), valgrind }
    }

    fn cc(&self) -> Result<Cc, Failure> {
        Ok(Cc::of(Found::find(if self.tool == Tool::Valgrind { Tool::Gcc } else { self.tool })?))
    }

    /// The options of programs that are watched.
    fn watch(&self, build: CcBuild) -> CcBuild {
        match self.tool {
            Tool::Asan => build.flags(asan::FLAGS),
            Tool::Valgrind => build.flags(valgrind::FLAGS),
            _ => build,
        }
    }

    /// The inputs of every program: of the library not its code, only its exports.
    fn key(&self, context: &Context) -> Result<Key, Failure> {
        let exports = context.cdylib()?.exports.join("\n");
        let compiler = Key::new().part(self.cc()?.found().fingerprint());
        let key = self.headers().fold(compiler, |key, (name, text)| key.part(name).part(text));
        Ok(key.part(INTEROP_TEST_H).part(exports).part(context.root.as_os_str().as_encoded_bytes()))
    }

    /// Builds a program in `directory`, beside the headers that it includes.
    fn compile(&self, context: &Context, directory: &Path, set: impl FnOnce(CcBuild) -> CcBuild) -> Result<PathBuf, Failure> {
        self.write_headers(directory)?;
        let build = self.cc()?.compile(directory.join(program_name())).include(directory).flags(["-std=c99", "-g", "-O1"]);
        let build = build.library(&context.cdylib()?.path).with_job(|job| job.current_dir(&context.root).deadline(COMPILING));
        let built = set(build).run()?;
        if built.success() { Ok(built.output) } else { Err(Failure::new(refusal(context, &built))) }
    }

    /// The names and texts of the bindings.
    fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.emission.bindings.iter().map(|header| (header.file_name.as_str(), header.text.as_str()))
    }

    fn write_headers(&self, directory: &Path) -> Result<(), Failure> {
        self.headers().try_for_each(|(name, text)| write(&directory.join(name), text))?;
        write(&directory.join("interop_test.h"), INTEROP_TEST_H)
    }

    fn test_program(&self, context: &Context, file: &TestFile) -> Result<PathBuf, Failure> {
        let key = self.key(context)?.part(&file.shown).part(&*file.text);
        let key = beside(&file.path).into_iter().try_fold(key, Key::file)?;
        let name = format!("{}-{}", self.name(), file.stem);
        let directory = context.cache.get_or_build::<Failure>(&name, key, |directory| {
            let stem = format!("-DINTEROP_FILE=\"{}\"", file.stem);
            let alive = format!("-DINTEROP_LIVE_OBJECTS={}", context.inventory.builtin_symbol(Builtin::LiveObjects));
            // Seen from the root, so that messages name it as people do.
            let source = file.path.strip_prefix(&context.root).unwrap_or(&file.path);
            let set = |build: CcBuild| {
                build.flags(["-Wall", "-Wextra", "-Wpedantic"]).flags(NO_GUESSING).flag(stem).flag(alive).source(source)
            };
            self.compile(context, directory, |build| self.watch(set(build))).map(drop)
        })?;
        if self.tool == Tool::Asan {
            self.asan_works.get(|| asan::works(context, &self.cc()?))?;
        }
        Ok(directory.join(program_name()))
    }
}

impl Toolchain for Compiler {
    fn name(&self) -> &'static str {
        self.tool.name()
    }

    fn find(&self) -> Result<(), Error> {
        if self.tool == Tool::Valgrind {
            Found::find(Tool::Gcc)?;
        }
        Found::find(self.tool).map(drop)
    }

    fn only_runs(&self) -> bool {
        matches!(self.tool, Tool::Asan | Tool::Valgrind)
    }

    fn tests_in(&self, file: &str) -> Vec<Test> {
        discover::tests_in_c(file, &predefined(self.tool))
    }

    fn run(&self, context: &Context, case: &Case) -> Result<(), Failure> {
        let program = self.programs.get(&case.file.stem).ok_or_else(|| Failure::new("a file that was not there"))?;
        let program = program.get(|| self.test_program(context, &case.file))?;
        if self.tool == Tool::Valgrind {
            return self.valgrind.run(context, case, program);
        }
        let word = word();
        let job = Job::new(program)
            .args([&case.test.id, &case.trial, &word])
            .deadline(case.deadline(context))
            .current_dir(&context.root);
        let job = if self.tool == Tool::Asan { asan::with_options(job) } else { job };
        let outcome = job.env_prepend(library_path_variable(), context.cdylib()?.directory()).run()?;
        let (mut followed, mut contents) = (Followed::new(&case.trial), Contents::new());
        for line in outcome.stdout.lines() {
            followed.hear(line, &word, &mut contents)?;
        }
        let mut wrong = followed.verdict(Some(outcome.ending), outcome.duration);
        if self.tool == Tool::Asan {
            wrong.splice(0..0, asan::first_word(&outcome.stderr));
        }
        if followed.left {
            wrong.extend(dropped(case, &contents));
        }
        let by_hand = format!("{} {}", program.display(), case.test.id);
        let ran = Ran { wrong, stdout: &followed.printed(), stderr: &outcome.stderr, kept: &by_hand };
        verdict(context, case, ran)
    }

    fn layout_types(&self) -> Vec<String> {
        self.emission.layout_types.clone()
    }

    fn layouts(&self, context: &Context) -> Result<Vec<Measured>, Failure> {
        let probe = &self.emission.layout_probe;
        layouts::measured(context, self.name(), self.key(context)?.part(probe), |directory| {
            let source = directory.join("layout_probe.c");
            write(&source, probe)?;
            let program = self.compile(context, directory, |build| build.source(source))?;
            let job = Job::new(program).env_prepend(library_path_variable(), context.cdylib()?.directory());
            Ok(job.check()?.stdout)
        })
    }

    fn builds(&self) -> Vec<Build> {
        if self.only_runs() {
            return Vec::new();
        }
        let missing = |is_cxx: bool| if is_cxx { self.cxx_missing() } else { None };
        STANDARDS.iter().map(|&(name, _, is_cxx)| Build { name, missing: missing(is_cxx), slow: false }).collect()
    }

    fn build(&self, context: &Context, name: &str) -> Result<(), Failure> {
        let key =
            self.headers().fold(Key::new(), |key, (_, text)| key.part(text)).part(name).part(self.cc()?.found().fingerprint());
        let result = context.cache.get_or_build::<Failure>(&format!("{}-{name}", self.name()), key, |directory| {
            self.write_headers(directory)?;
            let source = directory.join("includes_it_alone.c");
            let twice: String = self.headers().map(|(name, _)| format!("#include \"{name}\"\n").repeat(2)).collect();
            write(&source, &twice)?;
            let build = self.cc()?.compile(directory.join("none")).include(directory).flags(STRICT).only_check();
            let standard = STANDARDS.iter().find(|(standard, ..)| *standard == name);
            let (_, flag, is_cxx) = standard.ok_or_else(|| Failure::new(format!("there is no build `{name}`")))?;
            let build = if *is_cxx { build.cxx() } else { build }.flag(flag);
            let built = build.source(source).with_job(|job| job.deadline(COMPILING)).run()?;
            if built.success() { Ok(()) } else { Err(Failure::new(refusal(context, &built))) }
        });
        result.map(drop)
    }

    fn finish(&self) -> Vec<String> {
        self.valgrind.finish()
    }

    fn prepare(&self, context: &Context, cases: &[Arc<Case>]) {
        for case in cases {
            if let Some(program) = self.programs.get(&case.file.stem) {
                program.begin(|| self.test_program(context, &case.file));
            }
        }
    }
}

impl Compiler {
    /// Where there is no compiler at all, nothing needs to be said of the one for C++.
    fn cxx_missing(&self) -> Option<Missing> {
        match Cc::of(Found::find(self.tool).ok()?).with_cxx() {
            Err(Error::Missing { tool, reason, install }) => Some(Missing { toolchain: tool.name().to_owned(), reason, install }),
            Ok(_) | Err(_) => None,
        }
    }
}

/// The first line names the first error, so that who is told in brief knows where to look.
fn refusal(context: &Context, built: &interoptopus_toolchain::Built) -> String {
    let placed = built.diagnostics.iter().filter(|d| d.file.is_some());
    let first = placed.clone().find(|d| d.is_error()).or(placed.clone().next()).or(built.diagnostics.first());
    let first = first.map_or_else(|| "no reason given".to_owned(), ToString::to_string);
    context.localised(&format!("does not compile: {first}\n{}\nby: {}", built.outcome.stderr.trim_end(), built.outcome.command))
}

/// The files that a test file may include: those beside it that are no test files themselves.
fn beside(file: &Path) -> Vec<PathBuf> {
    let entries = file.parent().and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let included = entries.map(|entry| entry.path()).filter(|path| path.is_file() && path.extension() != file.extension());
    let mut included: Vec<_> = included.collect();
    included.sort();
    included
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(Failure::io(format!("write {}", path.display())))
}

fn program_name() -> String {
    format!("tests{}", std::env::consts::EXE_SUFFIX)
}

/// The macros that the compilers define, for tests to ask for.
fn predefined(tool: Tool) -> Vec<(&'static str, i64)> {
    let mut symbols = vec![("__STDC_VERSION__", 199_901), ("__GNUC__", 4)];
    let on: [(bool, &'static str); 7] = [
        (tool == Tool::Clang, "__clang__"),
        (tool == Tool::Asan, "__SANITIZE_ADDRESS__"),
        (tool == Tool::Valgrind, "INTEROP_VALGRIND"),
        (cfg!(target_os = "linux"), "__linux__"),
        (cfg!(target_vendor = "apple"), "__APPLE__"),
        (cfg!(windows), "_WIN32"),
        (cfg!(target_pointer_width = "64"), "__LP64__"),
    ];
    symbols.extend(on.into_iter().filter(|(on, _)| *on).map(|(_, name)| (name, 1)));
    symbols
}
