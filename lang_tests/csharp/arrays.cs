// Arrays: each element has a value of its own.
using System;
using System.Linq;
using System.Runtime.InteropServices;
using ReferenceProject;
using Xunit;

public class ArraysTests
{
    // All of its values depend on `seed`.
    private static Shelf ShelfOf(int seed)
    {
        byte b = (byte)(seed * 20);
        var triples = new TripleArray3(
            new Triple(b, (byte)(b + 1), (byte)(b + 2)), new Triple((byte)(b + 3), 255, 0), new Triple(1, 128, (byte)(b + 4)));
        var matrix = new FloatArray3Array2(new FloatArray3(seed, -2, 3), new FloatArray3(4, float.MaxValue, -seed));
        var cube = new Vec2Array1Array2Array2(
            new Vec2Array1Array2(new Vec2Array1(new Vec2(seed, 1)), new Vec2Array1(new Vec2(2, 3))),
            new Vec2Array1Array2(new Vec2Array1(new Vec2(4, 5)), new Vec2Array1(new Vec2(6, -seed))));
        return new Shelf(
            new LongArray1(long.MaxValue - seed),
            triples,
            new MarkerArray2(Marker.Hidden, Marker.Cross),
            new BoolArray5(true, false, false, true, seed % 2 == 0),
            matrix,
            cube);
    }

    private static void AssertReversed(int seed, Shelf back)
    {
        Shelf from = ShelfOf(seed);
        Assert.Equal(-from.One[0], back.One[0]);
        Assert.Equal(from.Triples.ToArray().Reverse().ToArray(), back.Triples.ToArray());
        Assert.Equal(new[] { Marker.Cross, Marker.Hidden }, back.Markers.ToArray());
        Assert.Equal(from.Answers.ToArray().Reverse().ToArray(), back.Answers.ToArray());
        Assert.Equal(new[] { 4f, float.MaxValue, -seed }, back.Matrix[0].ToArray());
        Assert.Equal(new[] { seed, -2f, 3 }, back.Matrix[1].ToArray());
        Assert.Equal(new Vec2(4, 5), back.Cube[0][0][0]);
        Assert.Equal(new Vec2(6, -seed), back.Cube[0][1][0]);
        Assert.Equal(new Vec2(seed, 1), back.Cube[1][0][0]);
        Assert.Equal(new Vec2(2, 3), back.Cube[1][1][0]);
    }

    [Fact] public void Arrays_of_all_kinds_go_by_value() => AssertReversed(7, Interop.ShelfReversed(ShelfOf(7)));

    [Fact]
    public void Arrays_of_structs_with_arrays_are_changed_in_place()
    {
        var cabinet = new Cabinet(new ShelfArray2(ShelfOf(1), ShelfOf(2)), 0x1234);
        Interop.CabinetReversed(ref cabinet);
        AssertReversed(2, cabinet.Shelves[0]);
        AssertReversed(1, cabinet.Shelves[1]);
        Assert.Equal((ushort)0x3412, cabinet.Id);
    }

    [Fact]
    public void An_unknown_enum_value_in_an_array_is_refused()
    {
        Shelf shelf = ShelfOf(1);
        shelf.Markers = new MarkerArray2(Marker.Dot, (Marker)7);
        Assert.ThrowsAny<ArgumentException>(() => Interop.ShelfReversed(shelf));
    }

    [Fact]
    public void Large_arrays_go_by_value()
    {
        byte[] bytes = Enumerable.Range(0, 300).Select(i => unchecked((byte)(i * 7))).ToArray();
        byte[] expected = bytes.Reverse().Select(b => unchecked((byte)~b)).ToArray();
        Assert.Equal(expected, Interop.PageReversed(new Page(new ByteArray300(bytes))).Bytes.ToArray());
    }

    [Fact]
    public void Arrays_go_behind_references()
    {
        byte[] bytes = Enumerable.Range(0, 16).Select(i => (byte)(255 - i)).ToArray();
        Assert.Equal(Digest.Of(bytes.Cast<object>().ToArray()), Interop.KeyDigest(new ByteArray16(bytes)));
    }

    [Fact]
    public void Arrays_of_arrays_may_be_none()
    {
        var rows = new ShortArray2Array3(new ShortArray2(1, -2), new ShortArray2(short.MinValue, 4), new ShortArray2(5, short.MaxValue));
        Assert.Equal(Digest.Of(1, -2, short.MinValue, 4, 5, short.MaxValue), Interop.TableDigest(rows));
        Assert.Equal(1ul, Interop.TableDigest(null));
    }

    [Fact]
    public void Arrays_are_changed_in_place()
    {
        var points = new Vec2Array3(new Vec2(1, 2), new Vec2(3, 4), new Vec2(5, -6));
        Interop.RotatePoints(ref points);
        Assert.Equal(new Vec2Array3(new Vec2(5, -6), new Vec2(1, 2), new Vec2(3, 4)), points);
    }

    [Fact]
    public void Arrays_are_filled()
    {
        var steps = new DoubleArray4(9, 9, 9, 9);
        Interop.FillSteps(ref steps, -0.125);
        Assert.Equal(new[] { -0.0, -0.125, -0.25, -0.375 }, steps.ToArray());
    }

    [Fact]
    public void Raw_pointers_lead_to_arrays()
    {
        var numbers = new[] { 1, int.MaxValue, -3, 40 };
        GCHandle pin = GCHandle.Alloc(numbers, GCHandleType.Pinned);
        Assert.Equal(41, Interop.SumAt(pin.AddrOfPinnedObject(), 0, 3));
        Assert.Equal(int.MaxValue - 3, Interop.SumAt(pin.AddrOfPinnedObject(), 2, 1));
        pin.Free();
    }

    [Fact]
    public void An_index_outside_is_refused()
    {
        var steps = new DoubleArray4(1, 2, 3, 4);
        Assert.ThrowsAny<Exception>(() => steps[4].ToString());
        Assert.ThrowsAny<Exception>(() => steps[-1].ToString());
    }
}
