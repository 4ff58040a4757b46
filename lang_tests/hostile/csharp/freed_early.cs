// Values that lead to memory which the binding makes for one call: it must be there until what the call returned has been read.
// interop: deadline 60 s
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Hostile;
using Xunit;

public class FreedEarlyTests
{
    // Of small memory, of large memory, and of what goes back to the system at once.
    private static readonly int[] Lengths = { 1, 40, 3000, 70000 };

    private static string Text(int length, char letter) => new string(letter, length - 1) + "é";

    private static ulong Digest(params string[] parts) =>
        parts.SelectMany(part => Encoding.UTF8.GetBytes(part)).Aggregate(0ul, (sum, one) => unchecked((sum * 31) + one));

    // What is said, each time made anew, and the text of it.
    private static IEnumerable<KeyValuePair<Said, string>> Cases(int length)
    {
        Func<Said, string, KeyValuePair<Said, string>> of = (said, text) => new KeyValuePair<Said, string>(said, text);
        string a = Text(length, 'a'), b = Text(length, 'b');
        yield return of(new Said.Nothing(), "");
        yield return of(new Said.Word(a), a);
        yield return of(new Said.Words(new[] { a, b }, 0), a + b);
        yield return of(new Said.Phrase(new Phrase(a, 1)), a);
        yield return of(new Said.Far(new Phrase(b, 2)), b + b);
        yield return of(new Said.Perhaps(a), a);
        yield return of(new Said.Perhaps(null), "");
        yield return of(new Said.Bytes(Encoding.UTF8.GetBytes(b)), b);
    }

    private static void Each(Func<Said, ulong> call, Func<string, string> text)
    {
        foreach (var one in Lengths.SelectMany(Cases)) Assert.Equal(Digest(text(one.Value)), call(one.Key));
    }

    [Fact] public void A_value_holds_what_it_leads_to() => Each(Interop.FreedEarlyByValue, text => text);

    [Fact]
    public void Options_and_other_names_hold_it_too()
    {
        Each(said => Interop.FreedEarlyInOption(said), text => text);
        Each(said => Interop.FreedEarlyTransparent(new Quoted(said)), text => text);
        Assert.Equal(0ul, Interop.FreedEarlyInOption(null));
    }

    [Fact]
    public void Arrays_structs_and_references_hold_it_too()
    {
        Each(said => Interop.FreedEarlyInStruct(new Dialogue(new[] { said, said }, "ü")), text => "ü" + text + text);
        Each(said => Interop.FreedEarlyByReference(new Dialogue(new[] { said, said }, "ü")), text => "ü" + text + text);
    }

    [Fact]
    public void Slices_hold_it_too()
    {
        foreach (int length in Lengths)
        {
            var all = Cases(length).ToArray();
            Assert.Equal(Digest(all.Select(one => one.Value).ToArray()), Interop.FreedEarlyInSlice(all.Select(one => one.Key).ToArray()));
            string title = Text(length, 't');
            var dialogue = new Dialogue(new Said[] { new Said.Word(title), new Said.Nothing() }, title);
            Assert.Equal(unchecked(Digest(title, title) * 32), Interop.FreedEarlyInOptionalSlice(new[] { dialogue, dialogue }));
        }

        Assert.Equal(0ul, Interop.FreedEarlyInOptionalSlice(null));
    }

    [Fact]
    public void Arguments_do_not_free_each_other()
    {
        foreach (int length in Lengths)
        {
            string a = Text(length, 'a'), b = Text(length, 'b'), c = Text(length, 'c');
            Assert.Equal(
                Digest(a, b, c),
                Interop.FreedEarlyTogether(new Said.Word(a), new Said.Phrase(new Phrase(b, 1)), new Said.Perhaps(c)));
        }
    }

    [Fact]
    public void What_comes_back_is_read_before_it_is_freed()
    {
        foreach (int length in Lengths)
        {
            string word = Text(length, 'w');
            var replies = new Reply[]
            {
                new Reply.Nothing(),
                new Reply.Word(word),
                new Reply.Phrase(new Phrase(word, 2)),
                new Reply.Perhaps(word),
                new Reply.Perhaps(null),
                new Reply.Bytes(Encoding.UTF8.GetBytes(word)),
            };
            foreach (var reply in replies) Assert.Equal(reply, Interop.FreedEarlyReturned(reply));
            Assert.Equal(word, Interop.FreedEarlyFound(new Reply.Word(word)));
            Assert.Equal(word, Interop.FreedEarlyFound(new Reply.Phrase(new Phrase(word, 9))));
        }

        Assert.Null(Interop.FreedEarlyFound(new Reply.Nothing()));
    }
}
