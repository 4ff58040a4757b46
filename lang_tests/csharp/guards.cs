// What guarded functions make of panics and wrong arguments.
using System;
using ReferenceProject;
using Xunit;

public class GuardsTests
{
    [Fact] public void What_does_not_panic_returns() => Assert.Equal(-3, Interop.Divide(-7, 2));

    [Theory]
    [InlineData(1, 0, "attempt to divide by zero")]
    [InlineData(int.MinValue, -1, "overflow")]
    public void A_panic_is_an_exception_with_its_message(int a, int b, string message) =>
        Assert.True(Assert.Throws<PanicException>(() => Interop.Divide(a, b)).Message.Contains(message));

    [Fact]
    public void A_message_is_whole_and_says_where()
    {
        string text = "a long störy " + new string('x', 5000);
        string message = Assert.Throws<PanicException>(() => Interop.FailWith(text)).Message;
        Assert.True(message.StartsWith(text, StringComparison.Ordinal));
        Assert.True(message.Contains("guards.rs:"));
    }

    [Fact] public void A_panic_deep_inside_without_a_text_is_one_too() => Assert.Throws<PanicException>(() => Interop.FailDeeply(20));

    [Fact]
    public void A_panic_spoils_nothing()
    {
        for (int k = 0; k < 5; k++)
        {
            Assert.Throws<PanicException>(() => Interop.Median(new double[0]));
            Assert.Equal(2.0, Interop.Median(new double[] { 3, -1, 2 }));
        }
    }

    [Fact]
    public void A_wrong_argument_is_an_exception()
    {
        Assert.ThrowsAny<ArgumentException>(() => Interop.IsDrawn((Marker)7));
        Assert.True(Interop.IsDrawn(Marker.Dot));
        Assert.False(Interop.IsDrawn(Marker.Hidden));
    }
}
