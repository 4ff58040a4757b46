/// <summary>Memory that a function of the library returned, and that is freed here.</summary>
internal static unsafe class FfiOwned
{
    /// <summary>Frees <paramref name="length"/> elements, once.</summary>
    internal static void Free<T>(nint address, nuint length, int alignment)
        where T : unmanaged
    {
        Native.dealloc(address, length * (nuint)sizeof(T), (nuint)alignment);
    }
}
