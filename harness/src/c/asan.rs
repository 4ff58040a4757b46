//! `gcc+asan`: test programs with GCC's AddressSanitizer, which also looks for leaks when they end. The library is not built with it: what goes
//! through `malloc` and `free` is seen, and each access that C makes.

use crate::context::Context;
use crate::failure::Failure;
use interoptopus_toolchain::{Cc, Error, Job, Key, Tool};

pub(super) const FLAGS: [&str; 2] = ["-fsanitize=address", "-fno-omit-frame-pointer"];

/// A program that loses a block. Nothing of it is left in a register or on the stack when the program ends.
const LEAKS: &str = "#include <stdlib.h>\n\
    static void *kept;\n\
    int main(void) { kept = malloc(7); kept = malloc(7); return 0; }\n";

/// Everything that it can look for, whatever else is set.
pub(super) fn with_options(job: Job) -> Job {
    job.env("ASAN_OPTIONS", "detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1").env_remove("LSAN_OPTIONS")
}

/// Shows that leaks are noticed on this machine; it says by what they are kept from being so. Once for a compiler.
pub(super) fn works(context: &Context, cc: &Cc) -> Result<(), Failure> {
    let key = Key::new().part(cc.found().fingerprint()).part(LEAKS);
    let known = context.cache.get_or_build::<Failure>("gcc+asan-works", key, |directory| {
        let source = directory.join("leaks.c");
        std::fs::write(&source, LEAKS).map_err(Failure::io("write a program that leaks"))?;
        let built = cc.compile(directory.join("leaks")).flags(FLAGS).source(source).check()?;
        let outcome = with_options(built.job()).run()?;
        if outcome.stderr.contains("detected memory leaks") {
            return Ok(());
        }
        let reason = first_word(&outcome.stderr).unwrap_or_else(|| "it does not see a leak".to_owned());
        let install = remedy(&outcome.stderr).to_owned();
        Err(Failure::new(format!("{}\n{outcome}", Error::Unusable { tool: Tool::Asan, reason, install })))
    });
    known.map(drop)
}

/// The remedy where it does not work: it stops the program to look through its memory, which tracers and some containers forbid, and wants
/// room at addresses that some kernels give to others.
fn remedy(said: &str) -> &'static str {
    if said.contains("Shadow memory") {
        "running the tests by `setarch --addr-no-randomize`, or another GCC"
    } else if said.contains("ptrace") || said.contains("LeakSanitizer") {
        "running the tests without a tracer, and a container by `docker run --cap-add=SYS_PTRACE`; or leave it out by INTEROP_WITHOUT=gcc+asan"
    } else {
        "another GCC, or leave it out by INTEROP_WITHOUT=gcc+asan"
    }
}

/// The beginning of its report.
pub(super) fn first_word(stderr: &str) -> Option<String> {
    let line = stderr.lines().find(|line| line.contains("ERROR: ") || line.contains("fatal error"))?;
    Some(line.trim_start_matches('=').trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('=').trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_told_by_its_first_line() {
        let report = "\n=================================================================\n\
            ==4242==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010\nREAD of size 4\n";
        assert_eq!(first_word(report).unwrap(), "ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010");
        assert_eq!(first_word("a test says something"), None);
    }

    #[test]
    fn what_forbids_it_is_told_from_what_hides_leaks() {
        assert!(
            remedy("==1==LeakSanitizer has encountered a fatal error.\n==1==HINT: LeakSanitizer does not work under ptrace")
                .contains("SYS_PTRACE")
        );
        assert!(remedy("==1==Shadow memory range interleaves with an existing memory mapping").contains("setarch"));
    }
}
