//! Packed structs: no padding, or less of it, so that fields are not aligned.

use crate::digest::digest;
use crate::enums::Level;
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi_function, ffi_type};

/// A header as it comes from a wire: 24 bytes without any padding.
#[ffi_type]
#[repr(C, packed)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Packet {
    /// At 0.
    pub kind: u8,
    /// At 1.
    pub id: u64,
    /// At 9.
    pub length: u16,
    /// At 11.
    pub level: Level,
    /// At 12.
    pub urgent: bool,
    /// At 13, three bytes.
    pub bytes: [u8; 3],
    /// At 16.
    pub ratio: f64,
}

/// Aligned to two bytes at most. Nobody wrote `C`: the macro did.
#[ffi_type]
#[repr(packed(2))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pairwise {
    /// At 0, with one byte of padding.
    pub a: u8,
    /// At 2.
    pub b: u64,
    /// At 10.
    pub c: i32,
    /// At 14, with one byte of padding.
    pub d: i8,
}

/// A packed struct in one that is packed less, and beside fields that are aligned.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Envelope {
    /// At 0, with no padding behind it.
    pub flag: u8,
    /// At 1.
    pub packet: Packet,
    /// At 32, aligned again.
    pub weight: f64,
    /// Two of 16 bytes.
    pub pairs: [Pairwise; 2],
}

/// A packed struct that needs no packing, as its fields are aligned by chance.
#[ffi_type]
#[repr(C, packed)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tight {
    /// At 0.
    pub at: Vec2,
    /// At 8.
    pub id: u32,
}

/// The digest of all fields of `packet`, in their order.
#[ffi_function]
pub fn packet_digest(packet: &Packet) -> u64 {
    let Packet { kind, id, length, level, urgent, bytes, ratio } = *packet;
    digest![kind, id, length, level as i8, urgent, bytes[0], bytes[1], bytes[2], ratio]
}

/// Changes each field in place: `kind + 1`, `id ^ -1`, `length`'s bytes exchanged, the next level, `!urgent`, `bytes` reversed, `-ratio`.
#[ffi_function]
pub fn packet_change(packet: &mut Packet) {
    let Packet { kind, id, length, level, urgent, mut bytes, ratio } = *packet;
    let level = match level {
        Level::Lowest => Level::Below,
        Level::Below => Level::Ground,
        Level::Ground => Level::Highest,
        Level::Highest => Level::Lowest,
    };
    bytes.reverse();
    let id = if mutant("packed_field_kept") { id } else { !id };
    *packet =
        Packet { kind: kind.wrapping_add(1), id, length: length.swap_bytes(), level, urgent: !urgent, bytes, ratio: -ratio };
}

/// By value, as [`packet_change`].
#[ffi_function]
pub extern "C" fn packet_changed(mut packet: Packet) -> Packet {
    packet_change(&mut packet);
    packet
}

/// `(a ^ 0xFF, b ^ -1, -c, -d)`.
#[ffi_function]
pub fn pairwise_changed(pair: Pairwise) -> Pairwise {
    let Pairwise { a, b, c, d } = pair;
    Pairwise { a: !a, b: !b, c: c.wrapping_neg(), d: d.wrapping_neg() }
}

/// The point mirrored, and the number's bytes reversed.
#[ffi_function]
pub extern "C" fn tight_changed(tight: Tight) -> Tight {
    let Tight { at, id } = tight;
    Tight { at: Vec2 { x: at.y, y: at.x }, id: id.swap_bytes() }
}

/// The packet changed, the pairs exchanged, the weight negated and the flag inverted.
#[ffi_function]
pub fn envelope_changed(envelope: &mut Envelope) {
    let Envelope { flag, mut packet, weight, pairs: [first, second] } = *envelope;
    packet_change(&mut packet);
    *envelope = Envelope { flag: !flag, packet, weight: -weight, pairs: [second, first] };
}

/// The digest of each packet's digest.
#[ffi_function]
pub fn packets_digest(packets: &[Packet]) -> u64 {
    packets.iter().fold(0, |sum, packet| digest![sum, packet_digest(packet)])
}
