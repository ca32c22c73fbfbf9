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

    /// <summary>The manifest line by line: what it is of, then a method each.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<MemoizedMethod> methods, ClosureEngine engine, CancellationToken cancellation)
    {
        var memoized = methods.ToDictionary(method => (ISymbol)method.Symbol, SymbolEqualityComparer.Default);
        yield return new JsonText().Open('{')
            .Property("schema").Value(Schema)
            .Property("assembly").Value(engine.Compilation.AssemblyName ?? "")
            .Property("generator").Value(GeneratorVersion)
            .Property("methods").Open('[').ToString();
        var separator = "";
        foreach (var entry in Reached(methods, engine, cancellation)
            .AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(entry => Entry(entry.Id, entry.Node, memoized.TryGetValue(entry.Node.Symbol, out var method) ? method : null, engine, cancellation)))
        {
            yield return separator + entry;
            separator = ",";
        }

        yield return "]}";
    }

    private static string Entry(string id, CodeNode node, MemoizedMethod? method, ClosureEngine engine, CancellationToken cancellation)
    {
        var closure = method is null ? null : engine.ClosureOf(method.Symbol, cancellation);
        var text = new JsonText().Open('{')
            .Property("id").Value(id)
            .Property("own").Value(node.Own.ToString())
            .Property("closure").Value((closure?.Hash ?? node.Closure).ToString())
            .Property("calls").Values(node.Edges.SelectMany(edge => edge.Targets).Select(SymbolNames.DeclarationId).Distinct().OrderBy(callee => callee, StringComparer.Ordinal))
            .Property("externals").Values(closure?.Externals ?? (IEnumerable<string>)node.Externals)
            .Property("effects").Values(Kinds(node))
            .Property("file").Value(Path.GetFileName(node.Symbol.Locations[0].SourceTree?.FilePath ?? ""));
        if (method is not null)
        {
            text.Property("memoized").Value(true)
                .Property("dependencies").Values(engine.Encodings.DependenciesOf(method).Select(Text))
                .Property("findings").Values(Gate.Unresolved(method, engine, cancellation).Select(finding => $"{finding.Id} {finding.Text}"));
        }

        return text.Close('}').ToString();
    }

    public static string GeneratorVersion { get; } = typeof(ManifestWriter).Assembly.GetName().Version.ToString(3);

    private static IEnumerable<string> Kinds(CodeNode node) =>
        ((EffectKind[])Enum.GetValues(typeof(EffectKind))).Where(node.Kinds.Has).Select(kind => kind.ToString()).OrderBy(kind => kind, StringComparer.Ordinal);

    /// <summary>The memoized methods and what they reach, by declaration id in ordinal order.</summary>
    private static IEnumerable<(string Id, CodeNode Node)> Reached(IReadOnlyList<MemoizedMethod> methods, ClosureEngine engine, CancellationToken cancellation)
    {
        var reached = new SortedDictionary<string, CodeNode>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            foreach (var node in engine.ClosureOf(method.Symbol, cancellation).Nodes)
            {
                var id = SymbolNames.DeclarationId(node.Symbol);
                if (!reached.ContainsKey(id))
                {
                    reached.Add(id, node);
                }
            }
        }

        return reached.Select(pair => (pair.Key, pair.Value));
    }

    private static string Text(DependencyEncoding dependency) => dependency.Declared switch
    {
        { Kind: DependencyKind.Directory } directory => $"{(directory.IsRecursive ? "directory tree" : "directory")} {directory.Text}/{directory.Pattern}",
        { Kind: DependencyKind.Environment } variable => "environment variable " + variable.Text,
        { Kind: DependencyKind.Culture } => "culture",
        var declared => declared.Kind.ToString().ToLowerInvariant() + " " + dependency.Title,
    };
}
