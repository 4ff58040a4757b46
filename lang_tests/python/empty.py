"""Structs without fields, which are seen behind pointers only."""

import reference_project as r
from reference_project import Stamped


def test_a_pointer_to_nothing_is_kept():
    token = r.token()
    assert token is not None and r.is_token(token)
    assert r.token() == token


def test_a_pointer_to_nothing_may_be_missing():
    assert r.count_tokens(r.token(), None) == 1
    assert r.count_tokens(None, None) == 0


def test_an_empty_field_takes_no_room():
    assert r.stamped_changed(Stamped(a=0x0102, b=0xA5, c=1)) == Stamped(0x0201, 0x5A, 2**32 - 2)
    assert r.ffi.sizeof("reference_project_Stamped") == 8


def test_an_empty_field_is_not_seen():
    assert [name for name in Stamped.__slots__] == ["a", "b", "c"]
