// Unions: the same bytes, as one sees them.
using System.Linq;
using ReferenceProject;
using Xunit;

public class UnionsTests
{
    private static readonly Floats Half = new Floats { Double = 0.5 }, Points = new Floats { Pair = new Vec2(1, float.MaxValue) };

    private static Word32 Word(uint bits) => new Word32 { Int = bits };

    [Fact]
    public void All_fields_are_the_same_bytes()
    {
        var word = new Word32 { Float = -1.5f };
        Assert.Equal(0xBFC00000, word.Int);
        Assert.Equal(new byte[] { 0, 0, 0xC0, 0xBF }, word.Bytes.ToArray());
        Assert.Equal(4, Memory.Size<Word32>());
        Assert.Equal(8, Memory.Size<Floats>());
        Assert.Equal(24, Memory.Size<Uneven>());
    }

    [Fact]
    public void Each_field_is_read_as_bits()
    {
        Assert.Equal(0xFEDCBA98, Interop.WordBits(Word(0xFEDCBA98)));
        Assert.Equal(0x80000001, Interop.WordBits(new Word32 { Float = -float.Epsilon }));
        Assert.Equal(0xFF800201, Interop.WordBits(new Word32 { Bytes = new ByteArray4(1, 2, 0x80, 0xFF) }));
    }

    [Fact]
    public void Bytes_come_back_reversed()
    {
        Assert.Equal(0x04030281u, Interop.WordReversed(Word(0x81020304)).Int);
        Assert.Equal(new byte[] { 4, 3, 2, 1 }, Interop.WordReversed(new Word32 { Bytes = new ByteArray4(1, 2, 3, 4) }).Bytes.ToArray());
        Assert.Equal(Bits.Float(0x0000C0BF), Interop.WordReversed(new Word32 { Float = -1.5f }).Float);
    }

    [Fact]
    public void A_union_of_floats_is_passed_as_floats_are()
    {
        var exchanged = Interop.FloatsExchanged(Points);
        Assert.Equal(new Vec2(float.MaxValue, 1), exchanged.Pair);
        Assert.Equal(0x3F8000007F7FFFFFul, Bits.Of(exchanged.Double));
        Assert.Equal(0x000000003FE00000ul, Bits.Of(Interop.FloatsExchanged(Half).Double));
    }

    [Fact]
    public void A_union_is_changed_in_place()
    {
        var text = Enumerable.Range(0, 17).Select(i => (byte)(i * 15)).ToArray();
        var uneven = new Uneven { Text = new ByteArray17(text) };
        Assert.Equal(0x695A4B3C2D1E0F00L, uneven.Wide);
        Interop.UnevenReverse(ref uneven);
        Assert.Equal(text.Reverse().ToArray(), uneven.Text.ToArray());
        Assert.Equal(0xC3D2E1F0, uneven.Word.Int);
    }

    [Fact]
    public void A_union_comes_back_through_memory()
    {
        var inverted = Interop.UnevenInverted(new Uneven { Wide = 0x0123456789ABCDEF });
        Assert.Equal(~0x0123456789ABCDEF, inverted.Wide);
        Assert.Equal(0x76543210u, inverted.Word.Int);
        Assert.Equal(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0 }, inverted.Text.ToArray().Skip(8).ToArray());
    }

    [Fact]
    public void Unions_are_fields_and_elements()
    {
        var more = new FloatsArray2(Half, Points);
        ulong pair = Bits.Of(Points.Double);
        Assert.Equal(Digest.Of(0, uint.MaxValue, 0.5, pair), Interop.CellDigest(new Cell(0, Word(uint.MaxValue), more)));
        Assert.Equal(Digest.Of(1, -1.5f, 0.5, pair), Interop.CellDigest(new Cell(1, new Word32 { Float = -1.5f }, more)));
        Assert.Equal(
            Digest.Of(2, 0xFF030201, 0.5, pair),
            Interop.CellDigest(new Cell(2, new Word32 { Bytes = new ByteArray4(1, 2, 3, 255) }, more)));
    }

    [Fact]
    public void A_struct_with_unions_comes_back()
    {
        Cell seven = Interop.CellOf(0), number = Interop.CellOf(1), bytes = Interop.CellOf(255);
        Assert.Equal(7u, seven.Word.Int);
        Assert.Equal(-1.5f, number.Word.Float);
        Assert.Equal(new byte[] { 1, 2, 3, 4 }, bytes.Word.Bytes.ToArray());
        Assert.Equal((byte)255, bytes.Kind);
        Assert.Equal(0.25, bytes.More[0].Double);
        Assert.Equal(new Vec2(1, -2), bytes.More[1].Pair);
    }

    [Fact]
    public void Unions_stand_in_slices()
    {
        var words = new[] { Word(0xFEDCBA98), new Word32 { Float = 0.5f }, new Word32 { Bytes = new ByteArray4(4, 3, 2, 255) } };
        Assert.Equal(Digest.Of(0xFEDCBA98, 0x3F000000, 0xFF020304), Interop.WordsDigest(words));
        Assert.Equal(0ul, Interop.WordsDigest(new Word32[0]));
    }
}
