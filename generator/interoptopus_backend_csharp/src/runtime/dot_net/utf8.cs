/// <summary>A string as native code reads it: on the caller's stack if it is short.</summary>
internal readonly unsafe ref struct FfiUtf8
{
    internal const int OnStack = 256;

    // Refuses half of a surrogate pair, which `Encoding.UTF8` replaces silently.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Of no pool: whoever has given an array back may still write to it.
    private readonly void* allocated;

    internal FfiUtf8(string? text, Span<byte> stack)
    {
        if (text is not null)
        {
            int most = Strict.GetMaxByteCount(text.Length);
            Bytes = most <= stack.Length ? stack[..Strict.GetBytes(text, stack)] : Encoded(text, most, out allocated);
        }
    }

    /// <summary>A copy: nobody changes it when native code has checked it.</summary>
    internal FfiUtf8(ReadOnlySpan<byte> text, Span<byte> stack)
    {
        Span<byte> copy = text.Length <= stack.Length
            ? stack[..text.Length]
            : new(allocated = NativeMemory.Alloc((nuint)text.Length), text.Length);
        text.CopyTo(copy);
        Bytes = copy;
    }

    /// <summary>With a NUL at the end, and none before.</summary>
    internal FfiUtf8(string? text, Span<byte> stack, string parameter)
    {
        if (text is not null)
        {
            if (text.Contains('\0'))
            {
                throw new ArgumentException("A C string ends with its first NUL, so it cannot have one inside.", parameter);
            }

            int most = Strict.GetMaxByteCount(text.Length + 1);
            if (most > stack.Length)
            {
                Bytes = Encoded(text + '\0', most, out allocated);
                return;
            }

            int length = Strict.GetBytes(text, stack);
            stack[length] = 0;
            Bytes = stack[..(length + 1)];
        }
    }

    internal ReadOnlySpan<byte> Bytes { get; }

    internal static void Check(ReadOnlySpan<byte> text, string parameter)
    {
        if (!System.Text.Unicode.Utf8.IsValid(text))
        {
            throw new ArgumentException("It is no text in UTF-8.", parameter);
        }
    }

    /// <summary>For <c>fixed</c>: null only for no string at all, and not for an empty one.</summary>
    public ref readonly byte GetPinnableReference() => ref MemoryMarshal.GetReference(Bytes);

    public void Dispose() => NativeMemory.Free(allocated);

    private static ReadOnlySpan<byte> Encoded(string text, int most, out void* allocated)
    {
        allocated = NativeMemory.Alloc((nuint)most);
        try
        {
            return new ReadOnlySpan<byte>(allocated, Strict.GetBytes(text, new Span<byte>(allocated, most)));
        }
        catch (EncoderFallbackException)
        {
            NativeMemory.Free(allocated);
            throw;
        }
    }
}
