/// <summary>
/// What callbacks threw on this thread: an exception must not unwind native frames, so the first one is kept, native code gets
/// <c>default</c> from then on, and the caller of the native function gets the exception when that returns.
/// </summary>
internal static class FfiCallbacks
{
    [ThreadStatic]
    internal static ExceptionDispatchInfo Thrown;

    private static int strays;

    internal static int Strays => Volatile.Read(ref strays);

    internal static void Keep(Exception e)
    {
        // Mono would raise an abort again at the end of the catch, through native frames.
        if (e is ThreadAbortException)
        {
            Thread.ResetAbort();
        }

        Thrown = ExceptionDispatchInfo.Capture(e);
    }

    /// <summary>Called back on a thread of native code's own, where no callback is known.</summary>
    internal static void Stray()
    {
        Interlocked.Increment(ref strays);
    }

    /// <summary>Throws again, in the caller of the native function, what a callback threw on this thread.</summary>
    internal static void Rethrow(int straysBefore)
    {
        ExceptionDispatchInfo first = Thrown;
        Thrown = null;
        if (first != null)
        {
            first.Throw();
        }

        if (Strays != straysBefore)
        {
            throw new InteropException("This call, or one at the same time, called back on a thread of its own, where no callback is known.");
        }
    }
}
