// Unicode scalar values: .NET has a type for them, Unity has their numbers, and neither lets a surrogate through.
using System;
using ReferenceProject;
using Xunit;
#if UNITY
using Scalar = System.Int32;
#else
using Scalar = System.Text.Rune;
#endif

public class CharactersTests
{
#if UNITY
    private static int Of(int value) => value;

    private static int Number(int c) => c;
#else
    private static Scalar Of(int value) => new(value);

    private static int Number(Scalar c) => c.Value;
#endif

    [Theory]
    [InlineData(0, 1)]
    [InlineData('a', 'b')]
    [InlineData(0xD7FF, 0xE000)]
    [InlineData(0xFFFF, 0x1_0000)]
    [InlineData(0x1_F980, 0x1_F981)]
    [InlineData(0x10_FFFF, 0)]
    public void Characters_follow_each_other(int c, int next) => Assert.Equal(next, Number(Interop.CharAfter(Of(c))));

    [Theory]
    [InlineData(0)]
    [InlineData(0xFF)]
    [InlineData(0xE000)]
    [InlineData(0x1_F980)]
    [InlineData(0x10_FFFF)]
    public void Characters_are_their_scalar_values(int c) => Assert.Equal((uint)c, Interop.ScalarValue(Of(c)));

    [Fact]
    public void What_is_no_character_is_refused()
    {
#if UNITY
        foreach (int wrong in new[] { 0xD800, 0xDFFF, 0x11_0000, -1, int.MinValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Interop.ScalarValue(wrong));
            Assert.Throws<ArgumentOutOfRangeException>(() => Interop.CharAfter(wrong));
            var glyph = new Glyph('a', 1, new IntArray2('b', wrong), null);
            Assert.Throws<ArgumentOutOfRangeException>(() => Interop.GlyphDigest(glyph));
        }
#else
        // Memory is where one could come from; the type itself has none.
        int surrogate = 0xD800;
        Scalar wrong = System.Runtime.CompilerServices.Unsafe.As<int, Scalar>(ref surrogate);
        Assert.Throws<ArgumentException>(() => Interop.CharAfter(wrong));
        Assert.Throws<ArgumentException>(() => Interop.Utf8Len(new[] { Of('a'), wrong }));
#endif
    }

    [Fact]
    public void Characters_may_be_none()
    {
        Assert.Equal(0x10_FFFF, Number(Interop.CharOf(0x10_FFFF).Value));
        Assert.Equal(0, Number(Interop.CharOf(0).Value));
        Assert.False(Interop.CharOf(0xDABC).HasValue);
        Assert.False(Interop.CharOf(uint.MaxValue).HasValue);
    }

    [Fact]
    public void Options_of_characters_go_in()
    {
        Assert.Equal(0x1_F980, Number(Interop.FirstChar("\U0001F980x", Of('y')).Value));
        Assert.Equal(0x2022, Number(Interop.FirstChar("", Of(0x2022)).Value));
        Assert.False(Interop.FirstChar("", null).HasValue);
    }

    [Fact]
    public void Characters_stand_in_slices()
    {
        Assert.Equal(10u, Interop.Utf8Len(new[] { Of('a'), Of(0xE9), Of(0x20AC), Of(0x1_F980) }));
        Assert.Equal(0u, Interop.Utf8Len(new Scalar[0]));
    }

    [Fact]
    public void Characters_are_fields()
    {
        var glyph = GlyphOf(0x1_F980, 200, 0xE000, 0x10_FFFF, Of('^'));
        Assert.Equal(Digest.Of(0x1_F980, (byte)200, 0xE000, 0x10_FFFF, (int)'^'), Interop.GlyphDigest(glyph));
        glyph.Above = null;
        Assert.Equal(Digest.Of(0x1_F980, (byte)200, 0xE000, 0x10_FFFF, 77), Interop.GlyphDigest(glyph));
    }

    [Fact]
    public void Characters_come_back_in_fields()
    {
        Glyph after = Interop.GlyphRotated(GlyphOf('a', 1, 0xE000, 0x10_FFFF, null));
        Assert.Equal(0xE000, Number(after.Shown));
        Assert.Equal((byte)254, after.Width);
        Assert.Equal(0x10_FFFF, Number(after.Others[0]));
        Assert.Equal((int)'a', Number(after.Others[1]));
        Assert.Equal((int)'^', Number(after.Above.Value));
        Assert.Null(Interop.GlyphRotated(after).Above);
    }

    private static Glyph GlyphOf(int shown, byte width, int first, int second, Scalar? above)
    {
#if UNITY
        return new Glyph(shown, width, new IntArray2(first, second), above);
#else
        return new Glyph(Of(shown), width, new RuneArray2(Of(first), Of(second)), above);
#endif
    }

    [Fact]
    public void Characters_come_into_callbacks()
    {
        string seen = "";
        ulong sum = Interop.Spell("xß\U0001F980", c =>
        {
            seen += char.ConvertFromUtf32(Number(c));
            return (uint)Number(c) + uint.MaxValue - 0x20_0000;
        });
        Assert.Equal("xß\U0001F980", seen);
        Assert.Equal('x' + 0xDFul + 0x1_F980 + (3 * (uint.MaxValue - 0x20_0000ul)), sum);
    }

    [Fact]
    public void Characters_are_constants()
    {
        Assert.Equal(0x10_FFFF, Number(Interop.LastChar));
        Assert.Equal(0x1_F980, Number(Interop.Crab));
        Assert.Equal((int)'\'', Number(Interop.Quote));
    }
}
