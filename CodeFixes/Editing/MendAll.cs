using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Memo.CodeFixes.Editing;

/// <summary>All findings of a scope at once. Two that edit one place, such as two attributes of one method, are edited one after the other.</summary>
internal sealed class MendAll : FixAllProvider
{
    public static MendAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var found = new List<(Document, Diagnostic)>();
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        if (context is { Scope: FixAllScope.Document, Document: { } document })
        {
            Add(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false), document.Project);
        }
        else
        {
            foreach (var project in projects)
            {
                Add(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false), project);
            }
        }

        var fix = (MemoFixes)context.CodeFixProvider;
        return found.Count == 0 || context.CodeActionEquivalenceKey is not { } key || !fix.MendsTogether(key)
            ? null
            : CodeAction.Create("Mend all", cancellation => fix.ApplyAsync(context.Solution, found, key, cancellation), key);

        void Add(ImmutableArray<Diagnostic> diagnostics, Project project)
        {
            foreach (var diagnostic in diagnostics)
            {
                if (project.GetDocument(diagnostic.Location.SourceTree) is { } home)
                {
                    found.Add((home, diagnostic));
                }
            }
        }
    }
}
