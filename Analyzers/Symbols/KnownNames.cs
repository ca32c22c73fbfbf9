using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>Names of symbols that are asked for again and again, each made once.</summary>
internal static class KnownNames
{
    private static readonly SymbolTable<string> s_metadataNames = new(static type => FindMetadataName((INamedTypeSymbol)type));
    private static readonly SymbolTable<string> s_declarationIds = new(static symbol => symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString());
    private static readonly SymbolTable<string> s_namespaces = new(static space => space.ToDisplayString());

    public static string MetadataName(INamedTypeSymbol original) => s_metadataNames.Of(original);

    public static string DeclarationId(ISymbol original) => s_declarationIds.Of(original);

    /// <summary><c>System.Collections.Generic</c></summary>
    public static string Namespace(INamespaceSymbol? space) => space is null ? "" : s_namespaces.Of(space);

    private static string FindMetadataName(INamedTypeSymbol original) =>
        original.ContainingType is { } outer ? TypeTraits.MetadataName(outer) + "+" + original.MetadataName
        : original.ContainingNamespace is { IsGlobalNamespace: false } space ? Namespace(space) + "." + original.MetadataName
        : original.MetadataName;
}
