/// <summary>What callbacks have in common.</summary>
/// <remarks>
/// An exception must not unwind native frames, so the first one is kept, native code gets <c>default</c> from then on, and the
/// caller of the native function gets the exception when that returns.
/// </remarks>
public abstract class FfiCallback
{
    // Thrown on a thread that native code made, where there is no caller: the next call with this callback throws it.
    private ExceptionDispatchInfo? stray;

    private protected FfiCallback()
    {
    }

    private protected bool Failed => FfiCallbackScope.Thrown is not null || Volatile.Read(ref stray) is not null;

    internal ExceptionDispatchInfo? TakeStray() => Interlocked.Exchange(ref stray, null);

    private protected void Keep(Exception e)
    {
        ExceptionDispatchInfo kept = ExceptionDispatchInfo.Capture(e);
        if (FfiCallbackScope.Depth > 0)
        {
            FfiCallbackScope.Thrown = kept;
        }
        else
        {
            _ = Interlocked.CompareExchange(ref stray, kept, null);
        }
    }
}

/// <summary>A call of native code that may call back on this thread; keeps the callback alive meanwhile.</summary>
internal readonly ref struct FfiCallbackScope
{
    [ThreadStatic]
    internal static int Depth;

    [ThreadStatic]
    internal static ExceptionDispatchInfo? Thrown;

    private readonly FfiCallback? callback;

    internal FfiCallbackScope(FfiCallback? callback)
    {
        this.callback = callback;
        Depth++;
    }

    public void Dispose()
    {
        Depth--;
        GC.KeepAlive(callback);
    }

    internal void Rethrow()
    {
        ExceptionDispatchInfo? first = Thrown ?? callback?.TakeStray();
        Thrown = null;
        first?.Throw();
    }
}
