// Arguments in registers and on the stack: each has a value of its own, and the digest shows the smallest difference.
using System;
using ReferenceProject;
using Xunit;

public class ArgumentsTests
{
    private static readonly Mixed Mix = new Mixed(254, 0xFEDC_BA98_7654_3210, -2, 0.1f, true, -1e300);

    [Fact]
    public void Nothing_goes_in_and_comes_out()
    {
        uint before = Interop.Ticks();
        Interop.Tick();
        Interop.Tick();
        Assert.Equal(before + 2, Interop.Ticks());
    }

    [Fact] public void No_argument() => Assert.Equal(0xFEDC_BA98_7654_3210, Interop.Arguments0());

    [Theory]
    [InlineData(sbyte.MinValue)]
    [InlineData((sbyte)-1)]
    [InlineData(sbyte.MaxValue)]
    public void One_argument(sbyte a) => Assert.Equal(Digest.Of(a), Interop.Arguments1(a));

    [Fact]
    public void Two_arguments() =>
        Assert.Equal(Digest.Of(-1.5f, ulong.MaxValue), Interop.Arguments2(-1.5f, ulong.MaxValue));

    [Fact]
    public void Three_arguments() =>
        Assert.Equal(Digest.Of(1.5f, -2f, short.MinValue, 1e300), Interop.Arguments3(new Vec2(1.5f, -2), short.MinValue, 1e300));

    [Fact]
    public void Four_arguments() =>
        Assert.Equal(
            Digest.Of(long.MinValue, -0f, 3.5f, true, float.Epsilon),
            Interop.Arguments4(long.MinValue, new Vec2(-0f, 3.5f), true, float.Epsilon));

    [Fact]
    public void Five_arguments()
    {
        ulong expected = Digest.Of(
            uint.MaxValue, Mix.Tag, Mix.Big, Mix.Delta, Mix.Ratio, Mix.Yes, Mix.Precise, 0.1, 7f, -8f, sbyte.MinValue);
        Assert.Equal(expected, Interop.Arguments5(uint.MaxValue, Mix, 0.1, new Vec2(7, -8), sbyte.MinValue));
    }

    [Fact]
    public void Six_arguments()
    {
        ulong expected = Digest.Of((byte)255, (short)-2, 0xFFFF_FFFDu, -4L, 0xFFFF_FFFBul, -6L);
        Assert.Equal(
            expected, Interop.Arguments6(255, -2, 0xFFFF_FFFD, -4, (UIntPtr)0xFFFF_FFFBul, new IntPtr(-6)));
    }

    [Fact]
    public void Seven_arguments() =>
        Assert.Equal(
            Digest.Of(long.MinValue, uint.MaxValue, (short)-3, (byte)252, int.MinValue, (ushort)65530, (sbyte)-7),
            Interop.Arguments7(long.MinValue, uint.MaxValue, -3, 252, int.MinValue, 65530, -7));

    [Fact]
    public void Eight_arguments() =>
        Assert.Equal(
            Digest.Of(1.5f, -2.5, 3.5f, -4.5, 5.5f, -6.5, 7.5f, double.Epsilon),
            Interop.Arguments8(1.5f, -2.5, 3.5f, -4.5, 5.5f, -6.5, 7.5f, double.Epsilon));

    [Fact]
    public void Nine_arguments() =>
        Assert.Equal(
            Digest.Of(1.25, -2.5f, 3.75, -4f, (byte)250, -6.5, float.MaxValue, 8.125, -9.0),
            Interop.Arguments9(1.25, -2.5f, 3.75, -4, 250, -6.5, float.MaxValue, 8.125, -9));

    [Fact]
    public void Ten_arguments() =>
        Assert.Equal(
            Digest.Of((sbyte)-1, 2.5f, (ushort)65533, -4.5, int.MinValue, 6.5f, ulong.MaxValue, -8.5, -9L, float.NegativeInfinity),
            Interop.Arguments10(
                -1, 2.5f, 65533, -4.5, int.MinValue, 6.5f, ulong.MaxValue, -8.5, new IntPtr(-9), float.NegativeInfinity));

    [Fact]
    public void Eleven_arguments()
    {
        var first = new Twins(long.MinValue, 0x0123_4567_89AB_CDEF);
        var second = new Twins(-9, ulong.MaxValue);
        ulong expected = Digest.Of(
            (byte)255, (ushort)65534, uint.MaxValue, ulong.MaxValue - 3, 5ul, first.A, first.B, (sbyte)-7, 8.5f, second.A, second.B,
            true, 11.5f, -12.5f);
        Assert.Equal(
            expected,
            Interop.Arguments11(
                255, 65534, uint.MaxValue, ulong.MaxValue - 3, (UIntPtr)5, first, -7, 8.5f, second, true, new Vec2(11.5f, -12.5f)));
    }

