// Tuple structs: fields that are known by their places.
using System;
using ReferenceProject;
using Xunit;

public class TuplesTests
{
    private static readonly Sample First = new Sample(255, -1e300, short.MinValue);
    private static readonly Sample Second = new Sample(1, 0.5, 0x1234);
    private static readonly Sample Third = new Sample(0x5A, double.MaxValue, -2);

    [Fact]
    public void One_field_is_a_value()
    {
        Assert.Equal(0.5, Interop.MetresBetween(new Metres(0.75), new Metres(0.25)).Value);
        Assert.Equal(new Metres(-1e300), Interop.MetresBetween(new Metres(0), new Metres(1e300)));
    }

    [Fact]
    public void Each_field_keeps_its_place()
    {
        var after = Interop.SampleAfter(First);
        Assert.Equal((byte)0, after.Field0);
        Assert.Equal(1e300, after.Field1);
        Assert.Equal((short)0, after.Field2);
        after = Interop.SampleAfter(Second);
        Assert.Equal((byte)2, after.Field0);
        Assert.Equal(-0.5, after.Field1);
        Assert.Equal((short)0x2468, after.Field2);
    }

    [Fact]
    public void Structs_arrays_enums_and_tuples_are_in_one()
    {
        var turned = Interop.PinTurned(new Pin(new Vec2(1.5f, -2), new SByteArray3(-128, 1, 127), Marker.Hidden, new Metres(0.1)));
        Assert.Equal(new Vec2(-2, 1.5f), turned.Field0);
        Assert.Equal(new sbyte[] { 127, 1, -128 }, turned.Field1.ToArray());
        Assert.Equal(Marker.Dot, turned.Field2);
        Assert.Equal(new Metres(-0.1), turned.Field3);
        Assert.Equal(Marker.Hidden, Interop.PinTurned(turned).Field2);
    }

    [Fact]
    public void What_a_tuple_holds_is_checked() => // it crosses bare, and would abort
        Assert.ThrowsAny<ArgumentException>(() => Interop.PinTurned(new Pin(new Vec2(1, 2), new SByteArray3(1, 2, 3), (Marker)3, new Metres(4))));

    [Fact]
    public void Tuples_are_fields_and_options_of_structs()
    {
        var reversed = Interop.TrackReversed(new Track(First, null, new SampleArray2(Second, Third)));
        Assert.Equal(Third, reversed.First);
        Assert.Equal((Metres?)new Metres(0.5), reversed.Length);
        Assert.Equal(new[] { Second, First }, reversed.Last.ToArray());
        reversed = Interop.TrackReversed(new Track(First, new Metres(-0.1), new SampleArray2(Second, Third)));
        Assert.Equal((Metres?)new Metres(-0.2), reversed.Length);
    }

    [Fact]
    public void Tuples_stand_in_slices()
    {
        Assert.Equal((Sample?)Third, Interop.LargestSample(new[] { First, Third, Second }));
        Assert.Equal((Sample?)First, Interop.LargestSample(new[] { First }));
        Assert.False(Interop.LargestSample(new Sample[0]).HasValue);
    }
}
