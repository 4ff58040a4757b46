//! An enum with data of C#, and the names in it.

use crate::constructs::structs::{self, StructField};
use crate::names::members::own_member;
use crate::syntax::{CsType, Documented, Identifier};

/// An enum with data of C#.
pub(crate) struct TaggedStruct {
    pub(super) name: String,
    pub(super) access: &'static str,
    pub(super) documented: Documented,
    /// The integer that is the tag.
    pub(super) underlying: CsType,
    pub(crate) cases: Vec<CaseStruct>,
}

/// A case, which is a struct within.
pub(crate) struct CaseStruct {
    pub(crate) name: Identifier,
    /// The name of a parameter for it.
    pub(super) parameter: Identifier,
    pub(super) tag: i128,
    pub(super) structure: structs::StructType,
}

impl CaseStruct {
    pub(crate) fn fields(&self) -> &[StructField] {
        &self.structure.fields
    }

    pub(super) fn has_data(&self) -> bool {
        !self.fields().is_empty()
    }
}

impl TaggedStruct {
    /// The enum of the tags.
    pub(super) fn tag(&self) -> String {
        format!("{}Tag", self.name)
    }

    /// The name of the member that would be `wanted`.
    pub(super) fn own(&self, wanted: &str) -> String {
        own_member(&self.name, wanted)
    }

    pub(super) fn has_payload(&self) -> bool {
        self.cases.iter().any(CaseStruct::has_data)
    }
}
