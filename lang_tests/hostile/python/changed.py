"""Memory that was checked, and is changed before Rust reads it."""

import hostile
from hostile import Scene, Signal, Switch, Tone, ffi, lib

SUM = 1 + 2 + 100 + ord("a") + 1


def switch():
    return Switch(True, Tone.HIGH, 100, "a", Tone.LOW)


def test_changed_sequences_are_those_that_were_checked():
    tones, switches = [Tone.HIGH] * 300, [switch() for _ in range(40)]

    def change():
        tones[:] = [0x77] * 300
        for one in switches:
            one.tone, one.on, one.id, one.letter, one.maybe = 0x77, 0x77, 0, "\ud800", 0x77

    assert hostile.changed_tones(tones, tones, change) == 1200
    tones[:] = [Tone.LOW] * 300
    assert hostile.changed_bare(tones, switch(), change) == 300 + SUM
    switches[:] = [switch() for _ in range(40)]
    assert hostile.changed_switches(switches[0], switches, change) == 41 * SUM


def test_changed_variants_are_those_that_were_checked():
    inner = switch()
    signals = [Signal.One(Tone.FAR), Signal.Switch(inner, 3)]

    def change():
        inner.tone = 0x77
        signals.clear()

    assert hostile.changed_signals(signals[1], signals, change) == 6 * SUM + 255


def test_what_changed_structs_lead_to_is_what_was_checked():
    tones, inner = [Tone.LOW, Tone.FAR, Tone.HIGH], switch()
    scenes = [Scene(tones, inner, Tone.FAR), Scene([], inner, None)]

    def change():
        tones[:], inner.tone, scenes[0].tone = [0x77] * 3, 0x77, 0x77

    assert hostile.changed_scenes(scenes[0], scenes[0], scenes, change) == 3 * (258 + 255 + SUM) + SUM


def test_what_rust_writes_comes_back():
    tones, one = [Tone.LOW] * 300, switch()
    assert hostile.changed_written(tones, one, tones.sort, False) == 300 + SUM
    assert tones == [Tone.HIGH] * 300
    assert one.tone == Tone.HIGH


def test_memory_that_is_passed_without_a_copy_is_copied_by_rust():
    for length in (1, 256, 257, 5000):
        memory = ffi.new("uint8_t[]", [2] * length)

        @ffi.callback("void(void)")
        def change(memory=memory, length=length):
            ffi.memmove(memory, b"\x77" * length, length)

        result = lib.hostile_changed_tones(memory, length, memory, 1, change)
        assert (result.status, result.value) == (0, 2 * length + 2)
        assert memory[0] == 0x77


def test_memory_that_rust_writes_to_without_a_copy_comes_back():
    memory = ffi.new("uint8_t[]", [1] * 300)
    one = ffi.new("hostile_Switch *", {"on": True, "tone": 2, "id": 100, "letter": ord("a"), "maybe": (1, True)})

    @ffi.callback("void(void)")
    def change():
        ffi.memmove(memory, b"\x77" * 300, 300)
        ffi.memmove(one, b"\x77" * ffi.sizeof(one[0]), ffi.sizeof(one[0]))

    for panics in (False, True):
        ffi.memmove(memory, b"\x01" * 300, 300)
        one[0].tone = 2
        result = lib.hostile_changed_written(memory, 300, one, change, panics)
        assert (result.status, result.value) == ((-1, 0) if panics else (0, 300 + SUM))
        assert bytes(ffi.buffer(memory)) == b"\x02" * 300
        assert (one.tone, one.on, one.id, one.letter) == (2, True, 100, ord("a"))


def test_a_struct_of_numbers_stays_what_it_was_when_it_was_passed():
    letters = hostile.Letters(1, 2)

    def change():
        letters.first, letters.second = 3, 4

    assert hostile.changed_letters(letters, change) is True
    assert (letters.first, letters.second) == (3, 4)
    assert hostile.changed_letters_written(letters, change) is True
    assert (letters.first, letters.second) == (5, 6)
