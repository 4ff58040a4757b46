// Objects: made, used, busy, disposed and collected.
// interop: deadline 60 s
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using ReferenceProject;
using Xunit;

public class ServicesTests
{
    private static readonly Vec2[] Points = { new Vec2(1, 20), new Vec2(3, 50), new Vec2(8, 110) };

    private static Recorder Triangle() => Recorder.Named("triängle", Points);

    private static ulong Alive() => (ulong)Native.live_objects();

    [Fact]
    public void A_recorder_keeps_points_in_order()
    {
        using (var recorder = new Recorder(2))
        {
            Assert.Equal(0u, recorder.Len());
            Assert.Equal(0u, recorder.Push(Points[0]));
            Assert.Equal(1u, recorder.Push(Points[1]));
            Assert.Equal(2u, recorder.Len());
            Assert.Equal(Error.Full, Assert.Throws<ErrorException>(() => recorder.Push(Points[2])).Error);
            Assert.Equal((Vec2?)Points[1], recorder.Get(1));
            Assert.False(recorder.Get(2).HasValue);
        }
    }

    [Theory]
    [InlineData(65u)]
    [InlineData(uint.MaxValue)]
    public void A_constructor_can_fail(uint limit) => Assert.Equal(Error.Full, Assert.Throws<ErrorException>(() => new Recorder(limit)).Error);

    [Fact]
    public void A_named_constructor_can_fail_too() =>
        Assert.Equal(Error.BadName, Assert.Throws<ErrorException>(() => Recorder.Named("", Points)).Error);

    [Fact]
    public void What_is_lent_is_copied_and_given_back()
    {
        using (var recorder = Triangle())
        {
            Vec2[] points = recorder.Points();
            Assert.Equal("triängle", recorder.Name());
            Assert.Equal(Points[2], recorder.Pop()); // nothing is lent any more
            Assert.Equal(Points, points);
            Assert.Equal(2, recorder.Points().Length);
        }
    }

    [Fact]
    public void One_object_takes_from_another()
    {
        using (var from = Triangle())
        using (var to = new Recorder(2))
        {
            Assert.Equal(2u, to.Absorb(from));
            Assert.Equal((Vec2?)Points[1], to.Get(1));
            Assert.Throws<BusyException>(() => to.Absorb(to));
            Assert.Throws<ArgumentNullException>(() => to.Absorb(null));
            Assert.Equal(2u, to.Len());
        }
    }

    [Fact]
    public void A_shared_borrow_excludes_changes_from_a_callback()
    {
        using (var recorder = Triangle())
        {
            uint seen = recorder.Visit((index, point) =>
            {
                Assert.Equal((Vec2?)point, recorder.Get(index));
                Assert.Throws<BusyException>(() => recorder.Push(point));
                return true;
            });
            Assert.Equal(3u, seen);
        }
    }

    [Fact]
    public void An_exclusive_borrow_excludes_everything_from_a_callback()
    {
        using (var recorder = Triangle())
        {
            recorder.Transform(point =>
            {
                Assert.Throws<BusyException>(() => recorder.Len());
                return new Vec2(-point.Y, point.X);
            });
            Assert.Equal(new Vec2(-110, 8), recorder.Pop());
        }
    }

    [Fact]
    public void Disposing_during_a_call_frees_after_it()
    {
        var recorder = Triangle();
        Assert.Equal(3u, recorder.Visit((index, point) =>
        {
            recorder.Dispose();
            return point.Equals(Points[index]);
        }));
        Assert.Throws<ObjectDisposedException>(() => recorder.Len());
    }

    [Fact]
    public void A_panic_in_a_method_leaves_the_object_usable()
    {
        using (var recorder = new Recorder(1))
        {
            Assert.True(Assert.Throws<PanicException>(() => recorder.Pop()).Message.Contains("there are no points"));
            recorder.Push(Points[2]);
            Assert.Equal(Points[2], recorder.Pop());
        }
    }

    [Fact]
    public void An_exception_in_a_callback_leaves_the_object_usable()
    {
        using (var recorder = Triangle())
        {
            Assert.Throws<InvalidOperationException>(() => recorder.Visit((index, point) => throw new InvalidOperationException()));
            Assert.Equal(Points[2], recorder.Pop());
        }
    }

    [Fact]
    public void Use_after_dispose_is_refused_and_disposal_may_repeat()
    {
        var recorder = new Recorder(1);
        recorder.Dispose();
        recorder.Dispose();
        Assert.Throws<ObjectDisposedException>(() => recorder.Push(Points[0]));
        Assert.Throws<ObjectDisposedException>(() => recorder.Points());
        using (var other = new Recorder(1))
        {
            Assert.Throws<ObjectDisposedException>(() => other.Absorb(recorder));
            Assert.Equal(0u, other.Push(Points[0]));
        }
    }

