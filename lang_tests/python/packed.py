"""Packed structs, whose fields are not aligned."""

import struct

import reference_project as r
from reference_project import Envelope, Level, Packet, Pairwise, Tight, Vec2


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def f64(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def packet():
    return Packet(
        kind=255, id=0x0123456789ABCDEF, length=0xA1B2, level=Level.BELOW, urgent=True, bytes=[1, 128, 255], ratio=-1e-300
    )


CHANGED = Packet(
    kind=0, id=0xFEDCBA9876543210, length=0xB2A1, level=Level.GROUND, urgent=False, bytes=[255, 128, 1], ratio=1e-300
)


def digest_of(p):
    return digest(p.kind, p.id, p.length, p.level, p.urgent, *p.bytes, f64(p.ratio))


def test_there_is_no_padding():
    assert r.ffi.sizeof("reference_project_Packet") == 24
    assert r.ffi.offsetof("reference_project_Packet", "ratio") == 16
    assert r.ffi.sizeof("reference_project_Pairwise") == 16
    assert r.ffi.offsetof("reference_project_Pairwise", "c") == 10


def test_fields_are_read_where_they_are():
    assert r.packet_digest(packet()) == digest_of(packet())


def test_fields_are_changed_in_place():
    p = packet()
    r.packet_change(p)
    assert p == CHANGED


def test_a_packed_struct_by_value():
    assert r.packet_changed(packet()) == CHANGED
    assert r.packet_changed(packet=CHANGED).id == packet().id


def test_a_packed_struct_whose_fields_are_aligned_by_chance():
    back = r.tight_changed(Tight(at=Vec2(1.5, -2.5), id=0x01020384))
    assert back == Tight(Vec2(-2.5, 1.5), 0x84030201)


def test_packed_structs_among_others():
    first, second = Pairwise(1, 2**64 - 2, -3, -4), Pairwise(255, 6, 2**31 - 1, 127)
    envelope = Envelope(flag=0xA5, packet=packet(), weight=2.5, pairs=[first, second])
    r.envelope_changed(envelope)
    assert envelope == Envelope(0x5A, CHANGED, -2.5, [second, first])


def test_slices_of_packed_structs():
    assert r.packets_digest([packet(), CHANGED]) == digest(digest(digest_of(packet())), digest_of(CHANGED))
    assert r.packets_digest([]) == 0


def test_an_unknown_enum_value_in_it_is_refused():
    p = packet()
    p.level = 5
    try:
        r.packet_digest(p)
    except ValueError:
        return
    raise AssertionError("5 is no level")
