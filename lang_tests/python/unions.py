"""Unions: what is written to one field is read from another."""

import copy
import pickle
import struct

import reference_project as r
from reference_project import Cell, Floats, Uneven, Vec2, Word32


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def f32(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def f64(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def test_each_field_reads_the_same_bytes():
    word = Word32(float=-1.5)
    assert word.int == f32(-1.5)
    assert word.bytes == list(struct.pack("=f", -1.5))
    word.bytes = [1, 2, 3, 255]
    assert word.int == int.from_bytes(bytes(word), r.sys.byteorder)


def test_a_union_of_integers_by_value():
    for value in (0, 1, 2**31, 2**32 - 1):
        assert r.word_bits(Word32(int=value)) == value
    assert r.word_bits(Word32(float=1e-45)) == 1


def test_a_union_is_returned():
    back = r.word_reversed(Word32(bytes=[1, 128, 0, 255]))
    assert back.bytes == [255, 0, 128, 1]
    assert r.word_reversed(Word32(int=0x01020384)).int == 0x84030201


def test_a_union_of_floats_is_passed_as_floats_are():
    back = r.floats_exchanged(Floats(pair=Vec2(1.5, -2.5)))
    assert back.pair == Vec2(-2.5, 1.5)
    assert r.floats_exchanged(r.floats_exchanged(Floats(double=-1e300))).double == -1e300


def test_a_union_is_changed_in_place():
    text = [0, 255, *range(15)]
    uneven = Uneven(text=text)
    r.uneven_reverse(uneven)
    assert uneven.text == text[::-1]


def test_a_union_with_fields_of_several_sizes_by_value():
    back = r.uneven_inverted(Uneven(wide=-(2**63)))
    assert back.wide == 2**63 - 1
    assert back.text[8:] == [0] * 9
    assert back.word.int == int.from_bytes(bytes(back)[:4], r.sys.byteorder)
    assert len(bytes(back)) == 24


def test_a_union_in_a_union():
    uneven = Uneven(word=Word32(int=0xFEDCBA98))
    assert uneven.word.int == 0xFEDCBA98
    assert bytes(uneven)[4:] == b"\0" * 20


def test_unions_in_a_struct():
    more = [Floats(double=0.1), Floats(pair=Vec2(1, -2))]
    pair = struct.unpack("=Q", struct.pack("=ff", 1, -2))[0]
    assert r.cell_digest(Cell(1, Word32(float=2.5), more)) == digest(1, f32(2.5), f64(0.1), pair)
    assert r.cell_digest(Cell(255, Word32(int=2**32 - 2), more)) == digest(255, 2**32 - 2, f64(0.1), pair)


def test_unions_in_a_struct_that_is_returned():
    assert r.cell_of(0).word.int == 7
    assert r.cell_of(1).word.float == -1.5
    cell = r.cell_of(200)
    assert (cell.kind, cell.word.bytes) == (200, [1, 2, 3, 4])
    assert cell.more[0].double == 0.25 and cell.more[1].pair == Vec2(1, -2)


def test_slices_of_unions():
    assert r.words_digest([Word32(int=2**32 - 1), Word32(float=-0.0)]) == digest(2**32 - 1, 2**31)


def test_a_union_has_one_value():
    try:
        Word32(int=1, float=2.0)
    except TypeError:
        assert bytes(Word32()) == b"\0" * 4
        return
    raise AssertionError("two values")


def test_unions_are_values():
    word = Word32(int=5)
    copied, pickled = copy.copy(word), pickle.loads(pickle.dumps(word))
    assert copied == word == pickled and word != Word32(int=6)
    copied.int = 6
    assert word.int == 5 and repr(copied) == f"<Word32 {bytes(copied).hex()}>"
