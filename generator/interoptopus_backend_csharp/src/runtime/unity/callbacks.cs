/// <summary>A call of native code that takes callbacks; it has a slot for each, and what they threw on any thread.</summary>
/// <remarks>
/// An exception must not unwind native frames: so the first one is kept, the call's callbacks give native code <c>default</c> from then on, and the
/// caller of the native function gets the exception when that returns.
/// </remarks>
internal sealed class FfiCall : IDisposable
{
    private FfiSlot slots;
    private ExceptionDispatchInfo thrown;

    internal bool Failed => Volatile.Read(ref thrown) != null;

    /// <summary>The thunk of a slot that no call has, and this one has from now on.</summary>
    internal TThunk Take<TTarget, TThunk>(FfiSlot<TTarget, TThunk>[] all, TTarget target)
        where TTarget : class
        where TThunk : class
    {
        foreach (FfiSlot<TTarget, TThunk> slot in all)
        {
            if (slot.Call == null && Interlocked.CompareExchange(ref slot.Call, this, null) == null)
            {
                slot.Next = slots;
                slots = slot;
                slot.Target = target;
                return slot.Thunk;
            }
        }

        throw new InteropException($"Calls under way have all {all.Length} callbacks of the type {typeof(TTarget).Name} that there can be at once.");
    }

    internal void Keep(Exception e)
    {
        // Mono would raise an abort again at the end of the catch, through native frames.
        if (e is ThreadAbortException)
        {
            Thread.ResetAbort();
        }

        _ = Interlocked.CompareExchange(ref thrown, ExceptionDispatchInfo.Capture(e), null);
    }

    /// <summary>Throws again, in the caller of the native function, what a callback threw first.</summary>
    internal void Rethrow()
    {
        if (thrown != null)
        {
            thrown.Throw();
        }
    }

    public void Dispose()
    {
        while (slots != null)
        {
            FfiSlot slot = slots;
            slots = slot.Next;
            slot.Free();
        }
    }
}

/// <summary>A place for a callback as long as a call has it.</summary>
internal abstract class FfiSlot
{
    /// <summary>The call under way that has it.</summary>
    internal FfiCall Call;

    /// <summary>Another slot that the call has.</summary>
    internal FfiSlot Next;

    internal virtual void Free()
    {
        Next = null;
        Volatile.Write(ref Call, null);
    }
}

/// <summary>A slot with the static method that native code calls for it.</summary>
internal sealed class FfiSlot<TTarget, TThunk> : FfiSlot
    where TTarget : class
    where TThunk : class
{
    internal readonly TThunk Thunk;

    internal TTarget Target;

    private FfiSlot(TThunk thunk)
    {
        Thunk = thunk;
    }

    internal static FfiSlot<TTarget, TThunk>[] Of(params TThunk[] thunks) => Array.ConvertAll(thunks, thunk => new FfiSlot<TTarget, TThunk>(thunk));

    internal override void Free()
    {
        Target = null;
        base.Free();
    }
}
