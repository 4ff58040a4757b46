//! One cell of the support matrix.

use interoptopus::Refusal;

/// What a language makes of a construct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// It has it, but for what is refused.
    Supported {
        /// A test that runs on every toolchain of the column.
        test: String,
        /// How many such tests there are besides.
        more: usize,
        /// What of the construct the language cannot express.
        except: Vec<Refusal>,
    },
    /// It cannot have it.
    Refused(Vec<Refusal>),
    /// Nobody knows, and why.
    Empty(String),
}
