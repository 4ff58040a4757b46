// Values that lead to memory of somebody else's: what C# keeps of them is a copy, in every place.
// interop: deadline 60 s
using System;
using System.Collections.Generic;
using System.Linq;
using PropertyInfo = System.Reflection.PropertyInfo;
using Hostile;
using Xunit;

public class BorrowedTests
{
    private static readonly Entry First = new Entry("first", 1), Empty = new Entry("", 2), Third = new Entry("dritter ✓", 3);

    private static string One => string.Concat(Enumerable.Repeat("one", 20));

    private static string Two => string.Concat(Enumerable.Repeat("zwö", 20));

    // What the values led to is overwritten, freed and used again; and everything moves that the collector can move.
    private static void Overwrite(Cupboard cupboard)
    {
        cupboard.Reset();
        cupboard.Dispose();
        for (int i = 0; i < 20; i++)
        {
            using (var other = new Cupboard()) other.Reset();
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static string Told(Action<Told> tell)
    {
        string said = null;
        tell(text => said = text);
        return said;
    }

    [Fact]
    public void What_is_lent_is_copied()
    {
        var cupboard = new Cupboard();
        Entry one = cupboard.Entry(0), maybe = cupboard.EntryOrNone(1), sure = cupboard.EntryOrError(1), first = cupboard.First();
        Found name = cupboard.Found(1), many = cupboard.Many();
        Title title = cupboard.Title(1);
        string[] parts = cupboard.Parts();
        Entry[] entries = cupboard.Entries();
        Assert.Null(cupboard.EntryOrNone(2));
        Assert.Equal(FoundTag.Nothing, cupboard.Found(2).Tag);
        Assert.Equal(Missing.Name, Assert.Throws<MissingException>(() => cupboard.EntryOrError(2)).Error);
        Overwrite(cupboard);
        Assert.Equal(new Entry(One, 0), one);
        Assert.Equal(new Entry(Two, 1), maybe);
        Assert.Equal(new Entry(Two, 1), sure);
        Assert.Equal(First, first);
        Assert.Equal(Two, name.AsName.Value);
        Assert.Equal(Two, title.Value);
        Assert.Equal((Found)new Found.Many(new[] { First, Empty, Third }, 3), many);
        Assert.Equal(new[] { "first", "", "dritter ✓" }, parts);
        Assert.Equal(new[] { First, Empty, Third }, entries);
    }

    [Fact]
    public void What_is_none_is_not_lent()
    {
        using (var cupboard = new Cupboard())
        {
            cupboard.Reset();
            Assert.Null(cupboard.Entries());
            Assert.Null(cupboard.First());
            cupboard.Reset();
        }
    }

    [Fact]
    public void What_a_callback_is_handed_is_copied()
    {
        var cupboard = new Cupboard();
        Entry kept = null, behind = null;
        Found found = null;
        string[] words = null;
        cupboard.Show((entry, all, texts, best, none) =>
        {
            kept = entry;
            found = all;
            words = texts;
            behind = best;
            Assert.Null(none);
        });
        Overwrite(cupboard);
        Assert.Equal(new Entry(One, 0), kept);
        Assert.Equal(new Entry(Two, 1), behind);
        Assert.Equal((Found)new Found.Many(new[] { First, Empty, Third }, 3), found);
        Assert.Equal(new[] { "first", "", "dritter ✓" }, words);
    }

    private static Folder Full(Found found, string title) => new Folder(
        First, new[] { Empty, Third }, Third, Empty, new[] { "a", "ü" }, title, new[] { "x", "", "yz" }, new ushort[] { 1, 65535 }, ulong.MaxValue, found);

    [Fact]
    public void All_that_a_value_leads_to_goes_in()
    {
        Folder full = Full(new Found.Name("näme"), "title");
        string head = "first:1|:2,dritter ✓:3|dritter ✓:3|:2|a,ü|title|x,,yz|1,65535|18446744073709551615|";
        Assert.Equal(head + "näme", Told(told => Interop.BorrowedTell(full, told)));
        Folder many = Full(new Found.Many(new[] { First }, 7), "title");
        Assert.Equal(head + "7 first:1", Told(told => Interop.BorrowedTell(many, told)));
        var least = new Folder(Empty, new Entry[0], First, null, new[] { "", "" }, null, new string[0], new ushort[0], null, new Found.Nothing());
        Assert.Equal(":2||first:1|-|,|-|||-|nothing", Told(told => Interop.BorrowedTell(least, told)));
        Assert.Equal(full, Full(new Found.Name("näme"), "title"));
        Assert.Equal(full.GetHashCode(), Full(new Found.Name("näme"), "title").GetHashCode());
        Assert.NotEqual(full, many);
    }

    [Fact]
    public void Parameters_of_each_kind_go_in()
    {
        var words = new[] { "p", "", "q" };
        var entries = new[] { First, Third };
        var title = new Title("t");
        Assert.Equal("first:1|p,,q|first:1,dritter ✓:3||dritter ✓|t", Told(told => Interop.BorrowedTellAll(First, words, entries, Empty, Third, title, told)));
        Assert.Equal("-|||first|-|", Told(told => Interop.BorrowedTellAll(null, new string[0], new Entry[0], First, null, new Title(""), told)));
        Assert.Throws<ArgumentNullException>(() => Interop.BorrowedTellAll(null, new string[] { null }, entries, First, null, title, t => { }));
        Assert.Throws<ArgumentNullException>(() => Interop.BorrowedTellAll(null, null, entries, First, null, title, t => { }));
        Assert.Throws<ArgumentNullException>(() => Interop.BorrowedTellAll(null, words, new Entry[] { null }, First, null, title, t => { }));
        Assert.Throws<ArgumentNullException>(() => Interop.BorrowedTellAll(null, words, entries, null, null, title, t => { }));
        Assert.Throws<ArgumentException>(() => Interop.BorrowedTell(new Folder(
            First, entries, First, null, new[] { "one" }, null, words, new ushort[0], null, new Found.Nothing()), t => { }));
    }

    [Fact]
    public void References_in_what_references_lead_to_go_in()
    {
        string name = new string('n', 3000);
        Assert.Equal(name + ">b>first", Told(told => Interop.BorrowedTellChain(new Chain(name, new Link("b", First)), told)));
        Assert.Equal("a>b>-", Told(told => Interop.BorrowedTellChain(new Chain("a", new Link("b", null)), told)));
        Assert.Equal("a>->-", Told(told => Interop.BorrowedTellChain(new Chain("a", null), told)));
    }

    [Fact]
    public void Results_that_lead_into_arguments_are_copied_before_those_move()
    {
        string text = new string('a', 300), longer = new string('b', 5000);
        var numbers = Enumerable.Range(0, 3000).Select(i => (ushort)i).ToArray();
#if UNITY
        const int Times = 5; // The collector runs at each allocation.
#else
        const int Times = 200;
#endif
        for (int i = 0; i < Times; i++)
        {
            Assert.Equal(longer, Interop.BorrowedLonger(text, longer));
            Assert.Equal("half", Interop.BorrowedHalves("other half").Name);
            Assert.Equal(numbers.Skip(7).ToArray(), Interop.BorrowedTail(numbers, 7));
        }
    }

    [Fact]
    public void No_public_type_has_an_address()
    {
        var bindings = typeof(Interop).Assembly.GetTypes().Where(type => type.Namespace == "Hostile" && type.IsPublic);
        foreach (Type type in bindings)
        {
            Assert.False(type.Name.StartsWith("FfiSlice") || type.Name.StartsWith("FfiStr") || type.Name.EndsWith("Raw"), type.Name);
        }

        foreach (Type type in new[] { typeof(Entry), typeof(Folder), typeof(Found), typeof(Chain), typeof(Title) })
        {
            foreach (PropertyInfo property in type.GetProperties())
            {
                Assert.False(property.PropertyType == typeof(IntPtr) || property.PropertyType.IsPointer, property.Name);
            }
        }
    }
}
