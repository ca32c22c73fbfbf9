using System.Collections.Immutable;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Memo.CodeFixes.Purity;

/// <summary>MEMO106: a method that changes a collection which it is given works on a copy of its own.</summary>
internal sealed class CopyFirst : Mending
{
    public override ImmutableArray<string> Rules { get; } = [PurityRules.Mutates.Id];

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (diagnostic.Properties.TryGetValue(Finding.ParameterProperty, out var name) && AttributeInsertion.MemoizedMethod(node, model, cancellation) is { } method
            && model.GetDeclaredSymbol(method, cancellation) is { ReturnsVoid: false } symbol && (method.ExpressionBody is null || !symbol.ReturnsByRef)
            && symbol.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { RefKind: RefKind.None } changed
            && Copies.Of(changed.Type, Escaped(changed.Name)) is { } copy)
        {
            var statement = SyntaxFactory.ParseStatement($"{Escaped(changed.Name)} = {copy};").WithAdditionalAnnotations(Formatter.Annotation);
            yield return new($"Copy '{changed.Name}' first", nameof(CopyFirst), editor => editor.ReplaceNode(method, (current, _) => Begin((MethodDeclarationSyntax)current, statement)), (method, changed.Name));
        }
    }

    private static MethodDeclarationSyntax Begin(MethodDeclarationSyntax method, StatementSyntax statement)
    {
        var end = method.SyntaxTree.GetText().ToString().Contains("\r\n") ? SyntaxFactory.ElasticCarriageReturnLineFeed : SyntaxFactory.ElasticLineFeed;
        statement = statement.WithTrailingTrivia(end);
        if (method.Body is { } body)
        {
            return method.WithBody(body.WithStatements(body.Statements.Insert(0, statement)));
        }

        var expression = method.ExpressionBody!.Expression;
        var returned = SyntaxFactory.ReturnStatement(expression.WithoutTrivia().WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(end).WithAdditionalAnnotations(Formatter.Annotation);
        return method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(
            SyntaxFactory.Block(statement, returned).WithTrailingTrivia(method.SemicolonToken.TrailingTrivia).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
