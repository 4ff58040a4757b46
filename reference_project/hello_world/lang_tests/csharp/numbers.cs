// Points and means, in C#.
using HelloWorld;
using Xunit;

public class NumbersTests
{
    [Fact] public void A_distance_is_that_of_pythagoras() => Assert.Equal(5f, Interop.Distance(new Vec2(1, 1), new Vec2(4, 5)));

    [Fact]
    public void Nothing_has_no_mean()
    {
        Assert.Equal((double?)3, Interop.Mean(new double[] { 1, 2, 6 }));
        Assert.False(Interop.Mean(new double[0]).HasValue);
    }
}
