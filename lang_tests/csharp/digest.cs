// The one number that the reference project makes of all it was given, so that one wrong bit shows: see digest.rs.
using System;

/// <summary>Begun at 0, times 31 and plus the next value's 64 bits, wrapping.</summary>
internal static class Digest
{
    /// <summary>The digest of these values: integers, enums and characters, <c>bool</c>s, floats, and what was digested before.</summary>
    public static ulong Of(params object[] values)
    {
        ulong digest = 0;
        foreach (object value in values) digest = unchecked(digest * 31 + Bits.Of(value));
        return digest;
    }
}

/// <summary>Values as bits, and back: what compares floats so that -0.0 and NaNs count.</summary>
internal static class Bits
{
    public static uint Of(float x) => BitConverter.ToUInt32(BitConverter.GetBytes(x), 0);

    public static ulong Of(double x) => BitConverter.ToUInt64(BitConverter.GetBytes(x), 0);

    public static float Float(uint bits) => BitConverter.ToSingle(BitConverter.GetBytes(bits), 0);

    public static double Double(ulong bits) => BitConverter.ToDouble(BitConverter.GetBytes(bits), 0);

    /// <summary>64 of them: integers are extended by their sign.</summary>
    public static ulong Of(object value)
    {
        switch (value)
        {
            case float x: return Of(x);
            case double x: return Of(x);
            case bool x: return x ? 1ul : 0ul;
            case ulong x: return x;
            case UIntPtr x: return (ulong)x;
            case IntPtr x: return unchecked((ulong)(long)x);
            case Enum x: return Of(Convert.ChangeType(x, x.GetTypeCode()));
#if !UNITY
            case System.Text.Rune x: return (ulong)x.Value;
#endif
            default: return unchecked((ulong)Convert.ToInt64(value));
        }
    }
}
