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
