/// <summary>Memory that a function of the library returned, and that is freed here.</summary>
internal static class FfiOwned
{
    /// <summary>Frees <paramref name="length"/> elements, once.</summary>
    internal static void Free<T>(IntPtr address, UIntPtr length, int alignment)
        where T : struct
    {
        Native.dealloc(address, (UIntPtr)((ulong)length * (ulong)FfiMemory.SizeOf<T>()), (UIntPtr)(uint)alignment);
    }
}
