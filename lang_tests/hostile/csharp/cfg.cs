// `cfg` and `cfg_attr` in every place: what is left out moves nothing.
using System;
using Hostile;
using Xunit;

public class CfgTests
{
    [Fact]
    public void Fields_and_parameters_that_are_not_there_move_no_other()
    {
        Assert.Equal(321u, Interop.CfgFields(new CfgFields(1, 2, 3)));
        Assert.Equal(57u, Interop.CfgTuple(new CfgTuple(4, 5), "abc"));
    }

    [Fact]
    public void Tags_are_those_of_the_variants_that_are_there()
    {
        Assert.Equal(9u, Interop.CfgShape(new CfgShape.Circle(9)));
        Assert.Equal(1001u, Interop.CfgShape(new CfgShape.Flag(true)));
        Assert.Equal(2307u, Interop.CfgShape(new CfgShape.Sides(7, 300)));
        Assert.Equal(73008u, Interop.CfgShape(new CfgShape.Pair(8, 70000)));
    }

    [Fact]
    public void A_number_has_the_values_that_are_there()
    {
        Assert.Equal(CfgNumber.One, Interop.CfgNumber(CfgNumber.One, new CfgUnion { Large = 0 }));
        Assert.Equal((CfgNumber)4, Interop.CfgNumber(CfgNumber.One, new CfgUnion { Large = 0x10000 }));
    }

    [Fact]
    public void A_callback_gets_what_is_there() =>
        Assert.Equal(305u, Interop.CfgProgress((done, ratio) => done * 100 + (uint)(ratio * 10)));

    [Fact]
    public void A_constructor_by_cfg_attr_makes_objects()
    {
        using (var service = new CfgService(40))
        {
            Assert.Equal(42u, service.Add(2));
            Assert.Equal(40u, service.Add(null));
        }
    }

    [Fact]
    public void Constants_have_their_names_and_values()
    {
        Assert.Equal(7, Interop.CfgFieldsFirst);
        Assert.Equal(2, Interop.CfgCalled[1]);
    }
}
