using System.Collections.Immutable;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Memo.CodeFixes.Dependencies;

/// <summary>Removes an attribute that says something wrong (MEMO401) or nothing (MEMO402, MEMO403), and a <c>[Memoize]</c> where there is no result (MEMO301).</summary>
internal sealed class RemoveAnnotation : Mending
{
    public override ImmutableArray<string> Rules { get; } =
        [DependencyRules.WrongDeclaration.Id, DependencyRules.Unread.Id, DependencyRules.Assumption.Id, UsageRules.NothingToMemoize.Id];

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var attribute = node.FirstAncestorOrSelf<AttributeSyntax>();
        if (diagnostic.Id == UsageRules.NothingToMemoize.Id && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
        {
            attribute = AttributeInsertion.Find(method, "Memoize", model, cancellation).FirstOrDefault();
        }

        // An assumption that lacks its reason may well be needed.
        if (attribute is not null && (diagnostic.Id != DependencyRules.Assumption.Id || diagnostic.Properties.ContainsKey(AssumptionProblems.NeedlessProperty)))
        {
            yield return new($"Remove [{attribute.Name}]", nameof(RemoveAnnotation), editor => Remove(editor, attribute), attribute);
        }
    }

    private static void Remove(SyntaxEditor editor, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            editor.ReplaceNode(list, (current, _) => Without((AttributeListSyntax)current, attribute));
        }
        else
        {
            editor.ReplaceNode(list.Parent!, (current, generator) => Without(current, list));
        }
    }

    private static AttributeListSyntax Without(AttributeListSyntax list, AttributeSyntax attribute)
    {
        var index = list.Attributes.IndexOf(each => each.IsEquivalentTo(attribute));
        var rest = list.Attributes.RemoveAt(index);
        return list.WithAttributes(index > 0 ? rest : rest.Replace(rest[0], rest[0].WithLeadingTrivia(attribute.GetLeadingTrivia())));
    }

    // What stands above the list stays above what follows it.
    private static SyntaxNode Without(SyntaxNode declaration, AttributeListSyntax list)
    {
        var removed = declaration.ChildNodes().OfType<AttributeListSyntax>().First(each => each.IsEquivalentTo(list));
        var isFirst = removed.SpanStart == declaration.SpanStart;
        var rest = declaration.RemoveNode(removed, SyntaxRemoveOptions.KeepNoTrivia)!;
        return isFirst ? rest.WithLeadingTrivia(removed.GetLeadingTrivia()) : rest;
    }
}
