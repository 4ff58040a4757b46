// Memory that was checked, and is changed before Rust reads it: arrays are pinned, and Rust copies what it checks; text is copied before.
using System;
using System.Linq;
#if !UNITY
using System.Buffers;
using System.Text;
#endif
using System.Threading;
using Hostile;
using Xunit;

public class ChangedTests
{
    private const uint Sum = 1 + 2 + 100 + 'a' + 1;

#if UNITY
    private static readonly Switch One = new Switch(true, Tone.High, 100, 'a', Tone.Low);
#else
    private static readonly Switch One = new Switch(true, Tone.High, 100, new Rune('a'), Tone.Low);
#endif

    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5000)]
    public void Changed_tones_are_those_that_were_checked(int length)
    {
        var tones = Enumerable.Repeat(Tone.High, length).ToArray();
        Assert.Equal(4u * (uint)length, Interop.ChangedTones(tones, tones, () => Array.Fill(tones, (Tone)0x77)));
        Assert.Equal((Tone)0x77, tones[length - 1]);
    }

    private sealed class Box
    {
        public Letters Letters;
    }

    [Fact]
    public void A_struct_of_numbers_stays_what_it_was_when_it_was_passed()
    {
        var box = new Box { Letters = new Letters(1, 2) };
        Assert.True(Interop.ChangedLetters(box.Letters, () => box.Letters = new Letters(3, 4)));
        Assert.Equal(new Letters(3, 4), box.Letters);
#if !UNITY
        Assert.True(Interop.ChangedLetters(in box.Letters, () => box.Letters = new Letters(1, 2)));
#endif
    }

    [Fact]
    public void A_struct_that_rust_writes_to_is_nobody_elses_until_the_call_is_over()
    {
        var box = new Box { Letters = new Letters(1, 2) };
        uint seen = 0;
        Change change = () => { seen = box.Letters.First; box.Letters = new Letters(3, 4); };
        Assert.True(Interop.ChangedLettersWritten(ref box.Letters, change));
        Assert.Equal(1u, seen);
        Assert.Equal(new Letters(5, 6), box.Letters);
    }

    [Fact]
    public void Changed_structs_are_those_that_were_checked()
    {
        var all = Enumerable.Repeat(One, 40).ToArray();
        Assert.Equal(41u * Sum, Interop.ChangedSwitches(all[0], all, () => Array.Fill(all, default(Switch))));
        Assert.Equal(default(Switch), all[39]);
    }

    [Fact]
    public void Changed_arguments_of_a_bare_function_are_those_that_were_checked()
    {
        var tones = new[] { Tone.Low, Tone.Far };
        var all = new[] { One };
        Assert.Equal(256u + Sum, Interop.ChangedBare(tones, all[0], () => { tones[0] = (Tone)0x77; all[0] = default(Switch); }));
    }

    [Fact]
    public void What_rust_writes_comes_back_when_the_call_is_over_and_after_a_panic()
    {
        var tones = Enumerable.Repeat(Tone.Low, 300).ToArray();
        var all = new[] { One };
        Change change = () => { Array.Fill(tones, (Tone)0x77); all[0] = default(Switch); };
        Assert.Equal(300u + Sum, Interop.ChangedWritten(tones, ref all[0], change, false));
        Assert.All(tones, tone => Assert.Equal(Tone.High, tone));
        Assert.Equal(Tone.High, all[0].Tone);
        Assert.Equal(100, all[0].Id);
        Array.Fill(tones, Tone.Far);
        all[0] = One;
        Assert.ThrowsAny<Exception>(() => Interop.ChangedWritten(tones, ref all[0], change, true));
        Assert.All(tones, tone => Assert.Equal(Tone.High, tone));
        Assert.Equal(100, all[0].Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(100000)]
    public void Changed_texts_are_those_that_were_checked(int length)
    {
        byte[] text = Enumerable.Repeat((byte)'a', length).ToArray(), other = { (byte)'b' };
        Change change = () => { Array.Fill(text, (byte)0xff); other[0] = 0xff; };
        Assert.Equal((uint)length * 'a' + 'b', Interop.ChangedText(text, other, change));
        Assert.Equal(0xff, other[0]);
    }

#if !UNITY
    [Fact]
    public void Whoever_has_given_an_array_back_to_the_pool_changes_no_text()
    {
        byte[] pooled = ArrayPool<byte>.Shared.Rent(1000);
        ArrayPool<byte>.Shared.Return(pooled);
        Assert.Equal(300u * 'a' + 'b', Interop.ChangedText(new string('a', 300), "b", () => Array.Fill(pooled, (byte)0xff)));
    }
#endif

    [Fact]
    public void A_text_that_another_thread_changes_is_the_one_that_was_checked()
    {
        byte[] text = Enumerable.Repeat((byte)'a', 100).ToArray();
        bool isOver = false;
        var writer = new Thread(() =>
        {
            for (byte value = 1; !Volatile.Read(ref isOver); value ^= 3) text[50] = value;
        });
        writer.Start();
        try
        {
            for (int i = 0; i < 20; i++) Assert.True(Interop.ChangedTextMeanwhile(text, 5000));
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            writer.Join();
        }
    }

    [Fact]
    public void A_bare_function_is_given_no_bytes_that_are_no_text()
    {
        Assert.True(Interop.ChangedTextMeanwhile(new byte[] { 0x61, 0xc3, 0xa4 }, 1));
        Assert.Throws<ArgumentException>(() => Interop.ChangedTextMeanwhile(new byte[] { 0x61, 0xff }, 1));
        Assert.Throws<ArgumentException>(() => Interop.ChangedTextMeanwhile(new byte[] { 0xed, 0xa0, 0x80 }, 1));
    }
}
