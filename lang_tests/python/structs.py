"""Structs by value: each field has a value of its own, so that exchanged ones show."""

import copy
import pickle

import reference_project as r
from reference_project import Block, Frame, Grid, Marker, Mixed, Segment, Triple, Vec2, Wide


def test_dot_pairs_equal_fields():
    assert r.dot(Vec2(2, 3), Vec2(50, 700)) == 2200
    assert r.dot(b=Vec2(50, 700), a=Vec2(2, 3)) == 2200


def test_small_structs_return_in_registers():
    assert r.mirrored(Vec2(-1.5, 2.0**127)) == Vec2(2.0**127, -1.5)


def test_structs_are_values():
    v = Vec2(y=3.0, x=2.0)
    assert (v.x, v.y) == (2.0, 3.0)
    assert v == Vec2(2.0, 3.0) and v != Vec2(3.0, 2.0)
    assert repr(v) == "Vec2(x=2.0, y=3.0)"
    assert copy.copy(v) == v and pickle.loads(pickle.dumps(v)) == v
    try:
        v.z = 1
    except AttributeError:
        pass
    else:
        raise AssertionError("a field that Rust knows nothing of")


def test_padded_structs_keep_each_field():
    after = r.mixed_after(Mixed(tag=255, big=0, delta=-2, ratio=0.5, yes=True, precise=-10))
    assert after == Mixed(tag=0, big=2**64 - 1, delta=2, ratio=1, yes=False, precise=-2.5)
    assert after.yes is False


def test_nested_structs_keep_each_field():
    back = r.reversed(Segment(Vec2(1, 2), Vec2(3, 4), Marker.HIDDEN))
    assert back.from_ == Vec2(3, 4)
    assert back.to == Vec2(1, 2)
    assert back.marker is Marker.HIDDEN


def test_structs_nest_twice():
    diagonal = Segment(Vec2(1, 2), Vec2(3, 4), Marker.CROSS)
    frame = r.frame_of(7, diagonal, 9)
    assert frame == Frame(7, diagonal, 9)
    assert (frame.depth, frame.scale) == (7, 9)
    assert (frame.diagonal.from_.x, frame.diagonal.from_.y) == (1, 2)
    assert (frame.diagonal.to.x, frame.diagonal.to.y) == (3, 4)
    assert r.frame_sum(frame) == 9243217


def test_an_unknown_enum_value_in_a_struct_is_refused():
    try:
        r.reversed(Segment(Vec2(1, 2), Vec2(3, 4), 3))
    except (ValueError, r.ReferenceProjectError):
        pass
    else:
        raise AssertionError("3 is no marker")


def test_arrays_keep_each_element():
    block = Block(id=65535, bytes=[1, 2, 3, 4, 255], points=[Vec2(1, 2), Vec2(3, 4)], ratios=[0.25, -1e300, 7])
    back = r.block_reversed(block)
    assert back.id == 0
    assert list(back.bytes) == [255, 4, 3, 2, 1]
    assert list(back.points) == [Vec2(3, 4), Vec2(1, 2)]
    assert list(back.ratios) == [7, -1e300, 0.25]


def test_arrays_nest():
    assert r.grid_reversed(Grid([[1, 2], [3, -32768], [5, 6]], 255)) == Grid([[5, 6], [3, -32768], [1, 2]], 0)


def test_arrays_of_another_length_are_refused():
    for count in (0, 4, 6):
        try:
            r.block_reversed(Block(id=1, bytes=[1] * count, points=[Vec2(1, 2), Vec2(3, 4)], ratios=[1, 2, 3]))
        except (ValueError, IndexError, TypeError):
            continue
        raise AssertionError(f"{count} bytes are not 5")


def test_three_bytes_stay_three_bytes():
    assert r.triple_rotated(Triple(1, 128, 255)) == Triple(128, 255, 1)


def test_large_structs_go_through_memory():
    assert r.wide_rotated(Wide(-(2**63), -2, 3, 2**63 - 1, 5)) == Wide(-2, 3, 2**63 - 1, 5, -(2**63))


def test_fields_out_of_range_are_refused():
    try:
        r.triple_rotated(Triple(1, 256, 3))
    except OverflowError:
        pass
    else:
        raise AssertionError("256 is no byte")
