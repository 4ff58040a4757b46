/// <summary>A value or none, as Rust stores it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct FfiOption<T> : IEquatable<FfiOption<T>>
    where T : unmanaged
{
    private readonly T value;
    private readonly byte isSome;

    /// <summary>What <paramref name="value"/> is.</summary>
    public FfiOption(T? value)
    {
        this.value = value.GetValueOrDefault();
        isSome = value.HasValue ? (byte)1 : (byte)0;
    }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => isSome != 0;

    /// <summary>The value; meaningless unless there is one.</summary>
    public T Value => value;

    /// <summary>The same as .NET writes it.</summary>
    public T? ToNullable() => HasValue ? value : null;

    /// <inheritdoc/>
    public bool Equals(FfiOption<T> other) => EqualityComparer<T?>.Default.Equals(ToNullable(), other.ToNullable());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FfiOption<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToNullable().GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{ToNullable()}";

    /// <summary>Whether both are none, or both are the same value.</summary>
    public static bool operator ==(FfiOption<T> left, FfiOption<T> right) => left.Equals(right);

    /// <summary>Whether one is none, or they are different values.</summary>
    public static bool operator !=(FfiOption<T> left, FfiOption<T> right) => !left.Equals(right);
}
