"""Exceptions of callbacks, raised while Rust makes an object or lends from one."""

import dis
import gc
import sys

import hostile
from hostile import CallError, Maker, Refused


class Mine(Exception):
    """What the callbacks of these tests raise."""


def throw():
    raise Mine


def nothing():
    pass


def raised_by(call, kind=Mine):
    """The exception, which is kept with its traceback and all frames in it."""
    try:
        call()
    except kind as error:
        return error
    raise AssertionError("nothing was raised")


def alive():
    return hostile.lib.hostile_ffi_live_objects()


def test_an_exception_frees_what_the_call_made():
    before = alive()
    with Maker.named("a name", nothing) as maker, Maker(nothing) as nameless:
        kept = [
            raised_by(lambda: Maker(throw)),
            raised_by(lambda: Maker.named("another", throw)),
            raised_by(lambda: Maker.named("", throw)),
            raised_by(lambda: maker.sibling(throw)),
            raised_by(lambda: maker.try_sibling(throw)),
            raised_by(lambda: nameless.try_sibling(throw)),
        ]
        # At once, and not with the exceptions.
        assert alive() == before + 2
        assert len(kept) == 6
        maker.try_sibling(nothing).close()
        assert raised_by(lambda: nameless.try_sibling(nothing), CallError).error is Refused.UNWANTED
        maker.sibling(nothing).close()
        assert alive() == before + 2
    assert alive() == before


def test_an_exception_gives_back_what_the_call_lent():
    before = alive()
    kept = []
    for name in ("a name", ""):
        maker = Maker.named(name, nothing) if name else Maker(nothing)
        for lend in (maker.lent, maker.lent_or_none, maker.lent_option, maker.lent_bytes, maker.len):
            kept.append(raised_by(lambda lend=lend: lend(throw)))
            # What is still lent cannot be changed.
            maker.rename(name)
        assert maker.lent(nothing) == name
        assert maker.lent_or_none(nothing) == (name or None) == maker.lent_option(nothing)
        if name:
            assert bytes(maker.lent_bytes(nothing)) == name.encode()
        else:
            kept.append(raised_by(lambda maker=maker: maker.lent_bytes(nothing), CallError))
        maker.rename(name)
        assert alive() == before + 1
        maker.close()
        # With all those exceptions, their tracebacks and frames.
        assert alive() == before
    assert len(kept) == 11


def test_with_frees_at_once_whatever_exception_leaves_it():
    before = alive()
    for call in (
        lambda maker: maker.lent(throw),
        lambda maker: maker.lent_bytes(throw),
        lambda maker: maker.sibling(throw),
        lambda maker: maker.len(throw),
        lambda maker: maker.rename(12),
    ):
        try:
            with Maker.named("a name", nothing) as maker:
                call(maker)
        except (Mine, AttributeError, TypeError) as error:
            assert alive() == before, error
        else:
            raise AssertionError("nothing was raised")


def test_nothing_is_left_behind():
    gc.collect()
    before = alive()
    for _ in range(100):
        raised_by(lambda: Maker(throw))
        maker = Maker(nothing)
        raised_by(lambda maker=maker: maker.sibling(throw))
        raised_by(lambda maker=maker: maker.lent(throw))
        del maker
    gc.collect()
    assert alive() == before


def interrupted(call, at):
    """Whether an exception came behind the call with the number `at` in the bindings, where those out of a signal's handler come too."""
    left = at

    def trace(frame, event, _):
        if frame.f_code.co_filename != hostile.__file__:
            return None
        frame.f_trace_opcodes = True
        line_of_call = None

        def trace_frame(frame, event, _):
            nonlocal left, line_of_call
            if event == "opcode":
                # Signals come within the instruction: the one behind it may stand in `finally` already.
                left -= line_of_call == frame.f_lineno
                if left < 0:
                    sys.settrace(None)
                    raise Mine
                is_call = dis.opname[frame.f_code.co_code[frame.f_lasti]].startswith("CALL")
                line_of_call = frame.f_lineno if is_call else None
            return trace_frame

        return trace_frame

    sys.settrace(trace)
    try:
        call()
    except Mine:
        return True
    finally:
        sys.settrace(None)
    return False


def test_an_interruption_at_any_time_frees_what_was_made_and_gives_back_what_was_lent():
    with Maker.named("a name", nothing) as maker:
        for call in (
            lambda: Maker(nothing),
            lambda: Maker.named("another", nothing),
            lambda: maker.sibling(nothing),
            lambda: maker.try_sibling(nothing),
            lambda: maker.lent(nothing),
            lambda: maker.lent_or_none(nothing),
            lambda: maker.lent_option(nothing),
            lambda: maker.lent_bytes(nothing),
            lambda: hostile.exceptions_words("two words", nothing),
            lambda: hostile.exceptions_loud("aloud", nothing),
        ):
            call()
            before, at = alive(), 0
            while interrupted(call, at):
                assert alive() == before, at
                maker.rename("a name")
                at += 1
            assert at > 5
            assert alive() == before
