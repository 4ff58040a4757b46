// Callbacks that a thread of Rust's own calls.
using System;
using System.Linq;
using Hostile;
using Xunit;

public class ThreadsTests
{
    private static void Seven(Func<bool, ulong> call)
    {
        Assert.Equal(7ul, call(false));
        Assert.Equal(7ul, call(true));
    }

    [Fact] public void Ten_bytes() => Seven(on => Interop.TenBytes(on, last => new TenBytes { Numbers = new ByteArray10(Last(10, last)) }));

    [Fact] public void Ten_shorts() => Seven(on => Interop.TenShorts(on, last => new TenShorts { Numbers = new UShortArray10(Last(10, last)) }));

    [Fact] public void Ten_floats() => Seven(on => Interop.TenFloats(on, last => new TenFloats { Numbers = new FloatArray10(Last(10, last)) }));

    [Fact] public void Ten_longs() => Seven(on => Interop.TenLongs(on, last => new TenLongs { Numbers = new ULongArray10(Last(10, last)) }));

    [Fact] public void Ten_or_one() => Seven(on => Interop.TenOrOne(on, one => new TenOrOne { One = one }));

    [Fact] public void Many_are_taken() =>
        Seven(on => Interop.ManyTaken(on, (first, many, letters, last) => many.Numbers[99] + letters.Numbers[10] + last - 2ul * first));

    [Fact] public void Many_are_filled() =>
        Seven(on => Interop.ManyFilled(on, (ref ManyLongs many) => many = new ManyLongs { Numbers = new ULongArray100(Last(100, 7ul)) }));

    private static T[] Last<T>(int length, T last)
    {
        var all = new T[length];
        all[length - 1] = last;
        return all;
    }

#if UNITY
    [Fact]
    public void What_Mono_does_not_return_is_not_there()
    {
        var names = typeof(Interop).GetMethods().Select(method => method.Name).ToArray();
        foreach (string name in new[] { "ElevenBytes", "ElevenShorts", "ElevenFloats", "ElevenLongs", "ManyLongs", "ElevenOrOne" })
        {
            Assert.False(names.Contains(name), name);
        }
    }
#else
    [Fact]
    public void More_than_ten()
    {
        Seven(on => Interop.ElevenBytes(on, last => new ElevenBytes { Numbers = new ByteArray11(Last(11, last)) }));
        Seven(on => Interop.ElevenShorts(on, last => new ElevenShorts { Numbers = new UShortArray11(Last(11, last)) }));
        Seven(on => Interop.ElevenFloats(on, last => new ElevenFloats { Numbers = new FloatArray11(Last(11, last)) }));
        Seven(on => Interop.ElevenLongs(on, last => new ElevenLongs { Numbers = new ULongArray11(Last(11, last)) }));
        Seven(on => Interop.ManyLongs(on, last => new ManyLongs { Numbers = new ULongArray100(Last(100, last)) }));
        Seven(on => Interop.ElevenOrOne(on, one => new ElevenOrOne { One = one }));
    }
#endif
}
