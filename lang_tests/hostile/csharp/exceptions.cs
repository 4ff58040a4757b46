// Exceptions of callbacks, thrown while Rust makes an object or lends from one.
using System;
using Hostile;
using Xunit;

public class ExceptionsTests
{
    private static readonly InvalidOperationException Mine = new InvalidOperationException("mine");

    private static readonly Raise Throw = () => throw Mine;

    private static readonly Raise Nothing = () => { };

    private static ulong Alive() => (ulong)Native.live_objects();

    private static void Throws(Action call) => Assert.Same(Mine, Assert.Throws<InvalidOperationException>(call));

    [Fact]
    public void An_exception_frees_what_the_call_made()
    {
        ulong before = Alive();
        using (Maker maker = Maker.Named("a name", Nothing))
        using (Maker nameless = new Maker(Nothing))
        {
            Throws(() => new Maker(Throw));
            Throws(() => Maker.Named("another", Throw));
            Throws(() => Maker.Named("", Throw));
            Throws(() => maker.Sibling(Throw));
            Throws(() => maker.TrySibling(Throw));
            Throws(() => nameless.TrySibling(Throw));
            Assert.Equal(before + 2, Alive());
            maker.TrySibling(Nothing).Dispose();
            Assert.Equal(Refused.Unwanted, Assert.Throws<RefusedException>(() => nameless.TrySibling(Nothing)).Error);
            maker.Sibling(Nothing).Dispose();
        }

        Assert.Equal(before, Alive());
    }

    [Fact]
    public void An_exception_gives_back_what_the_call_lent()
    {
        ulong before = Alive();
        using (Maker maker = Maker.Named("a name", Nothing))
        using (Maker nameless = new Maker(Nothing))
        {
            foreach (Maker one in new[] { maker, nameless })
            {
                Throws(() => one.Lent(Throw));
                one.Rename(one.Lent(Nothing));
                Throws(() => one.LentOrNone(Throw));
                one.Rename(one.LentOrNone(Nothing) ?? "");
                Throws(() => one.LentBytes(Throw));
                Throws(() => one.Len(Throw));
                one.Rename(one == maker ? "a name" : "");
            }

            Throws(() => maker.LentOption(Throw));
            maker.Rename(maker.LentOption(Nothing));
            Assert.Equal("a name", maker.Lent(Nothing));
            Assert.Equal(6, maker.LentBytes(Nothing).Length);
            Assert.Throws<RefusedException>(() => nameless.LentBytes(Nothing));
            nameless.Rename("");
        }

        Assert.Equal(before, Alive());
    }
}
