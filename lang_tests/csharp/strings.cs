// Strings: UTF-8 with a length, and C's own.
using System;
using System.Text;
using ReferenceProject;
using Xunit;

public class StringsTests
{
    [Theory]
    [InlineData("abc", 'a' + 2 * 'b' + 3 * 'c')]
    [InlineData("a\0c", 'a' + 3 * 'c')]
    [InlineData("ö", 0xc3 + 2 * 0xb6)]
    [InlineData("", 0)]
    public void Each_byte_arrives(string text, int sum) => Assert.Equal((ulong)sum, Interop.Checksum(text));

    [Fact] public void A_long_string_arrives() => Assert.Equal(5000050000ul, Interop.Checksum(new string('\u0001', 100000)));

    [Theory]
    [InlineData("ab", "abc", 1)]
    [InlineData("abc", "ab", -1)]
    [InlineData("ab", "ab", 0)]
    [InlineData("ab", "ba", 0)]
    public void Two_strings_are_told_apart(string a, string b, int expected) => Assert.Equal(expected, Interop.Continues(a, b));

    [Fact] public void Half_a_surrogate_pair_is_refused() => Assert.Throws<EncoderFallbackException>(() => Interop.Checksum("\ud800x"));

    [Fact] public void Null_is_refused_where_a_string_must_be() => Assert.Throws<ArgumentNullException>(() => Interop.Checksum((string)null));

    [Fact]
    public void No_string_is_not_an_empty_one()
    {
        Assert.Equal(2, Interop.TitleLen("né"));
        Assert.Equal(0, Interop.TitleLen(""));
        Assert.Equal(-1, Interop.TitleLen((string)null));
    }

    [Fact]
    public void C_strings_end_with_a_nul()
    {
        Assert.Equal(0ul, (ulong)Interop.CStringLen(""));
        Assert.Equal(4ul, (ulong)Interop.CStringLen("abö"));
    }

    [Fact] public void A_nul_inside_a_c_string_is_refused() => Assert.ThrowsAny<ArgumentException>(() => Interop.CStringLen("a\0b"));

    [Fact]
    public void An_optional_c_string_may_be_missing()
    {
        Assert.Equal((uint)'z', Interop.CStringLast("abz"));
        Assert.Equal(0u, Interop.CStringLast(""));
        Assert.Equal(256u, Interop.CStringLast((string)null));
    }

    [Fact] public void Strings_are_returned() => Assert.Equal("Grüße,\0世界", Interop.Greeting());

#if !UNITY
    [Fact] public void Utf8_literals_go_in_as_they_are() => Assert.Equal(0xc3ul + 2 * 0xb6, Interop.Checksum("ö"u8));

    [Fact] public void Bytes_that_are_not_utf8_are_refused() => Assert.Throws<ArgumentException>(() => Interop.Checksum(new byte[] { 0xff }));
#endif

    [Fact]
    public void Structs_that_borrow_are_returned_and_go_in_again()
    {
        Label label = Interop.SomeLabel();
        Assert.Equal(new Label("Straße", new[] { 0.5f, -2 }, 7), label);
        Assert.Equal(6 - 150 + 70000.0, Interop.LabelSum(label));
        Assert.Equal(90000.0, Interop.LabelSum(new Label("", new float[0], 9)));
        Assert.Throws<ArgumentNullException>(() => Interop.LabelSum(null));
        Assert.Throws<ArgumentNullException>(() => Interop.LabelSum(new Label("", null, 9)));
    }
}
