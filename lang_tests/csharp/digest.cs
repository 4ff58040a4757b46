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
        // mono's compiler has no `switch` by type.
        if (value is float single)
        {
            return BitConverter.ToUInt32(BitConverter.GetBytes(single), 0);
        }

        if (value is double number)
        {
            return unchecked((ulong)BitConverter.DoubleToInt64Bits(number));
        }

        if (value is ulong wide)
        {
            return wide;
        }

        if (value is Enum)
        {
            return Bits(Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType())));
        }

        return unchecked((ulong)Convert.ToInt64(value));
    }
}
