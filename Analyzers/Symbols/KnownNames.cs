using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>Names of symbols that are asked for again and again, each made once for as long as the symbol lives.</summary>
internal static class KnownNames
{
    private static readonly ConditionalWeakTable<ISymbol, Names> s_names = new();

    public static string MetadataName(INamedTypeSymbol original) => Of(original).MetadataName ??= FindMetadataName(original);

    public static string DeclarationId(ISymbol original) =>
        Of(original).DeclarationId ??= original.GetDocumentationCommentId() ?? original.ToDisplayString();

    /// <summary><c>System.Collections.Generic</c></summary>
    public static string Namespace(INamespaceSymbol? space) => space is null ? "" : Of(space).Display ??= space.ToDisplayString();

    private static Names Of(ISymbol symbol) => s_names.GetOrCreateValue(symbol);

    private static string FindMetadataName(INamedTypeSymbol original) =>
        original.ContainingType is { } outer ? TypeTraits.MetadataName(outer) + "+" + original.MetadataName
        : original.ContainingNamespace is { IsGlobalNamespace: false } space ? Namespace(space) + "." + original.MetadataName
        : original.MetadataName;

    private sealed class Names
    {
        public string? MetadataName { get; set; }

        public string? DeclarationId { get; set; }

        public string? Display { get; set; }
    }
}
