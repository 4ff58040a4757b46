// Two parameters onto one buffer, of which Rust writes to one.
using System;
using Hostile;
using Xunit;

public class OverlapTests
{
    [Fact]
    public void Overlap_is_refused_and_nothing_is_written()
    {
        var values = new uint[] { 1, 20, 300 };
        Assert.Throws<ArgumentException>(() => Interop.OverlapAdd(values, values));
        Assert.Equal(new uint[] { 1, 20, 300 }, values);
        Interop.OverlapAdd(values, new uint[] { 20 });
        Assert.Equal(new uint[] { 21, 20, 300 }, values);
    }
}
