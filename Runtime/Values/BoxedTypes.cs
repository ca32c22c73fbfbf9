using System.Numerics;

namespace Memo.Values;

/// <summary>The names that entries have for the types of values in objects. Nothing else is ever read as a type.</summary>
internal static class BoxedTypes
{
    private static readonly (Type Type, string Name)[] s_names =
    [
        (typeof(string), "string"), (typeof(int), "int"), (typeof(double), "double"), (typeof(bool), "bool"), (typeof(long), "long"), (typeof(decimal), "decimal"),
        (typeof(byte), "byte"), (typeof(sbyte), "sbyte"), (typeof(short), "short"), (typeof(ushort), "ushort"), (typeof(uint), "uint"), (typeof(ulong), "ulong"),
        (typeof(Int128), "Int128"), (typeof(UInt128), "UInt128"), (typeof(char), "char"), (typeof(Half), "Half"), (typeof(float), "float"), (typeof(Guid), "Guid"),
        (typeof(DateTime), "DateTime"), (typeof(DateTimeOffset), "DateTimeOffset"), (typeof(TimeSpan), "TimeSpan"), (typeof(DateOnly), "DateOnly"),
        (typeof(TimeOnly), "TimeOnly"), (typeof(BigInteger), "BigInteger"), (typeof(Version), "Version"), (typeof(Uri), "Uri"),
    ];

    /// <summary>The name of a type; null for one that no object is read as.</summary>
    public static string? NameOf(Type type)
    {
        foreach (var (known, name) in s_names)
        {
            if (known == type) return name;
        }
        return null;
    }
}
