// Names that generated code has for itself, or that C# has a use for.
using Hostile;
using Xunit;

public class NamesTests
{
    [Fact]
    public void Enums_are_called_as_members_of_them()
    {
        Assert.Equal(1234u, Interop.NamesSum(new Tag.A(4), new Case.A(30), new Match.A(200), new Payload.A(1000)));
        Assert.Equal(0u, Interop.NamesSum(new Tag.B(), new Case.B(), new Match.B(), new Payload.B()));
        Tag tag = new Tag.A(4);
        Assert.Equal(TagTag.A, tag.TagOf);
        Match match = new Match.B();
        Assert.Equal("B", match.MatchOf(a => "A", b => "B"));
        Case @case = new Case.A(30);
        Assert.True(@case.CaseOf is Case.A);
    }

    [Fact]
    public void A_parameter_is_called_as_the_length_of_another() => Assert.Equal(703u, Interop.NamesSend(new byte[3], xLen: 7));

    [Fact]
    public void Parameters_are_called_as_words_of_the_language() =>
        Assert.Equal(4321u, Interop.NamesWords(@await: 1, @async: new byte[2], @yield: "abc", @var: 4));
}
