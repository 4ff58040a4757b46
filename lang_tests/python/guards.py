"""What guarded functions make of panics and wrong arguments."""

import reference_project as r
from reference_project import Marker, PanicError


def panic_of(call, *arguments):
    try:
        call(*arguments)
    except PanicError as error:
        return str(error)
    raise AssertionError("no panic")


def test_what_does_not_panic_returns():
    assert r.divide(-7, 2) == -3


def test_a_panic_is_an_exception_with_its_message():
    assert "attempt to divide by zero" in panic_of(r.divide, 1, 0)
    assert "overflow" in panic_of(r.divide, -(2**31), -1)
    assert "this name is taken" in panic_of(r.layer_name_len, "panic")


def test_a_message_is_whole_and_says_where():
    text = "a long störy " + 5000 * "x"
    message = panic_of(r.fail_with, text)
    assert message.startswith(text)
    assert "guards.rs:" in message


def test_a_panic_deep_inside_without_a_text_is_one_too():
    assert panic_of(r.fail_deeply, 20)


def test_a_panic_spoils_nothing():
    for _ in range(5):
        panic_of(r.median, [])
        assert r.median([3, -1, 2]) == 2


def test_a_wrong_argument_is_an_exception():
    try:
        r.is_drawn(7)
    except (ValueError, r.ReferenceProjectError):
        pass
    else:
        raise AssertionError("7 is no marker")
    assert r.is_drawn(Marker.DOT) is True
    assert r.is_drawn(Marker.HIDDEN) is False
