"""`cfg` and `cfg_attr` in every place: what is left out moves nothing."""

import hostile
from hostile import CfgFields, CfgNumber, CfgShape, CfgTuple, CfgUnion


def test_cfg_fields_and_parameters_that_are_not_there_move_no_other():
    assert hostile.cfg_fields(CfgFields(1, 2, 3)) == 321
    assert hostile.cfg_tuple(CfgTuple(4, 5), "abc") == 57


def test_cfg_tags_are_those_of_the_variants_that_are_there():
    assert hostile.cfg_shape(CfgShape.Circle(9)) == 9
    assert hostile.cfg_shape(CfgShape.Flag(True)) == 1001
    assert hostile.cfg_shape(CfgShape.Sides(7, 300)) == 2307
    assert hostile.cfg_shape(CfgShape.Pair(8, 70000)) == 73008


def test_cfg_a_number_has_the_values_that_are_there():
    assert list(CfgNumber) == [1, 4]
    assert hostile.cfg_number(CfgNumber.ONE, CfgUnion(large=0)) is CfgNumber.ONE
    assert hostile.cfg_number(CfgNumber.ONE, CfgUnion(large=0x10000)) is CfgNumber.FOUR


def test_cfg_a_callback_gets_what_is_there():
    assert hostile.cfg_progress(lambda done, ratio: done * 100 + int(ratio * 10)) == 305


def test_cfg_a_constructor_by_cfg_attr_makes_objects():
    with hostile.CfgService(40) as service:
        assert service.add(2) == 42
        assert service.add(None) == 40


def test_cfg_constants_have_their_names_and_values():
    assert (hostile.CFG_FIELDS_FIRST, hostile.CFG_CALLED) == (7, (1, 2))
