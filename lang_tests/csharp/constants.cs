// The values of constants, as the bindings have them.
using System;
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
}
