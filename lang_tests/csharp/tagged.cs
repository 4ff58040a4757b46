// Enums with data: each case with all its fields, in and out, and what is none of the cases.
using System;
using System.Runtime.InteropServices;
using System.Text;
using ReferenceProject;
using Xunit;

public class TaggedTests
{
    private static readonly Shape Nothing = new Shape.Nothing();
    private static readonly Shape Circle = new Shape.Circle(-1e300);
    private static readonly Shape Rectangle = new Shape.Rectangle(3, Bits.Float(0x80000000));
    private static readonly Shape Pin = new Shape.Pin(new Vec2(5, -2), Marker.Hidden, Level.Lowest);
    private static readonly Shape Square = new Shape.Square(float.Epsilon);
    private static readonly Shape[] All = { Nothing, Circle, Rectangle, Pin, Square };

    private static ulong DigestOf(Shape shape) => shape.Match(
        nothing => Digest.Of(0),
        circle => Digest.Of(1, circle.Radius),
        rectangle => Digest.Of(2, rectangle.Width, rectangle.Height),
        pin => Digest.Of(3, pin.Field0.X, pin.Field0.Y, pin.Field1, pin.Field2),
        square => Digest.Of(4, square.Value));

    [Fact]
    public void Tags_are_the_discriminants()
    {
        Assert.Equal(0, (int)ShapeTag.Nothing);
        Assert.Equal(4, (int)ShapeTag.Square);
        Assert.Equal(3, (int)ChangeTag.Undo);
        Assert.Equal(4, (int)ChangeTag.Draw);
        Assert.Equal(200, (int)ChangeTag.Move);
        Assert.Equal(201, (int)ChangeTag.Paint);
        Assert.Equal(255, (int)ChangeTag.Stop);
        Assert.Equal(typeof(byte), Enum.GetUnderlyingType(typeof(ChangeTag)));
    }

    [Fact]
    public void Each_case_arrives_with_all_its_fields()
    {
        foreach (var shape in All) Assert.Equal(DigestOf(shape), Interop.ShapeDigest(shape));
    }

    [Fact]
    public void One_can_switch_on_the_case()
    {
        Func<Shape, double> width = shape =>
        {
#if UNITY // Mono's compiler knows no types in a switch, other than Unity's.
            if (shape.Case is Shape.Circle circle) return circle.Radius;
            if (shape.Case is Shape.Rectangle rectangle) return rectangle.Width;
            if (shape.Case is Shape.Pin pin && pin.Field1 == Marker.Hidden) return pin.Field0.X;
            return shape.Case is Shape.Square square ? square.Value : -7;
#else
            switch (shape.Case)
            {
                case Shape.Circle circle: return circle.Radius;
                case Shape.Rectangle rectangle: return rectangle.Width;
                case Shape.Pin { Field1: Marker.Hidden } pin: return pin.Field0.X;
                case Shape.Square square: return square.Value;
                default: return -7;
            }
#endif
        };
        Assert.Equal(-1e300, width(Circle));
        Assert.Equal(3.0, width(Rectangle));
        Assert.Equal(5.0, width(Pin));
        Assert.Equal((double)float.Epsilon, width(Square));
        Assert.Equal(-7.0, width(Nothing));
        Assert.IsType<Shape.Nothing>(Nothing.Case);
    }

    [Fact]
    public void A_value_is_one_case_and_no_other()
    {
        Assert.Equal(ShapeTag.Pin, Pin.Tag);
        Assert.Equal(new Vec2(5, -2), Pin.AsPin.Value.Field0);
        Assert.False(Pin.AsSquare.HasValue || Pin.AsNothing.HasValue || Pin.AsCircle.HasValue || Pin.AsRectangle.HasValue);
        Assert.True(Nothing.AsNothing.HasValue);
    }

    [Fact]
    public void Cases_are_equal_if_all_their_fields_are()
    {
        Shape same = new Shape.Pin(new Vec2(5, -2), Marker.Hidden, Level.Lowest), other = new Shape.Pin(new Vec2(5, -2), Marker.Hidden, Level.Below);
        Assert.True(Pin == same && Pin.GetHashCode() == same.GetHashCode());
        Assert.True(Pin != other && Nothing != Pin && !Pin.Equals(null));
        Assert.Equal(Nothing, default(Shape));
        Assert.True(Pin.ToString().Contains("Pin") && Pin.ToString().Contains("Hidden"));
    }

