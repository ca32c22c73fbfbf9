using System.Collections.Immutable;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes.Keys;

/// <summary>MEMO203: returns a copy of an array or list that somebody else has as well.</summary>
internal sealed class CopyResult : Mending
{
    public override ImmutableArray<string> Rules { get; } = [KeyRules.AliasedResult.Id];

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || model.GetDeclaredSymbol(method, cancellation) is not { } symbol)
        {
            yield break;
        }

        var result = symbol is { IsAsync: true, ReturnType: INamedTypeSymbol { TypeArguments: [var awaited] } } ? awaited : symbol.ReturnType;
        var names = Returns.Of(method).SelectMany(Values).Where(value => value is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
            && model.GetTypeInfo(value, cancellation) is { Nullability.FlowState: not NullableFlowState.MaybeNull, Type: { } type } && SymbolEqualityComparer.Default.Equals(type, result)).ToList();
        if (Copies.CanSpread(result) && names.Count > 0)
        {
            yield return new("Return a copy: '[.. …]'", nameof(CopyResult), editor => names.ForEach(name => editor.ReplaceNode(name, (current, _) => Copies.Spread((ExpressionSyntax)current))), method);
        }
    }

    // Each that may be the one that is returned.
    private static IEnumerable<ExpressionSyntax> Values(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Values(inner),
        ConditionalExpressionSyntax choice => Values(choice.WhenTrue).Concat(Values(choice.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => Values(arm.Expression)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Values(coalesce.Right),
        _ => [expression],
    };
}
