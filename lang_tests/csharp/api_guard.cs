// Whether the bindings and the library belong together; the bindings asked already when they were loaded.
using ReferenceProject;
using Xunit;

public class ApiGuardTests
{
    [Fact] public void These_bindings_were_made_for_the_library() => Assert.True(Interop.MadeFor(Native.api_guard()));

    [Fact]
    public void Another_guard_is_another_library()
    {
        Assert.False(Interop.MadeFor(unchecked(Native.api_guard() + 1)));
        Assert.False(Interop.MadeFor(0));
    }
}
