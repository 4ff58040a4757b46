"""Fragments of the author's macros, each of which is one operand."""

import hostile
from hostile import FragmentItems, FragmentKind, FragmentShape, Scale


def test_fragments_of_constants_keep_their_value():
    assert (hostile.SCALE_SCALED, hostile.SCALE_NEGATIVE, hostile.SCALE_MASKED) == (6, 20, 252)
    assert hostile.SCALE_LARGEST == 2**32 - 1
    assert hostile.SCALE_MANY == (3,) * 6
    assert hostile.FRAGMENTS_LEFT == 7


def test_fragments_of_arrays_and_discriminants_keep_their_value():
    assert hostile.fragment_items(FragmentItems([0] * 6, 1)) == 6
    assert hostile.fragment_kind(FragmentKind.NEXT) == 7
    assert hostile.fragment_shape(FragmentShape.Sized([0] * 6)) == 6
    assert hostile.fragment_shape(FragmentShape.Nothing()) == 0


def test_fragments_are_types_of_parameters_and_results():
    assert hostile.fragment_sum([3, 40], Scale(100)) == 143
    assert hostile.fragment_sum([3, 40], None) == 43
    assert hostile.fragment_text("abc") == 3
    assert hostile.fragment_called() == 9


def test_fragments_in_a_service_keep_their_value():
    with hostile.FragmentService() as service:
        assert (service.most(), service.first([9]), service.first([])) == (6, 9, 6)
