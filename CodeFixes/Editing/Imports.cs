using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Memo.CodeFixes.Editing;

/// <summary>The usings that make the types that an edit names short.</summary>
internal static class Imports
{
    /// <summary>The name of a type, which is to be as short as a using makes it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="model">Of the file in which the name will stand.</param>
    /// <param name="position">Where, more or less.</param>
    /// <param name="generator">Of the language.</param>
    public static SyntaxNode NameOf(ITypeSymbol type, SemanticModel model, int position, SyntaxGenerator generator) =>
        Named(type).All(each => model.LookupNamespacesAndTypes(position, name: each.Name).Any(found => SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, each)))
            ? generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.Annotation)
            : generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);

    private static IEnumerable<INamedTypeSymbol> Named(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Named(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Named).Concat(HasOwnSyntax(named) ? [] : [Outermost(named)]),
        _ => [],
    };

    // int, int?, (int, int)
    private static bool HasOwnSyntax(INamedTypeSymbol type) => type.IsTupleType
        || type.OriginalDefinition.SpecialType is SpecialType.System_Object or (>= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr) or SpecialType.System_Nullable_T;

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) => type.ContainingType is { } outer ? Outermost(outer) : type.OriginalDefinition;

    /// <summary>Adds those that <see cref="NameOf"/> asks for.</summary>
    public static async Task<Solution> AddAsync(Solution solution, IEnumerable<DocumentId> documents, CancellationToken cancellation)
    {
        foreach (var id in documents)
        {
            var added = await ImportAdder.AddImportsAsync(solution.GetDocument(id)!, Simplifier.AddImportsAnnotation, cancellationToken: cancellation).ConfigureAwait(false);
            solution = added.Project.Solution;
        }

        return solution;
    }
}
