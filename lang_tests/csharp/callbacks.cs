// Callbacks: each argument arrives, each result goes back, and exceptions come out where the call was made.
using System;
using System.Collections.Generic;
using ReferenceProject;
using Xunit;

public class CallbacksTests
{
    private static readonly Vec2[] Triangle = { new Vec2(1, 20), new Vec2(3, 50), new Vec2(8, 110) };

    [Fact]
    public void Visit_calls_for_each_point_in_order()
    {
        var seen = new List<Vec2>();
        uint count = Interop.Visit(Triangle, (index, point) =>
        {
            Assert.Equal((uint)seen.Count, index);
            seen.Add(point);
            return true;
        });
        Assert.Equal(3u, count);
        Assert.Equal(Triangle, seen.ToArray());
        Assert.Equal(0u, Interop.Visit(new Vec2[0], (index, point) => true));
    }

    [Fact]
    public void Visit_stops_when_told_to()
    {
        int calls = 0;
        Assert.Equal(1u, Interop.Visit(Triangle, (index, point) => { calls++; return index < 1; }));
        Assert.Equal(2, calls);
    }

    [Fact] public void A_missing_callback_is_refused() => Assert.Throws<ArgumentNullException>(() => Interop.Visit(Triangle, (Visit)null));

    [Fact]
    public void Arguments_of_many_types_arrive()
    {
        double twice = Interop.Combine((a, b, c, d, point, level, yes) =>
        {
            Assert.Equal((byte)200, a);
            Assert.Equal(long.MinValue, b);
            Assert.Equal(0.5f, c);
            Assert.Equal(-2.25, d);
            Assert.Equal(new Vec2(3, -4), point);
            Assert.Equal(Level.Lowest, level);
            Assert.True(yes);
            return 0.0625;
        });
        Assert.Equal(0.125, twice);
    }

    [Fact]
    public void Callbacks_get_strings()
    {
        var words = new List<string>();
        Assert.Equal(3u, Interop.EachWord("one  zwölf 3", word => words.Add(word)));
        Assert.Equal(new[] { "one", "zwölf", "3" }, words.ToArray());
        Assert.Equal(0u, Interop.EachWord("", word => words.Add(word)));
    }

    [Fact]
    public void Callbacks_get_slices()
    {
        ulong sum = Interop.EachChunk(new ushort[] { 1, 2, 3, 4, 65535 }, (UIntPtr)3, values =>
        {
            ulong weighted = (ulong)values.Length << 32;
            for (int i = 0; i < values.Length; i++) weighted += values[i] * (ulong)(i + 1);
            return weighted;
        });
        Assert.Equal((5ul << 32) + 14 + 4 + 2 * 65535, sum);
    }

    [Fact]
    public void Callbacks_return_structs()
    {
        var points = new[] { new Vec2(1, 2), new Vec2(3, 4) };
        Interop.Transform(points, point => new Vec2(-point.Y, point.X));
        Assert.Equal(new[] { new Vec2(-2, 1), new Vec2(-4, 3) }, points);
    }

    [Fact]
    public void Two_callbacks_are_told_apart() => Assert.Equal(long.MinValue + 2, Interop.Difference(() => 7, () => long.MinValue + 5));

    [Fact]
    public void An_optional_callback_may_be_missing()
    {
        int calls = 0;
        Assert.True(Interop.CallIf(() => calls++));
        Assert.Equal(1, calls);
        Assert.False(Interop.CallIf((Done)null));
    }

    [Fact]
    public void A_thread_of_rust_can_call_back() =>
        Assert.Equal(long.MinValue + 5, Interop.ProduceOnAThread(() => long.MinValue + 5));

    [Fact]
    public void An_exception_on_a_thread_of_rust_reaches_the_caller()
    {
        var mine = new InvalidOperationException("mine");
        Assert.Same(mine, Assert.Throws<InvalidOperationException>(() => Interop.ProduceOnAThread(() => throw mine)));
        Assert.Equal(7L, Interop.ProduceOnAThread(() => 7));
    }

    [Fact]
    public void An_exception_reaches_the_caller_as_the_same_object()
    {
        var mine = new InvalidOperationException("mine");
        int calls = 0;
        Assert.Same(mine, Assert.Throws<InvalidOperationException>(() => Interop.Visit(Triangle, (index, point) => { calls++; throw mine; })));
        Assert.Equal(1, calls);
        Assert.Equal(3u, Interop.Visit(Triangle, (index, point) => true)); // and nothing of it is left
    }

    [Fact]
    public void Of_two_callbacks_the_first_exception_counts()
    {
        int calls = 0;
        var thrown = Assert.Throws<InvalidOperationException>(() => Interop.Difference(
            () => throw new InvalidOperationException("first"),
            () => { calls++; throw new InvalidOperationException("second"); }));
        Assert.Equal("first", thrown.Message);
        Assert.Equal(0, calls);
    }

    [Fact]
    public void Callbacks_nest_and_their_exceptions_pass_through()
    {
        var mine = new InvalidOperationException("inner");
        Assert.Same(mine, Assert.Throws<InvalidOperationException>(
            () => Interop.Visit(Triangle, (i, p) => Interop.Visit(Triangle, (j, q) => { throw mine; }) > 0)));
        Assert.Equal(3u, Interop.Visit(Triangle, (i, p) => Interop.Visit(Triangle, (j, q) => true) == 3));
    }

    [Fact]
    public void A_panic_passes_through_a_callback()
    {
        var thrown = Assert.Throws<PanicException>(() => Interop.Visit(Triangle, (i, p) => Interop.Divide(1, 0) > 0));
        Assert.True(thrown.Message.Contains("divide by zero"));
    }

    [Fact]
    public void A_kept_callback_survives_collections()
    {
        int calls = 0;
        var kept = new VisitCallback((index, point) => { if (index == 0) GC.Collect(); calls++; return true; });
        for (int k = 0; k < 10; k++) Interop.Visit(Triangle, kept);
        Assert.Equal(30, calls);
    }

    [Fact]
    public void New_callbacks_survive_collections_during_the_call()
    {
        for (int k = 0; k < 5; k++)
        {
            Assert.Equal(200u, Interop.Visit(new Vec2[200], (index, point) =>
            {
                if (index % 50 == 0) { GC.Collect(); GC.WaitForPendingFinalizers(); }
                return true;
            }));
        }
    }

    [Fact]
    public void Composed_arguments_and_large_results_cross()
    {
        var wide = Interop.Compose((block, reading, points, best) =>
        {
            Assert.Equal((ushort)5, block.Id);
            Assert.Equal(new byte[] { 6, 7, 8, 9, 10 }, block.Bytes.ToArray());
            Assert.Equal(new[] { new Vec2(1, 2), new Vec2(3, 4) }, block.Points.ToArray());
            Assert.Equal(new double[] { 11, 12, 13 }, block.Ratios.ToArray());
            Assert.False(reading.Temperature.HasValue);
            Assert.Equal((Vec2?)new Vec2(14, 15), reading.Place);
            Assert.Equal((byte)16, reading.Id);
            Assert.Equal(2, points.Length);
            Assert.Equal(new Vec2(1, 2), points[0]);
            Assert.Equal(new Vec2(3, 4), points[1]);
            Assert.Equal(new Vec2(3, 4), best);
            return new Wide(long.MinValue, 2, 3, 4, long.MaxValue);
        });
        Assert.Equal(new Wide(long.MinValue, 2, 3, 4, long.MaxValue), wide);
    }
}
