// Names of Rust's own that the author gives to things of their own.
using System;
using Hostile;
using Xunit;

public class ShadowedTests
{
    [Fact]
    public void Types_are_what_they_are()
    {
#if UNITY
        Assert.Equal(6521u, Interop.ShadowedResult(new Result(1, 2, 'A')));
#else
        Assert.Equal(6521u, Interop.ShadowedResult(new Result(1, 2, new System.Text.Rune('A'))));
#endif
        Assert.Equal("shadowed", Interop.Shadowed);
    }

    [Fact]
    public void Variants_are_checked()
    {
        Assert.Equal(70000u, Interop.ShadowedMaybe(new ShadowMaybe.Some(70000)));
        Assert.Equal(1005u, Interop.ShadowedMaybe(new ShadowMaybe.Ok(5)));
        Assert.Equal(3u, Interop.ShadowedMaybe(new ShadowMaybe.Err(1, 2.5)));
        Assert.ThrowsAny<Exception>(() => Interop.ShadowedMaybe(new ShadowMaybe.None()));
    }

    [Fact]
    public void Flags_are_bits()
    {
        Assert.Equal(ShadowFlag.B, Interop.ShadowedFlags(ShadowFlag.B, new ShadowEither { Large = 0 }));
        Assert.Equal(ShadowFlag.A | ShadowFlag.B, Interop.ShadowedFlags(ShadowFlag.B, new ShadowEither { Large = 1 << 20 }));
    }

    [Fact]
    public void Calls_go_both_ways()
    {
        Assert.Equal(5, (int)Interop.ShadowedText("abc", new byte[] { 1, 2 }));
        Assert.Equal(42, Interop.ShadowedBeside());
        Assert.Equal(712u, Interop.ShadowedEach((index, both) => index * 100 + both.First * 10u + both.Second));
    }

    [Fact]
    public void Objects_lend()
    {
        using (var shadow = new Shadow(9))
        {
            shadow.Set(7);
            Assert.Equal(new byte[] { 9, 2, 7 }, shadow.Bytes());
        }
    }
}
