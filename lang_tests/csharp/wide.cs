// Integers of 16 bytes, which .NET has from version 7 on: both halves of each arrive.
using System;
using ReferenceProject;
using Xunit;

public class WideTests
{
    [Theory]
    [InlineData(0x0123456789ABCDEFul, 0xFEDCBA9876543210ul, true)]
    [InlineData(0x0123456789ABCDEEul, 0xFEDCBA9876543210ul, false)]
    [InlineData(0x0123456789ABCDEFul, 0xFEDCBA9876543211ul, false)]
    public void Halves_are_told_apart(ulong upper, ulong lower, bool agree) => Assert.Equal(agree, Interop.HalvesAgree(upper, lower));

#if !UNITY
    private static readonly Int128 Low = new Int128(0x0123456789ABCDEF, 0xFEDCBA9876543210);

    [Fact]
    public void Constants_have_all_their_bytes()
    {
        Assert.Equal(Int128.MinValue, Interop.LowestI128);
        Assert.Equal(UInt128.MaxValue, Interop.HighestU128);
        Assert.Equal(new UInt128(0x0123456789ABCDEF, 0xFEDCBA9876543210), Interop.AllBytes);
    }

    [Fact]
    public void Fields_behind_a_reference_are_changed_in_place()
    {
        var ledger = new Ledger(-128, Low, Interop.AllBytes, 0x1234);
        Interop.LedgerInvert(ref ledger);
        Assert.Equal((sbyte)127, ledger.Sign);
        Assert.Equal(~Low, ledger.Balance);
        Assert.Equal(new UInt128(0xFEDCBA9876543210, 0x0123456789ABCDEF), ledger.Total);
        Assert.Equal((ushort)0xEDCB, ledger.Year);
        Assert.Equal(64, Memory.Size<Ledger>());
    }

    [Fact]
    public void They_are_added_through_references()
    {
        var sum = new Int128(1, ulong.MaxValue);
        Interop.AddWide(ref sum, new[] { Int128.NegativeOne, new Int128(5, 6), new Int128(ulong.MaxValue, 0) });
        Assert.Equal(new Int128(6, 4), sum);
    }
#endif
}
