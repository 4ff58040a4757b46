/// <summary>Anything that goes wrong between the two languages.</summary>
public class InteropException : Exception
{
    internal InteropException(string message)
        : base(message)
    {
    }
}

/// <summary>The Rust side panicked; <see cref="Exception.Message"/> is the panic's own.</summary>
public sealed class PanicException : InteropException
{
    internal PanicException(string message)
        : base(message)
    {
    }
}

/// <summary>An object is in use by another call, on this thread or another, that excludes this one.</summary>
public sealed class BusyException : InteropException
{
    internal BusyException(string message)
        : base(message)
    {
    }
}

/// <summary>
/// What callbacks threw on this thread: an exception must not unwind native frames, so the first one is kept, native code gets
/// <c>default</c> from then on, and the caller of the native function gets the exception when that returns.
/// </summary>
internal static class FfiCallbacks
{
    [ThreadStatic]
    internal static ExceptionDispatchInfo Thrown;

    private static int strays;

    internal static int Strays => Volatile.Read(ref strays);

    internal static void Keep(Exception e)
    {
        // Mono would raise an abort again at the end of the catch, through native frames.
        if (e is ThreadAbortException)
        {
            Thread.ResetAbort();
        }

        Thrown = ExceptionDispatchInfo.Capture(e);
    }

    /// <summary>Called back on a thread of native code's own, where no callback is known.</summary>
    internal static void Stray()
    {
        Interlocked.Increment(ref strays);
    }

    /// <summary>Throws again, in the caller of the native function, what a callback threw on this thread.</summary>
    internal static void Rethrow(int straysBefore)
    {
        ExceptionDispatchInfo first = Thrown;
        Thrown = null;
        if (first != null)
        {
            first.Throw();
        }

        if (Strays != straysBefore)
        {
            throw new InteropException("This call, or one at the same time, called back on a thread of its own, where no callback is known.");
        }
    }
}

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
        return FfiMemory.ReadArray<T>(data, checked((int)length));
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

/// <summary>UTF-8 in memory that is not .NET's: valid as long as its owner says.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FfiStr
{
    private readonly IntPtr data;
    private readonly UIntPtr length;

    internal FfiStr(IntPtr data, int length)
    {
        this.data = data;
        this.length = (UIntPtr)length;
    }

    /// <summary>Whether there is no string at all.</summary>
    internal bool IsNull => data == IntPtr.Zero;

    /// <summary>A copy of the text.</summary>
    public override string ToString()
    {
        return Encoding.UTF8.GetString(FfiMemory.ReadArray<byte>(data, checked((int)length)));
    }

    /// <summary>A copy of the text, or null if there is no string.</summary>
    internal string ToNullableString()
    {
        return IsNull ? null : ToString();
    }
}

/// <summary>Memory of what borrows, for the time of a call.</summary>
internal sealed class FfiArena : IDisposable
{
    private const int Alignment = 16;
    private const int BlockLength = 1024;

    private readonly List<IntPtr> blocks = new List<IntPtr>();
    private IntPtr next;
    private int left;

    internal static IntPtr Put<T>(T value, FfiArena arena)
        where T : struct
    {
        return arena.Write(new[] { value });
    }

    internal static FfiStr Text(string text, FfiArena arena, string parameter)
    {
        byte[] bytes = FfiUtf8.Bytes(NotNull(text, parameter));
        return new FfiStr(arena.Write(bytes), bytes.Length);
    }

    internal static FfiStr NullableText(string text, FfiArena arena, string parameter)
    {
        return text == null ? default(FfiStr) : Text(text, arena, parameter);
    }

    /// <summary>With a NUL at the end, and none before.</summary>
    internal static IntPtr Terminated(string text, FfiArena arena, string parameter)
    {
        return arena.Write(FfiUtf8.Terminated(NotNull(text, parameter), parameter));
    }

    internal static IntPtr NullableTerminated(string text, FfiArena arena, string parameter)
    {
        return text == null ? IntPtr.Zero : Terminated(text, arena, parameter);
    }

