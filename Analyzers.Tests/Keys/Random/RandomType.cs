using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace Memo.Analyzers.Tests.Keys.Random;

/// <summary>Whether a program can tell one object that is there twice from two equal ones.</summary>
internal enum Sharing
{
    Hidden,
    Seen,

    /// <summary>It depends on what is in it.</summary>
    Open,
}

/// <summary>A value as it stands in a program, and what it is: two of one type have the same meaning exactly if no program can tell them apart.</summary>
internal sealed record RandomValue(string Expression, string Meaning);

/// <summary>A type with some of its values, which are often equal and else nearly so.</summary>
/// <param name="Name">As it stands in a program.</param>
/// <param name="Declarations">The types of the program's own that it is made of, by name.</param>
/// <param name="Values">Each time it is drawn, another value.</param>
/// <param name="Shared">What can be told of one object that is there twice.</param>
internal sealed record RandomType(string Name, IReadOnlyDictionary<string, string> Declarations, Gen<RandomValue> Values, Sharing Shared)
{
    public bool IsStruct { get; init; }

    public bool IsNullable { get; init; }

    /// <param name="name">As it stands in a program.</param>
    /// <param name="values">Expressions, of which no two are equal.</param>
    public static RandomType Leaf(string name, params string[] values) =>
        new(name, new Dictionary<string, string>(), Gen.Int[0, values.Length - 1].Select(i => new RandomValue(values[i], values[i])), Sharing.Hidden) { IsStruct = name != "string" };

    /// <summary>A type made of others.</summary>
    /// <param name="parts">What it is made of.</param>
    /// <param name="name">As it stands in a program.</param>
    /// <param name="values">Draws from it.</param>
    /// <param name="shared">What can be told of one object of it that is there twice.</param>
    /// <param name="declaration">How the program declares it, if it is the program's own.</param>
    public static RandomType Of(RandomType[] parts, string name, Gen<RandomValue> values, Sharing shared, string? declaration = null)
    {
        var declarations = parts.SelectMany(part => part.Declarations).DistinctBy(part => part.Key).ToDictionary();
        if (declaration is not null) declarations[name] = declaration;
        return new(name, declarations, values, shared);
    }

    /// <summary>A name for a type of the program's own: for one declaration the same one.</summary>
    public static string NameFor(string kind, IEnumerable<RandomType> parts) =>
        kind + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts.Select(part => part.Name)))), 0, 5);
}
