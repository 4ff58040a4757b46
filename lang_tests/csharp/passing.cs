// Structs of every class that ABIs tell apart, in and out: every bit of every field.
using System;
using System.Linq;
using ReferenceProject;
using Xunit;

public class PassingTests
{
    [Fact] public void One_byte() => Assert.Equal((byte)0xA5, Interop.PassByte1(new Byte1(0x5A)).A);

    [Fact]
    public void One_float()
    {
        Assert.Equal(float.MaxValue, Interop.PassFloat4(new Float4(-float.MaxValue)).A);
        Assert.Equal(0x80000000u, Bits.Of(Interop.PassFloat4(new Float4(0)).A));
    }

    [Fact]
    public void One_double()
    {
        Assert.Equal(-2.2250738585072014e-308, Interop.PassFloat8(new Float8(2.2250738585072014e-308)).A);
        Assert.Equal(0x8000000000000000, Bits.Of(Interop.PassFloat8(new Float8(0)).A));
    }

    [Fact]
    public void Integers_with_padding_in_one_register() =>
        Assert.Equal(new Ints8(short.MaxValue, 254, ~0x12345678), Interop.PassInts8(new Ints8(short.MinValue, 1, 0x12345678)));

    [Fact]
    public void A_float_and_an_integer_in_one_register() =>
        Assert.Equal(new Shared8(-1.25f, int.MaxValue), Interop.PassShared8(new Shared8(1.25f, int.MinValue)));

    [Fact]
    public void Integers_in_one_and_a_half_registers() =>
        Assert.Equal(new Ints12(~0x01020304, uint.MaxValue, int.MinValue + 1), Interop.PassInts12(new Ints12(-1, 0x80000001, 0x01020304)));

    [Fact]
    public void Three_floats() =>
        Assert.Equal(new Floats12(-float.Epsilon, 1, -2), Interop.PassFloats12(new Floats12(1, -2, float.Epsilon)));

    [Fact]
    public void Four_floats()
    {
        var s = Interop.PassFloats16(new Floats16(1, -2, float.Epsilon, 0));
        Assert.Equal(new Floats16(0, 1, -2, float.Epsilon), s);
        Assert.Equal(0x80000000u, Bits.Of(s.A));
    }

    [Fact]
    public void Two_registers_of_integers() =>
        Assert.Equal(new Ints16(~0x0123456789ABCDEF, long.MinValue), Interop.PassInts16(new Ints16(long.MinValue, 0x0123456789ABCDEF)));

    [Fact]
    public void An_integer_and_a_float()
    {
        var s = Interop.PassIntFloat16(new IntFloat16(0x3FF8000000000001, Bits.Double(0x8000000000000000)));
        Assert.Equal(long.MinValue, s.A);
        Assert.Equal(0x3FF8000000000001ul, Bits.Of(s.B));
    }

    [Fact]
    public void A_float_and_an_integer()
    {
        var s = Interop.PassFloatInt16(new FloatInt16(Bits.Double(0x8000000000000000), 0x3FF8000000000001));
        Assert.Equal(0x3FF8000000000001ul, Bits.Of(s.A));
        Assert.Equal(long.MinValue, s.B);
    }

    [Fact]
    public void Two_doubles() =>
        Assert.Equal(new Doubles16(-5e-324, double.MaxValue), Interop.PassDoubles16(new Doubles16(double.MaxValue, 5e-324)));

    [Fact]
    public void A_mixed_register_and_a_double() =>
        Assert.Equal(new Mixed16(0.5f, 0xFF00, -1e-300), Interop.PassMixed16(new Mixed16(-0.5f, 0x00FF, 1e-300)));

    [Fact]
    public void One_byte_more_than_registers_hold()
    {
        var bytes = Enumerable.Range(0, 17).Select(i => (byte)(i * 15)).ToArray();
        var expected = bytes.Reverse().Select(b => (byte)~b).ToArray();
        Assert.Equal(expected, Interop.PassBytes17(new Bytes17(new ByteArray17(bytes))).A.ToArray());
    }

    [Fact]
    public void Five_floats()
    {
        var s = Interop.PassFloats20(new Floats20(new FloatArray5(1, -2, 3, float.MaxValue, 0))).A.ToArray();
        Assert.Equal(new[] { 0, -float.MaxValue, -3, 2, -1 }, s);
        Assert.Equal(0x80000000u, Bits.Of(s[0]));
    }

    [Fact]
    public void Three_doubles() =>
        Assert.Equal(new Doubles24(-double.MaxValue, 1, -2), Interop.PassDoubles24(new Doubles24(1, -2, double.MaxValue)));

    [Fact]
    public void Four_doubles_of_which_two_are_nested() =>
        Assert.Equal(
            new Doubles32(-1e-300, new Doubles16(1, -2), 3),
            Interop.PassDoubles32(new Doubles32(1, new Doubles16(-2, 3), 1e-300)));

    [Fact]
    public void A_status_stands_beside_a_float() =>
        Assert.Equal(new Float4(-0.1f), Interop.PassFloat4Guarded(new Float4(0.1f)));

    [Fact]
    public void A_status_stands_in_front_of_two_doubles() =>
        Assert.Equal(new Doubles16(1, double.MaxValue), Interop.PassDoubles16Guarded(new Doubles16(double.MaxValue, -1)));

    [Fact]
    public void Structs_arrive_when_all_registers_are_used_up()
    {
        var g = new byte[17];
        g[0] = 1;
        g[16] = 255;
        ulong front = Digest.Of(1, -2, 5.0, -6.0, long.MinValue, 4, 7f, -8f, 9f, -10f, 11, -12.0, 13.0, -14);
        Assert.Equal(
            Digest.Of(front, 1, 255, 15f, 65535, -16.0, 17f, -18f, 19f, -20, 21, int.MinValue),
            Interop.PassMany(
                new Ints16(1, -2), new Doubles16(5, -6), new Ints16(long.MinValue, 4), new Floats16(7, -8, 9, -10),
                new IntFloat16(11, -12), new FloatInt16(13, -14), new Bytes17(new ByteArray17(g)), new Mixed16(15, 65535, -16),
                new Floats12(17, -18, 19), new Ints8(-20, 21, int.MinValue)));
    }
}
