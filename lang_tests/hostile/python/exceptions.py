"""Exceptions of callbacks, raised while Rust makes an object or lends from one."""

import gc

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
