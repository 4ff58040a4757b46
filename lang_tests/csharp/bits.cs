// Floats as their bits: for equality, -0.0 is 0.0 and one NaN the other.
using System;

internal static class Bits
{
    internal static uint Of(float x) => BitConverter.ToUInt32(BitConverter.GetBytes(x), 0);

    internal static ulong Of(double x) => BitConverter.ToUInt64(BitConverter.GetBytes(x), 0);

    internal static float Float(uint bits) => BitConverter.ToSingle(BitConverter.GetBytes(bits), 0);

    internal static double Double(ulong bits) => BitConverter.ToDouble(BitConverter.GetBytes(bits), 0);
}
