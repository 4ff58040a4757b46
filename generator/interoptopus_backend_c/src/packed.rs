//! Packed structs: a pragma that all compilers know, as C99 has no word for it.

use interoptopus::Writer;

/// What `emit` writes, with no member aligned to more than `to` bytes.
pub(crate) fn emit(w: &mut Writer, to: Option<u32>, emit: impl FnOnce(&mut Writer)) {
    let Some(to) = to else { return emit(w) };
    w.line(format!("#pragma pack(push, {to})"));
    emit(w);
    w.line("#pragma pack(pop)");
}
