"""Sets of flags."""

import reference_project as r
from reference_project import Event, Feature, Grant, Permission


def refused(call, *arguments):
    try:
        call(*arguments)
    except ValueError:
        return True
    return False


def test_each_flag_has_its_bits():
    assert [Permission.READ.value, Permission.WRITE.value, Permission.EXECUTE.value] == [1, 2, 4]
    assert Permission.EDIT == Permission.READ | Permission.WRITE and Permission.OWN == 0x80
    assert Event.CLOSED == 2**31 and Feature.EVERYTHING == 2**63 and Feature.EXTENDED == 2**40


def test_sets_are_joined():
    joined = r.permissions_joined(Permission.READ | Permission.EXECUTE, Permission.OWN)
    assert type(joined) is Permission and joined == 0x85
    assert Permission.EXECUTE in joined and Permission.WRITE not in joined


def test_the_empty_set():
    empty = Permission(0)
    assert r.permissions_joined(empty, empty) == empty and not r.permissions_joined(empty, empty)
    assert r.permissions_include(empty, empty)


def test_sets_include_others():
    assert r.permissions_include(Permission.EDIT, Permission.WRITE)
    assert not r.permissions_include(Permission.READ, Permission.EDIT)


def test_the_highest_of_32_bits():
    assert r.other_events(Event(0)) == Event.OPENED | Event.CHANGED | Event.CLOSED
    assert r.other_events(Event.OPENED | Event.CHANGED) == Event.CLOSED
    assert r.count_events(Event.CLOSED | Event.OPENED) == 2


def test_all_64_bits():
    both = Feature.EVERYTHING | Feature.BASIC
    assert r.feature_bits(both) == 2**63 + 1
    assert r.feature_bits(Feature.EXTENDED) == 2**40
    assert r.feature_toggled(both) == Feature.BASIC
    assert r.feature_toggled(Feature.EXTENDED) == Feature.EXTENDED | Feature.EVERYTHING


def test_sets_as_fields():
    grant = Grant(Permission.EXECUTE | Permission.READ, Event.CHANGED, [Feature.BASIC, Feature.EVERYTHING])
    back = r.grant_changed(grant)
    assert back == Grant(Permission.READ, Event.OPENED | Event.CLOSED, [Feature.EVERYTHING, Feature.BASIC])
    assert type(back.owner) is Permission


def test_slices_of_sets():
    assert r.any_permission([Permission.READ, Permission.OWN, Permission(0)]) == Permission.READ | Permission.OWN
    assert r.any_permission([]) is None


def test_bits_of_no_flag_are_refused():
    assert refused(r.permissions_joined, Permission.READ, 8)
    assert refused(r.permissions_include, 0x40, Permission.READ)  # it crosses bare, and would abort
    assert refused(r.feature_bits, 2)
    assert refused(r.any_permission, [Permission.READ, 16])


def test_a_complement_is_of_known_bits():
    assert r.permissions_joined(~Permission.READ, Permission(0)) == Permission.WRITE | Permission.EXECUTE | Permission.OWN


def test_an_int_of_flags_will_do():
    assert r.permissions_joined(1, 4) == Permission.READ | Permission.EXECUTE


def test_what_is_no_number_is_no_set():
    for wrong in ("3", 3.0, None):
        try:
            r.permissions_joined(wrong, Permission(0))
        except TypeError as error:
            assert "Permission" in str(error)
        else:
            raise AssertionError(wrong)
