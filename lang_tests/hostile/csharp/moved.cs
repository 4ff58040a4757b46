// A collector moves what Rust reads: what is handed over has to stay where it is during the call.
// interop: deadline 60 s
using System;
using System.Runtime.InteropServices;
using System.Threading;
using Hostile;
using Xunit;

public class MovedTests
{
    // No variable leads there, as Mono moves nothing that one may lead to.
    private static ulong[] numbers;
    private static string text;
    private static object garbage;

    [Fact]
    public void What_Rust_reads_stays_where_it_is()
    {
        Elsewhere(() => { numbers = new ulong[] { 1, 20, 300 }; text = new string('ä', 3); });
        ulong changed = 4000;
        Assert.Equal(321ul + (3 * (0xC3 + 0xA4)) + 4000, Interop.MovedSum(numbers, text, ref changed, Collect));
        Assert.Equal(321ul + (3 * (0xC3 + 0xA4)) + 4000, changed);
    }

#if UNITY
    [Fact]
    public void The_collector_runs_at_every_allocation()
    {
        // The harness was told not to.
        if (Environment.GetEnvironmentVariable("MONO_GC_DEBUG") == string.Empty) return;
        long before = 0, after = 0;
        Elsewhere(() => { numbers = new ulong[16]; before = Address(); });
        Elsewhere(() => garbage = new object());
        Elsewhere(() => after = Address());
        Assert.NotEqual(before, after);
    }

    private static long Address()
    {
        var pinned = GCHandle.Alloc(numbers, GCHandleType.Pinned);
        long address = pinned.AddrOfPinnedObject().ToInt64();
        pinned.Free();
        return address;
    }
#endif

    private static void Collect()
    {
        for (int i = 0; i < 100; i++) garbage = new byte[i * 100];
        GC.Collect();
    }

    private static void Elsewhere(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }
}
