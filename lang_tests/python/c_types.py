"""C's own numbers."""

import struct

import reference_project as r
from reference_project import Entry

LONG = 8 * struct.calcsize("@l")
CHAR_IS_SIGNED = int(r.ffi.cast("c_char", -1)) < 0


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def f32(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def f64(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def test_one_of_each():
    integers = (100, -128, 255, -32768, 65535, -(2**31), 2**32 - 1, -(2 ** (LONG - 1)), 2**LONG - 1, -(2**63), 2**64 - 1)
    assert r.c_digest(*integers, 1.5, -1e300) == digest(*integers, f32(1.5), f64(-1e300))


def test_longs_are_as_long_as_here():
    assert r.before_long(-(2 ** (LONG - 1))) == 2 ** (LONG - 1) - 1
    assert r.before_long(0) == -1
    assert r.before_ulong(0) == 2**LONG - 1


def test_longs_out_of_range_are_refused():
    for value in (2 ** (LONG - 1), -(2 ** (LONG - 1)) - 1):
        try:
            r.before_long(value)
        except OverflowError:
            continue
        raise AssertionError(value)


def test_chars_have_the_sign_of_the_platform():
    assert r.after_char(126) == 127
    assert r.after_char(127) == (-128 if CHAR_IS_SIGNED else 128)
    assert r.after_char(-1 if CHAR_IS_SIGNED else 255) == 0


def test_a_pointer_to_chars():
    assert r.count_chars(r.ffi.new("char[]", b"Gr\xc3\xb6\xc3\x9fe")) == 7
    assert r.count_chars(r.ffi.new("char[]", b"")) == 0
    assert r.count_chars(r.ffi.NULL) == 0


def test_c_numbers_as_fields():
    name = [1, 2, 3, 4, 5, 6, 7, 127]
    entry = Entry(name=name, size=-(2 ** (LONG - 1)) + 1, mode=0xA5C3, links=1, kind=126, owner=-(2**31))
    back = r.entry_changed(entry)
    assert back == Entry(name[::-1], 2 ** (LONG - 1) - 1, 0x5A3C, 2**LONG - 2, 127, 2**31 - 1)


def test_a_context_is_handed_on():
    seen = []
    context = r.ffi.new("int *", 7)

    def listen(address, progress):
        seen.append((r.ffi.cast("int *", address)[0], progress))
        return -5 if progress == 2 else 0

    assert r.report_to(listen, context, 10) == -5
    assert seen == [(7, 0), (7, 1), (7, 2)]
    assert r.report_to(lambda address, _: int(address != r.ffi.NULL), r.ffi.NULL, 3) == 0
