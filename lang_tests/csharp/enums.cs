// Enums of several sizes, and what is none of their values.
using System;
using ReferenceProject;
using Xunit;

public class EnumsTests
{
    [Fact]
    public void Variants_have_their_discriminants()
    {
        Assert.Equal(1, (int)Marker.Dot);
        Assert.Equal(2, (int)Marker.Cross);
        Assert.Equal(255, (int)Marker.Hidden);
        Assert.Equal(-128, (int)Level.Lowest);
        Assert.Equal(-1, (int)Level.Below);
        Assert.Equal(0, (int)Level.Ground);
        Assert.Equal(127, (int)Level.Highest);
        Assert.Equal(0, (int)Step.First);
        Assert.Equal(10, (int)Step.Tenth);
        Assert.Equal(11, (int)Step.Next);
        Assert.Equal(-3, (int)Step.Back);
        Assert.Equal(65535, (int)Port.Last);
        Assert.Equal(long.MinValue, (long)Far.Lowest);
        Assert.Equal(long.MaxValue, (long)Far.Highest);
    }

    [Fact]
    public void Enums_have_the_type_of_their_repr()
    {
        Assert.Equal(typeof(byte), Enum.GetUnderlyingType(typeof(Marker)));
        Assert.Equal(typeof(sbyte), Enum.GetUnderlyingType(typeof(Level)));
        Assert.Equal(typeof(int), Enum.GetUnderlyingType(typeof(Step)));
        Assert.Equal(typeof(ushort), Enum.GetUnderlyingType(typeof(Port)));
        Assert.Equal(typeof(long), Enum.GetUnderlyingType(typeof(Far)));
    }

    [Theory]
    [InlineData(Marker.Dot, Marker.Cross)]
    [InlineData(Marker.Cross, Marker.Hidden)]
    [InlineData(Marker.Hidden, Marker.Dot)]
    public void Next_marker_goes_round(Marker marker, Marker next) => Assert.Equal(next, Interop.NextMarker(marker));

    [Theory]
    [InlineData(Level.Lowest, -128)]
    [InlineData(Level.Below, -1)]
    [InlineData(Level.Ground, 0)]
    [InlineData(Level.Highest, 127)]
    public void Negative_discriminants_keep_their_sign(Level level, int value)
    {
        Assert.Equal(value, Interop.LevelValue(level));
        Assert.Equal((Level?)level, Interop.LevelOf(value));
    }

    [Fact]
    public void Enums_come_back_in_options()
    {
        Assert.False(Interop.LevelOf(-2).HasValue);
        Assert.False(Interop.LevelOf(255).HasValue);
    }

    [Fact]
    public void An_enum_without_a_size_is_an_int()
    {
        Assert.Equal(Step.Tenth, Interop.NextStep(Step.First));
        Assert.Equal(Step.Next, Interop.NextStep(Step.Tenth));
        Assert.Equal(Step.Back, Interop.NextStep(Step.Next));
        Assert.Equal(Step.First, Interop.NextStep(Step.Back));
    }

    [Fact]
    public void Wide_enums_keep_all_their_bits()
    {
        Assert.Equal(Port.Last, Interop.OtherPort(Port.None));
        Assert.Equal(Port.None, Interop.OtherPort(Port.Last));
        Assert.Equal(Far.Here, Interop.NextFar(Far.Lowest));
        Assert.Equal(Far.Highest, Interop.NextFar(Far.Here));
        Assert.Equal(Far.Lowest, Interop.NextFar(Far.Highest));
    }

    [Fact]
    public void An_unknown_value_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NextMarker((Marker)7)); // it crosses bare, and would abort
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.LevelValue((Level)5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NextFar((Far)1));
    }

    [Fact]
    public void Every_repr_has_its_extremes()
    {
        Assert.Equal(typeof(short), Enum.GetUnderlyingType(typeof(Offset)));
        Assert.Equal(typeof(int), Enum.GetUnderlyingType(typeof(Code)));
        Assert.Equal(typeof(uint), Enum.GetUnderlyingType(typeof(Magic)));
        Assert.Equal(typeof(ulong), Enum.GetUnderlyingType(typeof(Huge)));
        Assert.Equal(short.MinValue, (short)Offset.Lowest);
        Assert.Equal(short.MaxValue, (short)Offset.Highest);
        Assert.Equal(int.MinValue, (int)Code.Lowest);
        Assert.Equal(int.MaxValue, (int)Code.Highest);
        Assert.Equal(uint.MaxValue, (uint)Magic.Highest);
        Assert.Equal(ulong.MaxValue, (ulong)Huge.Highest);
    }

    [Fact]
    public void Variants_of_every_repr_go_round()
    {
        Assert.Equal(Offset.Some, Interop.NextOffset(Offset.Lowest));
        Assert.Equal(Offset.Highest, Interop.NextOffset(Offset.Some));
        Assert.Equal(Offset.Lowest, Interop.NextOffset(Offset.Highest));
        Assert.Equal(Code.Fault, Interop.NextCode(Code.Lowest));
        Assert.Equal(Code.Highest, Interop.NextCode(Code.Fault));
        Assert.Equal(Code.Lowest, Interop.NextCode(Code.Highest));
        Assert.Equal(Magic.Mixed, Interop.NextMagic(Magic.Sign));
        Assert.Equal(Magic.Highest, Interop.NextMagic(Magic.Mixed));
        Assert.Equal(Magic.Sign, Interop.NextMagic(Magic.Highest));
        Assert.Equal(Huge.Sign, Interop.NextHuge(Huge.Nothing));
        Assert.Equal(Huge.Highest, Interop.NextHuge(Huge.Sign));
        Assert.Equal(Huge.Nothing, Interop.NextHuge(Huge.Highest));
    }

    [Fact]
    public void Unknown_values_of_every_repr_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NextOffset((Offset)1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NextCode((Code)1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NextMagic((Magic)1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NextHuge((Huge)1));
    }
}
