//! Why a trial fails, as its author reads it.

use std::fmt::{Display, Formatter};

/// Why a trial fails: the first line says what and where, the rest is what helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    text: String,
}

impl Failure {
    /// A failure that says this.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Failure { text: text.into() }
    }

    /// Its first line, for those who come after the first.
    pub(crate) fn in_brief(&self) -> Self {
        match self.text.split_once('\n') {
            Some((first, _)) => Failure::new(format!("{first} (shown in full where it failed first)")),
            None => self.clone(),
        }
    }

    /// For `map_err` on file operations: what could not be done, and to which file.
    pub(crate) fn io(action: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let action = action.into();
        move |error| Failure::new(format!("could not {action}: {error}"))
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Failure {}

impl From<interoptopus_toolchain::Error> for Failure {
    fn from(error: interoptopus_toolchain::Error) -> Self {
        Failure::new(error.to_string())
    }
}

impl From<interoptopus::Refused> for Failure {
    fn from(refused: interoptopus::Refused) -> Self {
        Failure::new(refused.to_string())
    }
}
