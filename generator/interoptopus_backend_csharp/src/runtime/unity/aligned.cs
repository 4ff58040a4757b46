/// <summary>A copy in memory that is aligned as Rust wants it, which .NET's may be not.</summary>
internal struct FfiAligned : IDisposable
{
    private readonly IntPtr memory;

    internal FfiAligned(byte[] bytes, int alignment)
    {
        memory = bytes == null ? IntPtr.Zero : Marshal.AllocHGlobal(bytes.Length + alignment);
        long start = memory.ToInt64();
        Address = bytes == null ? IntPtr.Zero : new IntPtr(start + ((alignment - (start % alignment)) % alignment));
        if (bytes != null)
        {
            Marshal.Copy(bytes, 0, Address, bytes.Length);
        }
    }

    internal IntPtr Address { get; }

    public void Dispose()
    {
        Marshal.FreeHGlobal(memory);
    }
}
