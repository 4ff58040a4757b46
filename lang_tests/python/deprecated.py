"""What is deprecated works, and warns at the caller's line."""

import inspect
import warnings

import reference_project as r
from reference_project import Countdown, Direction, Fahrenheit


def warned(call, *arguments):
    """What `call` returns, and the only warning that it gives."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = call(*arguments)
    (warning,) = caught
    assert warning.category is DeprecationWarning
    assert warning.filename == __file__, warning.filename
    return value, str(warning.message)


def silent(call, *arguments):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return call(*arguments)


def test_a_deprecated_function_warns():
    assert warned(r.old_after, 2**32 - 1) == (0, "old_after is deprecated")


def test_the_warning_has_the_reason():
    message = "old_before is deprecated: use `old_after` backwards:\nit is \\ faster\\"
    assert warned(r.old_before, 0) == (2**32 - 1, message)


def test_other_functions_do_not_warn():
    assert silent(r.warmer, Fahrenheit(2.5)) == Fahrenheit(12.5)
    assert silent(r.turned, Direction.LEFT) is Direction.RIGHT


def test_a_deprecated_method_warns_and_others_do_not():
    with silent(Countdown, 7) as countdown:
        assert silent(countdown.skip, 2) == 5
        value, message = warned(countdown.next)
        assert value == 4 and message == "Countdown.next is deprecated: use `skip`"


def test_a_deprecated_constructor_warns():
    countdown, message = warned(Countdown.from_ten)
    assert message == "Countdown.from_ten is deprecated: say how many"
    assert countdown.skip(3) == 7
    countdown.close()


def test_docs_say_what_is_deprecated():
    assert 'Deprecated: it is in °F; use "Kelvin" /* and nothing else */' in inspect.getdoc(Fahrenheit)
    assert "Deprecated." in inspect.getdoc(Direction)
    assert "Deprecated: use `skip`" in inspect.getdoc(Countdown.next)


def test_deprecated_constants_are_still_there():
    assert (r.OLD_LIMIT, r.NEW_LIMIT) == (640, 65536)
