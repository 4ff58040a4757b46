// C's own numbers. Those whose size is the platform's are .NET's own types, which Unity does not have.
using System;
using System.Runtime.InteropServices;
using ReferenceProject;
using Xunit;

public class CTypesTests
{
    [Theory]
    [InlineData((sbyte)0, (sbyte)1)]
    [InlineData((sbyte)-1, (sbyte)0)]
    [InlineData((sbyte)-128, (sbyte)-127)]
    [InlineData(sbyte.MaxValue, sbyte.MinValue)]
    public void Chars_have_eight_bits(sbyte c, sbyte next) => Assert.Equal(next, Interop.AfterChar(c));

    [Fact]
    public void Chars_end_with_a_nul()
    {
        var text = new byte[] { (byte)'a', 255, (byte)'z', 0, (byte)'b' };
        GCHandle pin = GCHandle.Alloc(text, GCHandleType.Pinned);
        Assert.Equal((UIntPtr)3, Interop.CountChars(pin.AddrOfPinnedObject()));
        pin.Free();
        Assert.Equal((UIntPtr)0, Interop.CountChars(IntPtr.Zero));
    }

#if !UNITY
    [Fact]
    public void One_of_each_arrives()
    {
        ulong expected = Digest.Of(
            sbyte.MinValue, (sbyte)-2, (byte)253, (short)-4, (ushort)65531, int.MinValue, uint.MaxValue, -8L, 9ul, long.MinValue,
            ulong.MaxValue, -12.5f, 1e300);
        ulong found = Interop.CDigest(
            sbyte.MinValue, -2, 253, -4, 65531, int.MinValue, uint.MaxValue, new CLong(-8), new CULong(9), long.MinValue,
            ulong.MaxValue, -12.5f, 1e300);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_long_is_as_wide_as_that_of_c()
    {
        nint lowest = OperatingSystem.IsWindows() ? int.MinValue : nint.MinValue;
        nint highest = OperatingSystem.IsWindows() ? int.MaxValue : nint.MaxValue;
        Assert.Equal(highest, Interop.BeforeLong(new CLong(lowest)).Value);
        Assert.Equal((nint)(-1), Interop.BeforeLong(new CLong(0)).Value);
        Assert.Equal(highest - 1, Interop.BeforeLong(new CLong(highest)).Value);
    }

    [Fact]
    public void An_unsigned_long_is_as_wide_as_that_of_c()
    {
        nuint highest = OperatingSystem.IsWindows() ? uint.MaxValue : nuint.MaxValue;
        Assert.Equal(highest, Interop.BeforeUlong(new CULong(0)).Value);
        Assert.Equal(highest - 1, Interop.BeforeUlong(new CULong(highest)).Value);
    }

    [Fact]
    public void Fields_of_c_keep_their_values()
    {
        var name = new SByteArray8(-128, 2, 3, 4, 5, -6, 7, 8);
        var entry = new Entry(name, new CLong(1234567), 0xFF00, new CULong(5), sbyte.MaxValue, int.MinValue);
        Entry after = Interop.EntryChanged(entry);
        Assert.Equal(new sbyte[] { 8, 7, -6, 5, 4, 3, 2, -128 }, after.Name.ToArray());
        Assert.Equal((nint)(-1234567), after.Size.Value);
        Assert.Equal((ushort)0x00FF, after.Mode);
        Assert.Equal(OperatingSystem.IsWindows() ? uint.MaxValue - 5 : nuint.MaxValue - 5, after.Links.Value);
        Assert.Equal(sbyte.MinValue, after.Kind);
        Assert.Equal(int.MaxValue, after.Owner);
    }

    [Fact]
    public void Listeners_get_what_was_handed_over_for_them()
    {
        nint context = nint.MaxValue - 0x1234;
        int calls = 0;
        int answer = Interop.ReportTo(
            (handed, progress) =>
            {
                Assert.Equal(context, handed);
                Assert.Equal((nint)calls, progress.Value);
                calls++;
                return progress.Value == 2 ? -77 : 0;
            },
            context,
            new CLong(10));
        Assert.Equal(-77, answer);
        Assert.Equal(3, calls);
        Assert.Equal(0, Interop.ReportTo((_, _) => 1, 0, new CLong(0)));
    }
#endif
}
