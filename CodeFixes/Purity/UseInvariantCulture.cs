using System.Collections.Immutable;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Memo.CodeFixes.Purity;

/// <summary>MEMO105 of the culture: formats and parses in the same way everywhere.</summary>
internal sealed class UseInvariantCulture : Mending
{
    public override ImmutableArray<string> Rules { get; } = [PurityRules.Ambient.Id];

    public override Location Place(Diagnostic diagnostic) => Culprit(diagnostic);

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (diagnostic.Severity != DiagnosticSeverity.Info && diagnostic.DefaultSeverity != DiagnosticSeverity.Info && !diagnostic.Properties.ContainsValue("DependsOnCulture"))
        {
            yield break;
        }

        if (node.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } text)
        {
            yield return Of(text, (current, generator) => SyntaxFactory.InvocationExpression(
                SyntaxFactory.ParseExpression("string.Create"), SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList([Invariant(generator), SyntaxFactory.Argument((ExpressionSyntax)current.WithoutTrivia())]))).WithTriviaFrom(current));
        }
        else if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method)
        {
            if (method is { Name: "ToUpper" or "ToLower", Parameters.IsEmpty: true, ContainingType.SpecialType: SpecialType.System_String } && call.Expression is MemberAccessExpressionSyntax access)
            {
                yield return Of(access.Name, (_, _) => SyntaxFactory.IdentifierName(method.Name + "Invariant"));
            }
            else if (Position(method) is { } position && call.ArgumentList.Arguments.All(argument => argument.NameColon is null) && call.ArgumentList.Arguments.Count >= position)
            {
                yield return Of(call.ArgumentList, (current, generator) => current is ArgumentListSyntax list ? list.WithArguments(list.Arguments.Insert(position, Invariant(generator))) : current);
            }
        }

        static Mend Of(SyntaxNode edited, Func<SyntaxNode, SyntaxGenerator, SyntaxNode> edit) => new("Use the invariant culture", nameof(UseInvariantCulture), editor => editor.ReplaceNode(edited, edit), edited);

        ArgumentSyntax Invariant(SyntaxGenerator generator) => SyntaxFactory.Argument((ExpressionSyntax)generator.MemberAccessExpression(
            Imports.NameOf(model.Compilation.GetTypeByMetadataName("System.Globalization.CultureInfo")!, model, node.SpanStart, generator), "InvariantCulture"));
    }

    // Where another overload has the culture among the same parameters.
    private static int? Position(IMethodSymbol method)
    {
        foreach (var overload in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            if (overload.IsStatic == method.IsStatic && overload.TypeParameters.Length == method.TypeParameters.Length && overload.Parameters.Length == method.Parameters.Length + 1)
            {
                for (var i = 0; i < overload.Parameters.Length; i++)
                {
                    if (overload.Parameters[i].Type.Name is "IFormatProvider" or "CultureInfo"
                        && overload.Parameters.RemoveAt(i).Select(parameter => parameter.Type).SequenceEqual(method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default))
                    {
                        return i;
                    }
                }
            }
        }

        return null;
    }
}
