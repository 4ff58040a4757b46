/// <summary>Elements in memory that is not .NET's: valid as long as its owner says.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct FfiSlice<T>
    where T : unmanaged
{
    private readonly nint data;
    private readonly nuint length;

    internal FfiSlice(nint data, int length)
    {
        this.data = data;
        this.length = (nuint)length;
    }

    internal nint Address => data;

    internal nuint Length => length;

    /// <summary>Whether there is no slice at all.</summary>
    internal bool IsNull => data == 0;

    /// <summary>Where the elements are.</summary>
    internal Span<T> AsSpan() => new((T*)data, checked((int)length));

    /// <summary>A copy of all elements.</summary>
    internal T[] ToArray() => AsSpan().ToArray();

    /// <summary>A copy of all elements, or null if there is no slice.</summary>
    internal T[]? ToNullableArray() => IsNull ? null : ToArray();

    /// <summary>What <paramref name="copy"/> makes of all elements.</summary>
    internal TResult[] ToArray<TResult>(Func<T, TResult> copy)
    {
        Span<T> elements = AsSpan();
        TResult[] copies = new TResult[elements.Length];
        for (int i = 0; i < copies.Length; i++)
        {
            copies[i] = copy(elements[i]);
        }

        return copies;
    }

    /// <summary>The same, or null if there is no slice.</summary>
    internal TResult[]? ToNullableArray<TResult>(Func<T, TResult> copy) => IsNull ? null : ToArray(copy);

    /// <summary>Overwrites the elements.</summary>
    internal void Store(T[]? elements)
    {
        if (!IsNull)
        {
            elements.CopyTo(AsSpan());
        }
    }
}