    [Fact]
    public void Each_case_is_followed_by_the_next()
    {
        Assert.Equal(1.5, Interop.ShapeAfter(Nothing).AsCircle.Value.Radius);
        var rectangle = Interop.ShapeAfter(new Shape.Circle(-2.5)).AsRectangle.Value;
        Assert.Equal(-2.5f, rectangle.Width);
        Assert.Equal(-5f, rectangle.Height);
        var pin = Interop.ShapeAfter(Rectangle).AsPin.Value;
        Assert.Equal(0x80000000u, Bits.Of(pin.Field0.X));
        Assert.Equal(3f, pin.Field0.Y);
        Assert.Equal(Marker.Cross, pin.Field1);
        Assert.Equal(Level.Ground, pin.Field2);
        Assert.Equal(7f, Interop.ShapeAfter(Pin).AsSquare.Value.Value);
        Assert.True(Interop.ShapeAfter(Square).AsNothing.HasValue);
    }

    [Fact]
    public void An_area_is_there_or_not()
    {
        Assert.Equal((double?)12, Interop.Area(new Shape.Circle(2)));
        Assert.Equal((double?)-1.5, Interop.Area(new Shape.Rectangle(3, -0.5f)));
        Assert.Equal((double?)16, Interop.Area(new Shape.Square(-4)));
        Assert.False(Interop.Area(Nothing).HasValue);
        Assert.False(Interop.Area(Pin).HasValue);
    }

    [Fact]
    public void A_tag_that_no_case_has_is_refused()
    {
        var wrong = Memory.With(Square, 0, 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.ShapeAfter(wrong)); // it crosses bare, and would abort
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.Area(wrong));
        Assert.ThrowsAny<ArgumentException>(() => Interop.ShapeDigest(wrong));
        Assert.ThrowsAny<ArgumentException>(() => Interop.ShapesDigest(new[] { Pin, wrong }));
        Assert.ThrowsAny<ArgumentException>(() => Interop.ShapeAdvance(ref wrong));
        Assert.ThrowsAny<ArgumentException>(() => Interop.LayerChanged(new Layer(0, Nothing, new ShapeArray2(Pin, wrong), true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.ChangeDigest(default(Change))); // whose tag is 0
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.ChangeDigest(new Change.Draw(wrong)));
        Assert.Throws<InvalidOperationException>(() => wrong.Case);
    }

    [Fact]
    public void What_a_case_holds_is_checked()
    {
        Assert.ThrowsAny<ArgumentException>(() => Interop.ShapeAfter(new Shape.Pin(new Vec2(1, 2), (Marker)3, Level.Ground)));
        Assert.ThrowsAny<ArgumentException>(() => Interop.ShapeDigest(new Shape.Pin(new Vec2(1, 2), Marker.Dot, (Level)1)));
        Shape wrong = new Shape.Pin(new Vec2(1, 2), 0, Level.Ground);
        Assert.ThrowsAny<ArgumentException>(() => Interop.ChangeDigest(new Change.Draw(wrong)));
        Assert.ThrowsAny<ArgumentException>(() => Interop.ShapesDigest(new[] { Pin, wrong }));
    }

    [Fact]
    public void Cases_of_many_sizes_share_one_tag_of_a_byte()
    {
        Assert.Equal(3ul, Interop.ChangeDigest(new Change.Undo()));
        Assert.Equal(Digest.Of(4, DigestOf(Pin)), Interop.ChangeDigest(new Change.Draw(Pin)));
        Assert.Equal(
            Digest.Of(200, 255, 1f, -2f, true, ulong.MaxValue - 3),
            Interop.ChangeDigest(new Change.Move(255, new Vec2(1, -2), true, ulong.MaxValue - 3)));
        Assert.Equal(
            Digest.Of(201, 1, 128, 255, short.MinValue, -2),
            Interop.ChangeDigest(new Change.Paint(new ByteArray3(1, 128, 255), new ShortArray2(short.MinValue, -2))));
        Assert.Equal(255ul, Interop.ChangeDigest(new Change.Stop()));
    }

    [Fact]
    public void Each_field_of_a_case_comes_back()
    {
        var moved = Interop.ChangeUndone(new Change.Move(0x5A, new Vec2(1, -2), false, 0x0123456789ABCDEF)).Value.AsMove.Value;
        Assert.Equal((byte)0xA5, moved.Id);
        Assert.Equal(new Vec2(-2, 1), moved.To);
        Assert.True(moved.AtOnce);
        Assert.Equal(0xFEDCBA9876543210, moved.When);
        var painted = Interop.ChangeUndone(new Change.Paint(new ByteArray3(1, 2, 255), new ShortArray2(short.MaxValue, -5))).Value.AsPaint.Value;
        Assert.Equal(new byte[] { 255, 2, 1 }, painted.Field0.ToArray());
        Assert.Equal(new short[] { -5, short.MaxValue }, painted.Field1.ToArray());
        Assert.Equal(Interop.ShapeAfter(Pin), Interop.ChangeUndone(new Change.Draw(Pin)).Value.AsDraw.Value.Value);
    }

