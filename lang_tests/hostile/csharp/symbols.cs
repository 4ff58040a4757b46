// Functions that are called as those of the system, of another library, or of Interoptopus itself.
using Hostile;
using Xunit;

public class SymbolsTests
{
    [Fact]
    public void Names_of_the_system_are_behind_that_of_the_library()
    {
        Assert.Equal(101u, Interop.Close(1));
        Assert.Equal(102u, Interop.Write(1));
        Assert.Equal(103ul, Interop.Free(1));
        Assert.Equal(104ul, Interop.Memcpy(1));
        Assert.Equal(105.0, Interop.Remainder(1.0));
        Assert.Equal(106u, Interop.Index(1));
        Assert.Equal(5000u, Interop.OpenAndClose(5000));
    }

    [Fact]
    public void Names_of_interoptopus_are_behind_a_prefix()
    {
        Assert.Equal(106u, Interop.LastError());
        Assert.Equal(107u, Interop.ApiGuard());
        Assert.Equal(108u, Interop.Release());
        Assert.Equal(109u, Interop.Destroy());
    }

    [Fact] public void A_symbol_that_is_no_identifier_is_called_by_name() => Assert.Equal(110u, Interop.GivenByHand());

    [Fact]
    public void Methods_may_be_called_as_what_services_have()
    {
        using (var door = new Lock())
        {
            Assert.Equal(111u, door.Release());
            Assert.Equal(112u, door.Destroy());
            Assert.Equal(113u, door.LastError());
        }
    }
}
