"""Characters of Unicode, which are strings of one."""

import reference_project as r
from reference_project import Glyph

LAST = "\U0010ffff"


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def refused(call, *arguments):
    try:
        call(*arguments)
    except (ValueError, TypeError):
        return True
    return False


def test_constants():
    assert (r.LAST_CHAR, r.CRAB, r.QUOTE) == (LAST, "🦀", "'")


def test_characters_of_every_plane():
    assert r.char_after("a") == "b"
    assert r.char_after("\0") == "\x01"
    assert r.char_after("\ud7ff") == "\ue000"
    assert r.char_after("\uffff") == "\U00010000"
    assert r.char_after(LAST) == "\0"


def test_scalar_values():
    for c in ("\0", "ß", "\uffff", "🦀", LAST):
        assert r.scalar_value(c) == ord(c)


def test_half_a_surrogate_pair_is_refused():
    assert refused(r.char_after, "\ud800")
    assert refused(r.scalar_value, "\udfff")  # it crosses bare, and would abort


def test_what_is_not_one_character_is_refused():
    assert refused(r.char_after, "") and refused(r.char_after, "ab") and refused(r.scalar_value, 65)


def test_options():
    assert r.char_of(0x1F980) == "🦀"
    assert r.char_of(0xD800) is None and r.char_of(0x110000) is None
    assert r.char_of(0) == "\0"


def test_options_go_in():
    assert r.first_char("ß!", None) == "ß"
    assert r.first_char("", "🦀") == "🦀"
    assert r.first_char("", None) is None


def test_slices():
    assert r.utf8_len(["a", "ß", "\uffff", LAST]) == 10
    assert r.utf8_len("aß") == 3
    assert refused(r.utf8_len, ["a", "\ud800"])


def test_characters_as_fields():
    glyph = Glyph(shown=LAST, width=200, others=["ß", "\0"], above=None)
    assert r.glyph_digest(glyph) == digest(0x10FFFF, 200, 0xDF, 0, 77)
    glyph.above = "^"
    assert r.glyph_digest(glyph) == digest(0x10FFFF, 200, 0xDF, 0, 0x5E)


def test_characters_come_back_in_fields():
    back = r.glyph_rotated(Glyph("a", 0xA5, ["b", "🦀"], None))
    assert back == Glyph("b", 0x5A, ["🦀", "a"], "^")
    assert r.glyph_rotated(back) == Glyph("🦀", 0xA5, ["a", "b"], None)


def test_characters_in_callbacks():
    seen = []
    assert r.spell("aß🦀", lambda letter: seen.append(letter) or ord(letter) * 2**10) == (0x61 + 0xDF + 0x1F980) * 2**10
    assert seen == ["a", "ß", "🦀"]


def test_bytes_and_numbers_are_no_characters():
    for wrong in (b"a", 97, None):
        try:
            r.char_after(wrong)
        except TypeError:
            continue
        raise AssertionError(wrong)
