/// <summary>What callbacks have in common.</summary>
/// <remarks>
/// An exception must not unwind native frames: so the first one is kept for the call that the callback was passed to, whose callbacks give native
/// code <c>default</c> from then on, and its caller gets the exception when native code returns.
/// </remarks>
public abstract class FfiCallback
{
    /// <summary>The call under way that has it.</summary>
    internal FfiCall? Call;

    /// <summary>Another callback that the call has.</summary>
    internal FfiCallback? Next;

    private protected FfiCallback()
    {
    }

    private protected bool Failed => Call!.Failed;

    private protected void Keep(Exception e) => Call!.Keep(e);
}

/// <summary>A call of native code that takes callbacks; it keeps them alive, and what they threw on any thread.</summary>
internal sealed class FfiCall : IDisposable
{
    private FfiCallback? callbacks;
    private ExceptionDispatchInfo? thrown;

    internal bool Failed => Volatile.Read(ref thrown) is not null;

    /// <summary>Whether this call has <paramref name="callback"/> from now on: not if another has it.</summary>
    internal bool Take(FfiCallback callback)
    {
        if (Interlocked.CompareExchange(ref callback.Call, this, null) is not null)
        {
            return false;
        }

        callback.Next = callbacks;
        callbacks = callback;
        return true;
    }

    internal void Keep(Exception e) => _ = Interlocked.CompareExchange(ref thrown, ExceptionDispatchInfo.Capture(e), null);

    /// <summary>Throws again, in the caller of the native function, what a callback threw first.</summary>
    internal void Rethrow() => thrown?.Throw();

    public void Dispose()
    {
        while (callbacks is { } callback)
        {
            callbacks = callback.Next;
            callback.Next = null;
            Volatile.Write(ref callback.Call, null);
        }
    }
}
