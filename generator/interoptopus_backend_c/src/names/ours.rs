//! The names of the header's own types, macros and statuses, and which of them an inventory needs. All are without the prefix.

use interoptopus::Checked;
use interoptopus::model::{self, Head, Parameter, Primitive, Repr, TypeKind};

/// The type of statuses.
pub(crate) const STATUS: &str = "Status";
/// The type of characters.
pub(crate) const CHARACTER: &str = "Char";
/// The types of integers of 16 bytes.
pub(crate) const SIGNED: &str = "i128";
pub(crate) const UNSIGNED: &str = "u128";

/// The macro with the hash of the ABI.
pub(crate) const API_GUARD: &str = "API_GUARD";
/// The macro that is the attribute of deprecated items.
pub(crate) const DEPRECATED: &str = "DEPRECATED";
/// The macro that is the attribute of structs with an alignment of their own.
pub(crate) const ALIGNED: &str = "ALIGNED";
/// The macro that is the attribute of functions that take an integer of 16 bytes.
pub(crate) const TAKES_WIDE: &str = "TAKES_INT128";
/// The macro that is defined where integers of 16 bytes are passed as the ABI says.
pub(crate) const PASSES_WIDE: &str = "PASSES_INT128";

/// The parts of a header that not each has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needs {
    pub(crate) status: bool,
    pub(crate) characters: bool,
    /// Integers of 16 bytes.
    pub(crate) wide: bool,
    /// Functions or callbacks that take integers of 16 bytes by value.
    pub(crate) takes_wide: bool,
    /// Structs with an alignment of their own.
    pub(crate) aligned: bool,
    pub(crate) deprecated: bool,
    /// Deprecated types, of which compilers would warn where the header itself uses them.
    pub(crate) deprecated_types: bool,
}

impl Needs {
    pub(crate) fn of(inventory: &Checked) -> Self {
        let takes_wide = |parameters: &[Parameter]| model::take_wide(inventory, parameters);
        let is_deprecated = |head: &Head| head.marks.deprecated.is_some();
        Needs {
            status: !inventory.statuses().is_empty(),
            characters: inventory.find(TypeKind::Primitive(Primitive::Char)).is_some(),
            wide: inventory.types().any(|ty| model::is_wide(inventory, ty)),
            takes_wide: inventory.all_functions().any(|(_, f)| takes_wide(&f.parameters))
                || inventory.callbacks().iter().any(|c| takes_wide(&c.parameters)),
            aligned: inventory.structs().iter().any(|s| matches!(s.repr, Repr::Aligned(_))),
            deprecated: inventory.heads().any(is_deprecated),
            deprecated_types: inventory.items().any(|item| item.is_type() && is_deprecated(item.head())),
        }
    }
}
