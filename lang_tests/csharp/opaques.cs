// A type that is known by its address only.
using System;
using ReferenceProject;
using Xunit;

public class OpaquesTests
{
    [Fact]
    public void A_counter_counts()
    {
        Counter counter = Interop.CounterNew(-5);
        Assert.False(counter.IsNull);
        Assert.Equal(2L, Interop.CounterAdd(counter, 7));
        Assert.Equal(-10L, Interop.CounterAdd(counter, -12));
        Assert.Equal(2u, Interop.CounterSteps(counter));
        Interop.CounterFree(counter);
    }

    [Fact]
    public void Counters_are_told_apart()
    {
        Counter a = Interop.CounterNew(1L << 40), b = Interop.CounterNew(3);
        Assert.Equal((1L << 40) + 3, Interop.CounterSum(a, b));
        Assert.Equal(3L, Interop.CounterSum(b, null));
        Assert.Equal(0u, Interop.CounterSteps(a));
        Interop.CounterFree(a);
        Interop.CounterFree(b);
    }

    [Fact]
    public void A_missing_counter_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Interop.CounterSteps(default(Counter)));
        Interop.CounterFree(default(Counter));
    }
}
