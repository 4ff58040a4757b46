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

    internal static void Check(byte[] text, string parameter)
    {
        try
        {
            Strict.GetCharCount(text);
        }
        catch (ArgumentException)
        {
            throw new ArgumentException("It is no text in UTF-8.", parameter);
        }
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
