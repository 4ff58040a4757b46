// Structs without fields are seen behind pointers only, and take no room in others.
using System;
using ReferenceProject;
using Xunit;

public class EmptyTests
{
    [Fact]
    public void Nothing_has_an_address()
    {
        Token token = Interop.Token();
        Assert.False(token.IsNull);
        Assert.Equal(token, Interop.Token());
        Assert.True(Interop.IsToken(token));
        Assert.False(Interop.IsToken(new Token(new IntPtr(0x1234))));
    }

    [Fact] public void Null_is_refused() => Assert.Throws<ArgumentNullException>(() => Interop.IsToken(default(Token)));

    [Fact]
    public void Nothing_may_be_missing()
    {
        Token token = Interop.Token();
        Assert.Equal(2u, Interop.CountTokens(token, new Nothing(token.Address)));
        Assert.Equal(1u, Interop.CountTokens(token, null));
        Assert.Equal(1u, Interop.CountTokens(null, new Nothing(token.Address)));
        Assert.Equal(0u, Interop.CountTokens(null, null));
    }

    [Fact]
    public void Nothing_as_a_field_takes_no_room() =>
        Assert.Equal(new Stamped(0x3412, 0xA5, 0x1020_3040), Interop.StampedChanged(new Stamped(0x1234, 0x5A, 0xEFDF_CFBF)));
}
