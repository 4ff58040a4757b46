// Callbacks of several calls that are under way at once: which of them is called, on which thread, and whose exception it is.
// interop: deadline 60 s
using System;
using System.Linq;
using System.Threading;
using Hostile;
using Xunit;

public class CallersTests
{
    private static readonly InvalidOperationException Mine = new InvalidOperationException("mine");

    private static readonly Rate Throw = x => throw Mine;

    private static void Throws(Func<uint> call) => Assert.Same(Mine, Assert.Throws<InvalidOperationException>(() => call()));

    /// What `theirs` gives on another thread, while this one runs `ours`: a value or an exception.
    private static object Beside(Func<uint> theirs, Action ours)
    {
        object outcome = null;
        var thread = new Thread(() =>
        {
            try { outcome = theirs(); }
            catch (Exception e) { outcome = e; }
        });
        thread.Start();
        ours();
        thread.Join();
        return outcome;
    }

    [Fact]
    public void An_outer_callback_is_called_within_an_inner_call()
    {
        Assert.Equal(11u, Interop.WithRate(x => 2 * x, _ => Interop.Rated(y => y + 1, 5)));
        Assert.Equal(31u, Interop.WithRate(x => 2 * x, _ => Interop.WithRate(x => 3 * x, __ => Interop.Rated(y => y + 1, 10))));
        Assert.Equal(1u, Interop.Rated(y => y + 1, 5));
    }

    [Fact]
    public void A_prepared_callback_serves_several_calls_at_once()
    {
        var twice = new RateCallback(x => 2 * x);
        Assert.Equal(20u, Interop.WithRate(twice, _ => Interop.Rated(twice, 5)));
        Assert.Equal(12u, Interop.HereAndElsewhere(twice, twice));
        RateCallback down = null;
        down = new RateCallback(x => x == 0 ? 7 : Interop.Together(x, down));
        Assert.Equal(56u, Interop.Together(4, down));
    }

    [Fact]
    public void An_exception_of_an_outer_callback_is_the_outer_calls()
    {
        uint inner = 0;
        Throws(() => Interop.WithRate(Throw, _ => inner = Interop.Rated(y => y + 1, 5)));
        Assert.Equal(1u, inner);
        Throws(() => Interop.WithRate(x => 2 * x, _ => Interop.Rated(Throw, 5)));
    }

    [Fact]
    public void Who_runs_the_work_of_another_thread_calls_its_callback()
    {
        object theirs = Beside(() => Interop.Served(1, x => x + 100), () => Assert.Equal(12u, Interop.Serve(2, x => x + 10)));
        Assert.Equal((object)101u, theirs);
    }

    [Fact]
    public void An_exception_is_the_callers_that_passed_the_callback()
    {
        Assert.Same(Mine, Beside(() => Interop.Served(1, Throw), () => Assert.Equal(12u, Interop.Serve(2, x => x + 10))));
        Assert.Equal((object)101u, Beside(() => Interop.Served(1, x => x + 100), () => Throws(() => Interop.Serve(2, Throw))));
    }

    [Fact]
    public void After_an_exception_no_callback_of_the_call_is_called_on_any_thread()
    {
        int calls = 0;
        Throws(() => Interop.HereAndElsewhere(Throw, x => { calls++; return x; }));
        Assert.Equal(0, calls);
        Throws(() => Interop.HereAndElsewhere(x => { calls++; return x; }, Throw));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void An_exception_is_none_of_the_next_call()
    {
        bool throws = true;
        var kept = new RateCallback(x => throws ? throw Mine : x);
        Throws(() => Interop.HereAndElsewhere(kept, kept));
        throws = false;
        Assert.Equal(6u, Interop.HereAndElsewhere(kept, kept));
        Assert.Equal(3u, Interop.Together(3, kept));
    }

    [Fact]
    public void Calls_that_share_a_callback_throw_each()
    {
        var kept = new RateCallback(Throw);
        int thrown = 0;
        var threads = Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                try { Interop.Together(2, kept); }
                catch (InvalidOperationException e) when (e == Mine) { Interlocked.Increment(ref thrown); }
            }
        })).ToArray();
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.Equal(300, thrown);
    }

#if UNITY
    private static uint Nested(uint depth) => depth == 0 ? 7 : Interop.WithRate(x => x, _ => Nested(depth - 1));

    [Fact]
    public void So_many_calls_may_be_under_way_and_no_more()
    {
        for (int i = 0; i < 40; i++)
        {
            Assert.Equal(7u, Nested(16));
            Assert.Throws<InteropException>(() => Nested(17));
        }
    }

    [Fact]
    public void What_is_refused_takes_nothing()
    {
        // Of two places that it needs one is left.
        Func<uint, uint> last = x => Interop.Rated(_ =>
        {
            Assert.Throws<InteropException>(() => Interop.WithRate(y => y, y => y));
            return Interop.Rated(y => y + 1, 0);
        }, x);
        Func<uint, uint> nested = last;
        for (int i = 0; i < 15; i++)
        {
            Func<uint, uint> inner = nested;
            nested = x => Interop.WithRate(y => y, _ => inner(0));
        }

        Assert.Equal(1u, nested(0));
    }
#endif
}
