//! Command lines as a person would type them, so that a failure can be run again by copying it.

use std::ffi::OsStr;

/// The word as a POSIX shell (on Windows, cmd) takes it back.
pub(crate) fn word(word: &OsStr) -> String {
    let text = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./=:,+@%^".contains(c) || (cfg!(windows) && c == '\\');
    if !text.is_empty() && text.chars().all(plain) {
        text.into_owned()
    } else if cfg!(windows) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_shell_takes_back_what_was_quoted() {
        for text in ["plain-1.0/a", "", "two words", "it's", "$HOME `x` \"y\" \\", "a\nb", "*", "~"] {
            let quoted = word(OsStr::new(text));
            let back = std::process::Command::new("sh").args(["-c", &format!("printf %s {quoted}")]).output().unwrap();
            assert_eq!(String::from_utf8(back.stdout).unwrap(), text, "{quoted}");
        }
    }
}
