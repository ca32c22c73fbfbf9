using System.Collections.Immutable;
using Memo.CodeFixes.Dependencies;
using Memo.CodeFixes.Editing;
using Memo.CodeFixes.Keys;
using Memo.CodeFixes.Lifting;
using Memo.CodeFixes.Purity;
using Memo.CodeFixes.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Memo.CodeFixes;

/// <summary>
/// What can be done about the findings of one rule. One provider for each, because the order of the menu is that in which one provider offers: what says more exactly what
/// the code does comes first, what takes somebody's word for it comes last.
/// </summary>
public abstract class MemoFixes : CodeFixProvider
{
    private static readonly ImmutableArray<Mending> s_mendings =
    [
        new CorrectTemplate(), new WidenDependency(), new DeclareDependency(), new UseInvariantCulture(), new MakeReadonly(), new ReadThroughTracked(), new CopyFirst(),
        new Materialize(), new CopyResult(), new CallThroughLambda(), new LeaveOutOfKey(), new RemoveAnnotation(), new AssumePure(),
    ];

    private static readonly ImmutableArray<CodeFixProvider> s_others = [new LiftToParameter(), new UseConcreteType(), new DescribeInCatalog()];

    private readonly ImmutableArray<Mending> _mendings;
    private readonly ImmutableArray<CodeFixProvider> _others;

    private protected MemoFixes(string rule)
        : this([.. s_mendings.Where(mending => mending.Rules.Contains(rule))], [.. s_others.Where(other => other.FixableDiagnosticIds.Contains(rule))]) => FixableDiagnosticIds = [rule];

    private protected MemoFixes(ImmutableArray<Mending> mendings, ImmutableArray<CodeFixProvider> others)
    {
        _mendings = mendings;
        _others = others;
        FixableDiagnosticIds = [.. mendings.SelectMany(mending => mending.Rules).Concat(others.SelectMany(other => other.FixableDiagnosticIds)).Distinct()];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => MendAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var home = context.Document;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var (_, mend) in await FindAsync(home, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(mend.Title, cancellation => ApplyAsync(home.Project.Solution, [(home, diagnostic)], mend.Key, cancellation), mend.Key), diagnostic);
            }
        }

        foreach (var other in _others)
        {
            await other.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }
    }

    /// <summary>Whether mends of a key can be done for many findings at once; what changes signatures, or claims something, is done one by one.</summary>
    internal bool MendsTogether(string key) => !_others.Any(other => other.GetType().Name == key);

    internal async Task<Solution> ApplyAsync(Solution solution, IEnumerable<(Document Home, Diagnostic Diagnostic)> found, string key, CancellationToken cancellation)
    {
        var edits = new Dictionary<DocumentId, (Document Document, List<Mend> Mends)>();
        foreach (var (home, diagnostic) in found.OrderBy(each => each.Diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(each => each.Diagnostic.Location.SourceSpan.Start))
        {
            foreach (var (document, mend) in await FindAsync(home, diagnostic, cancellation).ConfigureAwait(false))
            {
                if (!edits.TryGetValue(document.Id, out var known))
                {
                    edits.Add(document.Id, known = (document, []));
                }

                // Two findings may ask for one and the same edit.
                if (mend.Key == key && !known.Mends.Any(other => other.Once.Equals(mend.Once)))
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

        return await Imports.AddAsync(solution, edits.Keys, cancellation).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<(Document Document, Mend Mend)>> FindAsync(Document home, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var found = new List<(Document, Mend)>();
        foreach (var mending in _mendings.Where(mending => mending.Rules.Contains(diagnostic.Id)))
        {
            var place = mending.Place(diagnostic);
            if (place.SourceTree is { } tree && home.Project.Solution.GetDocument(tree) is { } document
                && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root && root.FullSpan.Contains(place.SourceSpan)
                && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model)
            {
                found.AddRange(mending.Find(diagnostic, root.FindNode(place.SourceSpan, getInnermostNodeForTie: true), model, cancellation).Select(mend => (document, mend)));
            }
        }

        return found;
    }
}
