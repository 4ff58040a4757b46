internal static unsafe partial class FfiStatus
{
    internal static void Check(int status, delegate*<int, Exception> error = null)
    {
        if (status != Ok)
        {
            Throw(status, error);
        }
    }

    [DoesNotReturn]
    private static void Throw(int status, delegate*<int, Exception> error) => throw status switch
    {
        > 0 when error != null => error(status),
        Panic => new PanicException(LastError()),
        Null => new ArgumentNullException(null, LastError()),
        Utf8 or Invalid => new ArgumentException(LastError()),
        Busy => new BusyException(LastError()),
        _ => new InteropException($"The status {status} is unknown to these bindings."),
    };

    // What the library says of the last call that failed on this thread.
    private static string LastError()
    {
        byte[] utf8 = new byte[(int)Native.last_error(null, 0)];
        fixed (byte* utf8_ = utf8)
        {
            _ = Native.last_error(utf8_, (nuint)utf8.Length);
        }

        return Encoding.UTF8.GetString(utf8);
    }
}
