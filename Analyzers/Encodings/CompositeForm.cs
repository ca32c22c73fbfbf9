using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>How a type of the framework is taken apart into a fixed number of parts and made again, as expressions of generated code.</summary>
/// <param name="Parts">In order.</param>
internal sealed record CompositeForm(params CompositePart[] Parts)
{
    /// <summary>The value; <c>{type}</c> is its type, <c>{parts}</c> the parts.</summary>
    public string Make { get; init; } = "new {type}({parts})";

    /// <summary>A condition under which a value is more than its parts, and the reason.</summary>
    public (string Condition, string Reason)? Refusal { get; init; }
}

/// <param name="Name">In entries.</param>
/// <param name="Access">The part of <c>value</c>.</param>
/// <param name="Type">The type of the part, for a construction of the type.</param>
internal sealed record CompositePart(string Name, string Access, Func<INamedTypeSymbol, Compilation, ITypeSymbol> Type)
{
    public static CompositePart Of(string name, string access, SpecialType type) => new(name, access, (_, compilation) => compilation.GetSpecialType(type));

    public static CompositePart OfArgument(string name, string access, int argument) => new(name, access, (type, _) => type.TypeArguments[argument]);

    /// <summary>Of a type that takes the same type arguments.</summary>
    public static CompositePart OfGeneric(string name, string access, string metadataName) =>
        new(name, access, (type, compilation) => compilation.GetTypeByMetadataName(metadataName)!.Construct([.. type.TypeArguments]));
}
