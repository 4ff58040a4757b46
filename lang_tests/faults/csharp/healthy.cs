// A file that has nothing to do with the others.
using ReferenceProject;
using Xunit;

public class HealthyTests
{
    [Fact] public void Is_not_concerned() => Assert.Equal(2, Interop.AfterI32(1));
}
