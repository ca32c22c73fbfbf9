using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes.Editing;

/// <summary>Copies of collections that lose nothing: neither order nor comparer.</summary>
internal static class Copies
{
    /// <summary>Whether <c>[.. x]</c> makes all of it again.</summary>
    public static bool CanSpread(ITypeSymbol type) => type is IArrayTypeSymbol { IsSZArray: true } || Is(type, "List");

    public static ExpressionSyntax Spread(ExpressionSyntax expression) =>
        SyntaxFactory.ParseExpression($"[.. {expression.WithoutTrivia()}]").WithTriviaFrom(expression);

    /// <summary>An expression that copies what a variable holds; null where none is known to make all of it again.</summary>
    public static string? Of(ITypeSymbol type, string name) => CanSpread(type) ? $"[.. {name}]"
        : Is(type, "HashSet") || Is(type, "Dictionary") || Is(type, "SortedDictionary") || Is(type, "SortedSet") ? $"new({name}, {name}.Comparer)"
        : null;

    private static bool Is(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { IsGenericType: true } && type.Name == name && type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic";
}
