"""Callbacks that a thread of Rust's own calls."""

import hostile


def seven(call):
    assert call(False) == 7
    assert call(True) == 7


def test_what_is_returned_arrives():
    def last(length):
        return lambda number: [0] * (length - 1) + [number]

    seven(lambda on: hostile.ten_bytes(on, lambda n: hostile.TenBytes(last(10)(n))))
    seven(lambda on: hostile.eleven_bytes(on, lambda n: hostile.ElevenBytes(last(11)(n))))
    seven(lambda on: hostile.eleven_shorts(on, lambda n: hostile.ElevenShorts(last(11)(n))))
    seven(lambda on: hostile.eleven_floats(on, lambda n: hostile.ElevenFloats(last(11)(n))))
    seven(lambda on: hostile.eleven_longs(on, lambda n: hostile.ElevenLongs(last(11)(n))))
    seven(lambda on: hostile.many_longs(on, lambda n: hostile.ManyLongs(last(100)(n))))


def test_what_is_large_is_taken_and_filled():
    seven(lambda on: hostile.many_taken(on, lambda first, many, letters, last: many.numbers[99] + letters.numbers[10] + last - 2 * first))

    def fill(many):
        many.numbers = [0] * 99 + [7]

    seven(lambda on: hostile.many_filled(on, fill))
