// Integers of 16 bytes, which .NET has from version 7 on: both halves of each arrive.
#if !UNITY
using System;
using ReferenceProject;
using Xunit;

public class WideTests
{
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
}
#endif