    internal static FfiSlice Slice<T>(T[] elements, FfiArena arena, string parameter)
        where T : struct
    {
        return new FfiSlice(arena.Write(NotNull(elements, parameter)), elements.Length);
    }

    internal static FfiSlice NullableSlice<T>(T[] elements, FfiArena arena, string parameter)
        where T : struct
    {
        return elements == null ? default(FfiSlice) : Slice(elements, arena, parameter);
    }

    internal static FfiSlice Slice<T, TRaw>(T[] elements, FfiArena arena, string parameter, Func<T, FfiArena, string, TRaw> each)
        where TRaw : struct
    {
        return Slice(Array.ConvertAll(NotNull(elements, parameter), element => each(element, arena, parameter)), arena, parameter);
    }

    internal static FfiSlice NullableSlice<T, TRaw>(T[] elements, FfiArena arena, string parameter, Func<T, FfiArena, string, TRaw> each)
        where TRaw : struct
    {
        return elements == null ? default(FfiSlice) : Slice(elements, arena, parameter, each);
    }

    internal static TRaw[] Elements<T, TRaw>(T[] elements, int length, FfiArena arena, string parameter, Func<T, FfiArena, string, TRaw> each)
    {
        if (NotNull(elements, parameter).Length != length)
        {
            throw new ArgumentException($"It takes {length} elements.", parameter);
        }

        return Array.ConvertAll(elements, element => each(element, arena, parameter));
    }

    public void Dispose()
    {
        blocks.ForEach(Marshal.FreeHGlobal);
    }

    private static T NotNull<T>(T value, string parameter)
        where T : class
    {
        if (value == null)
        {
            throw new ArgumentNullException(parameter);
        }

        return value;
    }

    private IntPtr Write<T>(T[] elements)
        where T : struct
    {
        IntPtr address = Allocate(checked(elements.Length * FfiMemory.SizeOf<T>()));
        FfiMemory.WriteArray(address, elements);
        return address;
    }

    private IntPtr Allocate(int length)
    {
        int rounded = checked(length + Alignment) / Alignment * Alignment;
        if (rounded > left)
        {
            int block = rounded > BlockLength ? rounded : BlockLength;
            IntPtr start = Marshal.AllocHGlobal(checked(block + Alignment));
            blocks.Add(start);
            next = new IntPtr((start.ToInt64() + Alignment - 1) / Alignment * Alignment);
            left = block;
        }

        IntPtr address = next;
        next = IntPtr.Add(next, rounded);
        left -= rounded;
        return address;
    }
}

/// <summary>What classes that are compared by value need.</summary>
internal static class FfiValues
{
    /// <summary>Whether both are equal, if they are arrays by their elements.</summary>
    internal static bool Same(object one, object other)
    {
        return StructuralComparisons.StructuralEqualityComparer.Equals(one, other);
    }

    internal static int Hash(object value)
    {
        return value == null ? 0 : StructuralComparisons.StructuralEqualityComparer.GetHashCode(value);
    }
}

internal static class FfiStatus
{
    private const int Panic = -1;
    private const int Null = -2;
    private const int Utf8 = -3;
    private const int Invalid = -4;
    private const int Busy = -5;

    // `error` makes the exception of a positive status.
    internal static void Check(int status, Func<int, Exception> error = null)
    {
        if (status != 0)
        {
            Throw(status, error);
        }
    }

    private static void Throw(int status, Func<int, Exception> error)
    {
        if (status > 0 && error != null)
        {
            throw error(status);
        }

        switch (status)
        {
            case Panic: throw new PanicException(LastError());
            case Null: throw new ArgumentNullException(null, LastError());
            case Utf8: throw new ArgumentException(LastError());
            case Invalid: throw new ArgumentException(LastError());
            case Busy: throw new BusyException(LastError());
            default: throw new InteropException($"The status {status} is unknown to these bindings.");
        }
    }

    // What the library says of the last call that failed on this thread.
    private static string LastError()
    {
        var utf8 = new byte[(int)Native.last_error(null, UIntPtr.Zero)];
        Native.last_error(utf8, (UIntPtr)utf8.Length);
        return Encoding.UTF8.GetString(utf8);
    }
}

