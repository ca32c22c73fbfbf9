using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Memo.CodeFixes.Editing;

/// <summary>A fix that edits one document for each finding: the one with the memoized method, or the one where the culprit is.</summary>
public abstract class Mending : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => MendAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not var (_, mends))
            {
                continue;
            }

            foreach (var mend in mends)
            {
                var home = context.Document;
                context.RegisterCodeFix(
                    CodeAction.Create(mend.Title, cancellation => ApplyAsync(home.Project.Solution, [(home, diagnostic)], mend.Key, cancellation), mend.Key), diagnostic);
            }
        }
    }

    /// <summary>The place that is edited.</summary>
    private protected virtual Location Place(Diagnostic diagnostic) => diagnostic.Location;

    /// <summary>What can be done, the best first.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="node">At the place that is edited.</param>
    /// <param name="model">Of its document.</param>
    /// <param name="cancellation">Stops it.</param>
    private protected abstract IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation);

    internal async Task<Solution> ApplyAsync(Solution solution, IEnumerable<(Document Home, Diagnostic Diagnostic)> found, string key, CancellationToken cancellation)
    {
        var edits = new Dictionary<DocumentId, (Document Document, List<Mend> Mends)>();
        foreach (var (home, diagnostic) in found.OrderBy(each => each.Diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(each => each.Diagnostic.Location.SourceSpan.Start))
        {
            if (await FindAsync(home, diagnostic, cancellation).ConfigureAwait(false) is not var (document, mends))
            {
                continue;
            }

            foreach (var mend in mends.Where(mend => mend.Key == key))
            {
                if (!edits.TryGetValue(document.Id, out var known))
                {
                    edits.Add(document.Id, known = (document, []));
                }

                if (!known.Mends.Any(other => other.Once.Equals(mend.Once)))
                {
                    known.Mends.Add(mend);
                }
            }
        }

        foreach (var (document, mends) in edits.Values)
        {
            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            var editor = new SyntaxEditor(root!, document.Project.Solution.Services);
            mends.ForEach(mend => mend.Apply(editor));
            solution = solution.WithDocumentSyntaxRoot(document.Id, editor.GetChangedRoot());
        }

        return solution;
    }

    private async Task<(Document Document, IReadOnlyList<Mend> Mends)?> FindAsync(Document home, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var place = Place(diagnostic);
        if (place.SourceTree is not { } tree || home.Project.Solution.GetDocument(tree) is not { } document
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || !root.FullSpan.Contains(place.SourceSpan))
        {
            return null;
        }

        return (document, [.. Find(diagnostic, root.FindNode(place.SourceSpan, getInnermostNodeForTie: true), model, cancellation)]);
    }
}
