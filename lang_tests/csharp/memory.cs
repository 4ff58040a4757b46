// Memory that only tests hand over: what pointers lead to, and values with bytes that no constructor would write.
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

/// <summary>Values outside of the collector's reach, in one place until they are disposed of.</summary>
internal sealed class Memory : IDisposable
{
    private readonly List<IntPtr> all = new List<IntPtr>();

    /// <summary>Where a copy of <paramref name="value"/> is from now on.</summary>
    internal IntPtr Of<T>(T value) where T : struct
    {
        IntPtr address = Room(Size<T>());
        Set(address, value);
        return address;
    }

    /// <summary>Where these bytes are from now on, or these elements, one behind the other.</summary>
    internal IntPtr OfAll<T>(params T[] values) where T : struct
    {
        IntPtr address = Room(Size<T>() * values.Length + 1);
        for (int i = 0; i < values.Length; i++) Set(address + i * Size<T>(), values[i]);
        return address;
    }

    internal IntPtr Room(int bytes)
    {
        IntPtr address = Marshal.AllocHGlobal(bytes);
        all.Add(address);
        return address;
    }

    public void Dispose()
    {
        all.ForEach(Marshal.FreeHGlobal);
        all.Clear();
    }

    /// <summary><paramref name="value"/> with another byte at <paramref name="offset"/>.</summary>
    internal static T With<T>(T value, int offset, byte other) where T : struct
    {
        using (var memory = new Memory())
        {
            IntPtr copy = memory.Of(value);
            Marshal.WriteByte(copy, offset, other);
            return Get<T>(copy);
        }
    }

#if UNITY
    internal static int Size<T>() where T : struct => Marshal.SizeOf(typeof(T));

    internal static T Get<T>(IntPtr address) where T : struct => (T)Marshal.PtrToStructure(address, typeof(T));

    internal static void Set<T>(IntPtr address, T value) where T : struct => Marshal.StructureToPtr(value, address, false);
#else
    internal static int Size<T>() where T : struct => System.Runtime.CompilerServices.Unsafe.SizeOf<T>();

    internal static unsafe T Get<T>(IntPtr address) where T : struct =>
        System.Runtime.CompilerServices.Unsafe.ReadUnaligned<T>((void*)address);

    internal static unsafe void Set<T>(IntPtr address, T value) where T : struct =>
        System.Runtime.CompilerServices.Unsafe.WriteUnaligned((void*)address, value);
#endif
}
