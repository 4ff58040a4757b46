//! Names of members, parameters and variables that generated code makes.

use crate::syntax::{Identifier, Path, started};
use interoptopus::names::camel_case;

/// The name of the memory of a field that users do not see.
pub(crate) fn hidden_storage(rust: &str) -> Identifier {
    started(camel_case(rust)).into()
}

/// The members of every enum with data, besides its cases.
pub(crate) const OWN: [&str; 4] = ["Tag", "Case", "Match", "Payload"];

/// The name of the member of the enum `name` that would be `wanted`: C# lets no member be called as its type.
pub(crate) fn own_member(name: &str, wanted: &str) -> String {
    if name == wanted { format!("{wanted}Of") } else { wanted.to_owned() }
}

/// The name of the property that gives the case called `name`, if it is that one.
pub(crate) fn accessor(name: &Identifier) -> String {
    format!("As{}", name.word())
}

/// The name of the class of prepared callbacks.
pub(crate) fn class_name(delegate: &str) -> String {
    format!("{delegate}{CALLBACK}")
}

/// The class of prepared callbacks.
pub(crate) fn class_of(delegate: &Path) -> Path {
    delegate.with_suffix(CALLBACK)
}

const CALLBACK: &str = "Callback";

/// The name of what generated code makes of the parameter `name`: no parameter has an underscore at the end.
pub(crate) fn local(name: &Identifier) -> String {
    local_for(name, "")
}

/// The name of `what` generated code makes of the parameter `name`.
pub(crate) fn local_for(name: &Identifier, what: &str) -> String {
    format!("{}{what}_", name.word())
}

/// `wanted`, or if a parameter is called so a name that none can have, nor what is made of one.
pub(crate) fn fresh(wanted: &str, taken: &[&str]) -> String {
    if taken.contains(&wanted) { format!("{wanted}__") } else { wanted.to_owned() }
}
