/// <summary>Anything that goes wrong between the two languages.</summary>
public class InteropException(string message) : Exception(message);

/// <summary>The Rust side panicked; <see cref="Exception.Message"/> is the panic's own.</summary>
public sealed class PanicException(string message) : InteropException(message);

/// <summary>An object is in use by another call, on this thread or another, that excludes this one.</summary>
public sealed class BusyException(string message) : InteropException(message);

/// <summary>What callbacks have in common.</summary>
/// <remarks>
/// An exception must not unwind native frames, so the first one is kept, native code gets <c>default</c> from then on, and the
/// caller of the native function gets the exception when that returns.
/// </remarks>
public abstract class FfiCallback
{
    // Thrown on a thread that native code made, where there is no caller: the next call with this callback throws it.
    private ExceptionDispatchInfo? stray;

    private protected FfiCallback()
    {
    }

    private protected bool Failed => FfiCallbackScope.Thrown is not null || Volatile.Read(ref stray) is not null;

    internal ExceptionDispatchInfo? TakeStray() => Interlocked.Exchange(ref stray, null);

    private protected void Keep(Exception e)
    {
        ExceptionDispatchInfo kept = ExceptionDispatchInfo.Capture(e);
        if (FfiCallbackScope.Depth > 0)
        {
            FfiCallbackScope.Thrown = kept;
        }
        else
        {
            _ = Interlocked.CompareExchange(ref stray, kept, null);
        }
    }
}

/// <summary>A call of native code that may call back on this thread; keeps the callback alive meanwhile.</summary>
internal readonly ref struct FfiCallbackScope
{
    [ThreadStatic]
    internal static int Depth;

    [ThreadStatic]
    internal static ExceptionDispatchInfo? Thrown;

    private readonly FfiCallback? callback;

    internal FfiCallbackScope(FfiCallback? callback)
    {
        this.callback = callback;
        Depth++;
    }

    public void Dispose()
    {
        Depth--;
        GC.KeepAlive(callback);
    }

    internal void Rethrow()
    {
        ExceptionDispatchInfo? first = Thrown ?? callback?.TakeStray();
        Thrown = null;
        first?.Throw();
    }
}

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

/// <summary>UTF-8 in memory that is not .NET's: valid as long as its owner says.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct FfiStr
{
    private readonly nint data;
    private readonly nuint length;

    internal FfiStr(nint data, int length)
    {
        this.data = data;
        this.length = (nuint)length;
    }

    /// <summary>Whether there is no string at all.</summary>
    internal bool IsNull => data == 0;

    /// <summary>A copy of the text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(new ReadOnlySpan<byte>((byte*)data, checked((int)length)));

    /// <summary>A copy of the text, or null if there is no string.</summary>
    internal string? ToNullableString() => IsNull ? null : ToString();
}

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

/// <summary>What classes that are compared by value need.</summary>
internal static class FfiValues
{
    /// <summary>Whether both are equal, if they are arrays by their elements.</summary>
    internal static bool Same(object? one, object? other) => StructuralComparisons.StructuralEqualityComparer.Equals(one, other);

    internal static int Hash(object? value) => value is null ? 0 : StructuralComparisons.StructuralEqualityComparer.GetHashCode(value);
}

/// <summary>A value or none, as Rust stores it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct FfiOption<T> : IEquatable<FfiOption<T>>
    where T : unmanaged
{
    private readonly T value;
    private readonly byte isSome;

    /// <summary>What <paramref name="value"/> is.</summary>
    public FfiOption(T? value)
    {
        this.value = value.GetValueOrDefault();
        isSome = value.HasValue ? (byte)1 : (byte)0;
    }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => isSome != 0;

    /// <summary>The value; meaningless unless there is one.</summary>
    public T Value => value;

    /// <summary>The same as .NET writes it.</summary>
    public T? ToNullable() => HasValue ? value : null;

    /// <inheritdoc/>
    public bool Equals(FfiOption<T> other) => EqualityComparer<T?>.Default.Equals(ToNullable(), other.ToNullable());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FfiOption<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToNullable().GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{ToNullable()}";

    /// <summary>Whether both are none, or both are the same value.</summary>
    public static bool operator ==(FfiOption<T> left, FfiOption<T> right) => left.Equals(right);

    /// <summary>Whether one is none, or they are different values.</summary>
    public static bool operator !=(FfiOption<T> left, FfiOption<T> right) => !left.Equals(right);
}

/// <summary>0 is success, a positive status the library's own error, a negative one of <see cref="FfiStatus"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct FfiResult<T>
    where T : unmanaged
{
    internal readonly int status;
    internal readonly T value;

    // `error` makes the exception of a positive status.
    internal T Unwrap(delegate*<int, Exception> error = null)
    {
        FfiStatus.Check(status, error);
        return value;
    }
}

internal static unsafe class FfiStatus
{
    private const int Panic = -1;
    private const int Null = -2;
    private const int Utf8 = -3;
    private const int Invalid = -4;
    private const int Busy = -5;

    internal static void Check(int status, delegate*<int, Exception> error = null)
    {
        if (status != 0)
        {
            Throw(status, error);
        }
    }

    [DoesNotReturn]
    private static void Throw(int status, delegate*<int, Exception> error) => throw status switch
    {
        > 0 when error != null => error(status),
        Panic => new PanicException(LastError()),
        Null => new ArgumentNullException(null, LastError()),
        Utf8 or Invalid => new ArgumentException(LastError()),
        Busy => new BusyException(LastError()),
        _ => new InteropException($"The status {status} is unknown to these bindings."),
    };

    // What the library says of the last call that failed on this thread.
    private static string LastError()
    {
        byte[] utf8 = new byte[(int)Native.last_error(null, 0)];
        fixed (byte* utf8_ = utf8)
        {
            _ = Native.last_error(utf8_, (nuint)utf8.Length);
        }

        return Encoding.UTF8.GetString(utf8);
    }
}

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

/// <summary>Integers that are not 0, or of which 0 is none.</summary>
internal static class FfiNonZero
{
    internal static T Checked<T>(T value, string parameter)
        where T : unmanaged, IEquatable<T> =>
        !value.Equals(default) ? value : throw new ArgumentOutOfRangeException(parameter, value, "It must not be 0.");

    internal static T OrZero<T>(T? value, string parameter)
        where T : unmanaged, IEquatable<T> => value.HasValue ? Checked(value.GetValueOrDefault(), parameter) : default;

    internal static T? OrNull<T>(T value)
        where T : unmanaged, IEquatable<T> => value.Equals(default) ? null : value;
}

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

/// <summary>Owns a native object; freed once, when no call is using it any more.</summary>
internal sealed unsafe class FfiHandle : SafeHandle
{
    private readonly delegate*<nint, void> destroy;

    internal FfiHandle(nint raw, delegate*<nint, void> destroy)
        : base(0, ownsHandle: true)
    {
        this.destroy = destroy;
        SetHandle(raw);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        destroy(handle);
        return true;
    }
}

/// <summary>Keeps an object alive during a call, also against a disposal on another thread.</summary>
internal readonly ref struct FfiLease
{
    private readonly FfiHandle? owner;

    internal FfiLease(FfiHandle? owner)
    {
        if (owner is not null)
        {
            bool held = false;
            owner.DangerousAddRef(ref held);
            this.owner = owner;
        }
    }

    internal nint Pointer => owner is null ? 0 : owner.DangerousGetHandle();

    public void Dispose() => owner?.DangerousRelease();
}