internal static class FfiUtf8
{
    // Refuses half of a surrogate pair, which `Encoding.UTF8` replaces silently.
    private static readonly UTF8Encoding Strict = new UTF8Encoding(false, true);

    internal static byte[] Bytes(string text)
    {
        return text == null ? null : Strict.GetBytes(text);
    }

    /// <summary>A copy: nobody changes it when native code has checked it.</summary>
    internal static byte[] Bytes(byte[] text)
    {
        return (byte[])text.Clone();
    }

    /// <summary>With a NUL at the end, and none before.</summary>
    internal static byte[] Terminated(string text, string parameter)
    {
        if (text == null)
        {
            return null;
        }

        byte[] bytes = Strict.GetBytes(text + "\0");
        if (Array.IndexOf(bytes, (byte)0) != bytes.Length - 1)
        {
            throw new ArgumentException("A C string ends with its first NUL, so it cannot have one inside.", parameter);
        }

        return bytes;
    }
}

/// <summary>Reads and writes native memory.</summary>
internal static class FfiMemory
{
    internal static T Read<T>(IntPtr address)
        where T : struct
    {
        return ReadArray<T>(address, 1)[0];
    }

    internal static T? ReadNullable<T>(IntPtr address)
        where T : struct
    {
        return address == IntPtr.Zero ? (T?)null : Read<T>(address);
    }

    internal static void Write<T>(IntPtr address, T value)
        where T : struct
    {
        WriteArray(address, new[] { value });
    }

    internal static string ReadString(IntPtr address)
    {
        int length = 0;
        while (Marshal.ReadByte(address, length) != 0)
        {
            length++;
        }

        return Encoding.UTF8.GetString(ReadArray<byte>(address, length));
    }

    internal static string ReadNullableString(IntPtr address)
    {
        return address == IntPtr.Zero ? null : ReadString(address);
    }

    internal static IntPtr Checked(this IntPtr address, string parameter)
    {
        if (address == IntPtr.Zero)
        {
            throw new ArgumentNullException(parameter);
        }

        return address;
    }

    internal static T[] ReadArray<T>(IntPtr from, int length)
        where T : struct
    {
        var array = new T[length];
        Copy(array, from, false);
        return array;
    }

    internal static void WriteArray<T>(IntPtr to, T[] array)
        where T : struct
    {
        Copy(array, to, true);
    }

    /// <summary>Native code has a byte for a bool; the marshaller of arrays would make it four.</summary>
    internal static byte[] Bytes(bool[] flags)
    {
        return flags == null ? null : Array.ConvertAll(flags, flag => flag ? (byte)1 : (byte)0);
    }

    /// <summary>The reverse of <see cref="Bytes"/>.</summary>
    internal static bool[] Bools(byte[] bytes)
    {
        return bytes == null ? null : Array.ConvertAll(bytes, b => b != 0);
    }

    /// <summary>Writes what native code left in <paramref name="bytes"/> to where they came from.</summary>
    internal static void Bools(byte[] bytes, bool[] flags)
    {
        for (int i = 0; bytes != null && i < bytes.Length; i++)
        {
            flags[i] = bytes[i] != 0;
        }
    }

    /// <summary>The memory of <paramref name="array"/>.</summary>
    internal static byte[] Raw<T>(T[] array)
        where T : struct
    {
        if (array == null)
        {
            return null;
        }

        var bytes = new byte[checked(array.Length * Size<T>.Bytes)];
        GCHandle pinned = GCHandle.Alloc(array, GCHandleType.Pinned);
        try
        {
            Marshal.Copy(pinned.AddrOfPinnedObject(), bytes, 0, bytes.Length);
        }
        finally
        {
            pinned.Free();
        }

        return bytes;
    }

