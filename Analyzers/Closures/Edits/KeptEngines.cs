using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures.Edits;

/// <summary>
/// The engines of the projects that were built last in this process, for their next builds: few of them, of limited size, and not for
/// longer than a compiler server waits for its next build.
/// </summary>
internal static class KeptEngines
{
    private const int MostProjects = 8;
    private const int MostCharacters = 16_000_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);
    private static readonly object s_gate = new();
    private static readonly Timer s_end = new(static _ => Clear());
    private static List<ClosureEngine> s_engines = []; // the last one first; the list itself never changes

    public static IReadOnlyList<ClosureEngine> All => Volatile.Read(ref s_engines);

    /// <summary>Keeps an engine in place of an earlier one of the same project.</summary>
    public static void Keep(ClosureEngine engine)
    {
        lock (s_gate)
        {
            var kept = new List<ClosureEngine>();
            var room = MostCharacters;
            foreach (var candidate in s_engines.Where(other => !IsOfSameProject(other, engine)).Prepend(engine))
            {
                room -= candidate.Compilation.SyntaxTrees.Sum(tree => tree.Length);
                if (kept.Count < MostProjects && room >= 0)
                {
                    kept.Add(candidate);
                }
            }

            Volatile.Write(ref s_engines, kept);
            s_end.Change(s_longest, Timeout.InfiniteTimeSpan);
        }
    }

    public static void Clear()
    {
        lock (s_gate)
        {
            Volatile.Write(ref s_engines, []);
        }
    }

    // A project that is built for several frameworks has a compilation for each, with references of its own.
    private static bool IsOfSameProject(ClosureEngine left, ClosureEngine right) =>
        left.Compilation.AssemblyName == right.Compilation.AssemblyName
        && left.Compilation.SyntaxTrees.FirstOrDefault()?.FilePath == right.Compilation.SyntaxTrees.FirstOrDefault()?.FilePath
        && left.Compilation.References.Select(Path).SequenceEqual(right.Compilation.References.Select(Path));

    private static string? Path(MetadataReference reference) => (reference as PortableExecutableReference)?.FilePath;
}
