// Structs that are aligned to more than their fields. C# cannot align them, so that the bindings copy them to where they are.
using System;
using ReferenceProject;
using Xunit;

public class AlignedTests
{
    [Fact]
    public void What_is_aligned_to_sixteen_is_changed_in_place()
    {
        var quad = new Quad(1.5f, -2, float.MaxValue, 4.25f);
        Interop.QuadRotate(ref quad);
        Assert.Equal(new Quad(4.25f, 1.5f, -2, -float.MaxValue), quad);
    }

    [Fact]
    public void Wherever_it_is_in_memory()
    {
        // One of two neighbours would be misaligned, wherever the array is.
        var quads = new Quad[4];
        for (int i = 0; i < quads.Length; i++)
        {
            quads[i] = new Quad(i, -1, 2, 3);
            Interop.QuadRotate(ref quads[i]);
        }

        for (int i = 0; i < quads.Length; i++)
        {
            Assert.Equal(new Quad(3, i, -1, -2), quads[i]);
        }
    }

    [Fact]
    public void What_is_aligned_to_eight_goes_by_value()
    {
        Assert.Equal(new Roomy(0x7f, -1), Interop.RoomyExchanged(new Roomy(255, sbyte.MinValue)));
        Assert.Equal(new Roomy(255, 1), Interop.RoomyExchanged(new Roomy(1, 0)));
    }

    [Fact]
    public void What_is_a_cache_line_is_changed_in_place()
    {
        var line = new CacheLine(ulong.MaxValue, new ByteArray5(1, 2, 3, 4, 255));
        Interop.CacheLineTouch(ref line);
        Assert.Equal(new CacheLine(0, new ByteArray5(255, 4, 3, 2, 1)), line);
    }

    [Fact]
    public void Raw_pointers_are_what_users_say_that_they_are()
    {
        Assert.True(Interop.IsCacheAligned(new IntPtr(0x1000_0040)));
        Assert.False(Interop.IsCacheAligned(new IntPtr(0x1000_0020)));
    }

    [Fact]
    public void Aligned_fields_are_where_rust_has_them()
    {
        var rooms = new RoomyArray2(new Roomy(3, -4), new Roomy(255, sbyte.MinValue));
        var spread = new Spread(200, new Quad(1.5f, -2.5f, 3.25f, -0f), rooms, 65535);
        ulong expected = Digest.Of(
            (byte)200, 1.5f, -2.5f, 3.25f, -0f, (byte)3, (sbyte)-4, (byte)255, sbyte.MinValue, (ushort)65535);
        Assert.Equal(expected, Interop.SpreadDigest(spread));
    }

    [Fact]
    public void All_elements_are_copied()
    {
        var rooms = new[] { new Roomy(1, -2), new Roomy(255, 127), new Roomy(0, sbyte.MinValue) };
        ulong expected = Digest.Of(Digest.Of(Digest.Of(0ul, (byte)1, (sbyte)-2), (byte)255, (sbyte)127), (byte)0, sbyte.MinValue);
        Assert.Equal(expected, Interop.RoomsDigest(rooms));
        Assert.Equal(0ul, Interop.RoomsDigest(new Roomy[0]));
    }
}
