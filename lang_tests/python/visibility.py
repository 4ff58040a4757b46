"""What is not for everybody: fields that are copied and not shown, and internal items."""

import copy
import pickle

import reference_project as r
from reference_project import Sealed


def test_hidden_fields_are_not_shown():
    sealed = r.seal(65535, 255)
    assert (sealed.id, sealed.last) == (65535, 255)
    assert repr(sealed) == "Sealed(id=65535, last=255)"
    assert not hasattr(sealed, "secret") and not hasattr(sealed, "seal") and not hasattr(sealed, "of")


def test_hidden_fields_are_copied():
    sealed = r.seal(0xA5C3, 7)
    assert r.is_whole(sealed)
    assert r.is_whole(copy.copy(sealed)) and r.is_whole(pickle.loads(pickle.dumps(sealed)))


def test_what_was_changed_is_seen():
    sealed = r.seal(1, 2)
    sealed.id = 3
    assert not r.is_whole(sealed)
    sealed.id = 1
    assert r.is_whole(sealed)


def test_nobody_else_can_seal():
    assert not r.is_whole(Sealed(id=1, last=2))


def test_hidden_fields_are_written_back():
    pair = [r.seal(1, 2), r.seal(65535, 255)]
    assert r.exchange_sealed(pair) is True
    assert [(sealed.id, sealed.last) for sealed in pair] == [(65535, 255), (1, 2)]
    assert all(map(r.is_whole, pair))
    pair[0].last = 9
    assert r.exchange_sealed(pair) is False
    assert pair == [r.seal(0, 0)] * 2


def test_internal_items_are_there_for_the_library_s_authors():
    assert r.SECRET == 0xC0FFEE00
    assert r.diagnosis_after(r.Diagnosis(0x0102, -5)) == r.Diagnosis(0x0201, -2.5)
    with r.Probe() as probe:
        assert [probe.count(), probe.count()] == [1, 2]
