// Structs in structs, enums and unions of a few bytes: every number in its register, bare, with a status, and through callbacks.
using System;
using System.Linq;
using ReferenceProject;
using Xunit;

public class NestingTests
{
    private static readonly Deep16 Deep = Of(new Grain(1, 0x8002), 3.5f, new Grain(4, 5), -0.25f);
    private static readonly Deep16 Turned = Of(new Grain(251, 65530), -0.25f, new Grain(254, 0x7FFD), -3.5f);
    private static readonly Deep16 Full = Of(new Grain(255, 0), 0, new Grain(0, 0), 0);

    private static readonly Found Nowhere = new Found.Nowhere(), Last = At(ulong.MaxValue);
    private static readonly Found Between = new Found.Between(Bits.Float(0x80000000), uint.MaxValue);

    private static readonly DoublesOrByte Doubles = new DoublesOrByte { Doubles = new DoubleArray2(1, -1e300) };
    private static readonly FloatsOrInt Floats = new FloatsOrInt { Floats = new FloatArray4(1, -2, float.Epsilon, -4) };
    private static readonly WordsOrInt Words = new WordsOrInt { Words = new UIntPtrArray2(Word(0x0123456789ABCDEF), Word(ulong.MaxValue)) };

    private static Deep16 Of(Grain a, float x, Grain b, float y) => new Deep16(new Layer8(a, x), new Layer8Array1(new Layer8(b, y)));

    private static UIntPtr Word(ulong value) => new UIntPtr(value);

    private static Found At(ulong index) => new Found.At(Word(index));

    [Fact] public void Structs_three_deep_come_back() => Assert.Equal(Turned, Interop.DeepTurned(Deep));

    [Fact]
    public void Structs_three_deep_come_back_with_a_status()
    {
        Assert.Equal(Turned, Interop.DeepTurnedGuarded(Deep));
        Assert.Equal(Turned, Interop.DeepTurnedOrFull(Deep));
        Assert.Equal(Error.Full, Assert.Throws<ErrorException>(() => Interop.DeepTurnedOrFull(Full)).Error);
    }

    [Fact]
    public void Structs_three_deep_may_be_missing()
    {
        Assert.Equal(Turned, Interop.DeepTurnedIf(Deep));
        Assert.Null(Interop.DeepTurnedIf(Full));
        Assert.Null(Interop.DeepTurnedIf(null));
    }

    [Fact]
    public void A_callback_takes_and_returns_structs_three_deep()
    {
        var twice = Of(new Grain(1, 0x8002), -3.5f, new Grain(4, 5), 0.25f);
        Assert.Equal(twice, Interop.DeepTurnedBy(Deep, deep => deep.Equals(Deep) ? Turned : default(Deep16)));
    }

    [Fact]
    public void Structs_three_deep_arrive_when_all_registers_are_used_up()
    {
        ulong deep = Digest.Of(1, 0x8002, 3.5f, 4, 5, -0.25f), turned = Digest.Of(251, 65530, -0.25f, 254, 0x7FFD, -3.5f);
        var boxed = new Boxed8(new Shared8(0.5f, int.MinValue));
        Assert.Equal(
            Digest.Of(7, 0.1, deep, turned, turned, deep, 0.5f, int.MinValue),
            Interop.DeepAtLast(7, 0.1, Deep, Turned, Turned, Deep, boxed));
    }

    [Fact]
    public void A_status_stands_beside_a_struct_in_a_struct()
    {
        Boxed8 boxed = new Boxed8(new Shared8(1.25f, int.MinValue)), turned = new Boxed8(new Shared8(-1.25f, int.MaxValue));
        Assert.Equal(turned, Interop.BoxedTurned(boxed));
        Assert.Equal(turned, Interop.BoxedTurnedGuarded(boxed));
        Assert.Equal(boxed, Interop.BoxedTurnedGuarded(turned));
    }

    [Fact]
    public void A_word_stands_behind_a_tag()
    {
        Assert.Equal(At(ulong.MaxValue - 1), Interop.FoundAfter(Nowhere));
        Assert.Equal(At(0x123456789), Interop.FoundAfter(At(0x123456788)));
        Assert.Equal(Last, Interop.FoundAfterGuarded(At(ulong.MaxValue - 1)));
        Assert.Equal(At(ulong.MaxValue - 1), Interop.FoundAfterGuarded(Nowhere));
    }

