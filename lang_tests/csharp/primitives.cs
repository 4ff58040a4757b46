// Integers, floats and bool at their extremes.
using System;
using ReferenceProject;
using Xunit;

public class PrimitivesTests
{
    [Fact]
    public void Bool_has_two_values()
    {
        Assert.True(Interop.Negate(false));
        Assert.False(Interop.Negate(true));
    }

    [Theory]
    [InlineData(sbyte.MaxValue, sbyte.MinValue)]
    [InlineData((sbyte)-1, (sbyte)0)]
    public void Bytes_with_a_sign(sbyte x, sbyte after) => Assert.Equal(after, Interop.AfterI8(x));

    [Theory]
    [InlineData(short.MaxValue, short.MinValue)]
    [InlineData((short)-2, (short)-1)]
    public void Shorts(short x, short after) => Assert.Equal(after, Interop.AfterI16(x));

    [Theory]
    [InlineData(int.MaxValue, int.MinValue)]
    [InlineData(-2, -1)]
    public void Ints(int x, int after) => Assert.Equal(after, Interop.AfterI32(x));

    [Theory]
    [InlineData(long.MaxValue, long.MinValue)]
    [InlineData(-2L, -1L)]
    public void Longs(long x, long after) => Assert.Equal(after, Interop.AfterI64(x));

    [Theory]
    [InlineData((byte)127, (byte)128)]
    [InlineData(byte.MaxValue, (byte)0)]
    public void Bytes(byte x, byte after) => Assert.Equal(after, Interop.AfterU8(x));

    [Theory]
    [InlineData((ushort)32767, (ushort)32768)]
    [InlineData(ushort.MaxValue, (ushort)0)]
    public void Unsigned_shorts(ushort x, ushort after) => Assert.Equal(after, Interop.AfterU16(x));

    [Theory]
    [InlineData(0x7fffffffu, 0x80000000u)]
    [InlineData(uint.MaxValue, 0u)]
    public void Unsigned_ints(uint x, uint after) => Assert.Equal(after, Interop.AfterU32(x));

    [Theory]
    [InlineData(0x7ffffffffffffffful, 0x8000000000000000ul)]
    [InlineData(0xfffffffful, 0x100000000ul)]
    [InlineData(ulong.MaxValue, 0ul)]
    public void Unsigned_longs(ulong x, ulong after) => Assert.Equal(after, Interop.AfterU64(x));

    [Fact]
    public void Words_are_as_wide_as_pointers()
    {
        Assert.Equal(new IntPtr(-1), Interop.AfterIsize(new IntPtr(-2)));
        ulong highest = IntPtr.Size == 8 ? ulong.MaxValue : uint.MaxValue;
        Assert.Equal(new UIntPtr(highest), Interop.AfterUsize(new UIntPtr(highest - 1)));
        Assert.Equal(UIntPtr.Zero, Interop.AfterUsize(new UIntPtr(highest)));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x80000000u)]
    [InlineData(1u)]
    [InlineData(0x7f7fffffu)]
    [InlineData(0x7f800000u)]
    [InlineData(0xff800000u)]
    [InlineData(0x7fc12345u)]
    [InlineData(0x3dcccccdu)]
    public void Floats_arrive_bit_by_bit(uint bits)
    {
        float x = BitConverter.ToSingle(BitConverter.GetBytes(bits), 0);
        Assert.Equal(bits, Interop.BitsOfF32(x));
        Assert.Equal(bits, BitConverter.ToUInt32(BitConverter.GetBytes(Interop.F32OfBits(bits)), 0));
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(0x8000000000000000ul)]
    [InlineData(1ul)]
    [InlineData(0x7feffffffffffffful)]
    [InlineData(0x7ff0000000000000ul)]
    [InlineData(0xfff0000000000000ul)]
    [InlineData(0x7ff8123456789abcul)]
    [InlineData(0x3fb999999999999aul)]
    public void Doubles_arrive_bit_by_bit(ulong bits)
    {
        double x = BitConverter.Int64BitsToDouble(unchecked((long)bits));
        Assert.Equal(bits, Interop.BitsOfF64(x));
        Assert.Equal(bits, unchecked((ulong)BitConverter.DoubleToInt64Bits(Interop.F64OfBits(bits))));
    }

    [Fact]
    public void Eleven_parameters_arrive_in_order()
    {
        Assert.Equal(11987654321.0, Interop.Weigh(1, 2, 3, 4, 5, 6, 7, 8, 9, 1, true));
        Assert.Equal(-10 - 2000 - 300000 - 40000000 - 500000000 + 0.5e9, Interop.Weigh(0, -1, 0, -2, 0, -3, 0, -4, -5, 0.5, false));
    }

    [Fact] public void Keywords_of_rust_are_names_like_others() => Assert.Equal(42u, Interop.Match(21));
}
