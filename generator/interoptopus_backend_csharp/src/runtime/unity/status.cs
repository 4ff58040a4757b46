internal static partial class FfiStatus
{
    // `error` makes the exception of a positive status.
    internal static void Check(int status, Func<int, Exception> error = null)
    {
        if (status != Ok)
        {
            Throw(status, error);
        }
    }

    private static void Throw(int status, Func<int, Exception> error)
    {
        if (status > 0 && error != null)
        {
            throw error(status);
        }

        switch (status)
        {
            case Panic: throw new PanicException(LastError());
            case Null: throw new ArgumentNullException(null, LastError());
            case Utf8: throw new ArgumentException(LastError());
            case Invalid: throw new ArgumentException(LastError());
            case Busy: throw new BusyException(LastError());
            default: throw new InteropException($"The status {status} is unknown to these bindings.");
        }
    }

    // What the library says of the last call that failed on this thread.
    private static string LastError()
    {
        var utf8 = new byte[(int)Native.last_error(null, UIntPtr.Zero)];
        Native.last_error(utf8, (UIntPtr)utf8.Length);
        return Encoding.UTF8.GetString(utf8);
    }
}
