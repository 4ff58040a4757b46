// Types by other names in Rust are the types that they are here.
using System;
using ReferenceProject;
using Xunit;

public class AliasesTests
{
    [Fact]
    public void Numbers_by_other_names_are_numbers()
    {
        Assert.Equal(-1.25e300, Interop.SecondsTogether(-1.5e300, 0.25e300));
        Assert.Equal(0.1 + 0.2, Interop.SecondsTogether(0.1, 0.2));
        Assert.Equal(double.PositiveInfinity, Interop.SecondsTogether(double.MaxValue, double.MaxValue));
    }

    [Fact]
    public void A_struct_by_three_names_is_one() =>
        Assert.Equal(new Vec2(-19, 7.5f), Interop.Opposite(new Vec2(20, -8.5f), new Vec2(0.5f, -0.5f)));

    [Fact]
    public void Fields_by_other_names_keep_their_values()
    {
        var corners = new Vec2Array2(new Vec2(1, -2), new Vec2(float.MaxValue, 4));
        Timer after = Interop.TimerChanged(new Timer(1e-300, corners, new Metres(-7.25)));
        Assert.Equal(0.5e-300, after.Delay);
        Assert.Equal(new Vec2(float.MaxValue, 4), after.Corners[0]);
        Assert.Equal(new Vec2(1, -2), after.Corners[1]);
        Assert.Equal(new Metres(7.25), after.Distance);
    }

    [Fact]
    public void An_option_by_another_name_may_be_none()
    {
        Timer after = Interop.TimerChanged(new Timer(-4, default(Vec2Array2), null));
        Assert.Equal(-2.0, after.Delay);
        Assert.Equal(new Metres(1), after.Distance);
    }

    [Fact]
    public void Addresses_by_another_name_are_addresses()
    {
        Assert.Equal(-0x1234_5678L, Interop.AddressDistance(new IntPtr(0x2345_6789), new IntPtr(0x1111_1111)));
        Assert.Null(Interop.AddressDistance(IntPtr.Zero, new IntPtr(1)));
        Assert.Null(Interop.AddressDistance(new IntPtr(1), IntPtr.Zero));
    }
}
