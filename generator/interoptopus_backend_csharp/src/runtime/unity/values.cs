/// <summary>What classes that are compared by value need.</summary>
internal static class FfiValues
{
    /// <summary>Whether both are equal, if they are arrays by their elements.</summary>
    internal static bool Same(object one, object other)
    {
        return StructuralComparisons.StructuralEqualityComparer.Equals(one, other);
    }

    internal static int Hash(object value)
    {
        return value == null ? 0 : StructuralComparisons.StructuralEqualityComparer.GetHashCode(value);
    }
}
