// References, optional ones and raw pointers.
using System;
using System.Runtime.InteropServices;
using ReferenceProject;
using Xunit;

public class PointersTests
{
    [Fact]
    public void Writes_through_a_reference_arrive()
    {
        var v = new Vec2(2, -3);
        Interop.Scale(ref v, 10);
        Assert.Equal(new Vec2(20, -30), v);
    }

    [Fact]
    public void An_optional_reference_may_be_missing()
    {
        Assert.Equal(356f, Interop.SumThrough(new Vec2(2, 3), new Vec2(5, 7)));
        Assert.Equal(6f, Interop.SumThrough(new Vec2(2, 3), null));
    }

    [Fact]
    public void Structs_are_read_through_references()
    {
        var m = new Mixed(6, 5, 4, 3, true, 2);
        Assert.Equal(6.0, Interop.LargestField(m));
        m.Precise = 1e300;
        Assert.Equal(1e300, Interop.LargestField(m));
        m.Precise = -1;
        m.Big = 1ul << 63;
        Assert.Equal(9223372036854775808.0, Interop.LargestField(m));
    }

    [Fact]
    public void Numbers_are_changed_in_place()
    {
        long total = long.MaxValue;
        Assert.Equal(long.MaxValue, Interop.AddTo(ref total, 1));
        Assert.Equal(long.MinValue, total);
    }

    [Fact]
    public void Two_mutable_references_to_one_variable_are_to_two_copies()
    {
        Vec2 a = new Vec2(1, 2), b = new Vec2(3, 4);
        Interop.Exchange(ref a, ref b);
        Assert.Equal(new Vec2(3, 4), a);
        Assert.Equal(new Vec2(1, 2), b);
        Interop.Exchange(ref a, ref a);
        Assert.Equal(new Vec2(3, 4), a);
    }

    [Fact]
    public void An_optional_mutable_reference_is_written_to()
    {
        Vec2? some = new Vec2(1, 2), none = null;
        Assert.True(Interop.ResetIf(ref some));
        Assert.Equal((Vec2?)new Vec2(0, 0), some);
        Assert.False(Interop.ResetIf(ref none));
        Assert.False(none.HasValue);
    }

    [Fact]
    public void Raw_pointers_are_passed_as_they_are()
    {
        IntPtr value = Marshal.AllocHGlobal(4);
        try
        {
            Marshal.WriteInt32(value, unchecked((int)0xfedcba98));
            Assert.Equal(0xfedcba98, Interop.ReadRaw(value));
            Assert.Equal(0u, Interop.ReadRaw(IntPtr.Zero));
            Interop.WriteRaw(value, 7);
            Interop.WriteRaw(IntPtr.Zero, 8);
            Assert.Equal(7, Marshal.ReadInt32(value));
            Assert.Equal(value, Interop.SameAddress(value));
        }
        finally
        {
            Marshal.FreeHGlobal(value);
        }
    }
}
