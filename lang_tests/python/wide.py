"""Integers of 16 bytes: Python has them as constants, and cffi does not pass them."""

import reference_project as r


def test_constants_are_exact():
    assert r.LOWEST_I128 == -(2**127)
    assert r.HIGHEST_U128 == 2**128 - 1
    assert r.ALL_BYTES == 0x0123456789ABCDEFFEDCBA9876543210


def test_what_cffi_cannot_pass_is_left_out():
    for name in ("after_i128", "after_u128", "halves_joined", "sum_wide", "Ledger", "ledger_invert"):
        assert not hasattr(r, name), name
        assert not hasattr(r.lib, name), name


def test_halves_are_told_apart():
    upper, lower = divmod(r.ALL_BYTES, 2**64)
    assert r.halves_agree(upper, lower)
    assert not r.halves_agree(upper ^ 1, lower)
    assert not r.halves_agree(upper, lower ^ 1)
