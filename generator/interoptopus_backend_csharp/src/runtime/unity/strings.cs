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

    internal IntPtr Address => data;

    internal UIntPtr Length => length;

    /// <summary>Whether there is no string at all.</summary>
    internal bool IsNull => data == IntPtr.Zero;

    /// <summary>A copy of the text.</summary>
    public override string ToString()
    {
        return Encoding.UTF8.GetString(FfiMemory.ReadArray<byte>(data, checked((int)(ulong)length)));
    }

    /// <summary>A copy of the text, or null if there is no string.</summary>
    internal string ToNullableString()
    {
        return IsNull ? null : ToString();
    }
}
