// The same names in two namespaces: each leads to its own, and types of one are used in the other.
using System;
using Xunit;
using Geometry = ReferenceProject.Geometry;
using Printing = ReferenceProject.Printing;

public class NamespacesTests
{
    [Fact]
    public void A_type_is_the_one_of_its_namespace()
    {
        Assert.NotEqual(typeof(Geometry.Point), typeof(Printing.Point));
        Assert.Equal(typeof(byte), Enum.GetUnderlyingType(typeof(Geometry.Unit)));
        Assert.Equal(typeof(short), Enum.GetUnderlyingType(typeof(Printing.Unit)));
    }

    [Fact]
    public void A_function_is_the_one_of_its_namespace()
    {
        var plane = Geometry.Interop.OppositeOf(new Geometry.Point(double.MaxValue, -5e-324));
        Assert.Equal(-double.MaxValue, plane.X);
        Assert.Equal(5e-324, plane.Y);
        var paper = Printing.Interop.OppositeOf(new Printing.Point(0x8001, 0x01020304));
        Assert.Equal((ushort)0x0304, paper.Column);
        Assert.Equal(0x8001, paper.Row);
    }

    [Fact]
    public void A_constant_is_the_one_of_its_namespace()
    {
        const double millimetres = Geometry.Interop.Scale;
        const uint dots = Printing.Interop.Scale;
        Assert.Equal(1000.0, millimetres);
        Assert.Equal(300u, dots);
    }

    [Fact]
    public void An_enum_is_the_one_of_its_namespace()
    {
        Assert.Equal(1, (int)Geometry.Unit.Metre);
        Assert.Equal(2, (int)Geometry.Unit.Millimetre);
        Assert.Equal(-1, (int)Printing.Unit.Dot);
        Assert.Equal(300, (int)Printing.Unit.Line);
        Assert.Equal(Geometry.Unit.Millimetre, Geometry.Interop.OtherUnit(Geometry.Unit.Metre));
        Assert.Equal(Geometry.Unit.Metre, Geometry.Interop.OtherUnit(Geometry.Unit.Millimetre));
        Assert.Equal(Printing.Unit.Line, Printing.Interop.OtherUnit(Printing.Unit.Dot));
        Assert.Equal(Printing.Unit.Dot, Printing.Interop.OtherUnit(Printing.Unit.Line));
    }

    [Fact]
    public void A_value_of_the_other_namespace_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Geometry.Interop.OtherUnit(unchecked((Geometry.Unit)Printing.Unit.Dot)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Printing.Interop.OtherUnit((Printing.Unit)Geometry.Unit.Metre));
    }

    [Fact]
    public void Both_kinds_of_points_are_fields_of_one_struct()
    {
        var turned = Printing.Interop.MappingTurned(new Printing.Mapping(new Geometry.Point(1.5, -1e300), new Printing.Point(1, -2)));
        Assert.Equal(new Geometry.Point(-1.5, 1e300), turned.Plane);
        Assert.Equal(new Printing.Point(65534, 1), turned.Paper);
    }

    [Fact]
    public void A_service_is_in_its_namespace()
    {
        using (var path = new Geometry.Path())
        {
            Assert.False(path.Last().HasValue);
            Assert.Equal(1u, path.To(new Geometry.Point(1, 2)));
            Assert.Equal(2u, path.To(new Geometry.Point(-3, 1e-300)));
            Assert.Equal((Geometry.Point?)new Geometry.Point(-3, 1e-300), path.Last());
        }
    }
}
