// Slices: all elements, and none beyond.
using System;
using ReferenceProject;
using Xunit;

public class SlicesTests
{
    [Fact]
    public void Centroid_is_the_mean_or_none()
    {
        Assert.Equal((Vec2?)new Vec2(4, 60), Interop.Centroid(new[] { new Vec2(1, 20), new Vec2(3, 50), new Vec2(8, 110) }));
        Assert.False(Interop.Centroid(new Vec2[0]).HasValue);
    }

    [Fact]
    public void Fill_writes_within_its_bounds()
    {
        var values = new float[] { 1, 2, 3 };
#if UNITY
        Interop.Fill(values, 7);
        Assert.Equal(new float[] { 7, 7, 7 }, values);
#else
        Interop.Fill(values.AsSpan(0, 2), 7);
        Assert.Equal(new float[] { 7, 7, 3 }, values);
#endif
        Interop.Fill(new float[0], 7);
    }

    [Fact]
    public void A_bare_function_takes_slices()
    {
        Assert.Equal(-32768L + 4 + 3 * 32767, Interop.WeightedSum(new short[] { short.MinValue, 2, short.MaxValue }));
        Assert.Equal(0L, Interop.WeightedSum(new short[0]));
    }

    [Fact]
    public void Reverse_works_in_place()
    {
        var values = new ulong[] { 1, ulong.MaxValue, 3 };
        Interop.Reverse(values);
        Assert.Equal(new ulong[] { 3, ulong.MaxValue, 1 }, values);
    }

    [Fact]
    public void No_slice_is_not_an_empty_one()
    {
        Assert.Equal(1L << 32, Interop.SumIf(new[] { uint.MaxValue, 1u }));
        Assert.Equal(0L, Interop.SumIf(new uint[0]));
        Assert.Equal(-1L, Interop.SumIf(null));
    }

    [Fact]
    public void An_optional_mutable_slice_is_written_to()
    {
        var bytes = new byte[] { 1, 2, 3 };
        Assert.Equal(3L, Interop.FillIf(bytes, 255));
        Assert.Equal(new byte[] { 255, 255, 255 }, bytes);
        Assert.Equal(0L, Interop.FillIf(new byte[0], 1));
        Assert.Equal(-1L, Interop.FillIf(null, 1));
    }

    [Fact]
    public void Copies_end_with_the_shorter_one()
    {
        var to = new byte[] { 9, 9, 9, 9 };
        Assert.Equal(3ul, (ulong)Interop.CopyBytes(new byte[] { 1, 2, 3 }, to));
        Assert.Equal(new byte[] { 1, 2, 3, 9 }, to);
        Assert.Equal(0ul, (ulong)Interop.CopyBytes(new byte[] { 1, 2, 3 }, new byte[0]));
    }

    [Fact]
    public void Overlap_is_refused_where_rust_writes()
    {
        var bytes = new byte[] { 1, 2, 3, 4 };
        Assert.ThrowsAny<ArgumentException>(() => Interop.CopyBytes(bytes, bytes));
#if !UNITY
        Interop.CopyBytes(bytes.AsSpan(0, 2), bytes.AsSpan(2, 2));
        Assert.Equal(new byte[] { 1, 2, 1, 2 }, bytes);
#endif
    }

    [Fact]
    public void Elements_that_are_no_value_are_refused()
    {
        Assert.Equal(2u, Interop.CountHidden(new[] { Marker.Hidden, Marker.Dot, Marker.Hidden }));
        Assert.ThrowsAny<ArgumentException>(() => Interop.CountHidden(new[] { Marker.Hidden, (Marker)7 }));
    }

    [Fact] public void Bools_are_bytes() => Assert.Equal(3u, Interop.CountTrue(new[] { true, false, true, true }));

    [Fact]
    public void Slices_are_returned() => Assert.Equal(new ushort[] { 2, 3, 5, 7, 11, 13, 65521 }, Interop.Primes());
}
