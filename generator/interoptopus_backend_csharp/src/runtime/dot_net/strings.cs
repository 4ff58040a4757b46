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

    internal nint Address => data;

    internal nuint Length => length;

    /// <summary>Whether there is no string at all.</summary>
    internal bool IsNull => data == 0;

    /// <summary>A copy of the text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(new ReadOnlySpan<byte>((byte*)data, checked((int)length)));

    /// <summary>A copy of the text, or null if there is no string.</summary>
    internal string? ToNullableString() => IsNull ? null : ToString();
}
