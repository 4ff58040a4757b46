/// <summary>Owns a native object; freed once, when no call is using it any more.</summary>
internal sealed unsafe class FfiHandle : SafeHandle
{
    private readonly delegate*<nint, void> destroy;

    internal FfiHandle(nint raw, delegate*<nint, void> destroy)
        : base(0, ownsHandle: true)
    {
        this.destroy = destroy;
        SetHandle(raw);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        destroy(handle);
        return true;
    }
}

/// <summary>Keeps an object alive during a call, also against a disposal on another thread.</summary>
internal readonly ref struct FfiLease
{
    private readonly FfiHandle? owner;

    internal FfiLease(FfiHandle? owner)
    {
        if (owner is not null)
        {
            bool held = false;
            owner.DangerousAddRef(ref held);
            this.owner = owner;
        }
    }

    internal nint Pointer => owner is null ? 0 : owner.DangerousGetHandle();

    public void Dispose() => owner?.DangerousRelease();
}
