// Threads that are aborted while Rust runs on them. Only Mono aborts threads: what it does so late that Rust has returned.
// interop: deadline 60 s
using System;
using System.Threading;
using Hostile;
using Xunit;

public class AbortsTests
{
    [Fact]
    public void Rounds_are_counted()
    {
        Assert.Equal(3u, Interop.AbortsRounds(round => round, 3));
        Assert.Equal(0u, Interop.AbortsFrames());
        using (var patient = new Patient("p"))
        using (Patient sibling = patient.Sibling(round => round))
        {
            Assert.Equal("p", sibling.Name());
        }
    }

#if UNITY
    /// Runs `work` on a thread that is aborted after some milliseconds.
    private static void Aborted(int after, Action work)
    {
        var thread = new Thread(() =>
        {
            try
            {
                work();
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadAbortException)
            {
                Thread.ResetAbort();
            }
        });
        thread.Start();
        Thread.Sleep(after);
        thread.Abort();
        thread.Join();
    }

    [Fact]
    public void No_frame_of_Rust_is_lost()
    {
        for (int after = 0; after < 80; after += 5)
        {
            uint rounds = 0;
            Aborted(after, () => Interop.AbortsRounds(round => ++rounds, 3));
            Assert.Equal(0u, Interop.AbortsFrames());
            Assert.True(rounds == 3 || rounds == 0, "all rounds, or none at all: " + rounds);
        }
    }

    [Fact]
    public void What_is_lent_is_given_back()
    {
        using (var patient = new Patient("p"))
        {
            for (int after = 0; after < 40; after += 2)
            {
                Aborted(after, () => patient.Name());
                patient.Rename("p" + after);
            }
        }
    }

    [Fact]
    public void What_was_made_has_an_owner()
    {
        ulong before = (ulong)Native.live_objects();
        using (var patient = new Patient("p"))
        {
            for (int after = 0; after < 80; after += 8)
            {
                Aborted(after, () => patient.Sibling(round => round));
                Aborted(after, () => new Patient("q"));
                patient.Rename("p" + after);
            }
        }

        for (int tries = 0; (ulong)Native.live_objects() > before && tries < 50; tries++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(before, (ulong)Native.live_objects());
    }
#endif
}
