// The values of constants, as the bindings have them.
using System;
using System.Linq;
using ReferenceProject;
using Xunit;

public class ConstantsTests
{
    // They are the compiler's constants too: this would not compile otherwise.
    private const uint Most = Interop.MaxPoints;
    private const long Lowest = Interop.LowestI64;
    private const double Tiniest = Interop.Tiniest;

    [Fact]
    public void Integers_have_their_values()
    {
        Assert.True(Interop.Enabled);
        Assert.Equal(64u, Most);
        Assert.Equal(sbyte.MinValue, Interop.LowestI8);
        Assert.Equal(int.MinValue, Interop.LowestI32);
        Assert.Equal(long.MinValue, Lowest);
        Assert.Equal(ushort.MaxValue, Interop.HighestU16);
        Assert.Equal(ulong.MaxValue, Interop.HighestU64);
        Assert.Equal(3628800u, Interop.FactorialOf10);
        Assert.Equal(4096ul, (ulong)Interop.BlockSize);
    }

    [Fact]
    public void Floats_have_their_values()
    {
        Assert.Equal(0.1f, Interop.Tenth);
        Assert.Equal(1.0 / 3.0, Interop.Third);
        Assert.Equal(double.Epsilon, Tiniest);
        Assert.Equal(long.MinValue, BitConverter.DoubleToInt64Bits(Interop.MinusZero));
        Assert.Equal(double.PositiveInfinity, Interop.Endless);
        Assert.Equal(float.NegativeInfinity, Interop.MinusEndless);
        Assert.True(double.IsNaN(Interop.NoNumber));
    }

    [Fact]
    public void Enums_can_be_constants()
    {
        Assert.Equal(Marker.Cross, Interop.DefaultMarker);
        Assert.Equal(Far.Lowest, Interop.Farthest);
    }

    [Fact]
    public void The_library_has_the_same_ones()
    {
        Assert.True(Interop.ConstantsAgree(Lowest, Interop.HighestU64, Interop.Tenth, Interop.Third, Tiniest, Interop.MinusZero));
        Assert.False(Interop.ConstantsAgree(Lowest, Interop.HighestU64, Interop.Tenth, Interop.Third, Tiniest, 0.0));
    }

    [Fact]
    public void Extreme_integers_have_their_values()
    {
        Assert.Equal(short.MinValue, Interop.LowestI16);
        Assert.Equal(new IntPtr(-0x7FFF_FFFF), Interop.BelowIsize);
        Assert.Equal(byte.MaxValue, Interop.HighestU8);
        Assert.Equal(uint.MaxValue, Interop.HighestU32);
    }

    [Fact]
    public void Texts_are_constants_whatever_they_contain()
    {
        const string Title = Interop.Title;
        Assert.Equal("Größe \"1/2\" 'x' \\ ??/ */ /* 日本 \U0001F980 {0} %d $x \0\t\r\n\u007f\u2028#", Title);
        Assert.Equal("", Interop.NoText);
        Assert.Equal("C's \\ \"title\", ä\u0001", Interop.CTitle);
    }

    [Fact]
    public void Arrays_have_each_of_their_elements()
    {
        Assert.Equal(new byte[] { 0, 1, 254, 255 }, Interop.Digits.ToArray());
        Assert.Equal(new[] { long.MinValue, -1, 0, long.MaxValue }, Interop.Steps.ToArray());
        Assert.Equal(new[] { Marker.Hidden, Marker.Dot, Marker.Cross }, Interop.Markers.ToArray());
        Assert.Equal(new[] { true, false, true }, Interop.Answers.ToArray());
    }

    [Fact]
    public void Arrays_nest()
    {
        Assert.Equal(2, Interop.Matrix.Count);
        Assert.Equal(Digest.Of(1.5f, -0f), Digest.Of(Interop.Matrix[0][0], Interop.Matrix[0][1]));
        Assert.Equal(Digest.Of(float.PositiveInfinity, 1e-40f), Digest.Of(Interop.Matrix[1][0], Interop.Matrix[1][1]));
    }

    [Fact]
    public void Structs_and_sets_are_constants()
    {
        Assert.Equal(new Vec2(0.5f, -2), Interop.Corner);
        Assert.Equal(new[] { new Vec2(0.5f, -2), new Vec2(float.MaxValue, 1.17549435e-38f) }, Interop.Corners.ToArray());
        Assert.Equal(Permission.Edit | Permission.Own, Interop.MayEdit);
    }

    [Fact]
    public void Constants_of_a_type_are_called_after_it()
    {
        Assert.Equal(new Vec2(1, 0), Interop.Vec2East);
        Assert.Equal(1f, Interop.Vec2EastLength);
        Assert.Equal(new[] { "x", "y" }, Interop.Vec2Axes.ToArray());
        Assert.Equal(new[] { "one", "", "drei €" }, Interop.Words.ToArray());
    }

    [Fact]
    public void The_library_has_the_same_values()
    {
        var rows = Interop.Matrix.Select(row => new FloatArray2(row.ToArray())).ToArray();
        var matrix = new FloatArray2Array2(rows);
        Assert.True(Interop.ValuesAgree(Interop.Title, Interop.CTitle, Interop.Steps.ToArray(), matrix, Interop.Corner));
        Assert.False(Interop.ValuesAgree(Interop.Title + "x", Interop.CTitle, Interop.Steps.ToArray(), matrix, Interop.Corner));
    }

    [Fact]
    public void Lists_cannot_be_changed()
    {
        var list = (System.Collections.Generic.IList<Marker>)Interop.Markers;
        Assert.Throws<NotSupportedException>(() => list[0] = Marker.Dot);
    }
}
