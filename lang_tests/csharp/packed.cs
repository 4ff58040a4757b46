// Packed structs: fields that are not aligned keep their places, by value, behind references, in slices and in each other.
using System;
using System.Runtime.InteropServices;
using ReferenceProject;
using Xunit;

public class PackedTests
{
    private static readonly Packet Sent = new Packet(255, 0x0123456789ABCDEF, 0x1234, Level.Lowest, true, new ByteArray3(1, 128, 254), -1e300);

    private static ulong DigestOf(Packet p) =>
        Digest.Of(p.Kind, p.Id, p.Length, p.Level, p.Urgent, p.Bytes[0], p.Bytes[1], p.Bytes[2], p.Ratio);

    private static void IsChanged(Packet p)
    {
        Assert.Equal((byte)0, p.Kind);
        Assert.Equal(0xFEDCBA9876543210, p.Id);
        Assert.Equal((ushort)0x3412, p.Length);
        Assert.Equal(Level.Below, p.Level);
        Assert.False(p.Urgent);
        Assert.Equal(new byte[] { 254, 128, 1 }, p.Bytes.ToArray());
        Assert.Equal(1e300, p.Ratio);
    }

    [Fact]
    public void There_is_no_padding()
    {
        Assert.Equal(24, Memory.Size<Packet>());
        Assert.Equal(16, Memory.Size<Pairwise>());
        Assert.Equal(12, Memory.Size<Tight>());
        Assert.Equal(72, Memory.Size<Envelope>());
        using (var memory = new Memory())
        {
            IntPtr p = memory.Of(Sent);
            Assert.Equal(0x0123456789ABCDEF, Marshal.ReadInt64(p, 1));
            Assert.Equal(0x1234, Marshal.ReadInt16(p, 9));
            Assert.Equal((byte)0x80, Marshal.ReadByte(p, 11));
            Assert.Equal((byte)1, Marshal.ReadByte(p, 12));
            Assert.Equal((byte)254, Marshal.ReadByte(p, 15));
            Assert.Equal(-1e300, BitConverter.Int64BitsToDouble(Marshal.ReadInt64(p, 16)));
        }
    }

    [Fact]
    public void Each_field_is_read_where_it_is()
    {
        Assert.Equal(DigestOf(Sent), Interop.PacketDigest(Sent));
        Assert.Equal(0ul, Interop.PacketDigest(new Packet()));
        var other = new Packet(1, ulong.MaxValue, 65535, Level.Highest, false, new ByteArray3(255, 0, 255), Bits.Double(1));
        Assert.Equal(DigestOf(other), Interop.PacketDigest(other));
    }

    [Fact]
    public void Each_field_is_written_where_it_is()
    {
        var packet = Sent;
        Interop.PacketChange(ref packet);
        IsChanged(packet);
        Assert.Equal((byte)255, Sent.Kind);
    }

    [Fact] public void A_packed_struct_crosses_bare_by_value() => IsChanged(Interop.PacketChanged(Sent));

    [Fact]
    public void What_a_packed_struct_holds_is_checked()
    {
        var wrong = Sent;
        wrong.Level = (Level)1;
        Assert.ThrowsAny<ArgumentException>(() => Interop.PacketChanged(wrong)); // it crosses bare, and would abort
        Assert.ThrowsAny<ArgumentException>(() => Interop.PacketDigest(wrong));
        Assert.ThrowsAny<ArgumentException>(() => Interop.PacketsDigest(new[] { Sent, wrong }));
        Assert.ThrowsAny<ArgumentException>(() => Interop.PacketChange(ref wrong));
        Assert.ThrowsAny<ArgumentException>(() => Interop.PacketDigest(Memory.With(Sent, 12, 2))); // no bool
    }

    [Fact]
    public void A_struct_may_be_packed_less()
    {
        var after = Interop.PairwiseChanged(new Pairwise(0x5A, 0x0123456789ABCDEF, int.MinValue + 1, 127));
        Assert.Equal((byte)0xA5, after.A);
        Assert.Equal(0xFEDCBA9876543210, after.B);
        Assert.Equal(int.MaxValue, after.C);
        Assert.Equal((sbyte)-127, after.D);
    }

    [Fact]
    public void A_struct_may_be_packed_that_needs_no_packing()
    {
        var after = Interop.TightChanged(new Tight(new Vec2(-0.5f, float.MaxValue), 0x01020384));
        Assert.Equal(new Vec2(float.MaxValue, -0.5f), after.At);
        Assert.Equal(0x84030201, after.Id);
    }

    [Fact]
    public void Packed_structs_nest_in_others()
    {
        Pairwise first = new Pairwise(1, ulong.MaxValue, -2, -3), second = new Pairwise(4, 5, int.MaxValue, -128);
        var envelope = new Envelope(0x0F, Sent, 0.1, new PairwiseArray2(first, second));
        Interop.EnvelopeChanged(ref envelope);
        Assert.Equal((byte)0xF0, envelope.Flag);
        IsChanged(envelope.Packet);
        Assert.Equal(-0.1, envelope.Weight);
        Assert.Equal(new[] { second, first }, envelope.Pairs.ToArray());
    }

    [Fact]
    public void Packed_structs_stand_in_slices()
    {
        var other = new Packet(0, 1, 2, Level.Ground, false, new ByteArray3(3, 4, 5), 6);
        ulong digest = Digest.Of(Digest.Of(Digest.Of(0, DigestOf(Sent)), DigestOf(other)), DigestOf(Sent));
        Assert.Equal(digest, Interop.PacketsDigest(new[] { Sent, other, Sent }));
        Assert.Equal(0ul, Interop.PacketsDigest(new Packet[0]));
    }
}
