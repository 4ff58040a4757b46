// Sets of flags: any of them together, none of them, and bits that nobody knows.
using System;
using System.Linq;
using ReferenceProject;
using Xunit;

public class FlagsTests
{
    [Fact]
    public void Flags_have_their_bits()
    {
        Assert.Equal(0, (int)Permission.None);
        Assert.Equal(1, (int)Permission.Read);
        Assert.Equal(3, (int)Permission.Edit);
        Assert.Equal(128, (int)Permission.Own);
        Assert.Equal(0x8000_0000u, (uint)Event.Closed);
        Assert.Equal(0x100_0000_0000ul, (ulong)Feature.Extended);
        Assert.Equal(0x8000_0000_0000_0000ul, (ulong)Feature.Everything);
    }

    [Fact]
    public void Flags_are_as_wide_as_in_rust_and_say_that_they_are_flags()
    {
        Assert.Equal(typeof(byte), Enum.GetUnderlyingType(typeof(Permission)));
        Assert.Equal(typeof(uint), Enum.GetUnderlyingType(typeof(Event)));
        Assert.Equal(typeof(ulong), Enum.GetUnderlyingType(typeof(Feature)));
        Assert.True(typeof(Permission).IsDefined(typeof(FlagsAttribute), false));
        Assert.Equal("Write, Execute, Own", (Permission.Write | Permission.Execute | Permission.Own).ToString());
    }

    [Theory]
    [InlineData(Permission.None, Permission.None, Permission.None)]
    [InlineData(Permission.Read, Permission.Own, (Permission)0x81)]
    [InlineData(Permission.Edit, Permission.Write, Permission.Edit)]
    [InlineData((Permission)0x87, Permission.None, (Permission)0x87)]
    public void Sets_are_joined(Permission a, Permission b, Permission both) => Assert.Equal(both, Interop.PermissionsJoined(a, b));

    [Fact]
    public void Sets_include_sets()
    {
        Assert.True(Interop.PermissionsInclude(Permission.Edit | Permission.Own, Permission.Read | Permission.Own));
        Assert.False(Interop.PermissionsInclude(Permission.Edit, Permission.Execute));
        Assert.True(Interop.PermissionsInclude(Permission.None, Permission.None));
    }

    [Fact]
    public void The_highest_of_32_bits_is_no_sign()
    {
        Assert.Equal(Event.Opened | Event.Changed, Interop.OtherEvents(Event.Closed));
        Assert.Equal(Event.Closed, Interop.OtherEvents(Event.Opened | Event.Changed));
        Assert.Equal((Event)0x8000_8001u, Interop.OtherEvents(Event.None));
        Assert.Equal(3u, Interop.CountEvents((Event)0x8000_8001u));
        Assert.Equal(0u, Interop.CountEvents(Event.None));
    }

    [Fact]
    public void The_highest_of_64_bits_is_no_sign()
    {
        Assert.Equal(0x8000_0100_0000_0001ul, Interop.FeatureBits(Feature.Basic | Feature.Extended | Feature.Everything));
        Assert.Equal(Feature.Extended | Feature.Everything, Interop.FeatureToggled(Feature.Extended));
        Assert.Equal(Feature.Basic, Interop.FeatureToggled(Feature.Everything | Feature.Basic));
    }

    [Fact]
    public void Sets_are_fields()
    {
        var features = new FeatureArray2(Feature.Basic, Feature.Everything | Feature.Extended);
        Grant after = Interop.GrantChanged(new Grant(Permission.Own | Permission.Execute | Permission.Read, Event.Changed, features));
        Assert.Equal(Permission.Own | Permission.Read, after.Owner);
        Assert.Equal(Event.Opened | Event.Closed, after.Events);
        Assert.Equal(new[] { Feature.Everything | Feature.Extended, Feature.Basic }, after.Features.ToArray());
    }

    [Fact]
    public void Sets_stand_in_slices_and_options()
    {
        var all = new[] { Permission.Read, Permission.None, Permission.Own };
        Assert.Equal((Permission?)(Permission.Read | Permission.Own), Interop.AnyPermission(all));
        Assert.Equal((Permission?)Permission.None, Interop.AnyPermission(new[] { Permission.None }));
        Assert.Null(Interop.AnyPermission(new Permission[0]));
    }

    [Fact]
    public void Bits_that_nobody_knows_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.PermissionsJoined(Permission.Read, (Permission)8));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.PermissionsInclude((Permission)0x40, Permission.Read));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.CountEvents((Event)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.FeatureBits((Feature)ulong.MaxValue));
        var grant = new Grant(Permission.Read, Event.None, new FeatureArray2(Feature.Basic, (Feature)6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.GrantChanged(grant));
        Assert.ThrowsAny<ArgumentException>(() => Interop.AnyPermission(new[] { Permission.Read, (Permission)16 }));
    }
}
