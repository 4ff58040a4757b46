/// <summary>Memory of what borrows, for the time of a call.</summary>
internal sealed unsafe class FfiArena : IDisposable
{
    private const int Alignment = 16;
    private const int BlockLength = 1024;

    // Refuses half of a surrogate pair, which `Encoding.UTF8` replaces silently.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly List<nint> blocks = [];
    private nint next;
    private nuint left;

    internal static nint Put<T>(T value, FfiArena arena)
        where T : unmanaged
    {
        nint address = arena.Allocate((nuint)sizeof(T));
        *(T*)address = value;
        return address;
    }

    internal static FfiStr Text(string? text, FfiArena arena, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        int length = Strict.GetByteCount(text);
        nint address = arena.Allocate((nuint)length);
        _ = Strict.GetBytes(text, new Span<byte>((byte*)address, length));
        return new FfiStr(address, length);
    }

    internal static FfiStr NullableText(string? text, FfiArena arena, string parameter) =>
        text is null ? default : Text(text, arena, parameter);

    /// <summary>With a NUL at the end, and none before.</summary>
    internal static nint Terminated(string? text, FfiArena arena, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        if (text.Contains('\0'))
        {
            throw new ArgumentException("A C string ends with its first NUL, so it cannot have one inside.", parameter);
        }

        int length = Strict.GetByteCount(text);
        nint address = arena.Allocate((nuint)length + 1);
        _ = Strict.GetBytes(text, new Span<byte>((byte*)address, length));
        ((byte*)address)[length] = 0;
        return address;
    }

    internal static nint NullableTerminated(string? text, FfiArena arena, string parameter) =>
        text is null ? 0 : Terminated(text, arena, parameter);

    internal static FfiSlice<T> Slice<T>(T[]? elements, FfiArena arena, string parameter)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements, parameter);
        nint address = arena.Allocate(checked((nuint)elements.Length * (nuint)sizeof(T)));
        elements.CopyTo(new Span<T>((T*)address, elements.Length));
        return new FfiSlice<T>(address, elements.Length);
    }

    internal static FfiSlice<T> NullableSlice<T>(T[]? elements, FfiArena arena, string parameter)
        where T : unmanaged => elements is null ? default : Slice(elements, arena, parameter);

    internal static FfiSlice<TRaw> Slice<T, TRaw>(T[]? elements, FfiArena arena, string parameter, Func<T, FfiArena, string, TRaw> each)
        where TRaw : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements, parameter);
        nint address = arena.Allocate(checked((nuint)elements.Length * (nuint)sizeof(TRaw)));
        for (int i = 0; i < elements.Length; i++)
        {
            ((TRaw*)address)[i] = each(elements[i], arena, parameter);
        }

        return new FfiSlice<TRaw>(address, elements.Length);
    }

    internal static FfiSlice<TRaw> NullableSlice<T, TRaw>(T[]? elements, FfiArena arena, string parameter, Func<T, FfiArena, string, TRaw> each)
        where TRaw : unmanaged => elements is null ? default : Slice(elements, arena, parameter, each);

    internal static TRaw[] Elements<T, TRaw>(T[]? elements, int length, FfiArena arena, string parameter, Func<T, FfiArena, string, TRaw> each)
    {
        ArgumentNullException.ThrowIfNull(elements, parameter);
        if (elements.Length != length)
        {
            throw new ArgumentException($"It takes {length} elements.", parameter);
        }

        return Array.ConvertAll(elements, element => each(element, arena, parameter));
    }

    public void Dispose()
    {
        foreach (nint block in blocks)
        {
            NativeMemory.AlignedFree((void*)block);
        }
    }

    private nint Allocate(nuint length)
    {
        nuint rounded = checked(length + Alignment) / Alignment * Alignment;
        if (rounded > left)
        {
            nuint block = rounded > BlockLength ? rounded : BlockLength;
            next = (nint)NativeMemory.AlignedAlloc(block, Alignment);
            left = block;
            blocks.Add(next);
        }

        nint address = next;
        next += (nint)rounded;
        left -= rounded;
        return address;
    }
}
