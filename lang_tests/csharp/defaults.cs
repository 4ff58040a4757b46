// What Rust has by default is what C# has by default, in each field.
using System;
using ReferenceProject;
using Xunit;

public class DefaultsTests
{
    [Fact]
    public void The_default_is_the_one_of_rust() => Assert.Equal(Interop.SettingsDigest(Interop.DefaultSettings()), Interop.SettingsDigest(Settings.Default));

    [Fact]
    public void Each_field_has_its_own()
    {
        Settings it = Settings.Default;
        Assert.Equal((ushort)3, it.Copies);
        Assert.Equal(long.MinValue, it.Offset);
        Assert.Equal(ulong.MaxValue, it.Limit);
        Assert.Equal(1.0 / 3.0, it.Zoom);
        Assert.Equal(float.PositiveInfinity, it.Speed);
        Assert.True(it.Duplex);
        Assert.Equal(Marker.Cross, it.Marker);
        Assert.Equal(Far.Lowest, it.Far);
        Assert.Equal(Permission.Read | Permission.Own, it.Permissions);
#if UNITY
        Assert.Equal(0x2022, it.Bullet);
#else
        Assert.Equal(0x2022, it.Bullet.Value);
#endif
    }

    [Fact]
    public void Defaults_nest()
    {
        Settings it = Settings.Default;
        Assert.Equal(new byte[] { 1, 2, 3 }, it.Pages[0].ToArray());
        Assert.Equal(new byte[] { 253, 254, 255 }, it.Pages[1].ToArray());
        Assert.Equal(Margin.Default, it.Margin);
        Assert.Equal(new Margin(0.1f, 1e-40f), it.Others[0]);
        Assert.Equal(new Margin(float.MaxValue, 1.17549435e-38f), it.Others[1]);
    }

    [Fact]
    public void A_zero_keeps_its_sign()
    {
        Assert.Equal(12.5f, Margin.Default.Left);
        Assert.Equal(float.NegativeInfinity, 1 / Margin.Default.Right);
    }

    [Fact]
    public void A_default_is_a_value_of_the_callers_own()
    {
        Settings changed = Settings.Default;
        changed.Copies = 4;
        Assert.Equal((ushort)3, Settings.Default.Copies);
        Assert.NotEqual(Interop.SettingsDigest(Settings.Default), Interop.SettingsDigest(changed));
    }

    [Fact]
    public void Rusts_own_comes_back()
    {
        Settings it = Interop.DefaultSettings();
        Assert.Equal(Settings.Default.Pages, it.Pages);
        Assert.Equal(Settings.Default.Others, it.Others);
        Assert.Equal(Settings.Default.Limit, it.Limit);
        Assert.Equal(Settings.Default.Bullet, it.Bullet);
    }
}