    [Fact]
    public void A_word_is_overlapped_by_other_numbers()
    {
        Assert.Equal(Between, Interop.FoundAfter(Last));
        Assert.Equal(0x80000000u, Bits.Of(Interop.FoundAfterGuarded(Last).AsBetween.Value.Before));
        Assert.Equal(Nowhere, Interop.FoundAfter(Between));
    }

    [Fact]
    public void A_status_stands_in_front_of_an_enum_with_data()
    {
        Figure nothing = new Figure.Nothing(), circle = new Figure.Circle(1e300);
        Assert.Equal(new Figure.Circle(0.5), Interop.FigureDoubled(nothing));
        Assert.Equal(new Figure.Circle(2e300), Interop.FigureDoubled(circle));
        Assert.Equal(new Figure.Circle(0.5), Interop.FigureDoubledGuarded(nothing));
        Assert.Equal(new Figure.Circle(2e300), Interop.FigureDoubledGuarded(circle));
    }

    [Fact]
    public void A_callback_takes_enums_with_data()
    {
        Figure circle = new Figure.Circle(-1e300);
        Assert.Equal(42u, Interop.LookedAt(Last, (found, figure) => found == Between && figure == circle ? 42ul : 0));
        Assert.Equal(43u, Interop.LookedAt(At(6), (found, figure) => found == At(7) && figure == circle ? 43ul : 0));
    }

    [Fact]
    public void A_union_of_doubles_and_a_byte_comes_back()
    {
        Assert.Equal(new[] { -1e300, 1 }, Interop.DoublesExchanged(Doubles).Doubles.ToArray());
        Assert.Equal(200ul, Bits.Of(Interop.DoublesExchanged(new DoublesOrByte { Byte = 200 }).Doubles[1]));
        Func<DoublesOrByte, DoublesOrByte> turn = doubles => new DoublesOrByte { Doubles = new DoubleArray2(doubles.Doubles[1], 0.1) };
        Assert.Equal(new[] { 0.1, -1e300 }, Interop.DoublesExchangedBy(Doubles, new TurnDoubles(turn)).Doubles.ToArray());
    }

    [Fact]
    public void A_union_of_floats_and_an_integer_comes_back()
    {
        Assert.Equal(new[] { -4, float.Epsilon, -2, 1 }, Interop.FloatsReversed(Floats).Floats.ToArray());
        Assert.Equal(0x80000001u, Bits.Of(Interop.FloatsReversed(new FloatsOrInt { Int = 0x80000001 }).Floats[3]));
        var back = Interop.FloatsReversedBy(Floats, floats => Interop.FloatsReversed(floats));
        Assert.Equal(Floats.Floats.ToArray(), back.Floats.ToArray());
    }

    [Fact]
    public void A_union_of_a_wide_integer_and_narrow_ones_comes_back()
    {
        var wide = new WideOrNarrow { Wide = 0x0123456789ABCDEF };
        Assert.Equal(~0x0123456789ABCDEF, Interop.WideInverted(wide).Wide);
        Assert.Equal(~0x1123456789ABCDEF, Interop.WideInvertedBy(wide, it => new WideOrNarrow { Wide = it.Wide + 0x1000000000000000 }).Wide);
        var narrow = Interop.WideInvertedBy(wide, it => new WideOrNarrow { Narrow = it.Narrow }).Narrow.ToArray();
        Assert.Equal(new ushort[] { 0x3210, 0x7654 }, narrow);
    }

    [Fact]
    public void A_union_of_words_comes_back()
    {
        Assert.Equal(new[] { Word(ulong.MaxValue), Word(0x0123456789ABCDEF) }, Interop.WordsExchanged(Words).Words.ToArray());
        Assert.Equal(Word(0x80000001), Interop.WordsExchanged(new WordsOrInt { Int = 0x80000001 }).Words[1]);
        Assert.Equal(Words.Words.ToArray(), Interop.WordsExchangedBy(Words, words => Interop.WordsExchanged(words)).Words.ToArray());
    }

    [Fact]
    public void A_union_in_a_struct_comes_back()
    {
        var parcel = new Parcel(65535, new WideOrNarrowArray1(new WideOrNarrow { Wide = long.MinValue + 1 }));
        foreach (var turned in new[] { Interop.ParcelTurned(parcel), Interop.ParcelTurnedGuarded(parcel) })
        {
            Assert.Equal(0, turned.Label);
            Assert.Equal(long.MaxValue - 1, turned.Inside[0].Wide);
        }
    }
}
