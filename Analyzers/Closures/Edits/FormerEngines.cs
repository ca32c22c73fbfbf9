using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures.Edits;

/// <summary>
/// In an editor, each key that is hit makes a new compilation that shares nearly all files with the last. What is known of the last is kept
/// as long as one of those files is. A compiler server reads all files again for each build and keeps none: what is known of the last few
/// projects that were built is kept here (see <see cref="KeptEngines"/>).
/// </summary>
internal static class FormerEngines
{
    // What a body that is edited mentions stays in the caches of the engine that it is bound in.
    private const int MostEdits = 500;

    private static readonly ConditionalWeakTable<SyntaxTree, EngineHolder> s_latest = new();

    /// <summary>An engine that goes on from a former compilation's; null when there is none, or it is not certain that it can.</summary>
    public static ClosureEngine? Continue(ClosureEngine current, CancellationToken cancellation)
    {
        foreach (var former in Keys(current).Select(Latest).Concat(KeptEngines.All))
        {
            if (former is not null && !ReferenceEquals(former, current) && IsSameProject(former, current)
                && CodeEdits.Find(SharedEngines.UserTrees(former.Compilation), SharedEngines.UserTrees(current.Compilation), former.Model, cancellation) is { } edits
                && former.CountEdit() <= MostEdits)
            {
                return new(new TakenOver(former, current, edits));
            }
        }

        return null;
    }

    private static ClosureEngine? Latest(SyntaxTree file) => s_latest.TryGetValue(file, out var holder) ? holder.Engine : null;

    public static void Add(ClosureEngine engine)
    {
        foreach (var file in Keys(engine))
        {
            s_latest.GetOrCreateValue(file).Engine = engine;
        }
    }

    // One of them is edited; the other one is still there.
    private static IEnumerable<SyntaxTree> Keys(ClosureEngine engine) => SharedEngines.UserTrees(engine.Compilation).Take(2);

    private static bool IsSameProject(ClosureEngine former, ClosureEngine current) =>
        former.UserCatalog == current.UserCatalog && SharedEngines.IsSameProject(former.Compilation, current.Compilation);
}
