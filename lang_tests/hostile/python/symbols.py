"""Functions that are called as those of the system, of another library, or of Interoptopus itself."""

import hostile


def test_names_of_the_system_are_behind_that_of_the_library():
    assert (hostile.close(1), hostile.write(1), hostile.free(1), hostile.memcpy(1)) == (101, 102, 103, 104)
    assert (hostile.remainder(1.0), hostile.index(1)) == (105.0, 106)
    assert hostile.open_and_close(5000) == 5000


def test_names_of_interoptopus_are_behind_a_prefix():
    assert (hostile.last_error(), hostile.api_guard(), hostile.release(), hostile.destroy()) == (106, 107, 108, 109)
    assert hostile.lib.hostile_ffi_api_guard() == hostile.API_GUARD


def test_methods_may_be_called_as_what_services_have():
    with hostile.Lock() as lock:
        assert (lock.release(), lock.destroy(), lock.last_error()) == (111, 112, 113)


def test_a_symbol_that_is_no_identifier_is_refused():
    assert not hasattr(hostile, "given_by_hand")
    assert "`hostile-given-by.hand` is no identifier of C" in open(hostile.__file__, encoding="utf-8").read()
