"""What holds where the variable of the library's path is set, and checks of memory are off."""

import os

import reference_project as r


def test_the_library_is_at_the_other_variable() -> None:
    assert r.after_i32(1) == 2
    assert r.lib.__file__ == os.environ["OTHER_NAME"]
    assert "REFERENCE_PROJECT_LIBRARY" not in os.environ


def test_memory_is_not_checked() -> None:
    assert "PYTHONMALLOC" not in os.environ
