using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Manifest;

/// <summary>Writes the manifest of an assembly: its memoized methods and the code that they reach, one entry each.</summary>
internal static class ManifestWriter
{
    public const int Schema = 1;

    public static string Write(IReadOnlyList<MemoizedMethod> methods, ClosureEngine engine, CancellationToken cancellation)
    {
        var memoized = methods.ToDictionary(method => (ISymbol)method.Symbol, SymbolEqualityComparer.Default);
        var text = new JsonText().Open('{')
            .Property("schema").Value(Schema)
            .Property("assembly").Value(engine.Compilation.AssemblyName ?? "")
            .Property("generator").Value(GeneratorVersion)
            .Property("methods").Open('[');
        foreach (var (id, node) in Reached(methods, engine, cancellation))
        {
            text.Line().Open('{')
                .Property("id").Value(id)
                .Property("own").Value(node.Own.ToString())
                .Property("closure").Value(node.Closure.ToString())
                .Property("calls").Values(Callees(node).Select(SymbolNames.DeclarationId).Distinct().OrderBy(callee => callee, StringComparer.Ordinal))
                .Property("externals").Values(memoized.ContainsKey(node.Symbol) ? Externals(node, engine, cancellation) : node.Externals)
                .Property("effects").Values(node.Summary.Effects.Select(effect => effect.Kind.ToString()).Distinct().OrderBy(kind => kind, StringComparer.Ordinal))
                .Property("file").Value(Path.GetFileName(node.Symbol.Locations[0].SourceTree?.FilePath ?? ""));
            if (memoized.TryGetValue(node.Symbol, out var method))
            {
                text.Property("memoized").Value(true)
                    .Property("dependencies").Values(engine.Encodings.DependenciesOf(method).Select(Text))
                    .Property("findings").Values(Gate.Unresolved(method, engine, cancellation).Select(finding => $"{finding.Id} {finding.Text}"));
            }

            text.Close('}');
        }

        return text.Close(']').Close('}').ToString();
    }

    public static string GeneratorVersion { get; } = typeof(ManifestWriter).Assembly.GetName().Version.ToString(3);

    /// <summary>Everything that can run when a node runs, the text of which counts.</summary>
    public static IEnumerable<ISymbol> Callees(CodeNode node) => node.CalleeGroups.SelectMany(group => group);

    /// <summary>The memoized methods and what they reach, by declaration id in ordinal order.</summary>
    private static IEnumerable<(string Id, CodeNode Node)> Reached(IReadOnlyList<MemoizedMethod> methods, ClosureEngine engine, CancellationToken cancellation)
    {
        var reached = new SortedDictionary<string, CodeNode>(StringComparer.Ordinal);
        var pending = new Stack<ISymbol>(methods.Select(method => (ISymbol)method.Symbol));
        while (pending.Count > 0)
        {
            var node = engine.Solve(pending.Pop(), cancellation);
            var id = SymbolNames.DeclarationId(node.Symbol);
            if (!reached.ContainsKey(id))
            {
                reached.Add(id, node);
                foreach (var callee in Callees(node))
                {
                    pending.Push(callee);
                }
            }
        }

        return reached.Select(pair => (pair.Key, pair.Value));
    }

    /// <summary>The external assemblies of a whole closure.</summary>
    public static IReadOnlyCollection<string> Externals(CodeNode root, ClosureEngine engine, CancellationToken cancellation)
    {
        var externals = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var node in Closure(root, engine, cancellation))
        {
            externals.UnionWith(node.Externals);
        }

        return externals;
    }

    /// <summary>Whether a result follows the culture: through code, or because that is declared, of the method or of one within.</summary>
    public static bool ReadsCulture(CodeNode root, ClosureEngine engine, CancellationToken cancellation) =>
        Closure(root, engine, cancellation).Any(node => node.Symbol is IMethodSymbol code && MemoizedMethod.TryCreate(code, engine.Types) is { } method
            // Code that is accepted by hand may read the culture too: to have it in the key costs nothing.
            && (method.AssumedPure || method.Dependencies.Any(dependency => dependency.Kind == DependencyKind.Culture) || node.Summary.Effects.Any(effect =>
                effect.Kind is EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers or EffectKind.Unknown or EffectKind.Unverifiable)));

    private static string Text(DependencyEncoding dependency) => dependency.Declared switch
    {
        { Kind: DependencyKind.Directory } directory => $"{(directory.IsRecursive ? "directory tree" : "directory")} {directory.Text}/{directory.Pattern}",
        { Kind: DependencyKind.Environment } variable => "environment variable " + variable.Text,
        { Kind: DependencyKind.Culture } => "culture",
        var declared => declared.Kind.ToString().ToLowerInvariant() + " " + dependency.Title,
    };

    private static IEnumerable<CodeNode> Closure(CodeNode root, ClosureEngine engine, CancellationToken cancellation)
    {
        var seen = new HashSet<CodeNode> { root };
        var pending = new Stack<CodeNode>(seen);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            yield return node;
            foreach (var callee in Callees(node))
            {
                var next = engine.Solve(callee, cancellation);
                if (seen.Add(next))
                {
                    pending.Push(next);
                }
            }
        }
    }
}
