/// <summary>Keeps an array where it is during a call.</summary>
internal struct FfiPin : IDisposable
{
    private GCHandle handle;

    internal FfiPin(Array array)
    {
        handle = array == null ? default(GCHandle) : GCHandle.Alloc(array, GCHandleType.Pinned);
    }

    internal IntPtr Address => handle.IsAllocated ? handle.AddrOfPinnedObject() : IntPtr.Zero;

    public void Dispose()
    {
        if (handle.IsAllocated)
        {
            handle.Free();
        }
    }
}
