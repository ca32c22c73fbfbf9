using System.Collections.Immutable;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace Memo.CodeFixes.Dependencies;

/// <summary>Declares what is read: MEMO101 a file or directory, MEMO102 a static, MEMO105 an environment variable or the culture, MEMO404 another one beside what is declared.</summary>
internal sealed class DeclareDependency : Mending
{
    public override ImmutableArray<string> Rules { get; } = [PurityRules.PerformsIO.Id, PurityRules.ReadsStatic.Id, PurityRules.Ambient.Id, DependencyRules.Part.Id];

    public override Location Place(Diagnostic diagnostic) => Memoize(diagnostic);

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (diagnostic.Properties.TryGetValue(Finding.DeclarationProperty, out var declaration) && declaration is not null
            && AttributeInsertion.MemoizedMethod(node, model, cancellation) is { } method)
        {
            var name = declaration.Split('(')[0];
            yield return new(
                $"Declare the dependency: [{declaration.Replace("global::", "")}]", nameof(DeclareDependency) + name,
                editor => AttributeInsertion.Insert(editor, method, declaration, model, cancellation), (method, declaration));
        }
    }
}
