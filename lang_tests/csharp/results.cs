// Results: the value, or an exception that has the error.
using ReferenceProject;
using Xunit;

public class ResultsTests
{
    [Fact]
    public void Success_has_a_value()
    {
        Assert.Equal(4u, Interop.LayerNameLen("Höhe"));
        Assert.Equal(ulong.MaxValue, Interop.ParseDigits("18446744073709551615"));
    }

    [Fact]
    public void Errors_have_their_discriminants()
    {
        Assert.Equal(1, (int)Error.BadName);
        Assert.Equal(2, (int)Error.Full);
        Assert.Equal(40, (int)ParseError.NoDigit);
        Assert.Equal(int.MaxValue, (int)ParseError.TooLarge);
    }

    [Fact]
    public void An_error_is_an_exception_with_its_value() =>
        Assert.Equal(Error.BadName, Assert.Throws<ErrorException>(() => Interop.LayerNameLen("")).Error);

    [Theory]
    [InlineData("", ParseError.Empty)]
    [InlineData("12x", ParseError.NoDigit)]
    [InlineData("18446744073709551616", ParseError.TooLarge)]
    public void Errors_are_told_apart(string text, ParseError error)
    {
        var thrown = Assert.Throws<ParseErrorException>(() => Interop.ParseDigits(text));
        Assert.Equal(error, thrown.Error);
        Assert.True(thrown.Message.Contains(error.ToString()));
    }

    [Fact]
    public void A_result_without_a_value_is_a_void_method()
    {
        Interop.CheckName("x");
        Assert.Equal(Error.BadName, Assert.Throws<ErrorException>(() => Interop.CheckName("")).Error);
    }

    [Fact]
    public void Structs_come_back_in_results()
    {
        Assert.Equal(new Vec2(12, 345), Interop.ParsePoint("12", "345"));
        Assert.Equal(ParseError.Empty, Assert.Throws<ParseErrorException>(() => Interop.ParsePoint("1", "")).Error);
    }

    [Fact]
    public void Options_come_back_in_results()
    {
        Assert.Equal((Marker?)Marker.Hidden, Interop.MarkerCalled("hidden"));
        Assert.False(Interop.MarkerCalled("").HasValue);
        Assert.Equal(Error.BadName, Assert.Throws<ErrorException>(() => Interop.MarkerCalled("star")).Error);
    }
}
