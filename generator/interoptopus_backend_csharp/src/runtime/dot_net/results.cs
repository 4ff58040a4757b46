/// <summary>0 is success, a positive status the library's own error, a negative one of <see cref="FfiStatus"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct FfiResult<T>
    where T : unmanaged
{
    internal readonly int status;
    internal readonly T value;

    // `error` makes the exception of a positive status.
    internal T Unwrap(delegate*<int, Exception> error = null)
    {
        FfiStatus.Check(status, error);
        return value;
    }
}
