// interop: own process
// A test that leaves an object of a service alive.
using ReferenceProject;
using Xunit;

public class Kept
{
    private static Recorder recorder;

    [Fact]
    public void Leaves_an_object()
    {
        recorder = new Recorder(1);
        Assert.True(recorder != null);
    }
}
