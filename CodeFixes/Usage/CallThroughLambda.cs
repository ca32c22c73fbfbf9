using System.Collections.Immutable;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes.Usage;

/// <summary>MEMO302: a delegate that is made of the method itself, <c>Select(Load)</c>, becomes one that calls it, <c>Select(path =&gt; Load(path))</c>.</summary>
internal sealed class CallThroughLambda : Mending
{
    public override ImmutableArray<string> Rules { get; } = [UsageRules.NotThroughCache.Id];

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var group = node.FirstAncestorOrSelf<ExpressionSyntax>();
        while (group?.Parent is MemberAccessExpressionSyntax access && access.Name == group)
        {
            group = access;
        }

        if (group is null || group.Parent is InvocationExpressionSyntax call && call.Expression == group
            || model.GetSymbolInfo(group, cancellation).Symbol is not IMethodSymbol method
            || model.GetTypeInfo(group, cancellation).ConvertedType is not INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke }
            || invoke.Parameters.Any(parameter => parameter.RefKind != RefKind.None) || invoke.Parameters.Length > method.Parameters.Length)
        {
            yield break;
        }

        var taken = new HashSet<string>(model.LookupSymbols(group.SpanStart).Where(symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol).Select(symbol => symbol.Name), StringComparer.Ordinal);
        var names = method.Parameters.Take(invoke.Parameters.Length).Select(parameter => Free(parameter.Name)).ToList();
        var arguments = SyntaxFactory.SeparatedList(names.Select(name => SyntaxFactory.Argument(SyntaxFactory.IdentifierName(name))));
        var body = SyntaxFactory.InvocationExpression(group.WithoutTrivia(), SyntaxFactory.ArgumentList(arguments));
        var parameters = names.Select(name => SyntaxFactory.Parameter(SyntaxFactory.Identifier(name))).ToList();
        LambdaExpressionSyntax lambda = parameters is [var only]
            ? SyntaxFactory.SimpleLambdaExpression(only, body)
            : SyntaxFactory.ParenthesizedLambdaExpression(SyntaxFactory.ParameterList(SyntaxFactory.SeparatedList(parameters)), body);
        var text = lambda.NormalizeWhitespace();
        yield return new($"Call it through a lambda: {text}", nameof(CallThroughLambda), editor => editor.ReplaceNode(group, text.WithTriviaFrom(group)), group);

        string Free(string name)
        {
            while (!taken.Add(name))
            {
                name += "1";
            }

            return SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
        }
    }
}
