using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes;

/// <summary>Puts attributes of the runtime behind the <c>[Memoize]</c> of a method, laid out as that one is.</summary>
internal sealed class AttributeInsertion(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
{
    /// <summary>One attribute <c>[Name("argument")]</c> for each argument, in their order.</summary>
    public MethodDeclarationSyntax Insert(string name, IEnumerable<string> arguments)
    {
        if (Memoize() is not { } memoize)
        {
            return method;
        }

        var anchor = (AttributeListSyntax)memoize.Parent!;
        var position = method.AttributeLists.IndexOf(Last(name) ?? anchor) + 1;
        var attributes = method.AttributeLists;
        foreach (var argument in arguments)
        {
            var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(argument));
            var attribute = SyntaxFactory.Attribute(
                Qualified(memoize, name),
                SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.AttributeArgument(literal))));
            var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
                .WithLeadingTrivia(Indentation(anchor))
                .WithTrailingTrivia(anchor.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
            attributes = attributes.Insert(position++, list);
        }

        return method.WithAttributeLists(attributes);
    }

    // Declarations stay in the order in which they are made.
    private AttributeListSyntax? Last(string name) => method.AttributeLists.LastOrDefault(list => list.Attributes.Any(attribute =>
        model.GetTypeInfo(attribute, cancellation).Type is INamedTypeSymbol type && TypeTraits.MetadataName(type) == $"Memo.{name}Attribute"));

    private AttributeSyntax? Memoize() => method.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute =>
        model.GetTypeInfo(attribute, cancellation).Type is INamedTypeSymbol type && TypeTraits.MetadataName(type) == KnownTypes.MemoizeAttributeName);

    // Comments above [Memoize] stay above it; only the indentation is repeated.
    private static SyntaxTriviaList Indentation(AttributeListSyntax anchor)
    {
        var leading = anchor.GetLeadingTrivia();
        return leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) && anchor.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? SyntaxFactory.TriviaList(leading[leading.Count - 1])
            : SyntaxFactory.TriviaList();
    }

    // As [Memoize] is qualified, so is its neighbour: what found the one finds the other. Where that does not hold, say it in full.
    private NameSyntax Qualified(AttributeSyntax memoize, string name)
    {
        var simple = SyntaxFactory.IdentifierName(name);
        NameSyntax candidate = memoize.Name switch
        {
            QualifiedNameSyntax qualified => qualified.WithRight(simple),
            AliasQualifiedNameSyntax alias => alias.WithName(simple),
            _ => simple,
        };
        var attribute = SyntaxFactory.Attribute(candidate);
        return model.GetSpeculativeSymbolInfo(memoize.SpanStart, attribute).CandidateSymbols.Concat([model.GetSpeculativeSymbolInfo(memoize.SpanStart, attribute).Symbol])
            .OfType<IMethodSymbol>().Any(constructor => constructor.ContainingType is { ContainingNamespace: { Name: "Memo", ContainingNamespace.IsGlobalNamespace: true } })
                ? candidate
                : SyntaxFactory.ParseName("global::Memo." + name);
    }
}
