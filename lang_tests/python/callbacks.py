"""Callbacks: each argument arrives, each result goes back, and exceptions come out where the call was made."""

import gc

import reference_project as r
from reference_project import Block, Level, Reading, Vec2, Wide

TRIANGLE = [Vec2(1, 20), Vec2(3, 50), Vec2(8, 110)]


def raised_by(call, kind):
    try:
        call()
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__}")


def test_visit_calls_for_each_point_in_order():
    seen = []
    assert r.visit(TRIANGLE, lambda index, point: seen.append((index, point)) is None) == 3
    assert seen == list(enumerate(TRIANGLE))
    assert r.visit([], lambda _index, _point: True) == 0


def test_visit_stops_when_told_to():
    calls = []
    assert r.visit(TRIANGLE, lambda index, _point: calls.append(index) is not None or index < 1) == 1
    assert calls == [0, 1]


def test_a_missing_callback_is_refused():
    raised_by(lambda: r.visit(TRIANGLE, None), (TypeError, r.ReferenceProjectError))


def test_arguments_of_many_types_arrive():
    seen = []

    def keep(*arguments):
        seen.append(arguments)
        return 0.0625

    assert r.combine(keep) == 0.125
    assert seen == [(200, -(2**63), 0.5, -2.25, Vec2(3, -4), Level.LOWEST, True)]
    assert seen[0][5] is Level.LOWEST and seen[0][6] is True


def test_composed_arguments_and_large_results_cross():
    seen = []

    def take_apart(*arguments):
        seen.extend(arguments)
        return Wide(-(2**63), 2, 3, 4, 2**63 - 1)

    assert r.compose(take_apart) == Wide(-(2**63), 2, 3, 4, 2**63 - 1)
    points = [Vec2(1, 2), Vec2(3, 4)]
    block = Block(id=5, bytes=[6, 7, 8, 9, 10], points=points, ratios=[11, 12, 13])
    assert seen == [block, Reading(temperature=None, place=Vec2(14, 15), id=16), points, Vec2(3, 4)]


def test_callbacks_get_strings():
    words = []
    assert r.each_word("one  zwölf 3", words.append) == 3
    assert words == ["one", "zwölf", "3"]
    assert r.each_word("", words.append) == 0


def test_callbacks_get_slices():
    chunks = []

    def keep(values):
        chunks.append(list(values))
        return 2**40 + len(chunks)

    assert r.each_chunk([1, 2, 3, 4, 65535], 3, keep) == 2**41 + 3
    assert chunks == [[1, 2, 3], [4, 65535]]


def test_callbacks_return_structs():
    points = [Vec2(1, 2), Vec2(3, 4)]
    r.transform(points, lambda point: Vec2(-point.y, point.x))
    assert points == [Vec2(-2, 1), Vec2(-4, 3)]


def test_two_callbacks_are_told_apart():
    assert r.difference(lambda: 7, lambda: -(2**63) + 5) == -(2**63) + 2


def test_an_optional_callback_may_be_missing():
    calls = []
    assert r.call_if(lambda: calls.append(1)) is True
    assert calls == [1]
    assert r.call_if(None) is False


def test_a_thread_of_rust_can_call_back():
    assert r.produce_on_a_thread(lambda: -(2**63) + 5) == -(2**63) + 5


def test_an_exception_on_a_thread_of_rust_reaches_the_caller():
    mine = KeyError("mine")

    def fail():
        raise mine

    assert raised_by(lambda: r.produce_on_a_thread(fail), KeyError) is mine


def test_an_exception_reaches_the_caller_as_the_same_object():
    for mine in (KeyError("mine"), KeyboardInterrupt()):
        calls = []

        def fail(index, _point, mine=mine, calls=calls):
            calls.append(index)
            raise mine

        assert raised_by(lambda fail=fail: r.visit(TRIANGLE, fail), BaseException) is mine
        assert calls == [0]
    assert r.visit(TRIANGLE, lambda _index, _point: True) == 3  # and nothing of it is left


class Odd(KeyError):
    """An exception that nobody can add a traceback to."""

    def with_traceback(self, *_):
        raise ValueError("not mine")


def test_an_exception_that_refuses_its_traceback_is_raised():
    mine = Odd("mine")

    def fail(_index, _point):
        raise mine

    assert raised_by(lambda: r.visit(TRIANGLE, fail), Exception) is mine


def test_of_two_callbacks_the_first_exception_counts():
    calls = []

    def first():
        raise KeyError("first")

    def second():
        calls.append(2)
        raise ValueError("second")

    assert raised_by(lambda: r.difference(first, second), Exception).args == ("first",)
    assert calls == []


def test_a_result_of_another_type_is_refused():
    raised_by(lambda: r.difference(lambda: "7", lambda: 5), TypeError)
    raised_by(lambda: r.difference(lambda: 2**63, lambda: 5), OverflowError)


def test_callbacks_nest():
    total = []

    def outer(index, _point):
        total.append(r.visit(TRIANGLE[: index + 1], lambda _index, _point: True))
        return True

    assert r.visit(TRIANGLE, outer) == 3 and total == [1, 2, 3]


def test_a_panic_passes_through_a_callback():
    error = raised_by(lambda: r.visit(TRIANGLE, lambda _index, _point: r.divide(1, 0) > 0), r.PanicError)
    assert "divide by zero" in str(error)


def test_a_callback_survives_collections():
    assert r.visit(TRIANGLE, lambda _index, _point: gc.collect() >= 0) == 3


def test_a_caught_exception_keeps_nothing_alive():
    gc.collect()
    gc.disable()
    try:
        before = r.lib.reference_project_ffi_live_objects()
        for _ in range(10):
            recorder = r.Recorder(1)

            def fail(_index, _point, recorder=recorder):
                raise KeyError(recorder)

            raised_by(lambda fail=fail: r.visit(TRIANGLE, fail), KeyError)
            del recorder, fail
        assert r.lib.reference_project_ffi_live_objects() == before
    finally:
        gc.enable()
