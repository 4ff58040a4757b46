"""Slices: all elements, and none beyond; of sequences, and of buffers that are not copied."""

from array import array

import reference_project as r
from reference_project import Marker, Vec2

TRIANGLE = [Vec2(1, 20), Vec2(3, 50), Vec2(8, 110)]


def refused(call, *kinds):
    try:
        call()
    except kinds:
        return True
    return False


def test_centroid_is_the_mean_or_none():
    assert r.centroid(TRIANGLE) == Vec2(4, 60)
    assert r.centroid(tuple(TRIANGLE)) == Vec2(4, 60)
    assert r.centroid([]) is None


def test_buffers_are_taken_as_they_are():
    flat = array("f", [1, 20, 3, 50, 8, 110])
    assert r.centroid(flat) == Vec2(4, 60)
    assert r.centroid(memoryview(flat).cast("B").cast("f", [3, 2])) == Vec2(4, 60)
    assert r.weighted_sum(array("h", [-32768, 2, 32767])) == -32768 + 4 + 3 * 32767


def test_other_buffers_are_refused():
    assert refused(lambda: r.centroid(array("d", [1, 2])), TypeError)
    assert refused(lambda: r.centroid(array("f", [1, 2, 3])), TypeError)
    assert refused(lambda: r.fill(memoryview(bytes(8)).cast("f"), 9), BufferError)
    assert refused(lambda: r.fill(array("d", [1, 2]), 9), TypeError)


def test_a_misaligned_buffer_is_refused():
    assert refused(lambda: r.fill(memoryview(bytearray(9))[1:9].cast("f"), 1.0), r.ReferenceProjectError, ValueError, TypeError)


def test_fill_writes_within_its_bounds():
    values = array("f", [1, 2, 3, 4])
    r.fill(memoryview(values)[1:3], 9)
    assert values == array("f", [1, 9, 9, 4])
    r.fill(array("f"), 9)


def test_fill_writes_into_lists():
    values = [1.0, 2.0, 3.0]
    r.fill(values, 0.5)
    assert values == [0.5, 0.5, 0.5]


def test_a_bare_function_takes_slices():
    assert r.weighted_sum([-32768, 2, 32767]) == -32768 + 4 + 3 * 32767
    assert r.weighted_sum([]) == 0


def test_reverse_works_in_place():
    values = [1, 2**64 - 1, 3]
    r.reverse(values)
    assert values == [3, 2**64 - 1, 1]


def test_no_slice_is_not_an_empty_one():
    assert r.sum_if([2**32 - 1, 1]) == 2**32
    assert r.sum_if([]) == 0
    assert r.sum_if(None) == -1


def test_an_optional_mutable_slice_is_written_to():
    values = bytearray(b"\1\2\3")
    assert r.fill_if(memoryview(values)[:2], 255) == 2
    assert values == b"\xff\xff\3"
    assert r.fill_if(None, 1) == -1


def test_copies_end_with_the_shorter_one():
    to = bytearray(b"\t\t\t\t")
    assert r.copy_bytes(b"\1\2\3", to) == 3
    assert to == b"\1\2\3\t"
    assert r.copy_bytes(b"\1\2\3", bytearray()) == 0


def test_overlap_is_refused_where_rust_writes():
    values = bytearray(b"\1\2\3\4")
    view = memoryview(values)
    assert refused(lambda: r.copy_bytes(view[:2], view[1:3]), r.ReferenceProjectError, ValueError)
    assert r.copy_bytes(view[:2], view[2:]) == 2
    assert values == b"\1\2\1\2"


def test_elements_that_are_no_value_are_refused():
    assert r.count_hidden([Marker.HIDDEN, Marker.DOT, Marker.HIDDEN]) == 2
    assert refused(lambda: r.count_hidden([Marker.HIDDEN, 7]), ValueError, r.ReferenceProjectError)
    assert refused(lambda: r.after_u8("x"), TypeError)


def test_bools_are_bytes():
    assert r.count_true([True, False, True, True]) == 3


def test_slices_are_returned():
    assert list(r.primes()) == [2, 3, 5, 7, 11, 13, 65521]


def test_an_empty_buffer_need_not_be_aligned():
    assert r.weighted_sum(array("h")) == 0
    assert r.weighted_sum(memoryview(bytearray(9))[1:1].cast("h")) == 0
