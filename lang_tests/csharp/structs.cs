// Structs by value: each field has a value of its own, so that exchanged ones show.
using System;
using ReferenceProject;
using Xunit;

public class StructsTests
{
    private static readonly Segment Line = new Segment(new Vec2(1, 2), new Vec2(3, 4), Marker.Hidden);

    [Fact] public void Dot_pairs_equal_fields() => Assert.Equal(2200f, Interop.Dot(new Vec2(2, 3), new Vec2(50, 700)));

    [Fact]
    public void Small_structs_return_in_registers() =>
        Assert.Equal(new Vec2(float.MaxValue, -1.5f), Interop.Mirrored(new Vec2(-1.5f, float.MaxValue)));

    [Fact]
    public void Structs_are_values()
    {
        var v = new Vec2(1, 2);
        var copy = v;
        copy.X = 7;
        Assert.Equal(1f, v.X);
        Assert.Equal(new Vec2(7, 2), copy);
        Assert.False(v.Equals(copy));
        Assert.True(v.ToString().Contains("X = 1") && v.ToString().Contains("Y = 2"));
    }

    [Fact]
    public void Padded_structs_keep_each_field()
    {
        var after = Interop.MixedAfter(new Mixed(255, 0, -2, 0.5f, true, -10));
        Assert.Equal((byte)0, after.Tag);
        Assert.Equal(ulong.MaxValue, after.Big);
        Assert.Equal((short)2, after.Delta);
        Assert.Equal(1f, after.Ratio);
        Assert.False(after.Yes);
        Assert.Equal(-2.5, after.Precise);
    }

    [Fact]
    public void Nested_structs_keep_each_field()
    {
        var back = Interop.Reversed(Line);
        Assert.Equal(new Vec2(3, 4), back.From);
        Assert.Equal(new Vec2(1, 2), back.To);
        Assert.Equal(Marker.Hidden, back.Marker);
    }

    [Fact]
    public void Structs_nest_twice()
    {
        var frame = Interop.FrameOf(7, new Segment(new Vec2(1, 2), new Vec2(3, 4), Marker.Cross), 9);
        Assert.Equal((ushort)7, frame.Depth);
        Assert.Equal(new Vec2(1, 2), frame.Diagonal.From);
        Assert.Equal(new Vec2(3, 4), frame.Diagonal.To);
        Assert.Equal(Marker.Cross, frame.Diagonal.Marker);
        Assert.Equal(9.0, frame.Scale);
        Assert.Equal(9243217.0, Interop.FrameSum(frame));
    }

    [Fact]
    public void An_unknown_enum_value_in_a_struct_is_refused()
    {
        var wrong = new Segment(new Vec2(1, 2), new Vec2(3, 4), (Marker)3);
        Assert.ThrowsAny<ArgumentException>(() => Interop.Reversed(wrong));
    }

    [Fact]
    public void Arrays_keep_each_element()
    {
        var back = Interop.BlockReversed(new Block(
            65535,
            new ByteArray5(1, 2, 3, 4, 255),
            new Vec2Array2(new Vec2(1, 2), new Vec2(3, 4)),
            new DoubleArray3(0.25, -1e300, 7)));
        Assert.Equal((ushort)0, back.Id);
        Assert.Equal(new byte[] { 255, 4, 3, 2, 1 }, back.Bytes.ToArray());
        Assert.Equal(new Vec2Array2(new Vec2(3, 4), new Vec2(1, 2)), back.Points);
        Assert.Equal(7.0, back.Ratios[0]);
        Assert.Equal(-1e300, back.Ratios[1]);
        Assert.Equal(0.25, back.Ratios[2]);
    }

    [Fact] public void Arrays_of_another_length_are_refused() => Assert.Throws<ArgumentException>(() => new ByteArray5(1, 2, 3, 4));

    [Fact]
    public void Three_bytes_stay_three_bytes() => Assert.Equal(new Triple(128, 255, 1), Interop.TripleRotated(new Triple(1, 128, 255)));

    [Fact]
    public void Large_structs_go_through_memory() =>
        Assert.Equal(new Wide(-2, 3, long.MaxValue, 5, long.MinValue), Interop.WideRotated(new Wide(long.MinValue, -2, 3, long.MaxValue, 5)));

    [Fact]
    public void Arrays_nest()
    {
        var rows = new ShortArray2Array3(new ShortArray2(1, 2), new ShortArray2(3, short.MinValue), new ShortArray2(5, 6));
        var back = Interop.GridReversed(new Grid(rows, 255));
        Assert.Equal(new ShortArray2(5, 6), back.Rows[0]);
        Assert.Equal((short)3, back.Rows[1][0]);
        Assert.Equal(short.MinValue, back.Rows[1][1]);
        Assert.Equal(new short[] { 1, 2 }, back.Rows[2].ToArray());
        Assert.Equal((byte)0, back.Id);
    }
}
