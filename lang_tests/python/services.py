"""Objects: made, used, busy, closed and collected."""

import copy
import gc
import threading

import reference_project as r
from reference_project import BusyError, ClosedError, Error, PanicError, Recorder, Total, Vec2

TRIANGLE = [Vec2(1, 20), Vec2(3, 50), Vec2(8, 110)]


def triangle():
    return Recorder.named("triängle", TRIANGLE)


def alive():
    gc.collect()
    return r.lib.reference_project_ffi_live_objects()


def raised_by(kind, call, *arguments):
    try:
        call(*arguments)
    except kind as error:
        return error
    raise AssertionError(f"no {kind}")


def test_a_recorder_keeps_points_in_order():
    with Recorder(limit=2) as recorder:
        assert recorder.len() == 0
        assert recorder.push(TRIANGLE[0]) == 0
        assert recorder.push(TRIANGLE[1]) == 1
        assert recorder.len() == 2
        assert raised_by(r.ReferenceProjectError, recorder.push, TRIANGLE[2]).error is Error.FULL
        assert recorder.get(1) == TRIANGLE[1]
        assert recorder.get(2) is None


def test_a_constructor_can_fail():
    assert raised_by(r.ReferenceProjectError, Recorder, r.MAX_POINTS + 1).error is Error.FULL
    assert raised_by(r.ReferenceProjectError, Recorder.named, "", TRIANGLE).error is Error.BAD_NAME
    raised_by(OverflowError, Recorder, -1)


def test_what_is_lent_is_copied_and_given_back():
    with triangle() as recorder:
        points = recorder.points()
        assert recorder.name() == "triängle"
        assert recorder.pop() == TRIANGLE[2]  # nothing is lent any more
        assert list(recorder.points()) == TRIANGLE[:2]
    assert list(points) == TRIANGLE


def test_one_object_takes_from_another():
    with triangle() as source, Recorder(2) as target:
        assert target.absorb(source) == 2
        assert target.get(1) == TRIANGLE[1]
        raised_by(BusyError, target.absorb, target)
        raised_by((TypeError, AttributeError, r.ReferenceProjectError), target.absorb, None)
        assert target.len() == 2


def test_a_shared_borrow_excludes_changes_from_a_callback():
    with triangle() as recorder:

        def read_but_not_change(index, point):
            assert recorder.get(index) == point
            raised_by(BusyError, recorder.push, point)
            return True

        assert recorder.visit(read_but_not_change) == 3


def test_an_exclusive_borrow_excludes_everything_from_a_callback():
    with triangle() as recorder:

        def turn(point):
            raised_by(BusyError, recorder.len)
            return Vec2(-point.y, point.x)

        recorder.transform(turn)
        assert recorder.pop() == Vec2(-110, 8)


def test_closing_during_a_call_frees_after_it():
    before = alive()
    recorder = triangle()

    def close(index, point):
        recorder.close()
        return point == TRIANGLE[index]

    assert recorder.visit(close) == 3
    raised_by(ClosedError, recorder.len)
    assert alive() == before


def test_a_panic_in_a_method_leaves_the_object_usable():
    with Recorder(1) as recorder:
        assert "there are no points" in str(raised_by(PanicError, recorder.pop))
        recorder.push(TRIANGLE[2])
        assert recorder.pop() == TRIANGLE[2]


def test_an_exception_in_a_callback_leaves_the_object_usable():
    with triangle() as recorder:
        raised_by(ZeroDivisionError, recorder.visit, lambda _index, _point: 1 // 0)
        assert recorder.pop() == TRIANGLE[2]


def test_use_after_close_is_refused_and_closing_may_repeat():
    recorder = Recorder(1)
    recorder.close()
    recorder.close()
    raised_by(ClosedError, recorder.len)
    raised_by(ClosedError, recorder.points)
    raised_by(ClosedError, recorder.push, TRIANGLE[0])
    with Recorder(1) as other:
        raised_by(ClosedError, other.absorb, recorder)
        assert other.push(TRIANGLE[0]) == 0


def test_a_copy_is_the_same_object_and_it_is_freed_once():
    before = alive()
    recorder = Recorder(1)
    twin = copy.copy(recorder)
    recorder.close()
    assert twin.push(TRIANGLE[0]) == 0 and alive() == before + 1
    twin.close()
    assert alive() == before


def test_an_object_for_one_call_at_a_time_is_busy_meanwhile():
    with Total() as total:
        assert total.add(lambda: 40) == 40

        def ask_again():
            raised_by(BusyError, total.calls)
            return 2**40

        assert total.add(ask_again) == 2**40 + 40
        assert total.calls() == 2


def test_threads_exclude_each_other_and_nothing_is_lost():
    pushed = []
    with Recorder(r.MAX_POINTS) as recorder:

        def push():
            for _ in range(500):
                try:
                    pushed.append(recorder.push(TRIANGLE[0]))
                except r.ReferenceProjectError:
                    pass

        threads = [threading.Thread(target=push) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(pushed) == list(range(r.MAX_POINTS)) and recorder.len() == r.MAX_POINTS


def test_objects_come_and_go():
    before = alive()
    for _ in range(2_000):
        Recorder(64).push(TRIANGLE[0])
    assert alive() == before


def test_options_and_results_can_lend():
    with Recorder.named("two words", TRIANGLE) as recorder, Recorder(1) as nameless:
        assert recorder.first_word() == "two"
        assert list(recorder.last(2)) == TRIANGLE[1:]
        assert raised_by(r.ReferenceProjectError, recorder.last, 4).error is Error.FULL
        assert list(recorder.points_mut()) == TRIANGLE
        assert recorder.pop() == TRIANGLE[2]  # nothing is lent any more
        assert nameless.first_word() is None
        assert nameless.push(TRIANGLE[0]) == 0


def test_methods_make_objects():
    before = alive()
    recorder = triangle()
    with recorder.split_off(1) as rest:
        assert recorder.len() == 1
        assert raised_by(r.ReferenceProjectError, recorder.split_off, 2).error is Error.FULL
        recorder.close()
        assert rest.pop() == TRIANGLE[2]
        assert rest.len() == 1
    assert alive() == before


def test_functions_borrow_objects():
    with triangle() as a, Recorder(1) as b:
        b.push(TRIANGLE[0])
        assert r.count_both(a, b) == 4
        assert r.count_both(a, a) == 6
        assert r.count_both(b, None) == 1
        assert r.clear(a) == 3
        assert a.len() == 0
        a.close()
        raised_by(ClosedError, r.count_both, b, a)
