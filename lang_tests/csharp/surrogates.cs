// Types that the library's author does not own: their mirrors are as good as any other type.
using System;
using ReferenceProject;
using Xunit;

public class SurrogatesTests
{
    private static readonly Colour Red = new Colour(255, 1, 0x5A, 0.25f);

    [Fact]
    public void Each_field_goes_through_the_mirror_and_back()
    {
        var inverted = Interop.ColourInverted(Red);
        Assert.Equal((byte)0, inverted.Red);
        Assert.Equal((byte)254, inverted.Green);
        Assert.Equal((byte)0xA5, inverted.Blue);
        Assert.Equal(0.75f, inverted.Alpha);
        Assert.Equal(Red, Interop.ColourInverted(inverted));
    }

    [Fact]
    public void A_mirror_may_stand_in_a_mirror()
    {
        var turned = Interop.HighlightTurned(new Highlight(1, 0xFEDCBA98, Red));
        Assert.Equal(0xFEDCBA98, turned.Field0);
        Assert.Equal(1u, turned.Field1);
        Assert.Equal(new Colour(0, 254, 0xA5, 0.75f), turned.Field2);
    }

    [Theory]
    [InlineData(1.0, 2.0, Ordering.Less)]
    [InlineData(double.PositiveInfinity, double.MaxValue, Ordering.Greater)]
    [InlineData(0.0, -0.0, Ordering.Equal)]
    public void A_foreign_enum_comes_back(double a, double b, Ordering ordering) => Assert.Equal((Ordering?)ordering, Interop.Compare(a, b));

    [Fact]
    public void A_foreign_enum_may_be_missing()
    {
        Assert.False(Interop.Compare(double.NaN, 1).HasValue);
        Assert.False(Interop.Compare(1, double.NaN).HasValue);
    }

    [Fact]
    public void A_foreign_enum_has_the_values_of_its_mirror()
    {
        Assert.Equal(typeof(sbyte), Enum.GetUnderlyingType(typeof(Ordering)));
        Assert.Equal(-1, (int)Ordering.Less);
        Assert.Equal(0, (int)Ordering.Equal);
        Assert.Equal(1, (int)Ordering.Greater);
        Assert.Equal(Ordering.Greater, Interop.OrderingReversed(Ordering.Less));
        Assert.Equal(Ordering.Equal, Interop.OrderingReversed(Ordering.Equal));
        Assert.Equal(Ordering.Less, Interop.OrderingReversed(Ordering.Greater));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.OrderingReversed((Ordering)2)); // it crosses bare, and would abort
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.OrderingReversed((Ordering)(-2)));
    }

    [Fact]
    public void A_type_of_the_standard_library_has_its_mirror_too()
    {
        var interval = new Interval(-1e300, 5e-324);
        Assert.True(Interop.IntervalContains(interval, -1e300));
        Assert.True(Interop.IntervalContains(interval, 0));
        Assert.False(Interop.IntervalContains(interval, 5e-324));
        Assert.False(Interop.IntervalContains(interval, double.NegativeInfinity));
        Assert.False(Interop.IntervalContains(new Interval(5e-324, -1e300), 0));
    }
}