    [Fact]
    public void Twelve_arguments()
    {
        var twins = new Twins(-3, 0xFFFF_0000_FFFF_0000);
        int written = 8;
        ulong mixed = Digest.Of(Mix.Tag, Mix.Big, Mix.Delta);
        ulong rest = Digest.Of(Mix.Ratio, Mix.Yes, Mix.Precise);
        ulong expected = Digest.Of(
            (byte)1, -2.5, twins.A, twins.B, 4.5f, -5.5f, (short)-5, 6.5f, mixed, rest, 8, false, 10.5f, -10.25f, ulong.MaxValue,
            sbyte.MinValue);
        ulong found = Interop.Arguments12(
            1, -2.5, twins, new Vec2(4.5f, -5.5f), -5, 6.5f, Mix, ref written, false, new Vec2(10.5f, -10.25f), ulong.MaxValue,
            sbyte.MinValue);
        Assert.Equal(expected, found);
        Assert.Equal(-8, written);
    }

    [Fact]
    public void One_of_twelve_arguments_may_be_none()
    {
        var twins = new Twins(long.MaxValue, 1);
        int written = int.MinValue + 1;
        ulong mixed = Digest.Of(Mix.Tag, Mix.Big, Mix.Delta);
        ulong rest = Digest.Of(Mix.Ratio, Mix.Yes, Mix.Precise);
        ulong expected = Digest.Of(
            (byte)9, 8.5, twins.A, twins.B, -0f, 1f, (short)7, -6.5f, mixed, rest, int.MinValue + 1, true, 5f, 4f, 3ul, (sbyte)2);
        Assert.Equal(
            expected, Interop.Arguments12(9, 8.5, twins, null, 7, -6.5f, Mix, ref written, true, new Vec2(5, 4), 3, 2));
        Assert.Equal(int.MaxValue, written);
    }

    [Fact]
    public void Arguments_that_are_two_among_others()
    {
        var a = new byte[] { 1, 255, 0 };
        var d = new ushort[] { 65535, 2 };
        var f = new[] { -1.5f, float.MaxValue };
        ulong text = Digest.Of((byte)0xC3, (byte)0xA9, (byte)'x');
        ulong expected = Digest.Of(
            Digest.Of((byte)1, (byte)255, (byte)0), text, long.MinValue, Digest.Of((ushort)65535, (ushort)2), 5.5f, -6.5f,
            Digest.Of(-1.5f, float.MaxValue), (byte)200);
        Assert.Equal(expected, Interop.ArgumentsInPairs(a, "éx", long.MinValue, d, new Vec2(5.5f, -6.5f), f, 200));
    }

    [Fact]
    public void Arguments_that_are_two_may_be_empty_or_none()
    {
        ulong none = Digest.Of(0ul, 0ul, 77ul, 77ul, 1f, 2f, 0ul, (byte)3);
        Assert.Equal(none, Interop.ArgumentsInPairs(new byte[0], "", null, null, new Vec2(1, 2), new float[0], 3));
        ulong empty = Digest.Of(0ul, 0ul, 77ul, 0ul, 1f, 2f, 0ul, (byte)3);
        Assert.Equal(empty, Interop.ArgumentsInPairs(new byte[0], "", null, new ushort[0], new Vec2(1, 2), new float[0], 3));
    }

    [Fact]
    public void Unsafe_functions_take_addresses()
    {
        var numbers = new ushort[] { 65535, 1, 65534, 7 };
        var pin = System.Runtime.InteropServices.GCHandle.Alloc(numbers, System.Runtime.InteropServices.GCHandleType.Pinned);
        Assert.Equal(131070ul, Interop.SumFrom(pin.AddrOfPinnedObject(), (UIntPtr)3));
        pin.Free();
        Assert.Equal(0ul, Interop.SumFrom(IntPtr.Zero, (UIntPtr)0));
    }

    [Fact]
    public void Functions_may_be_in_modules()
    {
        Assert.Equal(unchecked(int.MaxValue * 3), Interop.TripledInside(int.MaxValue));
        Assert.Equal(-6, Interop.DoubledInside(-3));
    }
}