    [Fact]
    public void A_result_has_an_error_a_case_or_none()
    {
        Assert.Equal(Error.Full, Assert.Throws<ErrorException>(() => Interop.ChangeUndone(new Change.Undo())).Error);
        Assert.False(Interop.ChangeUndone(new Change.Stop()).HasValue);
    }

    [Fact]
    public void Cases_may_lead_to_memory()
    {
        var points = new[] { new Vec2(1, 2), new Vec2(-3, float.MaxValue) };
        Command line = new Command.Line(points, Marker.Hidden);
        Assert.Equal(Digest.Of(0, 0x48, 0xC3, 0xB6), Interop.CommandDigest(new Command.Write("Hö")));
        Assert.Equal(Digest.Of(Digest.Of(1, Marker.Hidden), 1f, 2f, -3f, float.MaxValue), Interop.CommandDigest(line));
        Assert.Equal(Digest.Of(2, DigestOf(Pin)), Interop.CommandDigest(new Command.Far(Pin)));
        Assert.Equal(Digest.Of(3, uint.MaxValue), Interop.CommandDigest(new Command.Count(uint.MaxValue)));
        Assert.Equal(Digest.Of(3, 77), Interop.CommandDigest(new Command.Count(null)));
        Assert.Throws<ArgumentNullException>(() => Interop.CommandDigest(null));
        Assert.Throws<ArgumentNullException>(() => Interop.CommandDigest(new Command.Write(null)));
        Assert.ThrowsAny<ArgumentException>(() => Interop.CommandDigest(new Command.Line(line.AsLine.Points, (Marker)3)));
        Assert.ThrowsAny<ArgumentException>(() => Interop.CommandDigest(new Command.Write("half a pair: \ud800")));
    }

    [Fact]
    public void Cases_that_lead_to_memory_are_compared_by_what_is_there()
    {
        Command line = new Command.Line(new[] { new Vec2(1, 2) }, Marker.Dot);
        Assert.Equal(line, (Command)new Command.Line(new[] { new Vec2(1, 2) }, Marker.Dot));
        Assert.True(line == new Command.Line(new[] { new Vec2(1, 2) }, Marker.Dot));
        Assert.NotEqual(line, (Command)new Command.Line(new[] { new Vec2(1, 3) }, Marker.Dot));
        Assert.NotEqual(line, (Command)new Command.Write("a line"));
        Assert.Equal(CommandTag.Line, line.Tag);
        Assert.Null(line.AsWrite);
        Assert.Equal("1 point", line.Match(w => w.Value, l => $"{l.Points.Length} point", f => "far", c => "count"));
        Assert.True(line.Case is Command.Line);
    }

    [Fact]
    public void A_case_is_replaced_in_place()
    {
        var shape = Pin;
        Assert.Equal(DigestOf(Pin), Interop.ShapeAdvance(ref shape));
        Assert.Equal((Shape)new Shape.Square(7), shape);
        Assert.Equal(Digest.Of(4, 7f), Interop.ShapeAdvance(ref shape));
        Assert.Equal(ShapeTag.Nothing, shape.Tag);
        Assert.Equal(0ul, Interop.ShapeAdvance(ref shape));
        Assert.Equal(1.5, shape.AsCircle.Value.Radius);
    }

    [Fact]
    public void Cases_stand_in_slices()
    {
        ulong digest = 0;
        foreach (var shape in All) digest = Digest.Of(digest, DigestOf(shape));
        Assert.Equal(digest, Interop.ShapesDigest(All));
        Assert.Equal(0ul, Interop.ShapesDigest(new Shape[0]));
    }

    [Fact]
    public void Cases_stand_in_structs_and_arrays()
    {
        var layer = Interop.LayerChanged(new Layer(255, Pin, new ShapeArray2(Circle, Rectangle), false));
        Assert.Equal((byte)0, layer.Depth);
        Assert.Equal((Shape)new Shape.Square(7), layer.Shape);
        Assert.Equal(new[] { Rectangle, Circle }, layer.Others.ToArray());
        Assert.Equal(0x80000000u, Bits.Of(layer.Others[0].AsRectangle.Value.Height));
        Assert.True(layer.Visible);
    }

