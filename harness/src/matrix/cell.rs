//! One cell of the support matrix.

use interoptopus::Refusal;

/// The support of a construct in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// It has it, but for what is refused.
    Supported {
        /// A test that runs on every toolchain of the column.
        test: String,
        /// The number of such tests besides.
        more: usize,
        /// The items of the construct that the language cannot express.
        except: Vec<Refusal>,
    },
    /// It cannot have it.
    Refused(Vec<Refusal>),
    /// Nobody knows, and why.
    Empty(String),
}
