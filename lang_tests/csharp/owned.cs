// Owned strings and vectors: each result is a copy, and freed once; the suite looks for what is left.
using System;
using ReferenceProject;
using Xunit;

public class OwnedTests
{
    private static T[] None<T>() => new T[0];

    [Fact]
    public void A_text_is_returned()
    {
        Assert.Equal("a\0ö, a\0ö, a\0ö", Interop.TextRepeated("a\0ö", 3, ", "));
        Assert.Equal("ÖX", Interop.TextInCapitals("öx"));
        Assert.Equal("-9223372036854775808", Interop.NumberInDecimal(long.MinValue));
    }

    [Fact] public void An_empty_text_is_returned() => Assert.Equal("", Interop.TextRepeated("abc", 0, ", "));

    [Fact]
    public void A_large_text_is_returned()
    {
        string large = Interop.TextRepeated("x世", 250000, "");
        Assert.Equal(500000, large.Length);
        Assert.Equal("世x世", large.Substring(499997));
    }

    [Fact]
    public void No_text_is_not_an_empty_one()
    {
        Assert.Equal("öba", Interop.TextReversed("abö"));
        Assert.Equal("", Interop.TextReversed(""));
        Assert.Null(Interop.TextReversed((string)null));
    }

    [Fact]
    public void An_error_is_an_exception()
    {
        Assert.Equal("MMMCMXCIX", Interop.NumberInRoman(3999));
        Assert.Equal(ParseError.TooLarge, Assert.Throws<ParseErrorException>(() => Interop.NumberInRoman(4000)).Error);
        Assert.Equal(ParseError.NoDigit, Assert.Throws<ParseErrorException>(() => Interop.DigitsOfText("12x")).Error);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Interop.TextRepeated((string)null, 1, ""));
        Assert.ThrowsAny<Exception>(() => Interop.MarkersWithoutRepeats(new[] { Marker.Dot, (Marker)77 }));
    }

    [Fact]
    public void Elements_are_returned()
    {
        double[] roots = Interop.SquareRoots(17);
        Assert.Equal(17, roots.Length);
        Assert.Equal(1.4142135623730951, roots[2]);
        Assert.Equal(4.0, roots[16]);
        Assert.Equal(None<double>(), Interop.SquareRoots(0));
        Assert.Equal(new byte[] { 0xc3, 0xb6, 0 }, Interop.BytesOfText("ö\0"));
        Assert.Equal(new[] { true, false, false, false, true, true, false, true }, Interop.BitsOfByte(0xb1));
        Assert.Equal(new byte[] { 9, 0, 7 }, Interop.DigitsOfText("907"));
    }

    [Fact]
    public void Elements_go_in_and_out()
    {
        Vec2[] points = { new Vec2(1, 2), new Vec2(-3, 0.5f) };
        Assert.Equal(new[] { new Vec2(0.5f, -3), new Vec2(2, 1) }, Interop.PointsMirrored(points));
        Assert.Equal(new[] { new Vec2(1, 2), new Vec2(-3, 0.5f) }, points);
        Marker[] markers = { Marker.Dot, Marker.Dot, Marker.Cross, Marker.Dot };
        Assert.Equal(new[] { Marker.Dot, Marker.Cross, Marker.Dot }, Interop.MarkersWithoutRepeats(markers));
#if UNITY
        Assert.Equal(new[] { (IntPtr)(-9) }, Interop.DistancesBetween(new[] { (IntPtr)7, (IntPtr)(-2) }));
#else
        Assert.Equal(new nint[] { -9 }, Interop.DistancesBetween(new nint[] { 7, -2 }));
#endif
    }

    [Fact]
    public void No_elements_are_told_from_none()
    {
        Assert.Equal(new[] { ulong.MaxValue - 1, 8ul }, Interop.EvenNumbers(new ulong[] { 3, ulong.MaxValue - 1, 5, 8 }));
        Assert.Equal(None<ulong>(), Interop.EvenNumbers(new[] { 3ul }));
        Assert.Null(Interop.EvenNumbers(null));
    }

    [Fact]
    public void Callbacks_may_make_the_elements()
    {
        long next = 40;
        Assert.Equal(new long[] { 40, 39, 38 }, Interop.NumbersProduced(3, () => next--));
    }

    [Fact]
    public void What_was_made_is_freed_after_an_exception()
    {
        var thrown = new InvalidOperationException("no more");
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(() => Interop.NumbersProduced(300, () => throw thrown)));
    }

    [Fact]
    public void Methods_return_copies()
    {
        string text, second, last;
        ulong[] lengths;
        using (var notes = new Notebook())
        {
            notes.Write("one");
            notes.Write("zwö");
            text = notes.Text();
            second = notes.Line(2);
            lengths = notes.Lengths();
            last = notes.TakeLast();
            Assert.Equal(ParseError.TooLarge, Assert.Throws<ParseErrorException>(() => notes.Line(2)).Error);
            Assert.Equal("one", notes.TakeLast());
            Assert.Null(notes.TakeLast());
        }

        Assert.Equal("one\nzwö\n", text);
        Assert.Equal("zwö", second);
        Assert.Equal("zwö", last);
        Assert.Equal(new ulong[] { 3, 4 }, lengths);
    }

    [Fact]
    public void Texts_go_in()
    {
        string[] texts = { "ab", "ö\0c", "", "zz" };
        Assert.Equal("ö\0c; ab; zz; ", Interop.TextsJoined(texts, "; "));
        Assert.Equal("", Interop.TextsJoined(None<string>(), "; "));
        Assert.Equal(1, Interop.TextsWithPart(texts, "z"));
        Assert.Equal(4, Interop.TextsWithPart(texts, ""));
        Assert.Equal(0, Interop.TextsWithPart(None<string>(), "z"));
        Assert.Equal(-1, Interop.TextsWithPart(null, "z"));
        Assert.Equal("ö\0c", Interop.GreatestText(texts));
        Assert.Equal("", Interop.GreatestText(None<string>()));
        Assert.Equal(8ul, (ulong)Interop.BytesOfTexts(texts));
    }

    [Fact]
    public void Wrong_texts_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Interop.TextsJoined(new[] { "ab", "\ud800" }, ""));
        Assert.ThrowsAny<ArgumentException>(() => Interop.GreatestText(new[] { "ab", null }));
        Assert.Throws<ArgumentNullException>(() => Interop.BytesOfTexts(null));
    }
}
