// What has documentation that tries to break out of comments does what it did before.
using System;
using ReferenceProject;
using Xunit;

public class DocsTests
{
    [Fact] public void Constants_with_hostile_docs() => Assert.Equal(0xD0C5u, Interop.Hostile);

    [Theory]
    [InlineData((byte)0, (byte)255)]
    [InlineData((byte)0x5A, (byte)0xA5)]
    public void Functions_with_hostile_docs(byte x, byte inverted) => Assert.Equal(inverted, Interop.HostileInverted(x));

    [Fact]
    public void Enums_with_hostile_docs_have_all_their_variants()
    {
        var order = new[] { Ending.Quote, Ending.Three, Ending.Backslash, Ending.Comment, Ending.Brace, Ending.Region, Ending.Quote };
        for (int i = 0; i + 1 < order.Length; i++)
        {
            Assert.Equal(order[i + 1], Interop.EndingAfter(order[i]));
        }

        Assert.Equal(92, (int)Ending.Backslash);
    }

    [Fact]
    public void Structs_with_hostile_docs_have_all_their_fields()
    {
        Hostile after = Interop.HostileChanged(new Hostile(1, 0x0203, 0x0405_0607, 0x0809_0A0B_0C0D_0E0F));
        Assert.Equal(new Hostile(0xFE, 0xFDFC, 0xFBFA_F9F8, 0xF7F6_F5F4_F3F2_F1F0), after);
    }

    [Fact]
    public void Callbacks_and_cases_with_hostile_docs()
    {
        Assert.Equal(0x00F9_FFFEu, Interop.HostileCalled(x => (byte)(x ^ 0xFE), new HostileCase.Fields(0xFFFE)));
        Assert.Equal(0x0007_0000u, Interop.HostileCalled(x => x, new HostileCase.Unit()));
    }

    [Fact]
    public void Services_with_hostile_docs()
    {
        using (var service = new HostileService("*/ \"\"\" </summary>"))
        {
            Assert.Equal("*/ \"\"\" </summary>", service.Text());
        }
    }
}
