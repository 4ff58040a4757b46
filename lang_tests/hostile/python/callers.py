"""Callbacks of several calls that are under way at once: which of them is called, on which thread, and whose exception it is."""

import threading

import hostile


class Mine(Exception):
    """What the callbacks of these tests raise."""


MINE = Mine()


def throw(_x):
    raise MINE


def raised_by(call):
    try:
        call()
    except Mine as error:
        return error
    raise AssertionError("nothing was raised")


def beside(theirs, ours):
    """What `theirs` gives on another thread, while this one runs `ours`: a value or an exception."""
    outcome = []

    def run():
        try:
            outcome.append(theirs())
        except Mine as error:
            outcome.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    ours()
    thread.join()
    return outcome.pop()


def test_an_outer_callback_is_called_within_an_inner_call():
    assert hostile.with_rate(lambda x: 2 * x, lambda _: hostile.rated(lambda y: y + 1, 5)) == 11
    assert hostile.with_rate(lambda x: 2 * x, lambda _: hostile.with_rate(lambda x: 3 * x, lambda _: hostile.rated(lambda y: y + 1, 10))) == 31
    assert hostile.rated(lambda y: y + 1, 5) == 1


def test_an_exception_of_an_outer_callback_is_the_outer_calls():
    inner = []

    def body(_x):
        inner.append(hostile.rated(lambda y: y + 1, 5))
        return 0

    assert raised_by(lambda: hostile.with_rate(throw, body)) is MINE
    assert inner == [1]
    assert raised_by(lambda: hostile.with_rate(lambda x: 2 * x, lambda _: hostile.rated(throw, 5))) is MINE


def test_who_runs_the_work_of_another_thread_calls_its_callback():
    def ours():
        assert hostile.serve(2, lambda x: x + 10) == 12

    assert beside(lambda: hostile.served(1, lambda x: x + 100), ours) == 101


def test_an_exception_is_the_callers_that_passed_the_callback():
    def ours():
        assert hostile.serve(2, lambda x: x + 10) == 12

    assert beside(lambda: hostile.served(1, throw), ours) is MINE
    assert beside(lambda: hostile.served(1, lambda x: x + 100), lambda: raised_by(lambda: hostile.serve(2, throw))) == 101


def test_after_an_exception_no_callback_of_the_call_is_called_on_any_thread():
    calls = []

    def keep(x):
        calls.append(x)
        return x

    assert raised_by(lambda: hostile.here_and_elsewhere(throw, keep)) is MINE
    assert calls == []
    assert raised_by(lambda: hostile.here_and_elsewhere(keep, throw)) is MINE
    assert calls == [1]


def test_calls_that_share_a_callback_raise_each():
    raised = []

    def run():
        raised.extend(raised_by(lambda: hostile.together(2, throw)) for _ in range(50))

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(raised) == 150 and set(raised) == {MINE}
