"""Values that lead to memory which the binding makes for one call."""

import gc

import hostile
from hostile import Dialogue, Phrase, Quoted, Reply, Said

LENGTHS = (1, 40, 3_000, 200_000)
"""Of small memory, of large memory, and of what goes back to the system at once."""


def text(length, letter):
    """Text that nobody else holds."""
    return letter * (length - 1) + "é"


def digest(*parts):
    total = 0
    for part in parts:
        for byte in part.encode() if isinstance(part, str) else part:
            total = (total * 31 + byte) % 2**64
    return total


def cases(length):
    """What is said, each time made anew, and the text of it."""
    a, b = text(length, "a"), text(length, "b")
    yield Said.Nothing(), ""
    yield Said.Word(text(length, "w")), text(length, "w")
    yield Said.Words([a, b], 0), a + b
    yield Said.Phrase(Phrase(text(length, "p"), 1)), text(length, "p")
    yield Said.Far(Phrase(text(length, "f"), 2)), text(length, "f") * 2
    yield Said.Perhaps(text(length, "q")), text(length, "q")
    yield Said.Perhaps(None), ""
    yield Said.Bytes(list(text(min(length, 3_000), "y").encode())), text(min(length, 3_000), "y")


def replies(length):
    """What can come back."""
    yield Reply.Nothing()
    yield Reply.Word(text(length, "w"))
    yield Reply.Phrase(Phrase(text(length, "p"), 2))
    yield Reply.Perhaps(text(length, "q"))
    yield Reply.Perhaps(None)
    yield Reply.Bytes(text(length, "y").encode())


def each(check):
    for length in LENGTHS:
        if length <= 3_000:
            for said, expected in cases(length):
                check(said, expected)
        else:
            check(Said.Word(text(length, "w")), text(length, "w"))
    gc.collect()


def test_a_value_holds_what_it_leads_to():
    each(lambda said, expected: same(hostile.freed_early_by_value(said), expected))


def test_options_and_other_names_hold_it_too():
    each(lambda said, expected: same(hostile.freed_early_in_option(said), expected))
    each(lambda said, expected: same(hostile.freed_early_transparent(Quoted(said)), expected))
    assert hostile.freed_early_in_option(None) == 0


def test_arrays_structs_and_references_hold_it_too():
    for length in (1, 40, 3_000):
        for said, expected in cases(length):
            title = text(length, "t")
            both = title + expected + expected
            same(hostile.freed_early_in_struct(Dialogue([said, said], title)), both)
            same(hostile.freed_early_by_reference(Dialogue([said, said], title)), both)


def test_slices_hold_it_too():
    for length in (1, 40, 3_000):
        all_ = list(cases(length))
        same(hostile.freed_early_in_slice([said for said, _ in all_]), "".join(expected for _, expected in all_))
        same(hostile.freed_early_in_slice(tuple(said for said, _ in all_)), "".join(expected for _, expected in all_))
        title = text(length, "t")
        dialogue = Dialogue([Said.Word(title), Said.Nothing()], title)
        assert hostile.freed_early_in_optional_slice([dialogue, dialogue]) == digest(title, title) * 32 % 2**64
    assert hostile.freed_early_in_optional_slice(None) == 0


def test_arguments_do_not_free_each_other():
    for length in LENGTHS:
        a, b, c = (text(length, letter) for letter in "abc")
        same(hostile.freed_early_together(Said.Word(a), Said.Phrase(Phrase(b, 1)), Said.Perhaps(c)), a + b + c)


def test_what_comes_back_is_read_before_it_is_freed():
    for length in (1, 40, 3_000):
        for reply in replies(length):
            assert hostile.freed_early_returned(reply) == reply
    for length in LENGTHS:
        word = text(length, "w")
        assert hostile.freed_early_found(Reply.Word(text(length, "w"))) == word
        assert hostile.freed_early_found(Reply.Phrase(Phrase(text(length, "w"), 9))) == word
    assert hostile.freed_early_found(Reply.Nothing()) is None


def same(got, expected):
    assert got == digest(expected)
