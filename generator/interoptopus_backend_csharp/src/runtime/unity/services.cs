/// <summary>Owns a native object; freed once, when no call is using it any more.</summary>
internal sealed class FfiHandle : SafeHandle
{
    private readonly Action<IntPtr> destroy;

    internal FfiHandle(IntPtr raw, Action<IntPtr> destroy)
        : base(IntPtr.Zero, true)
    {
        this.destroy = destroy;
        SetHandle(raw);
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        destroy(handle);
        return true;
    }
}

/// <summary>Keeps an object alive during a call, also against a disposal on another thread.</summary>
internal struct FfiLease : IDisposable
{
    private readonly FfiHandle owner;

    internal FfiLease(FfiHandle owner)
    {
        this.owner = owner;
        if (owner != null)
        {
            bool held = false;
            owner.DangerousAddRef(ref held);
        }
    }

    internal IntPtr Pointer => owner == null ? IntPtr.Zero : owner.DangerousGetHandle();

    public void Dispose()
    {
        if (owner != null)
        {
            owner.DangerousRelease();
        }
    }
}
