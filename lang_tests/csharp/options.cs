// Options: what is there, and that nothing is.
using System;
using ReferenceProject;
using Xunit;

public class OptionsTests
{
    [Fact]
    public void Numbers_may_be_missing_on_the_way_out()
    {
        Assert.Equal((uint?)5, Interop.Half(10));
        Assert.Equal((uint?)int.MaxValue, Interop.Half(uint.MaxValue - 1));
        Assert.Equal((uint?)0, Interop.Half(0));
        Assert.False(Interop.Half(7).HasValue);
    }

    [Fact]
    public void Numbers_may_be_missing_on_the_way_in()
    {
        Assert.Equal(5ul, Interop.OrHighest(5));
        Assert.Equal(0ul, Interop.OrHighest(0));
        Assert.Equal(ulong.MaxValue, Interop.OrHighest(null));
    }

    [Fact]
    public void Structs_may_be_missing()
    {
        Assert.Equal((Vec2?)new Vec2(-2, 1), Interop.MirroredIf(new Vec2(1, -2)));
        Assert.False(Interop.MirroredIf(null).HasValue);
    }

    [Fact]
    public void Enums_may_be_missing()
    {
        Assert.Equal((Marker?)Marker.Dot, Interop.MarkerBefore(Marker.Cross));
        Assert.Equal((Marker?)Marker.Hidden, Interop.MarkerBefore(null));
        Assert.False(Interop.MarkerBefore(Marker.Dot).HasValue);
    }

    [Fact]
    public void An_unknown_enum_value_in_an_option_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => Interop.MarkerBefore((Marker)3));

    [Fact]
    public void Bools_may_be_missing()
    {
        Assert.Equal((bool?)false, Interop.NegateIf(true));
        Assert.Equal((bool?)true, Interop.NegateIf(false));
        Assert.False(Interop.NegateIf(null).HasValue);
    }

    [Fact]
    public void Fields_may_be_missing()
    {
        var back = Interop.Complement(new Reading(21f, null, 255));
        Assert.False(back.Temperature.HasValue);
        Assert.Equal((Vec2?)new Vec2(7, -8), back.Place);
        Assert.Equal((byte)0, back.Id);
        var again = Interop.Complement(back);
        Assert.Equal((float?)-1.5f, again.Temperature);
        Assert.False(again.Place.HasValue);
        Assert.Equal((byte)1, again.Id);
    }
}
