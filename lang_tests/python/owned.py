"""Owned strings and vectors: each result is a copy, and freed once; the suite looks for what is left."""

import math

import reference_project as r


def raised(call, kind):
    try:
        call()
    except kind as error:
        return error
    return None


def test_a_text_is_returned():
    assert r.text_repeated("a\0ö", 3, ", ") == "a\0ö, a\0ö, a\0ö"
    assert r.text_in_capitals("öx") == "ÖX"
    assert r.number_in_decimal(-(2**63)) == "-9223372036854775808"


def test_an_empty_text_is_returned():
    assert r.text_repeated("abc", 0, ", ") == ""


def test_a_large_text_is_returned():
    assert r.text_repeated("x世", 250_000, "") == "x世" * 250_000


def test_no_text_is_not_an_empty_one():
    assert r.text_reversed("abö") == "öba"
    assert r.text_reversed("") == ""
    assert r.text_reversed(None) is None


def test_an_error_is_an_exception():
    assert r.number_in_roman(3999) == "MMMCMXCIX"
    assert raised(lambda: r.number_in_roman(4000), r.ParseErrorException).error is r.ParseError.TOO_LARGE
    assert raised(lambda: r.digits_of_text("12x"), r.ParseErrorException).error is r.ParseError.NO_DIGIT


def test_wrong_arguments_are_refused():
    assert "text" in str(raised(lambda: r.text_repeated(None, 1, ""), TypeError))
    assert raised(lambda: r.text_repeated("\ud800", 1, ""), UnicodeEncodeError)
    assert raised(lambda: r.number_in_decimal(2**63), OverflowError)


def test_elements_are_returned():
    assert r.square_roots(17) == [math.sqrt(number) for number in range(17)]
    assert r.square_roots(0) == []
    assert r.bits_of_byte(0xB1) == [True, False, False, False, True, True, False, True]


def test_bytes_are_bytes():
    for text in ("ö\0", "", "x" * 100_000):
        found = r.bytes_of_text(text)
        assert type(found) is bytes
        assert found == text.encode()
    assert r.digits_of_text("907") == bytes([9, 0, 7])


def test_elements_go_in_and_out():
    points = [r.Vec2(1, 2), r.Vec2(-3, 0.5)]
    assert r.points_mirrored(points) == [r.Vec2(0.5, -3), r.Vec2(2, 1)]
    assert points == [r.Vec2(1, 2), r.Vec2(-3, 0.5)]
    dot, cross = r.Marker.DOT, r.Marker.CROSS
    assert r.markers_without_repeats([dot, dot, cross, dot]) == [dot, cross, dot]
    assert r.distances_between([7, -2, 2**62]) == [-9, 2**62 + 2]


def test_no_elements_are_told_from_none():
    assert r.even_numbers([3, 2**64 - 2, 5, 8]) == [2**64 - 2, 8]
    assert r.even_numbers([3]) == []
    assert r.even_numbers(None) is None


def test_callbacks_may_make_the_elements():
    numbers = iter((40, 39, 38))
    assert r.numbers_produced(3, lambda: next(numbers)) == [40, 39, 38]


def test_what_was_made_is_freed_after_an_exception():
    assert raised(lambda: r.numbers_produced(300, lambda: 1 // 0), ZeroDivisionError)


def test_methods_return_copies():
    with r.Notebook() as notes:
        notes.write("one")
        notes.write("zwö")
        text, second, lengths, last = notes.text(), notes.line(2), notes.lengths(), notes.take_last()
        assert raised(lambda: notes.line(2), r.ParseErrorException).error is r.ParseError.TOO_LARGE
        assert notes.take_last() == "one"
        assert notes.take_last() is None
    assert (text, second, lengths, last) == ("one\nzwö\n", "zwö", [3, 4], "zwö")


def test_texts_go_in():
    texts = ["ab", "ö\0c", "", "zz"]
    assert r.texts_joined(texts, "; ") == "ö\0c; ab; zz; "
    assert r.texts_joined((), "; ") == ""
    assert r.texts_with_part(texts, "z") == 1
    assert r.texts_with_part(texts, "") == 4
    assert r.texts_with_part([], "z") == 0
    assert r.texts_with_part(None, "z") == -1
    assert r.greatest_text(texts) == "ö\0c"
    assert r.greatest_text([]) == ""
    assert r.bytes_of_texts(texts) == 8


def test_wrong_texts_are_refused():
    assert raised(lambda: r.texts_joined(["ab", "\ud800"], ""), UnicodeEncodeError)
    assert "texts[1]" in str(raised(lambda: r.greatest_text(["ab", 5]), TypeError))
    assert raised(lambda: r.bytes_of_texts(None), TypeError)
