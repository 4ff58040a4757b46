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
