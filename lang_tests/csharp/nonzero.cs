// Integers that are not 0: 0 is refused before Rust sees it, and is none where there may be none.
using System;
using ReferenceProject;
using Xunit;

public class NonzeroTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(int.MaxValue, 2)]
    [InlineData(-1, -1)]
    [InlineData(int.MinValue, -1)]
    public void A_number_arrives(int x, int sign) => Assert.Equal(sign, Interop.SignOf(x));

    [Fact]
    public void Each_integer_arrives_with_all_its_bytes()
    {
        Assert.Equal(
            Digest.Of(-128, short.MinValue, int.MinValue, long.MinValue, -3, 255, 65535, uint.MaxValue, ulong.MaxValue, 0x89ABCDEFu),
            Interop.NonzeroDigest(
                -128, short.MinValue, int.MinValue, long.MinValue, (IntPtr)(-3), 255, 65535, uint.MaxValue, ulong.MaxValue, (UIntPtr)0x89ABCDEFu));
        Assert.Equal(
            Digest.Of(1, 0x0100, 0x01000000, 1L << 56, 0x100, 1, 0x100, 0x10000u, 1ul << 32, 1),
            Interop.NonzeroDigest(1, 0x0100, 0x01000000, 1L << 56, (IntPtr)0x100, 1, 0x100, 0x10000, 1ul << 32, (UIntPtr)1));
    }

    [Fact]
    public void Zero_is_refused_of_each_integer()
    {
        for (int zero = 0; zero < 10; zero++)
        {
            Func<int, int> n = i => i == zero ? 0 : 1;
            string parameter = ((char)('a' + zero)).ToString();
            var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NonzeroDigest(
                (sbyte)n(0), (short)n(1), n(2), n(3), (IntPtr)n(4), (byte)n(5), (ushort)n(6), (uint)n(7), (ulong)n(8), (UIntPtr)n(9)));
            Assert.Equal(parameter, thrown.ParamName);
        }
    }

    [Fact]
    public void None_comes_back_for_zero()
    {
        Assert.Equal((ulong?)0x8000000000000000, Interop.WithoutLastBit(0x8000000000000001));
        Assert.Equal((ulong?)0x0123456789ABCDE0, Interop.WithoutLastBit(0x0123456789ABCDF0));
        Assert.False(Interop.WithoutLastBit(1ul << 63).HasValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.WithoutLastBit(0));
    }

    [Fact]
    public void Null_is_none_and_zero_is_no_number()
    {
        Assert.Equal((byte)255, Interop.NumberOrHighest(null));
        Assert.Equal((byte)1, Interop.NumberOrHighest(1));
        Assert.Equal((byte)254, Interop.NumberOrHighest(254));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NumberOrHighest(0));
    }

    [Theory]
    [InlineData((short)1, (short)-1)]
    [InlineData((short)-2, (short)2)]
    [InlineData(short.MaxValue, (short)-32767)]
    [InlineData(short.MinValue, short.MinValue)]
    public void An_optional_one_crosses_bare(short x, short negated) => Assert.Equal((short?)negated, Interop.NegatedIfAny(x));

    [Fact]
    public void None_crosses_bare()
    {
        Assert.False(Interop.NegatedIfAny(null).HasValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NegatedIfAny(0));
    }

    [Fact]
    public void Fields_and_elements_are_numbers_or_none()
    {
        var after = Interop.TicketChanged(new Ticket(0x01020304, 7, -128, new LongOrNullArray3(long.MinValue, null, 0x0123456789ABCDEF)));
        Assert.Equal(0x04030201u, after.Number);
        Assert.False(after.Owner.HasValue);
        Assert.Equal((sbyte)-128, after.Zones);
        Assert.Equal(new long?[] { 0x0123456789ABCDEF, null, long.MinValue }, after.Stops.ToArray());
        after = Interop.TicketChanged(new Ticket(0xFF, null, 127, new LongOrNullArray3(null, -1, null)));
        Assert.Equal(0xFF000000u, after.Number);
        Assert.Equal((ushort?)65535, after.Owner);
        Assert.Equal((sbyte)-127, after.Zones);
        Assert.Equal(new long?[] { null, -1, null }, after.Stops.ToArray());
    }

    [Fact]
    public void Zero_is_refused_in_fields_and_elements()
    {
        var stops = new LongOrNullArray3(1, 2, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.TicketChanged(new Ticket(0, 1, 1, stops)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.TicketChanged(new Ticket(1, 1, 0, stops)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ticket(1, 0, 1, stops));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongOrNullArray3(1, 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.TicketChanged(default(Ticket)));
    }

    [Fact]
    public void Slices_have_numbers_or_none()
    {
        Assert.Equal(unchecked((ushort)(3 * 0x0101 * 65535)), Interop.Product(new ushort[] { 3, 0x0101, 65535 }));
        Assert.Equal((ushort)1, Interop.Product(new ushort[0]));
        Assert.ThrowsAny<ArgumentException>(() => Interop.Product(new ushort[] { 1, 2, 0 }));
        Assert.Equal(2u, Interop.CountKnown(new long[] { 0, long.MinValue, 0, 1L << 32, 0 }));
        Assert.Equal(0u, Interop.CountKnown(new long[0]));
    }
}
