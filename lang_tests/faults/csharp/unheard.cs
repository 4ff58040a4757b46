// Checks that fail where nobody may hear of it: in tasks that nobody awaits, in debug assertions, in the order and shape of what is compared.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit;

public class UnheardTests
{
    // Many, as a conservative collector may take a stale word of a stack for one.
    [Fact]
    public void Fails_in_a_task_that_nobody_awaits()
    {
        for (int k = 0; k < 100; k++) Lose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Lose()
    {
        var done = new Task(() => { throw new InvalidOperationException("lost in a task"); });
        done.Start();
        ((IAsyncResult)done).AsyncWaitHandle.WaitOne();
    }

    [Fact]
    public void Awaits_no_assertion()
    {
        Assert.ThrowsAsync<InvalidOperationException>(() => Task.FromResult(1));
    }

    [Fact]
    public void Fails_in_a_debug_assertion()
    {
        Debug.Assert(1 + 1 == 3, "one and one");
    }

    [Fact]
    public void Compares_shapes() => Assert.Equal(new int[2, 3], new int[3, 2]);

    [Fact]
    public void Compares_dictionaries_by_key() =>
        Assert.Equal(new Dictionary<int, int> { { 1, 2 }, { 3, 4 } }, new Dictionary<int, int> { { 1, 2 }, { 3, 5 } });

    [Fact]
    public void Is_not_concerned()
    {
        Assert.Equal(new int[2, 3], new int[2, 3]);
        Assert.Equal(new Dictionary<int, int> { { 1, 2 }, { 3, 4 } }, new Dictionary<int, int> { { 3, 4 }, { 1, 2 } });
        Assert.Equal(new HashSet<string> { "a", "b" }, new HashSet<string> { "b", "a" });
        Debug.Assert(1 + 1 == 2);
        Assert.ThrowsAsync<InvalidOperationException>(() => { throw new InvalidOperationException(); }).Wait();
    }
}
