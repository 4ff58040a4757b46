// How a test knows that each bit of what it handed over has arrived: the number that reference_project/digest.rs makes of it.
using System;

internal static class Digest
{
    /// <summary>Of these values, in this order: numbers, bools, enums, and digests of others.</summary>
    internal static ulong Of(params object[] values)
    {
        ulong sum = 0;
        foreach (object value in values)
        {
            sum = unchecked((sum * 31) + Bits(value));
        }

        return sum;
    }

    internal static ulong Bits(object value)
    {
        switch (value)
        {
            case float number: return BitConverter.ToUInt32(BitConverter.GetBytes(number), 0);
            case double number: return unchecked((ulong)BitConverter.DoubleToInt64Bits(number));
            case bool flag: return flag ? 1ul : 0ul;
            case ulong number: return number;
            case UIntPtr number: return number.ToUInt64();
            case IntPtr number: return unchecked((ulong)number.ToInt64());
            case Enum variant: return Bits(Convert.ChangeType(variant, Enum.GetUnderlyingType(variant.GetType())));
            default: return unchecked((ulong)Convert.ToInt64(value));
        }
    }
}

/// <summary>Floats as their bits, and back: for equality, -0.0 is 0.0 and one NaN the other.</summary>
internal static class Bits
{
    internal static uint Of(float x) => BitConverter.ToUInt32(BitConverter.GetBytes(x), 0);

    internal static ulong Of(double x) => BitConverter.ToUInt64(BitConverter.GetBytes(x), 0);

    internal static float Float(uint bits) => BitConverter.ToSingle(BitConverter.GetBytes(bits), 0);

    internal static double Double(ulong bits) => BitConverter.ToDouble(BitConverter.GetBytes(bits), 0);
}
