using Microsoft.CodeAnalysis;

namespace Memo.CodeFixes.Editing;

/// <summary>What a changed signature does to those who use it, the compiler knows: two overloads become one, a type shows that others may not see, a value has another type.</summary>
internal static class CompilesAsWell
{
    /// <summary>Whether no file has more errors than before.</summary>
    /// <param name="before">The solution before the change.</param>
    /// <param name="after">The solution after it.</param>
    /// <param name="beside">Files that are looked at although they did not change.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<bool> AskAsync(Solution before, Solution after, IEnumerable<DocumentId> beside, CancellationToken cancellation)
    {
        foreach (var document in after.GetChanges(before).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()).Concat(beside).Distinct())
        {
            if (await ErrorsAsync(after, document).ConfigureAwait(false) > await ErrorsAsync(before, document).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;

        async Task<int> ErrorsAsync(Solution solution, DocumentId document) =>
            await solution.GetDocument(document)!.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
                ? model.GetDiagnostics(cancellationToken: cancellation).Count(found => found.Severity == DiagnosticSeverity.Error)
                : 0;
    }
}
