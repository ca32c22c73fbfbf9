using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes.Editing;

/// <summary>What a method returns, as expressions.</summary>
internal static class Returns
{
    /// <summary>Those of the method itself, without what lambdas and local functions return.</summary>
    public static IEnumerable<ExpressionSyntax> Of(MethodDeclarationSyntax method) => method.ExpressionBody is { Expression: var only } ? [only]
        : method.Body is null ? []
        : method.Body.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<ReturnStatementSyntax>()
            .Select(statement => statement.Expression).OfType<ExpressionSyntax>();

    /// <summary>An iterator returns nothing that could be edited.</summary>
    public static bool AreThere(MethodDeclarationSyntax method) => Of(method).Any();

    /// <summary><c>expression.ToList()</c></summary>
    public static ExpressionSyntax Call(ExpressionSyntax expression, string member)
    {
        var bare = expression.WithoutTrivia();
        var receiver = bare is InvocationExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax
            ? bare
            : SyntaxFactory.ParenthesizedExpression(bare);
        return SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(member))).WithTriviaFrom(expression);
    }
}
