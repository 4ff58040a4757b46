"""A file that has nothing to do with the others."""

import reference_project as r


def test_is_not_concerned():
    assert r.after_i32(1) == 2
