"""Arrays in fields, in arrays, of structs, and behind references."""

import reference_project as r
from reference_project import Cabinet, Marker, Page, Shelf, Triple, Vec2


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def shelf(n=0):
    return Shelf(
        one=[-(2**63) + 1 + n],
        triples=[Triple(1, 2, 3), Triple(4, 5, 6), Triple(253, 254, 255 - n)],
        markers=[Marker.HIDDEN, Marker.DOT],
        answers=[True, True, False, True, False],
        matrix=[[1.5, 2.5, 3.5], [-1.5, -2.5, -3.5 - n]],
        cube=[[[Vec2(1, 2)], [Vec2(3, 4)]], [[Vec2(5, 6)], [Vec2(7, 8 + n)]]],
    )


def reversed_shelf(n=0):
    return Shelf(
        one=[2**63 - 1 - n],
        triples=[Triple(253, 254, 255 - n), Triple(4, 5, 6), Triple(1, 2, 3)],
        markers=[Marker.DOT, Marker.HIDDEN],
        answers=[False, True, False, True, True],
        matrix=[[-1.5, -2.5, -3.5 - n], [1.5, 2.5, 3.5]],
        cube=[[[Vec2(5, 6)], [Vec2(7, 8 + n)]], [[Vec2(1, 2)], [Vec2(3, 4)]]],
    )


def test_arrays_of_everything():
    assert r.shelf_reversed(shelf()) == reversed_shelf()


def test_bools_in_arrays_are_bools():
    assert all(type(answer) is bool for answer in r.shelf_reversed(shelf()).answers)


def test_structs_with_arrays_in_an_array():
    cabinet = Cabinet([shelf(), shelf(1)], 0x0102)
    r.cabinet_reversed(cabinet)
    assert cabinet == Cabinet([reversed_shelf(1), reversed_shelf()], 0x0201)


def test_an_unknown_enum_value_in_an_array_is_refused():
    wrong = shelf()
    wrong.markers[1] = 7
    try:
        r.shelf_reversed(wrong)
    except ValueError:
        return
    raise AssertionError("7 is no marker")


def test_a_large_array_by_value():
    values = [n % 256 for n in range(300)]
    assert r.page_reversed(Page(values)).bytes == [255 - value for value in reversed(values)]


def test_an_array_behind_a_reference():
    key = [255, 0, 128, *range(13)]
    assert r.key_digest(key) == digest(*key)


def test_an_array_of_another_length_is_refused():
    for length in (0, 15, 17):
        try:
            r.key_digest([1] * length)
        except ValueError:
            continue
        raise AssertionError(f"{length} are not 16")


def test_rows_of_an_optional_table():
    assert r.table_digest([[1, -1], [32767, -32768], [5, 6]]) == digest(1, -1, 32767, -32768, 5, 6)
    assert r.table_digest(None) == 1


def test_rows_of_another_length_are_refused():
    try:
        r.table_digest([[1, 2], [3, 4, 5], [6, 7]])
    except ValueError:
        return
    raise AssertionError("a row has two columns")


def test_an_array_of_structs_is_changed_in_place():
    points = [Vec2(1, 2), Vec2(3, 4), Vec2(5, 6)]
    r.rotate_points(points)
    assert points == [Vec2(5, 6), Vec2(1, 2), Vec2(3, 4)]


def test_an_array_is_filled():
    steps = [9.0] * 4
    r.fill_steps(steps, -1.5)
    assert steps == [0, -1.5, -3, -4.5]


def test_an_array_behind_a_raw_pointer():
    numbers = r.ffi.new("int32_t(*)[4]", [1, -20, 300, -4000])
    assert r.sum_at(numbers, 1, 3) == -4020
    assert r.sum_at(numbers, 0, 2) == 301


class Clearing:
    """A number that empties the list which it stands in when somebody asks for its value."""

    def __init__(self, row):
        self.row = row

    def __float__(self):
        self.row.clear()
        self.row.extend(str(n) for n in range(1000))
        return 0.5


def test_a_list_that_changes_while_it_is_read_was_copied():
    row = [0.0, 2.5, 3.5]
    row[0] = Clearing(row)
    changing = shelf()
    changing.matrix[0] = row
    assert r.shelf_reversed(changing).matrix[1] == [0.5, 2.5, 3.5]
