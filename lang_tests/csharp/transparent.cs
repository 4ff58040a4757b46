// Structs that are their one field at the ABI, and types of their own in C#.
using System;
using ReferenceProject;
using Xunit;

public class TransparentTests
{
    [Fact]
    public void A_float_goes_where_floats_go()
    {
        Assert.Equal(-1 + 273.15, Interop.KelvinOf(-1).Value);
        Assert.Equal(0x8000000000000001, Interop.KelvinBits(new Kelvin(-5e-324)));
        Assert.Equal(0x7FF8000000000000ul, Interop.KelvinBits(new Kelvin(double.NaN)) & 0x7FFFFFFFFFFFFFFF);
    }

    [Fact]
    public void An_integer_keeps_all_its_bits()
    {
        Assert.Equal(new GuestId(0x0123456789ABCDF0), Interop.NextGuest(new GuestId(0x0123456789ABCDEF)));
        Assert.Equal(new GuestId(1ul << 32), Interop.NextGuest(new GuestId(uint.MaxValue)));
        Assert.Equal(0ul, Interop.NextGuest(new GuestId(ulong.MaxValue)).Number);
    }

    [Fact]
    public void A_struct_is_passed_as_that_struct() =>
        Assert.Equal(new Place(new Vec2(float.MaxValue, -0.5f)), Interop.PlaceMirrored(new Place(new Vec2(-0.5f, float.MaxValue))));

    [Fact]
    public void A_transparent_struct_may_be_in_another() =>
        Assert.Equal(-1e300 / 2, Interop.MeltingHalved(new Melting(new Kelvin(-1e300))).Value.Value);

    [Fact]
    public void An_enum_in_it_is_checked()
    {
        Assert.Equal(Marker.Cross, Interop.StyleAfter(new Style(Marker.Dot)).Value);
        Assert.Equal(Marker.Hidden, Interop.StyleAfter(new Style(Marker.Cross)).Value);
        Assert.Equal(Marker.Dot, Interop.StyleAfter(new Style(Marker.Hidden)).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.StyleAfter(new Style((Marker)3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.StyleAfter(default(Style)));
    }

    [Fact]
    public void One_beside_a_field_without_room_may_be_missing()
    {
        Assert.Equal((Handle?)new Handle(int.MinValue), Interop.HandleInverted(new Handle(int.MaxValue)));
        Assert.Equal((Handle?)new Handle(~0x01020304), Interop.HandleInverted(new Handle(0x01020304)));
        Assert.Equal(4, Memory.Size<Handle>());
        Assert.False(Interop.HandleInverted(new Handle(-1)).HasValue);
    }

    [Fact]
    public void They_stand_in_slices()
    {
        Assert.Equal((Kelvin?)new Kelvin(1e300), Interop.Warmest(new[] { new Kelvin(-1), new Kelvin(1e300), new Kelvin(5e-324) }));
        Assert.False(Interop.Warmest(new Kelvin[0]).HasValue);
    }

    [Fact]
    public void They_stand_in_structs_and_arrays()
    {
        var stay = new Stay(new GuestId(255), new Style(Marker.Cross), new Place(new Vec2(1, -2)), new KelvinArray2(new Kelvin(0.1), new Kelvin(-1e300)));
        var after = Interop.StayAfter(stay);
        Assert.Equal(256ul, after.Guest.Number);
        Assert.Equal(Marker.Hidden, after.Style.Value);
        Assert.Equal(new Vec2(-2, 1), after.Place.At);
        Assert.Equal(new[] { new Kelvin(-1e300), new Kelvin(0.1) }, after.Warmth.ToArray());
        stay.Style.Value = (Marker)7;
        Assert.ThrowsAny<ArgumentException>(() => Interop.StayAfter(stay));
    }

    [Fact]
    public void They_are_changed_in_place()
    {
        var x = new Kelvin(273.15);
        Interop.WarmUp(ref x, -0.15);
        Assert.Equal(new Kelvin(273.15 - 0.15), x);
    }
}
