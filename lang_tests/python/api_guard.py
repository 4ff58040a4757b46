"""Whether the module and the library belong together; the module asked already when it was loaded."""

import reference_project as r


def test_the_module_was_made_for_the_library():
    assert r.lib.reference_project_ffi_api_guard() == r.API_GUARD
    assert r.made_for(r.API_GUARD) is True


def test_another_guard_is_another_library():
    assert r.made_for((r.API_GUARD + 1) % 2**64) is False
    assert r.made_for(0) is False
