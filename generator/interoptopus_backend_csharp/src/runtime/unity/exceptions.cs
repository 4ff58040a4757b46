/// <summary>Anything that goes wrong between the two languages.</summary>
public class InteropException : Exception
{
    internal InteropException(string message)
        : base(message)
    {
    }
}

/// <summary>The Rust side panicked; <see cref="Exception.Message"/> is the panic's own.</summary>
public sealed class PanicException : InteropException
{
    internal PanicException(string message)
        : base(message)
    {
    }
}

/// <summary>An object is in use by another call, on this thread or another, that excludes this one.</summary>
public sealed class BusyException : InteropException
{
    internal BusyException(string message)
        : base(message)
    {
    }
}
