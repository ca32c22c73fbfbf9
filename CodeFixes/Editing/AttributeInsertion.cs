using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Memo.CodeFixes.Editing;

/// <summary>Puts attributes of the runtime behind the <c>[Memoize]</c> of a method, laid out as that one is.</summary>
internal static class AttributeInsertion
{
    /// <summary>The method around a place that has a <c>[Memoize]</c>, on this part of it or another; null when there is none.</summary>
    public static MethodDeclarationSyntax? MemoizedMethod(SyntaxNode place, SemanticModel model, CancellationToken cancellation) =>
        place.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && model.GetDeclaredSymbol(method, cancellation) is { } symbol
            && symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && TypeTraits.MetadataName(type) == "Memo.MemoizeAttribute") ? method : null;

    /// <summary>The attributes of a name that a declaration has.</summary>
    public static IEnumerable<AttributeSyntax> Find(MemberDeclarationSyntax declaration, string name, SemanticModel model, CancellationToken cancellation) =>
        declaration.AttributeLists.SelectMany(list => list.Attributes).Where(attribute =>
            model.GetTypeInfo(attribute, cancellation).Type is INamedTypeSymbol type && TypeTraits.MetadataName(type) == $"Memo.{name}Attribute");

    /// <summary>An attribute from its text, such as <c>DependsOnFile("{path}")</c>.</summary>
    public static AttributeSyntax Parse(string text)
    {
        var attribute = ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{text}] void M() {{ }}")!).AttributeLists[0].Attributes[0];
        return attribute.ArgumentList is not { } arguments ? attribute : attribute.WithArgumentList(arguments.ReplaceNodes(
            arguments.DescendantNodes().Where(node => node is NameSyntax or MemberAccessExpressionSyntax),
            (_, node) => node.WithAdditionalAnnotations(Simplifier.Annotation)));
    }

    /// <summary>Adds an attribute behind those of its name, or else behind <c>[Memoize]</c>.</summary>
    public static void Insert(SyntaxEditor editor, MethodDeclarationSyntax method, string text, SemanticModel model, CancellationToken cancellation)
    {
        var parsed = Parse(text);
        var name = parsed.Name.ToString();
        var memoize = Find(method, "Memoize", model, cancellation).First();
        var anchor = (AttributeListSyntax)memoize.Parent!;
        var attribute = parsed.WithName(Qualified(memoize, name, model));
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(Indentation(anchor))
            .WithTrailingTrivia(anchor.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        var last = Find(method, name, model, cancellation).LastOrDefault()?.Parent as AttributeListSyntax ?? anchor;
        var position = method.AttributeLists.IndexOf(last) + 1;
        // Declarations stay in the order in which they are made: behind those that have been inserted meanwhile.
        editor.ReplaceNode(method, (current, _) =>
        {
            var edited = (MethodDeclarationSyntax)current;
            var added = edited.AttributeLists.Skip(position).TakeWhile(each => each.HasAnnotation(s_inserted)).Count();
            return edited.WithAttributeLists(edited.AttributeLists.Insert(position + added, list.WithAdditionalAnnotations(s_inserted)));
        });
    }

    /// <summary>Adds an attribute above all others of a declaration.</summary>
    public static void InsertFirst(SyntaxEditor editor, MemberDeclarationSyntax member, string text, SemanticModel model)
    {
        var attribute = Named(Parse(text), model, member.SpanStart);
        var ofLine = member.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var end = member.SyntaxTree.GetText().ToString().Contains("\r\n") ? SyntaxFactory.CarriageReturnLineFeed : SyntaxFactory.LineFeed;
        editor.ReplaceNode(member, (current, _) =>
        {
            var edited = (MemberDeclarationSyntax)current;
            var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithLeadingTrivia(edited.GetLeadingTrivia()).WithTrailingTrivia(end);
            var rest = edited.WithLeadingTrivia(ofLine.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(ofLine) : SyntaxFactory.TriviaList());
            return rest.WithAttributeLists(rest.AttributeLists.Insert(0, list));
        });
    }

    /// <summary>Adds an attribute of the assembly, behind those that a file has.</summary>
    public static CompilationUnitSyntax OnAssembly(CompilationUnitSyntax file, string text, SemanticModel model, CompilationUnitSyntax bound)
    {
        var target = SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.AssemblyKeyword)).WithTrailingTrivia(SyntaxFactory.Space);
        var list = SyntaxFactory.AttributeList(target, SyntaxFactory.SingletonSeparatedList(Named(Parse(text), model, bound.Members.FirstOrDefault()?.SpanStart ?? bound.SpanStart)));
        var end = file.SyntaxTree.GetText().ToString().Contains("\r\n") ? SyntaxFactory.CarriageReturnLineFeed : SyntaxFactory.LineFeed;
        if (file.Usings.Count + file.Externs.Count + file.AttributeLists.Count == 0)
        {
            // What stands above all, such as a license, stays there.
            var first = file.GetFirstToken(includeZeroWidth: true);
            return file.ReplaceToken(first, first.WithLeadingTrivia()).AddAttributeLists(list.WithLeadingTrivia(first.LeadingTrivia).WithTrailingTrivia(end, end));
        }

        return file.AddAttributeLists(list.WithTrailingTrivia(end));
    }

    // By its short name where that is known, else in full.
    private static AttributeSyntax Named(AttributeSyntax attribute, SemanticModel model, int position)
    {
        var info = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.Attribute(attribute.Name));
        return info.CandidateSymbols.Concat([info.Symbol]).OfType<IMethodSymbol>().Any(constructor => constructor.ContainingType.ContainingNamespace is { Name: "Memo", ContainingNamespace.IsGlobalNamespace: true })
            ? attribute
            : attribute.WithName(SyntaxFactory.ParseName("global::Memo." + attribute.Name));
    }

    private static readonly SyntaxAnnotation s_inserted = new();

    // Comments above [Memoize] stay above it; only the indentation is repeated.
    private static SyntaxTriviaList Indentation(AttributeListSyntax anchor)
    {
        var leading = anchor.GetLeadingTrivia();
        return leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) && anchor.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? SyntaxFactory.TriviaList(leading[leading.Count - 1])
            : SyntaxFactory.TriviaList();
    }

    // As [Memoize] is qualified, so is its neighbour: what found the one finds the other. Where that does not hold, say it in full.
    public static NameSyntax Qualified(AttributeSyntax memoize, string name, SemanticModel model)
    {
        var simple = SyntaxFactory.IdentifierName(name);
        NameSyntax candidate = memoize.Name switch
        {
            QualifiedNameSyntax qualified => qualified.WithRight(simple),
            AliasQualifiedNameSyntax alias => alias.WithName(simple),
            _ => simple,
        };
        var info = model.GetSpeculativeSymbolInfo(memoize.SpanStart, SyntaxFactory.Attribute(candidate));
        return info.CandidateSymbols.Concat([info.Symbol])
            .OfType<IMethodSymbol>().Any(constructor => constructor.ContainingType is { ContainingNamespace: { Name: "Memo", ContainingNamespace.IsGlobalNamespace: true } })
                ? candidate
                : SyntaxFactory.ParseName("global::Memo." + name);
    }
}
