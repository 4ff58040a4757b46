"""A file that does not compile."""

import reference_project as r


def test_does_not_compile():
    assert r.after_i32(1) ==
