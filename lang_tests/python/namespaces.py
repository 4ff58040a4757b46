"""Namespaces are modules: the same names twice."""

import pickle

import reference_project as r
from reference_project import geometry, printing


def test_names_are_taken_from_their_modules():
    assert geometry.Point is not printing.Point
    assert not hasattr(r, "Point") and not hasattr(r, "opposite_of")
    assert set(geometry.__all__) == {"SCALE", "Path", "Point", "Unit", "opposite_of", "other_unit"}


def test_items_know_where_they_are():
    assert (geometry.Point.__module__, geometry.Point.__qualname__) == ("reference_project.geometry", "Point")
    assert printing.opposite_of.__module__ == "reference_project.printing"
    assert repr(printing.Point(1, 2)) == "Point(column=1, row=2)"
    assert pickle.loads(pickle.dumps(printing.Point(1, 2))) == printing.Point(1, 2)


def test_constants_of_both():
    assert geometry.SCALE == 1000.0 and printing.SCALE == 300


def test_functions_of_both():
    assert geometry.opposite_of(geometry.Point(1.5, -1e300)) == geometry.Point(-1.5, 1e300)
    assert printing.opposite_of(printing.Point(column=65535, row=7)) == printing.Point(7, 65535)


def test_enums_of_both():
    assert geometry.other_unit(geometry.Unit.METRE) is geometry.Unit.MILLIMETRE
    assert printing.other_unit(printing.Unit.DOT) is printing.Unit.LINE
    assert [unit.value for unit in printing.Unit] == [-1, 300]


def test_types_of_one_in_the_other():
    mapping = printing.Mapping(geometry.Point(1, -2), printing.Point(3, 4))
    assert printing.mapping_turned(mapping) == printing.Mapping(geometry.Point(-1, 2), printing.Point(4, 3))


def test_a_service_in_a_namespace():
    with geometry.Path() as path:
        assert path.last() is None
        assert path.to(geometry.Point(1.5, -2.5)) == 1 and path.to(geometry.Point(7, 8)) == 2
        assert path.last() == geometry.Point(7, 8)
