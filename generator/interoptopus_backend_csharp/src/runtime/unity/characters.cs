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