    [Fact]
    public void An_object_for_one_call_at_a_time_is_busy_meanwhile()
    {
        using (var total = new Total())
        {
            Assert.Equal(40L, total.Add(() => 40));
            Assert.Equal((1L << 40) + 40, total.Add(() =>
            {
                Assert.Throws<BusyException>(() => total.Calls());
                return 1L << 40;
            }));
            Assert.Equal(2u, total.Calls());
        }
    }

    [Fact]
    public void Threads_exclude_each_other_and_nothing_is_lost()
    {
#if UNITY
        const int Pushes = 250; // The collector stops all threads at each allocation.
#else
        const int Pushes = 1000;
#endif
        using (var recorder = new Recorder(Interop.MaxPoints))
        {
            int pushed = 0;
            Action push = () =>
            {
                for (int k = 0; k < Pushes; k++)
                {
                    try { recorder.Push(new Vec2(k, k)); Interlocked.Increment(ref pushed); }
                    catch (BusyException) { }
                    catch (ErrorException) { }
                }
            };
            Parallel.Invoke(push, push, push, push);
            Assert.Equal((int)Interop.MaxPoints, pushed);
            Assert.Equal(Interop.MaxPoints, recorder.Len());
        }
    }

    [Fact]
    public void Disposal_races_with_calls()
    {
#if UNITY
        const int Races = 50; // The collector stops all threads at each allocation.
#else
        const int Races = 500;
#endif
        for (int k = 0; k < Races; k++)
        {
            var recorder = new Recorder(1);
            Parallel.Invoke(
                () => { try { recorder.Len(); } catch (ObjectDisposedException) { } },
                () => recorder.Dispose(),
                () => recorder.Dispose());
        }
    }

    [Fact]
    public void A_forgotten_object_is_freed_by_the_collector()
    {
        WeakReference[] forgotten = Forgotten(1000);
        for (int tries = 0; Alive() > 20 && tries < 50; tries++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.True(Alive() <= 20);
        // A conservative collector may take a stale word of a stack for one of them, or for its handle, as long as the process runs.
        foreach (WeakReference weak in forgotten) (weak.Target as IDisposable)?.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] Forgotten(int count)
    {
        var all = new WeakReference[count];
        for (int k = 0; k < count; k++)
        {
            var recorder = new Recorder(1);
            recorder.Push(new Vec2(k, k));
            all[k] = new WeakReference(recorder.handle, trackResurrection: true);
        }

        return all;
    }

    [Fact]
    public void Options_and_results_can_lend()
    {
        using (var recorder = Recorder.Named("two words", Points))
        using (var nameless = new Recorder(1))
        {
            Assert.Equal("two", recorder.FirstWord());
            Assert.Equal(new[] { Points[1], Points[2] }, recorder.Last(2));
            Assert.Equal(Error.Full, Assert.Throws<ErrorException>(() => recorder.Last(4)).Error);
            Assert.Equal(Points, recorder.PointsMut());
            Assert.Equal(Points[2], recorder.Pop()); // nothing is lent any more
            Assert.Null(nameless.FirstWord());
            Assert.Equal(0u, nameless.Push(Points[0]));
        }
    }

    [Fact]
    public void Methods_make_objects()
    {
        var recorder = Triangle();
        using (Recorder rest = recorder.SplitOff(1))
        {
            Assert.Equal(1u, recorder.Len());
            Assert.Equal(Error.Full, Assert.Throws<ErrorException>(() => recorder.SplitOff(2)).Error);
            recorder.Dispose();
            Assert.Equal(Points[2], rest.Pop());
            Assert.Equal(1u, rest.Len());
        }
    }

    [Fact]
    public void Functions_borrow_objects()
    {
        using (var a = Triangle())
        using (var b = new Recorder(1))
        {
            b.Push(Points[0]);
            Assert.Equal(4u, Interop.CountBoth(a, b));
            Assert.Equal(6u, Interop.CountBoth(a, a));
            Assert.Equal(1u, Interop.CountBoth(b, null));
            Assert.Throws<ArgumentNullException>(() => Interop.CountBoth(null, b));
            Assert.Equal(3u, Interop.Clear(a));
            Assert.Equal(0u, a.Len());
            a.Dispose();
            Assert.Throws<ObjectDisposedException>(() => Interop.CountBoth(b, a));
        }
    }
}