    // In two steps, by way of bytes: without unsafe code there is no copy from one address to another. An element at a time by
    // `Marshal.PtrToStructure` would box each, and does not know enums.
    private static void Copy<T>(T[] array, IntPtr native, bool toNative)
        where T : struct
    {
        if (array.Length == 0)
        {
            return;
        }

        GCHandle pinned = GCHandle.Alloc(array, GCHandleType.Pinned);
        try
        {
            var bytes = new byte[checked(array.Length * Size<T>.Bytes)];
            IntPtr managed = pinned.AddrOfPinnedObject();
            Marshal.Copy(toNative ? managed : native, bytes, 0, bytes.Length);
            Marshal.Copy(bytes, 0, toNative ? native : managed, bytes.Length);
        }
        finally
        {
            pinned.Free();
        }
    }

    /// <summary>How far elements of an array are from each other.</summary>
    internal static int SizeOf<T>()
        where T : struct
    {
        return Size<T>.Bytes;
    }

    private static class Size<T>
        where T : struct
    {
        internal static readonly int Bytes = Stride();

        // What `Marshal.SizeOf` does not tell of an enum.
        private static int Stride()
        {
            var two = new T[2];
            GCHandle pinned = GCHandle.Alloc(two, GCHandleType.Pinned);
            try
            {
                long first = Marshal.UnsafeAddrOfPinnedArrayElement(two, 0).ToInt64();
                return (int)(Marshal.UnsafeAddrOfPinnedArrayElement(two, 1).ToInt64() - first);
            }
            finally
            {
                pinned.Free();
            }
        }
    }
}

/// <summary>Keeps an array where it is during a call.</summary>
internal struct FfiPin : IDisposable
{
    private GCHandle handle;

    internal FfiPin(Array array)
    {
        handle = array == null ? default(GCHandle) : GCHandle.Alloc(array, GCHandleType.Pinned);
    }

    internal IntPtr Address => handle.IsAllocated ? handle.AddrOfPinnedObject() : IntPtr.Zero;

    public void Dispose()
    {
        if (handle.IsAllocated)
        {
            handle.Free();
        }
    }
}

/// <summary>Characters, as <c>char.ConvertToUtf32</c> and <c>char.ConvertFromUtf32</c> have them.</summary>
internal static class FfiChars
{
    internal static int Checked(int value, string parameter)
    {
        if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        {
            throw new ArgumentOutOfRangeException(parameter, value, "It is no character of Unicode.");
        }

        return value;
    }
}

/// <summary>Integers that are not 0, or of which 0 is none.</summary>
internal static class FfiNonZero
{
    internal static T Checked<T>(T value, string parameter)
        where T : struct
    {
        if (EqualityComparer<T>.Default.Equals(value, default(T)))
        {
            throw new ArgumentOutOfRangeException(parameter, value, "It must not be 0.");
        }

        return value;
    }

    internal static T OrZero<T>(T? value, string parameter)
        where T : struct
    {
        return value.HasValue ? Checked(value.Value, parameter) : default(T);
    }

    internal static T? OrNull<T>(T value)
        where T : struct
    {
        return EqualityComparer<T>.Default.Equals(value, default(T)) ? (T?)null : value;
    }
}

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

/// <summary>Owns a native object; freed once, when no call is using it any more.</summary>
internal sealed class FfiHandle : SafeHandle
{
    private readonly Action<IntPtr> destroy;

    internal FfiHandle(IntPtr raw, Action<IntPtr> destroy)
        : base(IntPtr.Zero, true)
    {
        this.destroy = destroy;
        SetHandle(raw);
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        destroy(handle);
        return true;
    }
}

/// <summary>Keeps an object alive during a call, also against a disposal on another thread.</summary>
internal struct FfiLease : IDisposable
{
    private readonly FfiHandle owner;

    internal FfiLease(FfiHandle owner)
    {
        this.owner = owner;
        if (owner != null)
        {
            bool held = false;
            owner.DangerousAddRef(ref held);
        }
    }

    internal IntPtr Pointer => owner == null ? IntPtr.Zero : owner.DangerousGetHandle();

    public void Dispose()
    {
        if (owner != null)
        {
            owner.DangerousRelease();
        }
    }
}
