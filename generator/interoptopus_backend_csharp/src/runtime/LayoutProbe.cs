// Measures the bindings' own types as the runtime lays them out, and prints a line of JSON for each type and field.
using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
// namespace

public static class LayoutProbe
{
    public static void Print(TextWriter to)
    {
        // types
    }

    private static void Type<T>(TextWriter to, string name, bool isInteger)
        where T : struct
    {
        // What comes after a byte stands where its alignment puts it.
        int align = Size<AfterByte<T>>() - Size<T>();
        to.WriteLine($"{{\"type\":\"{name}\",\"size\":{Size<T>()},\"align\":{align}{Signed(typeof(T), isInteger)}}}");
    }

    // The field's type is what the compiler made of it, and not what the generator thinks that it is.
    private static void Field<T>(TextWriter to, string name, string field, string member, bool isInteger)
        where T : struct
    {
        // A path of members leads to what is within another.
        string[] path = member.Split('.');
        FieldInfo info = null;
        Type of = typeof(T);
        foreach (string part in path)
        {
            info = of.GetField(part, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
            of = info.FieldType;
        }

        // All of its bits are set, and no other: where the first one is, the field begins. Where the last one is says nothing, because
        // padding at the end of a field need not be copied.
        object value = With(typeof(T), path, 0, Of(info.FieldType, "Ones"));
        byte[] bytes = Bytes((T)value);
        int offset = Array.FindIndex(bytes, b => b != 0);
        var size = (int)Of(info.FieldType, "Size");
        to.WriteLine($"{{\"type\":\"{name}\",\"field\":\"{field}\",\"offset\":{offset},\"size\":{size}{Signed(info.FieldType, isInteger)}}}");
    }

    // One of zeros, with `value` where the path leads.
    private static object With(Type type, string[] path, int at, object value)
    {
        if (at == path.Length)
        {
            return value;
        }

        FieldInfo info = type.GetField(path[at], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        object whole = Activator.CreateInstance(type);
        info.SetValue(whole, With(info.FieldType, path, at + 1, value));
        return whole;
    }

    private static string Signed(Type type, bool isInteger)
    {
        if (!isInteger)
        {
            return "";
        }

        Type integer = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        bool signed = integer == typeof(sbyte) || integer == typeof(short) || integer == typeof(int) || integer == typeof(long)
            || integer == typeof(IntPtr);
        return ",\"signed\":" + (signed ? "true" : "false");
    }

    private static object Of(Type type, string method)
    {
        return typeof(LayoutProbe).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic).MakeGenericMethod(type).Invoke(null, null);
    }

    private static int Size<T>()
        where T : struct
    {
        var two = new T[2];
        GCHandle pinned = GCHandle.Alloc(two, GCHandleType.Pinned);
        long stride = Marshal.UnsafeAddrOfPinnedArrayElement(two, 1).ToInt64() - Marshal.UnsafeAddrOfPinnedArrayElement(two, 0).ToInt64();
        pinned.Free();
        return (int)stride;
    }

    private static T Ones<T>()
        where T : struct
    {
        var one = new T[1];
        GCHandle pinned = GCHandle.Alloc(one, GCHandleType.Pinned);
        for (int i = 0; i < Size<T>(); i++)
        {
            Marshal.WriteByte(pinned.AddrOfPinnedObject(), i, 0xff);
        }

        pinned.Free();
        return one[0];
    }

    private static byte[] Bytes<T>(T value)
        where T : struct
    {
        var one = new[] { value };
        GCHandle pinned = GCHandle.Alloc(one, GCHandleType.Pinned);
        var bytes = new byte[Size<T>()];
        Marshal.Copy(pinned.AddrOfPinnedObject(), bytes, 0, bytes.Length);
        pinned.Free();
        return bytes;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct AfterByte<T>
        where T : struct
    {
        public byte Before;
        public T Value;
    }
}
