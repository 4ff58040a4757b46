"""Enums of several sizes, and what is none of their values."""

import reference_project as r
from reference_project import Code, Far, Huge, Level, Magic, Marker, Offset, Port, Shelfmark, Step, Way


def members(enum):
    return {member.name: member.value for member in enum}


def refused(call, value):
    try:
        call(value)
    except ValueError:
        return True
    return False


def test_variants_have_their_discriminants():
    assert members(Marker) == {"DOT": 1, "CROSS": 2, "HIDDEN": 255}
    assert members(Level) == {"LOWEST": -128, "BELOW": -1, "GROUND": 0, "HIGHEST": 127}
    assert members(Step) == {"FIRST": 0, "TENTH": 10, "NEXT": 11, "BACK": -3}
    assert Port.LAST == 65535
    assert members(Far) == {"LOWEST": -(2**63), "HERE": 0, "HIGHEST": 2**63 - 1}


def test_next_marker_goes_round():
    assert r.next_marker(Marker.DOT) is Marker.CROSS
    assert r.next_marker(Marker.CROSS) is Marker.HIDDEN
    assert r.next_marker(Marker.HIDDEN) is Marker.DOT


def test_negative_discriminants_keep_their_sign():
    for level in Level:
        assert r.level_value(level) == level.value
        assert r.level_of(level.value) is level


def test_enums_come_back_in_options():
    assert r.level_of(-2) is None
    assert r.level_of(255) is None


def test_an_enum_without_a_size_is_an_int():
    assert r.next_step(Step.FIRST) is Step.TENTH
    assert r.next_step(Step.TENTH) is Step.NEXT
    assert r.next_step(Step.NEXT) is Step.BACK
    assert r.next_step(Step.BACK) is Step.FIRST


def test_wide_enums_keep_all_their_bits():
    assert r.other_port(Port.LAST).value == 0
    assert r.other_port(r.other_port(Port.LAST)) is Port.LAST
    assert r.next_far(Far.LOWEST) is Far.HERE
    assert r.next_far(Far.HERE) is Far.HIGHEST
    assert r.next_far(Far.HIGHEST) is Far.LOWEST


def test_a_forged_variant_is_refused():
    for call, kind in ((r.next_marker, Marker), (r.level_value, Level), (r.next_step, Step), (r.other_port, Port), (r.next_far, Far)):
        forged = int.__new__(kind, 77)
        assert type(forged) is kind
        assert refused(call, forged)


def test_an_unknown_value_is_refused():
    for value in (0, 7, 256):
        assert refused(r.next_marker, value)  # it crosses bare, and would abort
    assert refused(r.level_value, 5)
    assert refused(r.next_far, 1)


def test_what_is_no_number_is_no_variant():
    for call in (lambda: r.next_marker("DOT"), lambda: r.next_marker(1.0), lambda: r.next_marker(None)):
        try:
            call()
        except TypeError as error:
            assert "Marker" in str(error)
        else:
            raise AssertionError("it was not refused")


def test_an_int_of_a_variant_will_do():
    assert r.next_marker(1) is Marker.CROSS


def goes_round(kind, following):
    """Whether each variant follows the one before it, and the first the last."""
    variants = list(kind)
    return [following(variant) for variant in variants] == variants[1:] + variants[:1]


def test_enums_of_every_width():
    assert goes_round(Offset, r.next_offset) and min(Offset) == -(2**15)
    assert goes_round(Code, r.next_code) and min(Code) == -(2**31) and max(Code) == 2**31 - 1
    assert goes_round(Magic, r.next_magic) and max(Magic) == 2**32 - 1
    assert goes_round(Huge, r.next_huge) and max(Huge) == 2**64 - 1


def test_enums_as_wide_as_pointers():
    assert goes_round(Way, r.next_way) and goes_round(Shelfmark, r.next_shelfmark)
    assert r.ffi.sizeof("reference_project_Way") == r.ffi.sizeof("intptr_t")


def test_unknown_values_of_every_width_are_refused():
    for following, value in ((r.next_offset, 2), (r.next_code, 2), (r.next_magic, 2**32), (r.next_huge, 2), (r.next_way, 2)):
        assert refused(following, value), following
