using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Catalog;

/// <summary>What programs can call in the framework's reference assemblies.</summary>
internal static class FrameworkMembers
{
    public static CSharpCompilation Compilation { get; } = CSharpCompilation.Create("Framework", references: Net100.References.All);

    public static IReadOnlyList<INamedTypeSymbol> Types { get; } =
        [.. Compilation.References.Select(Compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().SelectMany(assembly => TypesIn(assembly.GlobalNamespace))];

    /// <summary>
    /// Methods, constructors, accessors and fields. Not delegates, whose invocation is an edge; not constants and enum members, which are values.
    /// </summary>
    public static IReadOnlyList<ISymbol> All { get; } =
        [.. Types.Where(type => type.TypeKind is not (TypeKind.Delegate or TypeKind.Enum)).SelectMany(type => type.GetMembers()).Where(IsCallable)];

    public static string Id(ISymbol symbol) => symbol.GetDocumentationCommentId()!;

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                if (!IsOpen(type)) continue;
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in TypesIn(inner)) yield return nested;
            }
        }
    }

    private static bool IsCallable(ISymbol member) => IsOpen(member) && member switch
    {
        IMethodSymbol => true,
        IFieldSymbol field => !field.IsConst,
        _ => false,
    };

    private static bool IsOpen(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
