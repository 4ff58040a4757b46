"""What tests in Python may use besides `assert`.

    from interop_test import raises

    def test_refuses_a_limit() -> None:
        with raises(plotter.CallError, "FULL") as caught:
            plotter.Recorder(65)
        assert caught[0].error is plotter.Error.FULL
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import Generator, TypeVar

E = TypeVar("E", bound=BaseException)


@contextmanager
def raises(kind: type[E], *words: str) -> Generator[list[E], None, None]:
    """What is done in it raises this kind of exception, whose text has all the words; it is put into the list."""
    caught: list[E] = []
    try:
        yield caught
    except kind as error:
        caught.append(error.with_traceback(None))
        for word in words:
            if word not in str(error):
                raise AssertionError(f"{word!r} is not in {str(error)!r}") from None
        return
    raise AssertionError(f"{kind.__name__} was not raised")
