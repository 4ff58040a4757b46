/// <summary>Integers that are not 0, or of which 0 is none.</summary>
internal static class FfiNonZero
{
    internal static T Checked<T>(T value, string parameter)
        where T : struct
    {
        if (EqualityComparer<T>.Default.Equals(value, default(T)))
        {
            throw new ArgumentOutOfRangeException(parameter, value, "It must not be 0.");
        }

        return value;
    }

    internal static T OrZero<T>(T? value, string parameter)
        where T : struct
    {
        return value.HasValue ? Checked(value.Value, parameter) : default(T);
    }

    internal static T? OrNull<T>(T value)
        where T : struct
    {
        return EqualityComparer<T>.Default.Equals(value, default(T)) ? (T?)null : value;
    }
}
