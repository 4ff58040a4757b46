/// <summary>Reads native memory, and checks .NET's before native code reads it.</summary>
internal static unsafe class FfiMemory
{
    internal static T Read<T>(nint address)
        where T : unmanaged => *(T*)address;

    internal static T? ReadNullable<T>(nint address)
        where T : unmanaged => address == 0 ? null : *(T*)address;

    internal static void Write<T>(nint address, T value)
        where T : unmanaged => *(T*)address = value;

    internal static string ReadString(nint address) => Marshal.PtrToStringUTF8(address)!;

    internal static string? ReadNullableString(nint address) => Marshal.PtrToStringUTF8(address);

    internal static nint Checked(this nint address, string parameter) =>
        address != 0 ? address : throw new ArgumentNullException(parameter);

    /// <summary>For <c>fixed</c>: null only for no array at all, and not for an empty one.</summary>
    internal static ref T Reference<T>(T[]? array)
    {
        if (array is null)
        {
            return ref Unsafe.NullRef<T>();
        }

        return ref MemoryMarshal.GetArrayDataReference(array);
    }

    /// <summary>A bare function would abort: it has no way to report memory that is not aligned.</summary>
    internal static void CheckAligned<T>(T* data, string parameter)
        where T : unmanaged
    {
        if ((nuint)data % (nuint)(sizeof(Beside<T>) - sizeof(T)) != 0)
        {
            throw new ArgumentException("The memory is not aligned for its type.", parameter);
        }
    }

    // As large as a `T`, and whatever puts the `T` in it where it is aligned.
    [StructLayout(LayoutKind.Sequential)]
    private struct Beside<T>
        where T : unmanaged
    {
        internal byte Before;
        internal T Value;
    }
}
