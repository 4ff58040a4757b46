//! Fields of structs, unions and variants: from the tables of the macros to the inventory.

use super::items::Describe;
use super::named::visibility;
use crate::border::traits::Border;
use crate::docs::Docs;
use crate::model::{Field, FieldLayout, Registry};

/// A field of a struct, a union or a variant.
#[derive(Clone, Copy, Debug)]
pub struct FieldInfo {
    pub(crate) name: &'static str,
    docs: &'static str,
    public: bool,
    pub(crate) offset: usize,
    pub(crate) size: usize,
    pub(crate) align: usize,
    ty: Describe,
}

/// The field `name` of type `T`, which is an `I` in the inventory, at `offset`; one of a tuple by its number.
#[must_use]
pub fn field<T, I: Border>(name: &'static str, docs: &'static str, public: bool, offset: usize) -> FieldInfo {
    FieldInfo { name, docs, public, offset, size: size_of::<T>(), align: align_of::<T>(), ty: I::describe }
}

/// The fault of a field without bytes that changes the layout.
pub(crate) const HIDDEN: &str =
    "a field without bytes aligns it, or moves other fields, which other languages could not see: leave it out";

/// The fields that have bytes, each with its name; their memory is added to `memory`, by offset, where `prefix` stands before names.
pub(crate) fn with_bytes(
    registry: &mut Registry,
    infos: &[FieldInfo],
    prefix: &str,
    memory: &mut Vec<FieldLayout>,
) -> Vec<Field> {
    let alone = infos.iter().filter(|info| info.size > 0).count() == 1;
    let mut fields = Vec::new();
    for info in infos {
        if info.size == 0 {
            continue;
        }
        let name = match info.name.as_bytes() {
            [b'0'..=b'9', ..] if alone => "value".to_owned(),
            [b'0'..=b'9', ..] => format!("field{}", info.name),
            _ => info.name.to_owned(),
        };
        let mut at = memory.len();
        while at > 0 && memory[at - 1].offset > info.offset {
            at -= 1;
        }
        memory.insert(at, FieldLayout { name: format!("{prefix}{name}"), offset: info.offset, size: info.size });
        let (docs, visibility, ty) = (Docs::new(info.docs), visibility(info.public), (info.ty)(registry));
        fields.push(Field { name, docs, visibility, ty });
    }
    fields
}

/// Fields in sequence as other languages see them, who know of none without bytes.
#[derive(Debug)]
pub(crate) struct Sequence {
    pub(crate) align: usize,
    /// Whether all are where Rust has them.
    pub(crate) fits: bool,
}

impl Sequence {
    /// The fields of `infos` from the offset `start` on, each aligned to at most `most`.
    pub(crate) fn of(infos: &[FieldInfo], start: usize, most: usize) -> Self {
        let (mut end, mut sequence) = (0_usize, Sequence { align: 1, fits: true });
        for info in infos.iter().filter(|info| info.size > 0) {
            let own = info.align.min(most);
            end = end.next_multiple_of(own);
            sequence.align = sequence.align.max(own);
            sequence.fits &= start + end == info.offset;
            end += info.size;
        }
        sequence
    }
}
