"""Docs that try to break out of strings say what they say in Rust, and what they document works."""

import inspect

import reference_project as r
from reference_project import Ending, Hostile, HostileCase, HostileService


def words(item):
    return " ".join(inspect.getdoc(item).split())


def test_nothing_broke_out():
    assert not hasattr(r, "broken_out") and "broken_out" not in r.__all__
    assert r.HOSTILE == 0xD0C5


def test_quotes_and_backslashes_are_in_the_docs():
    assert '*/ """ </summary> Returns `x ^ 0xFF`. \\' in words(r.hostile_inverted)
    assert '"""The next ending.""" \'\'\'*/\'\'\'' in words(r.ending_after)
    assert words(Ending) == "Ends with a backslash \\"
    assert "*/ Each field with all bits inverted. \\u0041 \\x41 \\101 \\" in words(r.hostile_changed)


def test_links_lead_to_what_python_has():
    assert "`Hostile.field`, nowhere at all" in words(Hostile)


def test_hostile_functions_work():
    assert r.hostile_inverted(0xA5) == 0x5A


def test_hostile_enums_work():
    assert [ending.value for ending in Ending] == [1, 3, 92, 42, 123, 35]
    assert r.ending_after(Ending.REGION) is Ending.QUOTE


def test_hostile_structs_work():
    back = r.hostile_changed(Hostile(field=1, unicode=2, control=3, block=4))
    assert back == Hostile(254, 65533, 2**32 - 4, 2**64 - 5)


def test_hostile_cases_and_callbacks_work():
    assert r.hostile_called(lambda x: x + 1, HostileCase.Unit()) == 8 << 16
    assert r.hostile_called(lambda x: 255 - x, HostileCase.Fields(field=65534)) == 248 << 16 | 65534


def test_hostile_services_work():
    with HostileService('*/ """ \\') as service:
        assert service.text() == '*/ """ \\'
    assert '*/ """ </summary> ??/ \\' in words(HostileService)
