// What methods and functions return that leads to memory.
// interop: deadline 60 s
using System;
using Hostile;
using Xunit;

public class LoansTests
{
    private static ulong Alive() => (ulong)Native.live_objects();

    /// Calls `lend`, after which nothing is lent: then the object can change.
    private static void Released(Lender lender, Action lend)
    {
        lend();
        lender.Add(7);
    }

    [Fact]
    public void Nones_and_errors_lend_nothing()
    {
        ulong before = Alive();
        foreach (Action<Lender> lend in new Action<Lender>[]
        {
            lender => lender.Flagged(), lender => lender.Label(), lender => Assert.Null(lender.Name()), lender => Assert.Null(lender.CName()),
            lender => Assert.False(lender.First().HasValue), lender => Assert.Null(lender.All(false)), lender => Assert.Null(lender.AllMut()),
            lender => Assert.Equal(LoanError.Nothing, Assert.Throws<LoanErrorException>(() => lender.All(true)).Error),
        })
        {
            using (var lender = new Lender(0)) Released(lender, () => lend(lender));
        }

        Assert.Equal(before, Alive());
    }

    [Fact]
    public void What_is_lent_is_given_back()
    {
        ulong before = Alive();
        using (var lender = new Lender(3))
        {
            Released(lender, () => lender.Flagged());
            Released(lender, () => lender.Label());
            Released(lender, () => Assert.Equal("lender", lender.Name()));
            Released(lender, () => Assert.Equal("lender", lender.CName()));
            Released(lender, () => Assert.Equal((uint?)0u, lender.First()));
            Released(lender, () => Assert.Equal(8, lender.All(false).Length));
            Released(lender, () => Assert.Equal(9, lender.AllMut().Length));
            Released(lender, () => lender.Shelf());
        }

        using (var lender = new Lender(0)) Released(lender, () => lender.Shelf());
        Assert.Equal(before, Alive());
    }

    [Fact]
    public void What_borrows_nothing_is_not_lent_however_it_is_written()
    {
        ulong before = Alive();
        using (var lender = new Lender(2))
        {
            lender.NothingOrError(false);
            Assert.Throws<LoanErrorException>(() => lender.NothingOrError(true));
            using (var lease = new FfiLease(lender.handle))
            {
                Native.hostile_lender_name(lease.Pointer); // Lent to somebody else for all that time.
            }

            foreach (bool some in new[] { false, true })
            {
                uint? number = some ? 1u : (uint?)null;
                Assert.Equal(number, lender.Portion(some));
                Assert.Equal(number, lender.Counted(some));
                Assert.Equal(number, lender.Maybe(some));
                Assert.Equal(number, lender.MaybeHere(some, false));
                lender.Address(some);
                lender.AddressOrNone(some);
            }

            Assert.Throws<LoanErrorException>(() => lender.MaybeHere(true, true));
            lender.Nothing();
            Assert.Equal(3u, lender.Number() + 1);
            using (var child = lender.Child()) child.Add(1);
            using (var lease = new FfiLease(lender.handle))
            {
                Assert.Equal(0, (int)Native.hostile_lender_release(lease.Pointer)); // Each gives back only what it lent.
                Assert.Equal(-4, (int)Native.hostile_lender_release(lease.Pointer));
            }

            lender.Add(1);
        }

        Assert.Equal(before, Alive());
    }

    [Fact]
    public void Some_of_an_empty_text_or_slice_is_some()
    {
        using (var lender = new Lender(1))
        {
            Released(lender, () => Assert.Equal("", lender.TextOf(new Label("", 0))));
            Released(lender, () => Assert.Equal("ab", lender.TextOf(new Label("ab", 0))));
            Released(lender, () => Assert.Equal(new uint[0], lender.WordsOf(new Words(new uint[0]))));
            Released(lender, () => Assert.Equal(new uint[] { 1, 2 }, lender.WordsOf(new Words(new uint[] { 1, 2 }))));
        }
    }

    [Fact]
    public void What_is_an_argument_s_own_is_copied_in_time()
    {
        using (var lender = new Lender(2))
        {
            Released(lender, () => Assert.Equal("ab", lender.Echo("abc")));
            Assert.Equal("d", Interop.LoansBesideAService(lender, "abcd"));
            lender.Add(7);
        }

#if UNITY
        const int Longest = 60; // The collector runs at each allocation.
#else
        const int Longest = 2000;
#endif
        for (int k = 0; k < Longest; k++)
        {
            string text = "ä" + new string((char)('a' + k % 26), k);
            Assert.Equal(text.Substring(1), Interop.LoansRestOfText(text));
            var words = new uint[k % 50 + 1];
            for (int i = 0; i < words.Length; i++) words[i] = (uint)(i * k);
            var rest = new uint[words.Length - 1];
            Array.Copy(words, 1, rest, 0, rest.Length);
            Assert.Equal(rest, Interop.LoansRestOfWords(words));
        }

        Assert.Null(Interop.LoansRestOfWords(new uint[0]));
        ulong one = 1, two = ulong.MaxValue;
        Assert.Equal(ulong.MaxValue, Interop.LoansGreater(one, two));
    }
}
