// Tests that go wrong in every way, with good ones around them.
using System;
using System.Runtime.InteropServices;
using System.Threading;
using ReferenceProject;
using Xunit;

public class FaultyTests
{
    [Fact] public void Comes_first() => Assert.Equal(2, Interop.AfterI32(1));

    // A write to 0 from managed code is an exception; native code that does it crashes.
    [Fact] public void Crashes() => Marshal.GetDelegateForFunctionPointer<Action>(new IntPtr(8))();

    [Fact] public void Comes_between() => Assert.Equal(3, Interop.AfterI32(2));

    [Fact] public void Hangs() => Thread.Sleep(Timeout.Infinite);

    [Fact] public void Comes_again() => Assert.Equal(4, Interop.AfterI32(3));

    [Fact] public void Exits_half_way() => Environment.Exit(0);

    [Fact] public void Is_wrong() => Assert.Equal(5, Interop.AfterI32(3));

    [Fact] public void Comes_last() => Assert.Equal(5, Interop.AfterI32(4));
}
