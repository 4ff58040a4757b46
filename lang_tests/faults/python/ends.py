# interop: own process
"""What fails when the interpreter ends."""

import atexit


def fails():
    assert 1 + 1 == 3


def test_fails_at_the_end():
    atexit.register(fails)
