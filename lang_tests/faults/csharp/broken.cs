// A file that does not compile.
using ReferenceProject;
using Xunit;

public class BrokenTests
{
    [Fact] public void Does_not_compile() => Assert.Equal(2, Interop.NoSuchFunction(1));
}
