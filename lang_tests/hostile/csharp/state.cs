// What a callback can do to the object whose method called it.
using System;
using Hostile;
using Xunit;

public class StateTests
{
    private static ulong Alive() => (ulong)Native.live_objects();

    [Fact]
    public void A_callback_cannot_change_what_the_call_will_lend()
    {
        using (var gate = new Gate())
        {
            uint[] words = gate.View(() => Assert.Throws<BusyException>(() => gate.Reset(2)));
            Assert.Equal(1000, words.Length);
            Assert.Equal(1u, words[999]);
            Assert.Equal(1000, gate.ViewMut(() => Assert.Throws<BusyException>(() => gate.Reset(2))).Length);
            gate.Reset(2); // nothing is lent any more
            Assert.Equal(2000, gate.View(() => { }).Length);
        }
    }

    [Fact]
    public void A_call_within_a_lending_call_lends_on_its_own()
    {
        using (var gate = new Gate())
        {
            int inner = 0;
            Assert.Equal(1000, gate.View(() => inner = gate.View(() => { }).Length).Length);
            Assert.Equal(1000, inner);
            gate.Reset(2);
        }
    }

    [Fact]
    public void A_panic_after_the_callback_leaves_the_object_free()
    {
        using (var gate = new Gate())
        {
            Assert.Throws<PanicException>(() => gate.Fails(() => Assert.Throws<BusyException>(() => gate.Reset(2))));
            gate.Reset(2);
        }
    }

    [Fact]
    public void Disposing_during_a_lending_call_frees_after_it()
    {
        ulong before = Alive();
        var gate = new Gate();
        Assert.Equal(1000, gate.View(() => gate.Dispose()).Length);
        Assert.Equal(before, Alive());
        Assert.Throws<ObjectDisposedException>(() => gate.Reset(2));
        var another = new Gate();
        Assert.Equal(1000, another.ViewMut(() => another.Dispose()).Length);
        Assert.Equal(before, Alive());
        var third = new Gate();
        Assert.Throws<PanicException>(() => third.Fails(() => third.Dispose()));
        Assert.Equal(before, Alive());
    }
}
