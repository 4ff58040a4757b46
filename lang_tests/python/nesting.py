"""Structs in structs, enums and unions of a few bytes: every number in its register, bare, with a status, and through callbacks."""

import struct

import reference_project as r
from reference_project import (
    Boxed8,
    Deep16,
    DoublesOrByte,
    Figure,
    FloatsOrInt,
    Found,
    Grain,
    Layer8,
    Parcel,
    Shared8,
    WideOrNarrow,
    WordsOrInt,
)

WORD = 2 ** (8 * struct.calcsize("P")) - 1


def of(a, b, x, c, d, y):
    return Deep16(upper=Layer8(grain=Grain(a=a, b=b), weight=x), lower=[Layer8(grain=Grain(a=c, b=d), weight=y)])


DEEP = of(1, 0x8002, 3.5, 4, 5, -0.25)
TURNED = of(251, 65530, -0.25, 254, 0x7FFD, -3.5)
FULL = of(255, 0, 0.0, 0, 0, 0.0)


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def f32(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def f64(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def test_structs_three_deep_come_back():
    assert r.deep_turned(DEEP) == TURNED


def test_structs_three_deep_come_back_with_a_status():
    assert r.deep_turned_guarded(DEEP) == r.deep_turned_or_full(DEEP) == TURNED
    try:
        r.deep_turned_or_full(FULL)
    except r.ReferenceProjectError as error:
        assert error.error is r.Error.FULL
    else:
        raise AssertionError("it succeeded")


def test_structs_three_deep_may_be_missing():
    assert r.deep_turned_if(DEEP) == TURNED
    assert r.deep_turned_if(FULL) is None and r.deep_turned_if(None) is None


def test_a_callback_takes_and_returns_structs_three_deep():
    assert r.deep_turned_by(DEEP, lambda deep: TURNED if deep == DEEP else FULL) == of(1, 0x8002, -3.5, 4, 5, 0.25)


def test_structs_three_deep_arrive_when_all_registers_are_used_up():
    deep, turned = digest(1, 0x8002, f32(3.5), 4, 5, f32(-0.25)), digest(251, 65530, f32(-0.25), 254, 0x7FFD, f32(-3.5))
    boxed = Boxed8(inner=Shared8(a=0.5, b=-(2**31)))
    expected = digest(7, f64(0.1), deep, turned, turned, deep, f32(0.5), -(2**31))
    assert r.deep_at_last(7, 0.1, DEEP, TURNED, TURNED, DEEP, boxed) == expected


def test_a_status_stands_beside_a_struct_in_a_struct():
    boxed, turned = Boxed8(inner=Shared8(a=1.25, b=-(2**31))), Boxed8(inner=Shared8(a=-1.25, b=2**31 - 1))
    assert r.boxed_turned(boxed) == r.boxed_turned_guarded(boxed) == turned


def test_a_word_stands_behind_a_tag():
    assert r.found_after(Found.Nowhere()) == r.found_after_guarded(Found.Nowhere()) == Found.At(WORD - 1)
    assert r.found_after(Found.At(WORD // 3)) == Found.At(WORD // 3 + 1)
    assert r.found_after_guarded(Found.At(WORD - 1)) == Found.At(WORD)


def test_a_word_is_overlapped_by_other_numbers():
    between = Found.Between(before=-0.0, after=2**32 - 1)
    assert r.found_after(Found.At(WORD)) == r.found_after_guarded(Found.At(WORD)) == between
    assert r.found_after(between) == Found.Nowhere()


def test_a_status_stands_in_front_of_an_enum_with_data():
    for doubled in (r.figure_doubled, r.figure_doubled_guarded):
        assert doubled(Figure.Nothing()) == Figure.Circle(0.5)
        assert doubled(Figure.Circle(1e300)) == Figure.Circle(2e300)


def test_a_callback_takes_enums_with_data():
    seen = []
    assert r.looked_at(Found.At(6), lambda found, figure: seen.append((found, figure)) or 43) == 43
    assert seen == [(Found.At(7), Figure.Circle(-1e300))]


def test_a_union_of_doubles_and_a_byte_comes_back():
    doubles = DoublesOrByte(doubles=[1.0, -1e300])
    assert list(r.doubles_exchanged(doubles).doubles) == [-1e300, 1.0]
    back = r.doubles_exchanged_by(doubles, lambda it: DoublesOrByte(doubles=[it.doubles[1], 0.1]))
    assert list(back.doubles) == [0.1, -1e300]


def test_a_union_of_floats_and_an_integer_comes_back():
    floats = FloatsOrInt(floats=[1.0, -2.0, 0.5, -4.0])
    assert list(r.floats_reversed(floats).floats) == [-4.0, 0.5, -2.0, 1.0]
    assert list(r.floats_reversed_by(floats, r.floats_reversed).floats) == [1.0, -2.0, 0.5, -4.0]
    assert f32(r.floats_reversed(FloatsOrInt(int=0x80000001)).floats[3]) == 0x80000001


def test_a_union_of_a_wide_integer_and_narrow_ones_comes_back():
    wide = WideOrNarrow(wide=0x0123456789ABCDEF)
    assert r.wide_inverted(wide).wide == ~0x0123456789ABCDEF
    assert r.wide_inverted_by(wide, lambda it: WideOrNarrow(wide=it.wide + 2**60)).wide == ~0x1123456789ABCDEF


def test_a_union_of_words_comes_back():
    words = WordsOrInt(words=[WORD // 3, WORD])
    assert list(r.words_exchanged(words).words) == [WORD, WORD // 3]
    assert list(r.words_exchanged_by(words, r.words_exchanged).words) == [WORD // 3, WORD]


def test_a_union_in_a_struct_comes_back():
    parcel = Parcel(label=65535, inside=[WideOrNarrow(wide=-(2**63) + 1)])
    for turned in (r.parcel_turned(parcel), r.parcel_turned_guarded(parcel)):
        assert (turned.label, turned.inside[0].wide) == (0, 2**63 - 2)
