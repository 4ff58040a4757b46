/// <summary>Integers that are not 0, or of which 0 is none.</summary>
internal static class FfiNonZero
{
    internal static T Checked<T>(T value, string parameter)
        where T : unmanaged, IEquatable<T> =>
        !value.Equals(default) ? value : throw new ArgumentOutOfRangeException(parameter, value, "It must not be 0.");

    internal static T OrZero<T>(T? value, string parameter)
        where T : unmanaged, IEquatable<T> => value.HasValue ? Checked(value.GetValueOrDefault(), parameter) : default;

    internal static T? OrNull<T>(T value)
        where T : unmanaged, IEquatable<T> => value.Equals(default) ? null : value;
}
