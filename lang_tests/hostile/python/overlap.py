"""Two parameters onto one buffer, of which Rust writes to one."""

from array import array

import hostile


def test_overlap_is_refused_and_nothing_is_written():
    values = array("I", [1, 20, 300])
    try:
        hostile.overlap_add(values, values)
    except hostile.HostileError:
        pass
    else:
        raise AssertionError("it was not refused")
    assert list(values) == [1, 20, 300]
    hostile.overlap_add(values, array("I", [20]))
    assert list(values) == [21, 20, 300]
