// Measures the bindings' own types as the runtime lays them out, and prints a line of JSON for each type and field.
using System;
using System.Runtime.InteropServices;
using System.Text;
// namespace

public static class LayoutProbe
{
    public static void Print(global::System.IO.TextWriter to)
    {
        // types
    }

    private static void Type<T>(global::System.IO.TextWriter to, string name, bool isInteger, bool isAligned)
        where T : struct
    {
        // What comes after a byte stands where its alignment puts it.
        int align = Size<AfterByte<T>>() - Size<T>();
        string aligned = isAligned ? ",\"align\":" + align : "";
        to.WriteLine($"{{\"type\":\"{name}\",\"size\":{Size<T>()}{aligned}{Signed(typeof(T), isInteger)}}}");
    }

    // The field's type is what the compiler made of it, and not what the generator thinks that it is.
    private static void Field<T>(global::System.IO.TextWriter to, string name, string field, string member, bool isInteger)
        where T : struct
    {
        // A path of members leads to what is within another.
        string[] path = member.Split('.');
        global::System.Reflection.FieldInfo info = null;
        global::System.Type of = typeof(T);
        foreach (string part in path)
        {
            info = of.GetField(part, global::System.Reflection.BindingFlags.Instance | global::System.Reflection.BindingFlags.Public | global::System.Reflection.BindingFlags.NonPublic);
            of = info.FieldType;
        }

        // All of its bits are set, and no other: where the first one is, the field begins. Where the last one is says nothing, because
        // padding at the end of a field need not be copied.
        object value = With(typeof(T), path, 0, Of(info.FieldType, "Ones"));
        byte[] bytes = Bytes<T>(value);
        int offset = global::System.Array.FindIndex(bytes, b => b != 0);
        var size = (int)Of(info.FieldType, "Size");
        to.WriteLine($"{{\"type\":\"{name}\",\"field\":\"{field}\",\"offset\":{offset},\"size\":{size}{Signed(info.FieldType, isInteger)}}}");
    }

    // One of zeros, with `value` where the path leads.
    private static object With(global::System.Type type, string[] path, int at, object value)
    {
        if (at == path.Length)
        {
            return value;
        }

        global::System.Reflection.FieldInfo info = type.GetField(path[at], global::System.Reflection.BindingFlags.Instance | global::System.Reflection.BindingFlags.Public | global::System.Reflection.BindingFlags.NonPublic);
        object whole = global::System.Activator.CreateInstance(type);
        info.SetValue(whole, With(info.FieldType, path, at + 1, value));
        return whole;
    }

    private static string Signed(global::System.Type type, bool isInteger)
    {
        if (!isInteger)
        {
            return "";
        }

        global::System.Type integer = type.IsEnum ? global::System.Enum.GetUnderlyingType(type) : type;
        bool signed = integer == typeof(sbyte) || integer == typeof(short) || integer == typeof(int) || integer == typeof(long)
            || integer == typeof(global::System.IntPtr);
        return ",\"signed\":" + (signed ? "true" : "false");
    }

    private static object Of(global::System.Type type, string method)
    {
        return typeof(LayoutProbe).GetMethod(method, global::System.Reflection.BindingFlags.Static | global::System.Reflection.BindingFlags.NonPublic).MakeGenericMethod(type).Invoke(null, null);
    }

    private static int Size<T>()
        where T : struct
    {
        var two = new T[2];
        global::System.Runtime.InteropServices.GCHandle pinned = global::System.Runtime.InteropServices.GCHandle.Alloc(two, global::System.Runtime.InteropServices.GCHandleType.Pinned);
        long stride = global::System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(two, 1).ToInt64() - global::System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(two, 0).ToInt64();
        pinned.Free();
        return (int)stride;
    }

    private static T Ones<T>()
        where T : struct
    {
        var one = new T[1];
        global::System.Runtime.InteropServices.GCHandle pinned = global::System.Runtime.InteropServices.GCHandle.Alloc(one, global::System.Runtime.InteropServices.GCHandleType.Pinned);
        for (int i = 0; i < Size<T>(); i++)
        {
            global::System.Runtime.InteropServices.Marshal.WriteByte(pinned.AddrOfPinnedObject(), i, 0xff);
        }

        pinned.Free();
        return one[0];
    }

    // Boxed: Mono passes no value of more than 16 KB.
    private static byte[] Bytes<T>(object value)
        where T : struct
    {
        var one = new[] { (T)value };
        global::System.Runtime.InteropServices.GCHandle pinned = global::System.Runtime.InteropServices.GCHandle.Alloc(one, global::System.Runtime.InteropServices.GCHandleType.Pinned);
        var bytes = new byte[Size<T>()];
        global::System.Runtime.InteropServices.Marshal.Copy(pinned.AddrOfPinnedObject(), bytes, 0, bytes.Length);
        pinned.Free();
        return bytes;
    }

    [global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]
    private struct AfterByte<T>
        where T : struct
    {
        public byte Before;
        public T Value;
    }
}
