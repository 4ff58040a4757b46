//! The runtime: text that no inventory changes, as real files, of which a library has the parts that it uses.

use crate::syntax::Dialect;
use interoptopus::model::StatusCode;
use interoptopus::names::pascal_case;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A part of the runtime, a file in each dialect that has it; in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// The exceptions that users catch.
    Exceptions,
    Callbacks,
    /// Slices that are no parameters.
    Slices,
    /// Strings that are no parameters.
    Strings,
    /// Memory of what borrows, for the time of a call.
    Arena,
    /// Equality of twins by value.
    Values,
    /// Options, of which Unity's dialect has a struct each.
    Options,
    /// Results with a value, of which Unity's dialect has a struct each.
    Results,
    /// Statuses of guarded functions.
    Status,
    /// Strings that are parameters.
    Utf8,
    /// Memory that the caller frees.
    Owned,
    /// Reads and writes of native memory.
    Memory,
    /// Arrays that stay where they are during a call.
    Pins,
    Characters,
    Nonzero,
    Aligned,
    /// Objects of services.
    Services,
}

impl Part {
    /// The file; none if the dialect needs none.
    fn text(self, dialect: Dialect) -> Option<Cow<'static, str>> {
        macro_rules! file {
            (both $name:literal) => {
                Some(dialect.pick(include_str!(concat!("dot_net/", $name)), include_str!(concat!("unity/", $name))))
            };
            (dot_net $name:literal) => {
                dialect.pick(Some(include_str!(concat!("dot_net/", $name))), None)
            };
            (unity $name:literal) => {
                dialect.pick(None, Some(include_str!(concat!("unity/", $name))))
            };
        }
        let file = match self {
            Part::Exceptions => file!(both "exceptions.cs"),
            Part::Callbacks => file!(both "callbacks.cs"),
            Part::Slices => file!(both "slices.cs"),
            Part::Strings => file!(both "strings.cs"),
            Part::Arena => file!(both "arena.cs"),
            Part::Values => file!(both "values.cs"),
            Part::Options => file!(dot_net "options.cs"),
            Part::Results => file!(dot_net "results.cs"),
            Part::Status => file!(both "status.cs"),
            Part::Utf8 => file!(both "utf8.cs"),
            Part::Owned => file!(both "owned.cs"),
            Part::Memory => file!(both "memory.cs"),
            Part::Pins => file!(unity "pins.cs"),
            Part::Characters => file!(unity "characters.cs"),
            Part::Nonzero => file!(both "nonzero.cs"),
            Part::Aligned => file!(both "aligned.cs"),
            Part::Services => file!(both "services.cs"),
        };
        let with_codes = |file| Cow::from(format!("{}\n{file}", status_codes()));
        if self == Part::Status { file.map(with_codes) } else { file.map(Cow::from) }
    }

    /// The parts that its file uses.
    fn used(self, dialect: Dialect) -> &'static [Part] {
        match self {
            Part::Slices | Part::Strings | Part::Owned => dialect.pick(&[], &[Part::Memory]),
            Part::Arena => dialect.pick(&[Part::Slices, Part::Strings], &[Part::Slices, Part::Strings, Part::Utf8, Part::Memory]),
            Part::Results => &[Part::Status],
            Part::Exceptions
            | Part::Callbacks
            | Part::Values
            | Part::Options
            | Part::Status
            | Part::Utf8
            | Part::Memory
            | Part::Pins
            | Part::Characters
            | Part::Nonzero
            | Part::Aligned
            | Part::Services => &[],
        }
    }
}

/// The half of `FfiStatus` that has a constant for each status.
fn status_codes() -> String {
    let constant = |code: StatusCode| format!("    private const int {} = {};\n", pascal_case(code.name()), code.value());
    let constants: String = StatusCode::ALL.into_iter().map(constant).collect();
    format!("internal static partial class FfiStatus\n{{\n{constants}}}\n")
}

/// Parts that something needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts(BTreeSet<Part>);

impl Parts {
    pub(crate) fn add(&mut self, part: Part) {
        self.0.insert(part);
    }

    pub(crate) fn extend(&mut self, parts: &Parts) {
        self.0.extend(&parts.0);
    }

    pub(crate) fn has(&self, part: Part) -> bool {
        self.0.contains(&part)
    }

    /// The files of these parts and of those that they use, in order.
    pub(crate) fn files(&self, dialect: Dialect) -> Vec<Cow<'static, str>> {
        let mut all = BTreeSet::from([Part::Exceptions]);
        let mut next: Vec<Part> = self.0.iter().copied().collect();
        while let Some(part) = next.pop() {
            if all.insert(part) {
                next.extend(part.used(dialect));
            }
        }
        all.into_iter().filter_map(|part| part.text(dialect)).collect()
    }
}

impl<const N: usize> From<[Part; N]> for Parts {
    fn from(parts: [Part; N]) -> Self {
        Parts(parts.into())
    }
}
