using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>
/// Source generators whose output follows from an attribute alone. Generators do not see each other's output, so what such a
/// member does is known from its attribute, by analyzers and by the generator alike.
/// </summary>
internal static class KnownGenerators
{
    /// <summary>The attribute that a known generator implements the member from; else null.</summary>
    public static AttributeData? Find(IMethodSymbol method)
    {
        var member = method.AssociatedSymbol ?? method;
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && TypeTraits.MetadataName(type) == "System.Text.RegularExpressions.GeneratedRegexAttribute")
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether another generator wrote the body of a partial member: analyzers see it, our generator does not, so it counts as unknown.</summary>
    public static bool IsGenerated(IMethodSymbol implementation) =>
        implementation.IsPartialMember() && implementation.Locations is [{ SourceTree: { } file }, ..] && IsGenerated(file);

    /// <summary>Whether a generator wrote a file: its name tells.</summary>
    public static bool IsGenerated(SyntaxTree file) =>
        file.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || file.FilePath.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase);

    private static bool IsPartialMember(this IMethodSymbol method) =>
        method.PartialDefinitionPart is not null || method.AssociatedSymbol is IPropertySymbol { PartialDefinitionPart: not null };
}
