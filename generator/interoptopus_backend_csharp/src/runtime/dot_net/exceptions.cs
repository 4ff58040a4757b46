/// <summary>Anything that goes wrong between the two languages.</summary>
public class InteropException(string message) : Exception(message);

/// <summary>The Rust side panicked; <see cref="Exception.Message"/> is the panic's own.</summary>
public sealed class PanicException(string message) : InteropException(message);

/// <summary>An object is in use by another call, on this thread or another, that excludes this one.</summary>
public sealed class BusyException(string message) : InteropException(message);
