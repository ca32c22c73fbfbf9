using System.Collections.Immutable;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes.Purity;

/// <summary>MEMO102: a static field that nobody assigns after its initialization says so.</summary>
internal sealed class MakeReadonly : Mending
{
    public override ImmutableArray<string> Rules { get; } = [PurityRules.ReadsStatic.Id];

    // The analyzer gives the declaration of a field whose type alone makes it mutable no more once it is readonly.
    public override Location Place(Diagnostic diagnostic) => diagnostic.AdditionalLocations is [_, _, var declared] ? declared : Location.None;

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { Declaration.Variables: [var variable] } field && model.GetDeclaredSymbol(variable, cancellation) is IFieldSymbol symbol
            && !IsAssigned(symbol, model.Compilation, cancellation))
        {
            yield return new($"Make '{symbol.Name}' readonly", nameof(MakeReadonly), editor => editor.ReplaceNode(field, (current, generator) => Mark((FieldDeclarationSyntax)current)), field);
        }
    }

    private static FieldDeclarationSyntax Mark(FieldDeclarationSyntax field) =>
        field.AddModifiers(SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space));

    private static bool IsAssigned(IFieldSymbol field, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var name in tree.GetRoot(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == field.Name))
            {
                var model = compilation.GetSemanticModel(tree);
                if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, field) && MayBeWritten(name)
                    && model.GetEnclosingSymbol(name.SpanStart, cancellation) is not IMethodSymbol { MethodKind: MethodKind.StaticConstructor })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MayBeWritten(IdentifierNameSyntax name)
    {
        ExpressionSyntax place = name;
        while (place.Parent is MemberAccessExpressionSyntax access && access.Name == place || place.Parent is ParenthesizedExpressionSyntax)
        {
            place = (ExpressionSyntax)place.Parent;
        }

        return place.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == place,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax or TupleExpressionSyntax => true,
            ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 } => true,
            ArgumentSyntax { Parent: TupleExpressionSyntax } => true,
            _ => false,
        };
    }
}
