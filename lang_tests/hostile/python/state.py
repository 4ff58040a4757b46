"""What a callback can do to the object whose method called it."""

import gc

import hostile
from hostile import BusyError, ClosedError, Gate, PanicError


def alive():
    gc.collect()
    return hostile.lib.hostile_ffi_live_objects()


def raised_by(kind, call, *arguments):
    try:
        call(*arguments)
    except kind as error:
        return error
    raise AssertionError(f"no {kind}")


def test_a_callback_cannot_change_what_the_call_will_lend():
    with Gate() as gate:
        seen = []

        def change():
            seen.append(raised_by(BusyError, gate.reset, 2))

        assert list(gate.view(change)) == [1] * 1000
        assert list(gate.view_mut(change)) == [1] * 1000
        raised_by(PanicError, gate.fails, change)
        assert len(seen) == 3
        gate.reset(2)  # nothing is lent any more
        assert list(gate.view(lambda: None)) == [2] * 2000


def test_a_call_within_a_lending_call_lends_on_its_own():
    with Gate() as gate:
        inner = []
        assert len(gate.view(lambda: inner.append(len(gate.view(lambda: None))))) == 1000
        assert inner == [1000]
        gate.reset(2)


def test_closing_during_a_lending_call_frees_after_it():
    before = alive()
    for lending in (Gate.view, Gate.view_mut):
        gate = Gate()
        assert len(lending(gate, gate.close)) == 1000
        raised_by(ClosedError, gate.reset, 2)
        assert alive() == before
    gate = Gate()
    raised_by(PanicError, gate.fails, gate.close)
    assert alive() == before
