// What is not for everybody: private fields that are copied and not shown, and items that only this assembly sees.
using System;
using System.Linq;
using System.Reflection;
using ReferenceProject;
using Xunit;

public class VisibilityTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Fact]
    public void Private_fields_are_not_shown()
    {
        Assert.Equal(new[] { "Id", "Last" }, typeof(Sealed).GetFields(Own | BindingFlags.Public).Select(field => field.Name).ToArray());
        Assert.Equal(0, typeof(Sealed).GetProperties(Own | BindingFlags.Public).Length);
        Assert.Equal(2, typeof(Sealed).GetFields(Own | BindingFlags.NonPublic).Length);
        Assert.Equal(24, Memory.Size<Sealed>());
        string shown = Interop.Seal(513, 0x5A).ToString();
        Assert.True(shown.Contains("513") && shown.Contains("90"));
        Assert.False(shown.ToLowerInvariant().Contains("secret") || shown.Contains("seal ="));
    }

    [Fact]
    public void Private_fields_are_copied_with_their_struct()
    {
        var a = Interop.Seal(65535, 255);
        var copy = a;
        Assert.Equal((ushort)65535, copy.Id);
        Assert.Equal((byte)255, copy.Last);
        Assert.True(Interop.IsWhole(copy));
        Assert.True(Interop.IsWhole(Interop.Seal(0, 0)));
    }

    [Fact]
    public void A_change_of_what_is_shown_is_noticed()
    {
        var a = Interop.Seal(0x1234, 7);
        a.Id = 0x1235;
        Assert.False(Interop.IsWhole(a));
        a.Id = 0x1234;
        a.Last = 8;
        Assert.False(Interop.IsWhole(a));
        a.Last = 7;
        Assert.True(Interop.IsWhole(a));
        Assert.False(Interop.IsWhole(new Sealed { Id = 1 })); // which nobody sealed
    }

    [Fact]
    public void Each_private_byte_counts()
    {
        var a = Interop.Seal(0x1234, 7);
        foreach (int offset in Enumerable.Range(4, 12))
        {
            byte there;
            using (var memory = new Memory()) there = System.Runtime.InteropServices.Marshal.ReadByte(memory.Of(a), offset);
            var changed = Memory.With(a, offset, (byte)(there ^ 1));
            Assert.False(Interop.IsWhole(changed));
            Assert.False(changed.Equals(a));
        }
    }

    [Fact]
    public void Private_fields_stay_in_arrays_behind_references()
    {
        Sealed a = Interop.Seal(1, 2), b = Interop.Seal(65535, 254), nothing = Interop.Seal(0, 0);
        var pair = new SealedArray2(a, b);
        Assert.True(Interop.ExchangeSealed(ref pair));
        Assert.Equal(new[] { b, a }, pair.ToArray());
        Assert.True(Interop.IsWhole(pair[0]) && Interop.IsWhole(pair[1]));
        b.Last = 1;
        pair[0] = b;
        Assert.False(Interop.ExchangeSealed(ref pair));
        Assert.Equal(new[] { nothing, nothing }, pair.ToArray());
    }

    [Fact]
    public void Internal_items_work_and_are_not_public()
    {
        var after = Interop.DiagnosisAfter(new Diagnosis(0x1234, -1e300));
        Assert.Equal((ushort)0x3412, after.Code);
        Assert.Equal(-5e299, after.Weight);
        Assert.Equal(0xC0FFEE00, Interop.Secret);
        using (var probe = new Probe())
        {
            Assert.Equal(1u, probe.Count());
            Assert.Equal(2u, probe.Count());
        }

        Assert.False(typeof(Diagnosis).IsPublic || typeof(Probe).IsPublic);
        Assert.Null(typeof(Interop).GetMethod("DiagnosisAfter"));
        Assert.Null(typeof(Interop).GetField("Secret"));
        Assert.True(typeof(Sealed).IsPublic);
    }
}
