// Pointers that are never null, and those that may be: null is refused before Rust sees it, or means none.
using System;
using System.Runtime.InteropServices;
using ReferenceProject;
using Xunit;

public class NonnullTests
{
    [Fact]
    public void What_a_pointer_leads_to_is_changed_in_place()
    {
        using (var memory = new Memory())
        {
            IntPtr p = memory.OfAll(0x0123456789ABCDEFul, ulong.MaxValue);
            Assert.Equal(0x0123456789ABCDEFul, Interop.DoubleAt(p));
            Assert.Equal(0x02468ACF13579BDEul, Interop.DoubleAt(p));
            Assert.Equal(0x048D159E26AF37BC, Marshal.ReadInt64(p));
            Assert.Equal(-1L, Marshal.ReadInt64(p, 8)); // nothing behind it
        }
    }

    [Fact]
    public void Null_is_refused_where_it_must_not_be()
    {
        Assert.Throws<ArgumentNullException>(() => Interop.DoubleAt(IntPtr.Zero));
        Assert.Throws<ArgumentNullException>(() => Interop.SamePlace(IntPtr.Zero));
        Assert.Throws<ArgumentNullException>(() => Interop.Follow(new Links(IntPtr.Zero, IntPtr.Zero, 1)));
    }

    [Fact]
    public void Null_is_none_where_it_may_be()
    {
        using (var memory = new Memory())
        {
            Assert.Equal((short)-1, Interop.NumberAt(IntPtr.Zero));
            Assert.Equal(short.MinValue, Interop.NumberAt(memory.Of(short.MinValue)));
            Assert.Equal((short)0x1234, Interop.NumberAt(memory.Of((short)0x1234)));
        }
    }

    [Fact]
    public void An_address_comes_back_with_all_its_bits()
    {
        foreach (long address in new[] { 1, IntPtr.Size == 8 ? 0x0123456789ABCDEF : 0x01234567, -1 })
        {
            Assert.Equal(new IntPtr(address), Interop.SamePlace(new IntPtr(address)));
            Assert.Equal(new IntPtr(address), Interop.SamePlaceIf(new IntPtr(address)));
        }

        Assert.Equal(IntPtr.Zero, Interop.SamePlaceIf(IntPtr.Zero));
    }

    [Fact]
    public void Pointers_in_a_struct_lead_to_where_they_say()
    {
        using (var memory = new Memory())
        {
            IntPtr point = memory.Of(new Vec2(1.5f, -2)), count = memory.OfAll<ushort>(65535, 77);
            Assert.Equal(new Links(point, IntPtr.Zero, 200), Interop.Follow(new Links(point, count, 200)));
            Assert.Equal(new Vec2(-2, 1.5f), Memory.Get<Vec2>(point));
            Assert.Equal((ushort)0, Memory.Get<ushort>(count));
            Assert.Equal((ushort)77, Memory.Get<ushort>(count + 2)); // nothing behind it
            Assert.Equal(new Links(point, IntPtr.Zero, 255), Interop.Follow(new Links(point, IntPtr.Zero, 255)));
            Assert.Equal(new Vec2(1.5f, -2), Memory.Get<Vec2>(point));
        }
    }
}
