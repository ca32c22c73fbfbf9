using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.Analyzers.Encodings;

/// <summary>Primary constructors keep the parameters that members use in hidden fields: state that no symbol shows.</summary>
internal static class PrimaryConstructor
{
    /// <summary>The parameters that a type keeps, in their order; of a construction, with the types that they have there.</summary>
    public static IEnumerable<IParameterSymbol> Captured(INamedTypeSymbol type, Func<SyntaxTree, SemanticModel> model)
    {
        foreach (var kept in CapturedByDefinition(type.OriginalDefinition, model))
        {
            yield return SymbolEqualityComparer.Default.Equals(type, type.OriginalDefinition) ? kept
                : type.InstanceConstructors.Single(constructor => SymbolEqualityComparer.Default.Equals(constructor.OriginalDefinition, kept.ContainingSymbol)).Parameters[kept.Ordinal];
        }
    }

    private static IEnumerable<IParameterSymbol> CapturedByDefinition(INamedTypeSymbol type, Func<SyntaxTree, SemanticModel> model)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not TypeDeclarationSyntax { ParameterList: not null })
            {
                continue;
            }

            foreach (var parameter in constructor.Parameters)
            {
                if (type.DeclaringSyntaxReferences.Any(part => IsUsed(parameter, (TypeDeclarationSyntax)part.GetSyntax(), model)))
                {
                    yield return parameter;
                }
            }
        }
    }

    private static bool IsUsed(IParameterSymbol parameter, TypeDeclarationSyntax part, Func<SyntaxTree, SemanticModel> model) =>
        part.Members.SelectMany(Bodies).OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == parameter.Name
            && SymbolEqualityComparer.Default.Equals(model(part.SyntaxTree).GetSymbolInfo(name).Symbol, parameter));

    // Initializers run inside of the constructor and see the parameter itself.
    private static IEnumerable<SyntaxNode> Bodies(MemberDeclarationSyntax member) => member switch
    {
        BaseFieldDeclarationSyntax or BaseTypeDeclarationSyntax => [],
        PropertyDeclarationSyntax property => (property.AccessorList?.DescendantNodes() ?? []).Concat(property.ExpressionBody?.DescendantNodes() ?? []),
        _ => member.DescendantNodes(),
    };
}
