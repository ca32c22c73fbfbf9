using System.Collections.Immutable;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes.Dependencies;

/// <summary>MEMO404: a directory is declared with fewer names, or less deep, than it is read.</summary>
internal sealed class WidenDependency : Mending
{
    public override ImmutableArray<string> Rules { get; } = [DependencyRules.Part.Id];

    public override Location Place(Diagnostic diagnostic) => diagnostic.AdditionalLocations is [_, _, var declared] ? declared : Location.None;

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (diagnostic.Properties.TryGetValue(Finding.WidenedProperty, out var widened) && widened is not null && node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            yield return new(
                $"Widen the dependency: [{widened}]", nameof(WidenDependency),
                editor => editor.ReplaceNode(attribute, (current, _) => ((AttributeSyntax)current).WithArgumentList(AttributeInsertion.Parse(widened).ArgumentList)), attribute);
        }
    }
}
