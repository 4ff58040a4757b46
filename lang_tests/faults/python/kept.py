# interop: own process
"""A test that leaves an object of a service alive."""

import reference_project as r

KEPT: list[r.Recorder] = []


def test_leaves_an_object() -> None:
    KEPT.append(r.Recorder(1))
    assert KEPT
