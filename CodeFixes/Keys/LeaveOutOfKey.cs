using System.Collections.Immutable;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes.Keys;

/// <summary>MEMO201: says that a parameter does not decide the result. The reason is left to whoever knows it.</summary>
internal sealed class LeaveOutOfKey : Mending
{
    public override ImmutableArray<string> Rules { get; } = [KeyRules.Parameter.Id];

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter && parameter.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && AttributeInsertion.Find(method, "Memoize", model, cancellation).FirstOrDefault() is { } memoize)
        {
            var name = AttributeInsertion.Qualified(memoize, "NotKeyed", model);
            yield return new(
                $"Leave '{parameter.Identifier.ValueText}' out of the key, if it does not decide the result: [NotKeyed(\"why\")]", nameof(LeaveOutOfKey),
                editor => editor.ReplaceNode(parameter, (current, _) => Mark((ParameterSyntax)current, name)), parameter);
        }
    }

    private static ParameterSyntax Mark(ParameterSyntax parameter, NameSyntax name)
    {
        var attribute = AttributeInsertion.Parse("NotKeyed(\"\")").WithName(name);
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithLeadingTrivia(parameter.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        return parameter.WithoutLeadingTrivia().AddAttributeLists(list);
    }
}
