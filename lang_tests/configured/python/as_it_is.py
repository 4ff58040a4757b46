"""What holds where nothing is set."""

import os

import reference_project as r


def test_the_library_is_at_the_usual_variable() -> None:
    assert r.after_i32(1) == 2
    assert r.lib.__file__ == os.environ["REFERENCE_PROJECT_LIBRARY"]
    assert "OTHER_NAME" not in os.environ


def test_memory_is_checked() -> None:
    assert os.environ.get("PYTHONMALLOC") == "debug"
