/// <summary>A copy in memory that is aligned as Rust wants it, which .NET's may be not.</summary>
internal readonly unsafe ref struct FfiAligned<T>
    where T : unmanaged
{
    private readonly nuint length;

    internal FfiAligned(ReadOnlySpan<T> values, nuint alignment)
    {
        length = (nuint)values.Length;
        Pointer = (T*)NativeMemory.AlignedAlloc(length * (nuint)sizeof(T), alignment);
        values.CopyTo(new Span<T>(Pointer, values.Length));
    }

    internal T* Pointer { get; }

    internal Span<T> AsSpan() => new(Pointer, (int)length);

    public void Dispose() => NativeMemory.AlignedFree(Pointer);
}
