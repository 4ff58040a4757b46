"""Strings: UTF-8 with a length, and C's own."""

import reference_project as r


def refused(call, kind):
    try:
        call()
    except kind:
        return True
    return False


def test_each_byte_arrives():
    for text in ("abc", "a\0c", "ö", "", "né😀x"):
        assert r.checksum(text) == sum(byte * at for at, byte in enumerate(text.encode(), 1))


def test_a_long_string_arrives():
    assert r.checksum("\1" * 100_000) == 5_000_050_000


def test_two_strings_are_told_apart():
    assert r.continues("ab", "abc") == 1
    assert r.continues("abc", "ab") == -1
    assert r.continues("ab", "ab") == 0
    assert r.continues("ab", "ba") == 0


def test_half_a_surrogate_pair_is_refused():
    assert refused(lambda: r.checksum("\ud800x"), UnicodeEncodeError)


def test_what_is_no_string_is_refused():
    for wrong in (None, 5):
        assert refused(lambda wrong=wrong: r.checksum(wrong), (TypeError, AttributeError))


def test_no_string_is_not_an_empty_one():
    assert r.title_len("né") == 2
    assert r.title_len("") == 0
    assert r.title_len(None) == -1


def test_c_strings_end_with_a_nul():
    assert r.c_string_len("") == 0
    assert r.c_string_len("abö") == 4


def test_a_nul_inside_a_c_string_is_refused():
    assert refused(lambda: r.c_string_len("a\0b"), ValueError)


def test_an_optional_c_string_may_be_missing():
    assert r.c_string_last("abz") == ord("z")
    assert r.c_string_last("") == 0
    assert r.c_string_last(None) == 256


def test_strings_are_returned():
    assert r.greeting() == "Grüße,\0世界"


def test_strings_and_slices_are_fields():
    assert r.label_sum(r.Label(text="öx", values=[0.25, 4.0], id=9)) == 2 + 425 + 90000
    assert r.label_sum(r.Label(text="", values=[], id=0)) == 0
    assert refused(lambda: r.label_sum(r.Label(text="\ud800", values=[], id=0)), UnicodeEncodeError)


def test_structs_that_borrow_are_returned_as_copies():
    label = r.some_label()
    assert (label.text, list(label.values), label.id) == ("Straße", [0.5, -2.0], 7)


class Long(bytes):
    """Three bytes that say that they are more."""

    def __len__(self):
        return 50


class Encoding(str):
    """A text that answers with other bytes than it has."""

    def encode(self, *_):
        return Long(b"abc")


def test_the_bytes_of_a_text_are_those_that_str_has():
    text = Encoding("ö")
    assert r.checksum(text) == r.checksum("ö")
    assert r.title_len(text) == r.title_len("ö")
    assert r.c_string_len(text) == 2
