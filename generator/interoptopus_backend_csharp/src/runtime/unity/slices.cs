/// <summary>Elements in memory that is not .NET's: valid as long as its owner says.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FfiSlice
{
    private readonly IntPtr data;
    private readonly UIntPtr length;

    internal FfiSlice(IntPtr data, int length)
    {
        this.data = data;
        this.length = (UIntPtr)length;
    }

    internal IntPtr Address => data;

    internal UIntPtr Length => length;

    /// <summary>Whether there is no slice at all.</summary>
    internal bool IsNull => data == IntPtr.Zero;

    /// <summary>A copy of all elements.</summary>
    internal T[] ToArray<T>()
        where T : struct
    {
        return FfiMemory.ReadArray<T>(data, checked((int)(ulong)length));
    }

    /// <summary>A copy of all elements, or null if there is no slice.</summary>
    internal T[] ToNullableArray<T>()
        where T : struct
    {
        return IsNull ? null : ToArray<T>();
    }

    /// <summary>What <paramref name="copy"/> makes of all elements.</summary>
    internal TResult[] ToArray<T, TResult>(Converter<T, TResult> copy)
        where T : struct
    {
        return Array.ConvertAll(ToArray<T>(), copy);
    }

    /// <summary>The same, or null if there is no slice.</summary>
    internal TResult[] ToNullableArray<T, TResult>(Converter<T, TResult> copy)
        where T : struct
    {
        return IsNull ? null : ToArray(copy);
    }

    /// <summary>Overwrites the elements.</summary>
    internal void Store<T>(T[] elements)
        where T : struct
    {
        if (!IsNull)
        {
            FfiMemory.WriteArray(data, elements);
        }
    }
}
