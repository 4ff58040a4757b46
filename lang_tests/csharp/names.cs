// Names that are keywords, or taken, somewhere: C# has its own spelling of each, and they lead where they say.
using System;
using ReferenceProject;
using Xunit;

public class NamesTests
{
    [Fact]
    public void Each_parameter_arrives_whatever_it_is_called()
    {
        ulong digest = Interop.Lambda(
            @ref: 255, @params: -128, @class: 65535, def: short.MinValue, @namespace: uint.MaxValue, template: int.MinValue,
            @true: ulong.MaxValue, @float: -float.MaxValue, errno: 1, lib: 2, ffi: 3, status: 4, value: 5, result: 6);
        Assert.Equal(
            Digest.Of(255, -128, 65535, short.MinValue, uint.MaxValue, int.MinValue, ulong.MaxValue, -float.MaxValue, 1, 2, 3, 4, 5, 6),
            digest);
    }

    [Fact]
    public void Keywords_of_other_languages_are_functions()
    {
        Assert.Equal(0u, Interop.Pass(from: uint.MaxValue));
        Assert.Equal(0x89ABCDF0u, Interop.Pass(0x89ABCDEF));
        Assert.Equal(uint.MaxValue, Interop.TemplateOf(0));
        Assert.Equal(0x7FFFFFFFu, Interop.TemplateOf(0x80000000));
    }

    [Fact]
    public void A_function_that_c_has_too_is_the_renamed_one()
    {
        Assert.Equal(0ul, Bits.Of(Interop.NaturalLog(1)));
        Assert.Equal(double.NegativeInfinity, Interop.NaturalLog(0));
        Assert.Equal(1, Interop.NaturalLog(Math.E), 1e-15);
        Assert.True(double.IsNaN(Interop.NaturalLog(-1)));
    }

    [Fact]
    public void Each_field_arrives_whatever_it_is_called()
    {
        var k = Interop.KeywordsInverted(new Keywords
        {
            Int = 1, Class = -2, Try = 3, Lambda = 0x0405, In = -6, Namespace = 7, Template = -8, Register = 9,
            Def = long.MinValue, Event = 11, Value = -12, Errno = 13, Str = 14, None = 15,
        });
        Assert.Equal((byte)254, k.Int);
        Assert.Equal((sbyte)1, k.Class);
        Assert.Equal((byte)252, k.Try);
        Assert.Equal((ushort)0xFBFA, k.Lambda);
        Assert.Equal((short)5, k.In);
        Assert.Equal(uint.MaxValue - 7, k.Namespace);
        Assert.Equal(7, k.Template);
        Assert.Equal(ulong.MaxValue - 9, k.Register);
        Assert.Equal(long.MaxValue, k.Def);
        Assert.Equal(-11f, k.Event);
        Assert.Equal(12.0, k.Value);
        Assert.Equal((byte)242, k.Errno);
        Assert.Equal((byte)241, k.Str);
        Assert.Equal((byte)240, k.None);
    }

    [Fact]
    public void Each_variant_has_its_value()
    {
        var all = new[] { Noun.None, Noun.True, Noun.NULL, Noun.Class, Noun.Lambda, Noun.Name, Noun.ToString, Noun.Mro };
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(1 << i, (int)all[i]);
            Assert.Equal(all[(i + 1) % 8], Interop.NounAfter(all[i]));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NounAfter(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interop.NounAfter((Noun)3)); // no combination of others
    }

    [Fact]
    public void A_struct_may_be_called_as_a_type_of_the_language()
    {
        var back = Interop.ObjectExchanged(new ReferenceProject.Object(0xFEDCBA98, 1));
        Assert.Equal(1u, back.String);
        Assert.Equal(0xFEDCBA98, back.Decimal);
    }

    [Fact]
    public void Renamed_items_have_their_new_names()
    {
        Assert.Equal(0u, Interop.RenamedAfter(new Renamed(uint.MaxValue)).Number);
        Assert.Equal((byte)42, Interop.Answer);
    }

    [Fact]
    public void Methods_may_be_called_as_keywords_and_as_what_frees_others()
    {
        using (var open = new Door(true))
        using (var closed = new Door(false))
        {
            Assert.False(open.As(closed));
            Assert.True(open.Is(@this: true));
            Assert.True(open.Close());
            Assert.False(open.Close()); // which has not freed it
            Assert.True(open.As(closed));
            Assert.False(open.Is(true));
        }
    }
}
