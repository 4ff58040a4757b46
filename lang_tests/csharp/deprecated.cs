// What should not be used any more still works, and its attribute says so.
#pragma warning disable CS0612, CS0618 // That is what is tested.
using System;
using System.Linq;
using System.Reflection;
using ReferenceProject;
using Xunit;

public class DeprecatedTests
{
    private static string Note(MemberInfo member)
    {
        var attribute = (ObsoleteAttribute)member.GetCustomAttributes(typeof(ObsoleteAttribute), false).SingleOrDefault();
        return attribute == null ? null : attribute.Message;
    }

    [Fact]
    public void Functions_are_obsolete_and_work()
    {
        Assert.Equal(0u, Interop.OldAfter(uint.MaxValue));
        Assert.Equal(uint.MaxValue, Interop.OldBefore(0));
        Assert.NotEmpty(Note(typeof(Interop).GetMethod("OldAfter")));
        Assert.Equal("use `old_after` backwards:\nit is \\ faster\\", Note(typeof(Interop).GetMethod("OldBefore")));
    }

    [Fact]
    public void Types_are_obsolete_and_work()
    {
        Assert.Equal(new Fahrenheit(-1.5f), Interop.Warmer(new Fahrenheit(-11.5f)));
        Assert.Equal(Direction.Left, Interop.Turned(Direction.Right));
        Assert.Equal(Direction.Right, Interop.Turned(Direction.Left));
        Assert.Equal("it is in °F; use \"Kelvin\" /* and nothing else */", Note(typeof(Fahrenheit)));
        Assert.NotEmpty(Note(typeof(Direction)));
    }

    [Fact]
    public void Constants_are_obsolete_and_have_their_values()
    {
        Assert.Equal((ushort)640, Interop.OldLimit);
        Assert.Equal("There is more now: use `NEW_LIMIT`.", Note(typeof(Interop).GetField("OldLimit")));
    }

    [Fact]
    public void Constructors_and_methods_are_obsolete_and_work()
    {
        using (var countdown = Countdown.FromTen())
        {
            Assert.Equal(9u, countdown.Next());
            Assert.Equal(2u, countdown.Skip(7));
        }

        Assert.Equal("say how many", Note(typeof(Countdown).GetMethod("FromTen")));
        Assert.Equal("use `skip`", Note(typeof(Countdown).GetMethod("Next")));
    }

    [Fact]
    public void What_is_not_deprecated_is_not_obsolete()
    {
        Assert.Equal(65536u, Interop.NewLimit);
        Assert.Null(Note(typeof(Interop).GetField("NewLimit")));
        Assert.Null(Note(typeof(Interop).GetMethod("Warmer")));
        Assert.Null(Note(typeof(Countdown).GetMethod("Skip")));
        Assert.Null(Note(typeof(Countdown)));
    }
}
