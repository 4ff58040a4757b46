// Fragments of the author's macros, each of which is one operand.
using System;
using Hostile;
using Xunit;

public class FragmentsTests
{
    [Fact]
    public void Constants_keep_their_value()
    {
        Assert.Equal(6u, Interop.ScaleScaled);
        Assert.Equal(20, Interop.ScaleNegative);
        Assert.Equal(252u, Interop.ScaleMasked);
        Assert.Equal(uint.MaxValue, Interop.ScaleLargest);
        Assert.Equal(7u, Interop.FragmentsLeft);
        Assert.Equal(3u, Interop.ScaleMany[5]);
    }

    [Fact]
    public void Arrays_and_discriminants_keep_their_value()
    {
        var items = new FragmentItems(new UShortArray6(), 1);
        Assert.Equal(6, (int)Interop.FragmentItems(items));
        Assert.Equal(7, Interop.FragmentKind(FragmentKind.Next));
        Assert.Equal(6, (int)Interop.FragmentShape(new FragmentShape.Sized(new ByteArray6())));
        Assert.Equal(0, (int)Interop.FragmentShape(new FragmentShape.Nothing()));
    }

    [Fact]
    public void Types_of_parameters_and_results_are_what_they_stand_for()
    {
        Assert.Equal(143u, Interop.FragmentSum(new uint[] { 3, 40 }, new Scale(100)));
        Assert.Equal(43u, Interop.FragmentSum(new uint[] { 3, 40 }, null));
        Assert.Equal(3, (int)Interop.FragmentText("abc"));
        Assert.Equal(9, Interop.FragmentCalled());
    }

    [Fact]
    public void A_service_keeps_its_value()
    {
        using (var service = new FragmentService())
        {
            Assert.Equal(6u, service.Most());
            Assert.Equal(9u, service.First(new uint[] { 9 }));
            Assert.Equal(6u, service.First(new uint[0]));
        }
    }
}
