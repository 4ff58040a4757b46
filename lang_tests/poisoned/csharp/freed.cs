// Tests that use what was freed, with a good one after them.
using System;
using System.Runtime.InteropServices;
using ReferenceProject;
using Xunit;

public class FreedTests
{
    // Where an object had its points.
    private static IntPtr Points()
    {
        Vec2[] points = new Vec2[100];
        for (int i = 0; i < points.Length; i++) points[i] = new Vec2(1.5f, 1.5f);
        IntPtr recorder = Recorder(points);
        IntPtr address = Native.reference_project_recorder_points(recorder).value.Address;
        Assert.Equal(0x3FC00000, Marshal.ReadInt32(address));
        _ = Native.reference_project_recorder_release(recorder);
        Native.reference_project_recorder_destroy(recorder);
        return address;
    }

    private static readonly byte[] Name = { 120 };

#if UNITY
    private static IntPtr Recorder(Vec2[] points)
    {
        GCHandle pinned = GCHandle.Alloc(points, GCHandleType.Pinned);
        try
        {
            return Native.reference_project_recorder_named(Name, (UIntPtr)1, pinned.AddrOfPinnedObject(), (UIntPtr)points.Length).value;
        }
        finally
        {
            pinned.Free();
        }
    }
#else
    private static unsafe IntPtr Recorder(Vec2[] points)
    {
        fixed (byte* name = Name)
        fixed (Vec2* points_ = points)
        {
            return Native.reference_project_recorder_named(name, 1, points_, (nuint)points.Length).value;
        }
    }
#endif

    [Fact] public void Reads_what_was_freed() => Assert.Equal(0x3FC00000, Marshal.ReadInt32(Points()));

    [Fact]
    public void Writes_to_what_was_freed()
    {
        Marshal.WriteInt32(Points(), 4, 0);
        Vec2[] points = new Vec2[1 << 20];
        for (int i = 0; i < 10; i++) Native.reference_project_recorder_destroy(Recorder(points)); // so much that it is given back
    }

    [Fact] public void Comes_last() => Assert.Equal(5, Interop.AfterI32(4));
}
