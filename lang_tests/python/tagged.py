"""Enums with data: a class a variant, with each field where Rust has it."""

import copy
import pickle
import struct
import sys
import textwrap

import reference_project as r
from reference_project import Change, Command, Layer, Level, Marker, Shape, Vec2


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def f32(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def f64(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


CIRCLE = Shape.Circle(radius=-1e300)
RECTANGLE = Shape.Rectangle(width=1.5, height=-2.5)
PIN = Shape.Pin(Vec2(3.5, -4.5), Marker.HIDDEN, Level.LOWEST)
SQUARE = Shape.Square(0.25)
SHAPES = [Shape.Nothing(), CIRCLE, RECTANGLE, PIN, SQUARE]
DIGESTS = [
    digest(0),
    digest(1, f64(-1e300)),
    digest(2, f32(1.5), f32(-2.5)),
    digest(3, f32(3.5), f32(-4.5), 255, -128),
    digest(4, f32(0.25)),
]


def test_variants_are_classes():
    assert all(isinstance(shape, Shape) for shape in SHAPES)
    assert isinstance(CIRCLE, Shape.Circle) and not isinstance(CIRCLE, Shape.Square)
    assert repr(RECTANGLE) == "Shape.Rectangle(width=1.5, height=-2.5)"
    assert repr(Shape.Nothing()) == "Shape.Nothing()"


def test_variants_are_values():
    assert Shape.Nothing() == Shape.Nothing() != CIRCLE
    assert Shape.Square(1.0) == Shape.Square(value=1.0) != Shape.Square(2.0)
    for shape in SHAPES:
        assert copy.deepcopy(shape) == shape and pickle.loads(pickle.dumps(shape)) == shape


def test_variants_match():
    if sys.version_info < (3, 10):
        return
    code = """
    def described(shape):
        match shape:
            case Shape.Nothing():
                return "nothing"
            case Shape.Circle(radius):
                return f"circle of {radius}"
            case Shape.Rectangle(width=w, height=h):
                return f"{w} by {h}"
            case Shape.Pin(Vec2(x, y), Marker.HIDDEN, level):
                return f"hidden at {x}, {y} on {level.name}"
            case Shape.Square():
                return "square"
    """
    names = {"Shape": Shape, "Vec2": Vec2, "Marker": Marker}
    exec(textwrap.dedent(code), names)
    expected = ["nothing", "circle of -1e+300", "1.5 by -2.5", "hidden at 3.5, -4.5 on LOWEST", "square"]
    assert [names["described"](shape) for shape in SHAPES] == expected


def test_each_variant_goes_in_behind_a_reference():
    assert [r.shape_digest(shape) for shape in SHAPES] == DIGESTS


def test_each_variant_by_value():
    assert r.shape_after(Shape.Nothing()) == Shape.Circle(1.5)
    assert r.shape_after(Shape.Circle(-2.25)) == Shape.Rectangle(-2.25, -4.5)
    assert r.shape_after(RECTANGLE) == Shape.Pin(Vec2(-2.5, 1.5), Marker.CROSS, Level.GROUND)
    assert r.shape_after(PIN) == Shape.Square(8)
    assert r.shape_after(SQUARE) == Shape.Nothing()


def test_variants_in_options():
    assert r.area(Shape.Circle(2)) == 12 and r.area(RECTANGLE) == -3.75 and r.area(SQUARE) == 0.0625
    assert r.area(Shape.Nothing()) is None and r.area(PIN) is None


def test_variants_of_many_sizes_after_a_byte():
    move = Change.Move(id=255, to=Vec2(1.5, -2.5), at_once=True, when=2**64 - 2)
    assert r.change_digest(Change.Undo()) == digest(3)
    assert r.change_digest(Change.Draw(PIN)) == digest(4, DIGESTS[3])
    assert r.change_digest(move) == digest(200, 255, f32(1.5), f32(-2.5), True, 2**64 - 2)
    assert r.change_digest(Change.Paint([1, 128, 255], [-32768, 32767])) == digest(201, 1, 128, 255, -32768, 32767)
    assert r.change_digest(Change.Stop()) == digest(255)


def test_variants_in_results():
    move = Change.Move(id=0xA5, to=Vec2(1.5, -2.5), at_once=True, when=1)
    assert r.change_undone(move) == Change.Move(0x5A, Vec2(-2.5, 1.5), False, 2**64 - 2)
    assert r.change_undone(Change.Draw(PIN)) == Change.Draw(Shape.Square(8))
    assert r.change_undone(Change.Paint([1, 2, 3], [4, -5])) == Change.Paint([3, 2, 1], [-5, 4])
    assert r.change_undone(Change.Stop()) is None


def test_errors_come_in_place_of_variants():
    try:
        r.change_undone(Change.Undo())
    except r.ErrorException as error:
        assert error.error is r.Error.FULL
        return
    raise AssertionError("nothing to undo")


def test_variants_lead_to_memory():
    text = "Größe 🦀"
    assert r.command_digest(Command.Write(text)) == digest(0, *text.encode())
    assert r.command_digest(Command.Write("")) == digest(0)
    points = [Vec2(1, -2), Vec2(1e-40, 3)]
    bits = [f32(x) for point in points for x in (point.x, point.y)]
    expected = digest(1, 255)
    for i in (0, 2):
        expected = digest(expected, *bits[i : i + 2])
    assert r.command_digest(Command.Line(points=points, style=Marker.HIDDEN)) == expected
    assert r.command_digest(Command.Far(PIN)) == digest(2, DIGESTS[3])


def test_options_in_variants():
    assert r.command_digest(Command.Count(None)) == digest(3, 77)
    assert r.command_digest(Command.Count(2**32 - 1)) == digest(3, 2**32 - 1)
    assert r.command_digest(Command.Count(0)) == digest(3, 0)


def test_a_variant_is_replaced_by_another():
    shape = r.Ref(RECTANGLE)
    assert r.shape_advance(shape) == DIGESTS[2]
    assert shape.value == Shape.Pin(Vec2(-2.5, 1.5), Marker.CROSS, Level.GROUND)
    r.shape_advance(shape)
    r.shape_advance(shape)
    assert shape.value == Shape.Nothing()


def test_slices_of_variants():
    assert r.shapes_digest(SHAPES) == digest(*DIGESTS)
    assert r.shapes_digest([]) == 0


def test_variants_in_structs():
    back = r.layer_changed(Layer(255, CIRCLE, [SQUARE, PIN], visible=False))
    assert back.depth == 0 and back.visible is True
    assert back.others == [PIN, SQUARE]
    assert back.shape == Shape.Rectangle(float("-inf"), float("-inf"))


def test_variants_in_callbacks():
    seen = []

    def next_shape(shape, index):
        seen.append((shape, index))
        return -(10**index)

    assert r.show_shapes(Shape.Nothing(), next_shape) == -11111
    assert [index for _, index in seen] == [0, 1, 2, 3, 4]
    expected = [Shape.Nothing(), Shape.Circle(1.5), Shape.Rectangle(1.5, 3)]
    expected += [Shape.Pin(Vec2(3, 1.5), Marker.CROSS, Level.GROUND), Shape.Square(1.5)]
    assert [shape for shape, _ in seen] == expected


def test_exceptions_of_callbacks_with_variants_arrive():
    def next_shape(shape, index):
        raise KeyError(index)

    try:
        r.show_shapes(CIRCLE, next_shape)
    except KeyError as error:
        assert error.args == (0,)
        return
    raise AssertionError("lost")


def test_a_tag_of_each_integer():
    kinds = ["I8", "I16", "I32", "I64", "Isize", "U8", "U16", "U32", "U64", "Usize"]
    for kind in kinds:
        by, after = getattr(r, f"By{kind}"), getattr(r, f"after_by_{kind.lower()}")
        assert after(by.Low(255)) == by.Middle(a=-255, b=65280)
        assert after(by.Middle(-(2**31), 65535)) == by.High()
        assert after(by.High()) == by.Low(0xA5)


def test_what_is_no_variant_is_refused():
    for wrong in (None, 1, "Circle", Change.Undo(), Vec2(1, 2)):
        try:
            r.shape_after(wrong)
        except TypeError:
            continue
        raise AssertionError(wrong)


def test_an_unknown_enum_value_in_a_variant_is_refused():
    try:
        r.shape_after(Shape.Pin(Vec2(1, 2), 7, Level.GROUND))
    except ValueError:
        return
    raise AssertionError("7 is no marker")


def test_an_unknown_tag_is_refused_by_rust():
    memory = r.ffi.new("reference_project_Shape *")
    memory.tag = 99
    result = r.lib.reference_project_shape_digest(memory)
    assert result.status == -4
