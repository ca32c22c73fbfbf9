using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Memo.CodeFixes.Lifting;

/// <summary>An expression that means the same in a caller as where it stands.</summary>
internal sealed class LiftedExpression
{
    private LiftedExpression(ExpressionSyntax expression, ITypeSymbol type, ISymbol member, ExpressionSyntax elsewhere)
    {
        Expression = expression;
        Type = type;
        Member = member;
        Elsewhere = elsewhere;
    }

    /// <summary>Where it stands.</summary>
    public ExpressionSyntax Expression { get; }

    public ITypeSymbol Type { get; }

    /// <summary>What it reads or calls: callers have to be able to.</summary>
    public ISymbol Member { get; }

    /// <summary>As it is written in any file.</summary>
    public ExpressionSyntax Elsewhere { get; }

    /// <summary>What a parameter for it is called: <c>UtcNow</c> becomes <c>utcNow</c>.</summary>
    public string Name
    {
        get
        {
            var name = Member.Name.StartsWith("s_", StringComparison.Ordinal) ? Member.Name.Substring(2) : Member.Name;
            foreach (var verb in new[] { "Get", "New", "Next" })
            {
                name = name.StartsWith(verb, StringComparison.Ordinal) && name.Length > verb.Length && char.IsUpper(name[verb.Length]) ? name.Substring(verb.Length) : name;
            }

            name = char.ToLowerInvariant(name[0]) + name.Substring(1);
            return SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? name + "Value" : name;
        }
    }

    /// <summary>The largest expression at a place that can be lifted; null where none can.</summary>
    public static LiftedExpression? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } expression)
        {
            return null;
        }

        // Of `Random.Shared` it is what is drawn that a caller can pass: the object itself says nothing.
        while ((expression.Parent is MemberAccessExpressionSyntax access && (access.Name == expression || !IsValue(model.GetTypeInfo(expression, cancellation).Type)))
            || (expression.Parent is InvocationExpressionSyntax call && call.Expression == expression))
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        return model.GetTypeInfo(expression, cancellation).Type is { SpecialType: not SpecialType.System_Void, IsRefLikeType: false } type and not IErrorTypeSymbol
            && model.GetSymbolInfo(expression, cancellation).Symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol
            && IsValue(type) && Movable(expression, model, cancellation) && !IsWritten(expression) && !RunsAnew(expression)
                ? new(expression, type, model.GetSymbolInfo(expression, cancellation).Symbol!, Qualified(expression, model, cancellation))
                : null;
    }

    private static bool IsValue(ITypeSymbol? type) => type is not null and not INamedTypeSymbol { TypeKind: TypeKind.Delegate }
        && (type is not INamedTypeSymbol { IsReferenceType: true, ContainingNamespace: { } space } || !space.ToDisplayString().StartsWith("System", StringComparison.Ordinal)
            || type.SpecialType == SpecialType.System_String || type.Name is "Version" or "Uri" or "CultureInfo" || space.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal));

    // It names nothing that is only there.
    private static bool Movable(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        !expression.DescendantNodesAndSelf().Any(node => node is ThisExpressionSyntax or BaseExpressionSyntax or AnonymousFunctionExpressionSyntax or AssignmentExpressionSyntax or DeclarationExpressionSyntax or AwaitExpressionSyntax
            || (node is SimpleNameSyntax name && IsLocal(name, model.GetSymbolInfo(name, cancellation).Symbol)));

    private static bool IsLocal(SimpleNameSyntax name, ISymbol? symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ITypeParameterSymbol or null => true,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => true,
        IFieldSymbol or IPropertySymbol or IMethodSymbol or IEventSymbol => !symbol.IsStatic && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name),
        _ => false,
    };

    private static bool IsWritten(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == expression,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } => true,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => true,
        RefExpressionSyntax or ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 } => true,
        _ => false,
    };

    // A call in a loop gives another value each time.
    private static bool RunsAnew(ExpressionSyntax expression) => expression is InvocationExpressionSyntax
        && expression.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax)
            .Any(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax);

    private static ExpressionSyntax Qualified(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) => expression.ReplaceNodes(
        expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Where(name => !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name) && name.Parent is not NameColonSyntax),
        (original, _) => model.GetSymbolInfo(original, cancellation).Symbol switch
        {
            INamedTypeSymbol type => Full(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), original),
            { IsStatic: true, ContainingType: { } owner } member when member is IFieldSymbol or IPropertySymbol or IMethodSymbol => Full(owner.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + original.Identifier.Text, original),
            _ => original,
        }).WithoutTrivia();

    private static ExpressionSyntax Full(string text, SyntaxNode original) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(original).WithAdditionalAnnotations(Simplifier.Annotation);
}