    [Fact]
    public void Callbacks_get_cases()
    {
        var tags = new ShapeTag[5];
        ulong digest = 0;
        long sum = Interop.ShowShapes(Rectangle, (shape, index) =>
        {
            tags[index] = shape.Tag;
            digest = Digest.Of(digest, DigestOf(shape));
            return long.MinValue / 8 + index;
        });
        Assert.Equal(long.MinValue / 8 * 5 + 10, sum);
        Assert.Equal(new[] { ShapeTag.Rectangle, ShapeTag.Pin, ShapeTag.Square, ShapeTag.Nothing, ShapeTag.Circle }, tags);
        ulong expected = 0;
        var next = Rectangle;
        for (int i = 0; i < 5; i++, next = Interop.ShapeAfter(next)) expected = Digest.Of(expected, DigestOf(next));
        Assert.Equal(expected, digest);
    }

    private static void GoesRound<T>(Func<T, T> next, T low, T middle, T high, T first)
    {
        Assert.Equal(middle, next(low));
        Assert.Equal(high, next(middle));
        Assert.Equal(first, next(high));
    }

    [Fact]
    public void A_tag_may_be_any_signed_integer()
    {
        Assert.Equal(new long[] { sbyte.MinValue, -1, sbyte.MaxValue }, new[] { (long)ByI8Tag.Low, (long)ByI8Tag.Middle, (long)ByI8Tag.High });
        Assert.Equal(new long[] { int.MinValue, -1, int.MaxValue }, new[] { (long)ByI64Tag.Low, (long)ByI64Tag.Middle, (long)ByI64Tag.High });
        Assert.Equal(typeof(long), Enum.GetUnderlyingType(typeof(ByI64Tag)));
        GoesRound<ByI8>(Interop.AfterByI8, new ByI8.Low(200), new ByI8.Middle(-200, 200 << 8), new ByI8.High(), new ByI8.Low(0xA5));
        GoesRound<ByI16>(Interop.AfterByI16, new ByI16.Low(201), new ByI16.Middle(-201, 201 << 8), new ByI16.High(), new ByI16.Low(0xA5));
        GoesRound<ByI32>(Interop.AfterByI32, new ByI32.Low(202), new ByI32.Middle(-202, 202 << 8), new ByI32.High(), new ByI32.Low(0xA5));
        GoesRound<ByI64>(Interop.AfterByI64, new ByI64.Low(203), new ByI64.Middle(-203, 203 << 8), new ByI64.High(), new ByI64.Low(0xA5));
    }

    [Fact]
    public void A_tag_may_be_any_unsigned_integer()
    {
        Assert.Equal(new long[] { 0, 0x80, byte.MaxValue }, new[] { (long)ByU8Tag.Low, (long)ByU8Tag.Middle, (long)ByU8Tag.High });
        Assert.Equal(new long[] { 0, 1L << 31, uint.MaxValue }, new[] { (long)ByU64Tag.Low, (long)ByU64Tag.Middle, (long)ByU64Tag.High });
        Assert.Equal(typeof(ulong), Enum.GetUnderlyingType(typeof(ByU64Tag)));
        GoesRound<ByU8>(Interop.AfterByU8, new ByU8.Low(204), new ByU8.Middle(-204, 204 << 8), new ByU8.High(), new ByU8.Low(0xA5));
        GoesRound<ByU16>(Interop.AfterByU16, new ByU16.Low(205), new ByU16.Middle(-205, 205 << 8), new ByU16.High(), new ByU16.Low(0xA5));
        GoesRound<ByU32>(Interop.AfterByU32, new ByU32.Low(206), new ByU32.Middle(-206, 206 << 8), new ByU32.High(), new ByU32.Low(0xA5));
        GoesRound<ByU64>(Interop.AfterByU64, new ByU64.Low(207), new ByU64.Middle(-207, 207 << 8), new ByU64.High(), new ByU64.Low(0xA5));
    }

    [Fact]
    public void A_tag_of_each_size_is_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.AfterByI8(Memory.With<ByI8>(new ByI8.Low(1), 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.AfterByU16(Memory.With<ByU16>(new ByU16.Low(1), 0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.AfterByI32(Memory.With<ByI32>(new ByI32.High(), 3, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.AfterByU64(Memory.With<ByU64>(new ByU64.High(), 7, 1)));
    }
}
