// Structs of many bytes, as far as the dialect passes them: Mono has no parameters of 10,000 bytes and more, and callbacks return little.
using System;
using System.Linq;
using ReferenceProject;
using Xunit;

public class LargeTests
{
    private static ulong DigestOf(uint first, bool isInverted = false)
    {
        ulong n = first, numbers = 0;
        for (int i = 0; i < 2048; i++)
        {
            n = unchecked(n * 3);
            numbers = unchecked((numbers * 31) + (isInverted ? ~n : n));
        }

        return isInverted ? Digest.Of(~first, numbers, first) : Digest.Of(first, numbers, ~first);
    }

    private static Sheet Sheet(ulong last)
    {
        var sheet = default(Sheet);
        var numbers = sheet.Numbers;
        numbers[1023] = last;
        sheet.Numbers = numbers;
        return sheet;
    }

    [Fact]
    public void A_large_struct_comes_back()
    {
        foreach (var large in new[] { Interop.LargeOf(uint.MaxValue), Interop.LargeOfGuarded(uint.MaxValue) })
        {
            Assert.Equal(uint.MaxValue, large.First);
            Assert.Equal(3ul * uint.MaxValue, large.Numbers[0]);
            Assert.Equal(0u, large.Last);
        }
    }

    [Fact]
    public void A_large_struct_is_changed_behind_a_reference()
    {
        var large = Interop.LargeOf(3);
        Assert.Equal(DigestOf(3), Interop.LargeInvert(ref large));
        Assert.Equal(DigestOf(3, true), Interop.LargeInvert(ref large));
    }

    [Fact]
    public void Large_structs_arrive_in_a_slice() =>
        Assert.Equal(DigestOf(1) ^ DigestOf(2), Interop.LargesDigest(new[] { Interop.LargeOf(1), Interop.LargeOf(2) }));

    [Fact]
    public void A_few_sheets_are_passed_together() =>
        Assert.Equal(
            Digest.Of(1, ulong.MaxValue, 3, 4, 5),
            Interop.ThreeSheets(1, Sheet(ulong.MaxValue), Sheet(3), Sheet(4), 5));

#if UNITY
    [Fact]
    public void What_Mono_does_not_pass_is_not_there()
    {
        var names = typeof(Interop).GetMethods().Select(method => method.Name).ToArray();
        foreach (string name in new[] { "LargeDigest", "LargeSeen", "LargeWeighed", "LargeGrown", "FourSheets" }) Assert.False(names.Contains(name), name);
    }
#else
    [Fact] public void A_callback_returns_a_large_struct() => Assert.Equal(DigestOf(7), Interop.LargeGrown(first => Interop.LargeOf(first)));

    [Fact]
    public void A_large_struct_arrives_by_value()
    {
        Assert.Equal(DigestOf(9), Interop.LargeDigest(Interop.LargeOf(9)));
        Assert.Equal(DigestOf(9), Interop.LargeSeen(Interop.LargeOf(9)));
    }

    [Fact]
    public void A_callback_takes_a_large_struct() =>
        Assert.Equal(DigestOf(5), Interop.LargeWeighed(large => Interop.LargeDigest(large)));

    [Fact]
    public void Four_sheets_are_passed_together() =>
        Assert.Equal(Digest.Of(1, 2, 3, 4, 5, 6), Interop.FourSheets(1, Sheet(2), Sheet(3), Sheet(4), Sheet(5), 6));
#endif
}
