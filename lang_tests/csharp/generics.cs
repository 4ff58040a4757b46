// Generic types of Rust: each instance is a type of its own, named by what it is of.
using System;
using System.Linq;
using System.Runtime.InteropServices;
using ReferenceProject;
using Xunit;

public class GenericsTests
{
    [Fact]
    public void Instances_have_fields_of_their_own_types()
    {
        Assert.Equal(new PairU8F64(0x5A, 1e300), Interop.PairSmallChanged(new PairU8F64(0xA5, -1e300)));
        PairVec2I64 mirrored = Interop.PairMirrored(new PairVec2I64(new Vec2(1.5f, -2), 0x0102_0304_0506_0708));
        Assert.Equal(new PairVec2I64(new Vec2(-2, 1.5f), 0x0807_0605_0403_0201), mirrored);
    }

    [Fact]
    public void Instances_nest()
    {
        var pair = new PairPairI8U32PairU16F32(new PairI8U32(sbyte.MinValue, uint.MaxValue), new PairU16F32(65534, -0.5f));
        Assert.Equal(Digest.Of(sbyte.MinValue, uint.MaxValue, (ushort)65534, -0.5f), Interop.PairNestedDigest(pair));
    }

    [Fact]
    public void Instances_stand_in_slices()
    {
        var pairs = new[] { new PairU8F64(1, -2.5), new PairU8F64(255, double.Epsilon) };
        Assert.Equal(Digest.Of(Digest.Of(0ul, (byte)1, -2.5), (byte)255, double.Epsilon), Interop.PairsDigest(pairs));
    }

    [Fact]
    public void Numbers_are_parameters_of_types()
    {
        var buffer = new Buffer4(2, new ByteArray4(1, 2, 3, 4));
        Assert.True(Interop.BufferPush(ref buffer, 255));
        Assert.True(Interop.BufferPush(ref buffer, 254));
        Assert.False(Interop.BufferPush(ref buffer, 253));
        Assert.Equal(new Buffer4(4, new ByteArray4(1, 2, 255, 254)), buffer);
    }

    [Fact]
    public void Another_number_is_another_type()
    {
        byte[] bytes = Enumerable.Range(0, 300).Select(i => unchecked((byte)(i * 3))).ToArray();
        Buffer300 after = Interop.BufferReversed(new Buffer300(299, new ByteArray300(bytes)));
        Assert.Equal((ushort)299, after.Used);
        Assert.Equal(bytes.Take(299).Reverse().Concat(bytes.Skip(299)).ToArray(), after.Bytes.ToArray());
    }

    [Fact]
    public void Borrowed_values_are_copied_for_the_call()
    {
        var borrowed = new BorrowedU32(uint.MaxValue, new uint[] { 2, 3, 0x8000_0000 });
        Assert.Equal(Digest.Of(uint.MaxValue, 2u, 3u, 0x8000_0000u), Interop.BorrowedDigest(borrowed));
        Assert.Equal(borrowed, new BorrowedU32(uint.MaxValue, new uint[] { 2, 3, 0x8000_0000 }));
        Assert.Equal(borrowed.GetHashCode(), new BorrowedU32(uint.MaxValue, new uint[] { 2, 3, 0x8000_0000 }).GetHashCode());
        Assert.NotEqual(borrowed, new BorrowedU32(uint.MaxValue, new uint[] { 2, 3 }));
    }

    [Fact]
    public void Borrowed_structs_are_found_by_what_they_are()
    {
        var points = new[] { new Vec2(1, 2), new Vec2(3, -4), new Vec2(5, 6) };
        Assert.Equal((Vec2?)new Vec2(3, -4), Interop.BorrowedBetween(new BorrowedVec2(new Vec2(3, -4), points)));
        Assert.Null(Interop.BorrowedBetween(new BorrowedVec2(new Vec2(5, 6), new[] { new Vec2(1, 2), new Vec2(3, -4) })));
    }

    [Fact]
    public void A_null_that_is_no_borrow_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Interop.BorrowedDigest(null));
        Assert.Throws<ArgumentNullException>(() => Interop.BorrowedDigest(new BorrowedU32(1, null)));
    }

    [Fact]
    public void Associated_types_are_those_of_the_parameter()
    {
        Assert.Equal(new QuantityMetre(-2.5, 127), Interop.MetresDoubled(new QuantityMetre(-1.25, 255)));
        Assert.Equal(new QuantityPiece(65534, 1), Interop.PiecesDoubled(new QuantityPiece(32767, 2)));
        Assert.Equal(new QuantityPiece(0, 0), Interop.PiecesDoubled(new QuantityPiece(32768, 1)));
    }

    [Fact]
    public void Labels_take_no_room()
    {
        Assert.Equal(new LabelledU32Vec2(0), Interop.LabelledNext(new LabelledU32Vec2(uint.MaxValue)));
        Assert.Equal(4, Marshal.SizeOf(typeof(LabelledU32Vec2)));
    }
}
