"""Tests that use what was freed, with a good one after them."""

import array

import reference_project as r


def freed_points() -> r.ffi.CData:
    """Where an object had its points."""
    recorder = r.Recorder.named("x", [r.Vec2(1.5, 1.5)] * 100)
    lent = r.lib.reference_project_recorder_points(recorder._c).value
    address = r.ffi.cast("int32_t *", lent.data)
    assert address[0] == 0x3FC00000
    r.lib.reference_project_recorder_release(recorder._c)
    recorder.close()
    return address


def test_reads_what_was_freed() -> None:
    assert freed_points()[0] == 0x3FC00000


def test_writes_to_what_was_freed() -> None:
    freed_points()[1] = 0
    for _ in range(10):  # so much that it is given back
        r.Recorder.named("x", array.array("f", bytes(8 << 20))).close()


def test_comes_last() -> None:
    assert r.after_i32(4) == 5
