using System.Collections.Immutable;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Memo.CodeFixes.Purity;

/// <summary>MEMO108: adds a line to <c>MemoEffects.txt</c> that says of code from elsewhere that it is pure.</summary>
internal sealed class DescribeInCatalog : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [PurityRules.Unknown.Id];

    /// <summary>None: each line is a claim about other people's code, which somebody has to look up.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            // A project without the file would not hand it to the compiler.
            if (diagnostic.Properties.TryGetValue(Finding.CulpritProperty, out var id) && id is not null
                && context.Document.Project.AdditionalDocuments.FirstOrDefault(file => file.Name.Equals(EffectCatalog.UserFileName, StringComparison.OrdinalIgnoreCase)) is { } catalog)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Say in {EffectCatalog.UserFileName}: {id} = pure", cancellation => AddAsync(catalog, id, cancellation), nameof(DescribeInCatalog)), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> AddAsync(TextDocument catalog, string id, CancellationToken cancellation)
    {
        var text = await catalog.GetTextAsync(cancellation).ConfigureAwait(false);
        var before = text.ToString();
        var end = before.Contains("\r\n") ? "\r\n" : "\n";
        var line = (before.Length == 0 || before.EndsWith("\n", StringComparison.Ordinal) ? "" : end) + id + " = pure" + end;
        return catalog.Project.Solution.WithAdditionalDocumentText(catalog.Id, text.WithChanges(new TextChange(new(text.Length, 0), line)));
    }
}
