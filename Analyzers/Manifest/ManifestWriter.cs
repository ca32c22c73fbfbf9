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

    /// <summary>The manifest line by line: what it is of, then a method each, then a member each of what it tells others.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<MemoizedMethod> methods, ClosureEngine engine, Exports? exports, CancellationToken cancellation)
    {
        yield return new JsonText().Open('{')
            .Property("schema").Value(Schema)
            .Property("assembly").Value(engine.Compilation.AssemblyName ?? "")
            .Property("generator").Value(GeneratorVersion)
            .Property("methods").Open('[').ToString();
        var separator = "";
        foreach (var entry in Reached(methods, engine, cancellation)
            .AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(entry => Entry(entry.Id, entry.Node, entry.Method, engine, cancellation)))
        {
            yield return separator + entry;
            separator = ",";
        }

        if (exports is not null)
        {
            yield return "],\"exports\":[";
            separator = "";
            foreach (var entry in exports.Write())
            {
                yield return separator + entry;
                separator = ",";
            }
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
            .Property("calls").Values(Called(node, method, engine, cancellation).Select(SymbolNames.DeclarationId).Distinct().OrderBy(callee => callee, StringComparer.Ordinal))
            .Property("externals").Values(closure?.Externals ?? (IEnumerable<string>)node.Externals)
            .Property("effects").Values(Kinds(node))
            .Property("file").Value(FileName(node.Symbol));
        if (method is not null)
        {
            text.Property("memoized").Value(true)
                .Property("dependencies").Values(engine.Encodings.DependenciesOf(method).Select(Text))
                .Property("findings").Values(Gate.Unresolved(method, engine, cancellation).Select(finding => $"{finding.Id} {finding.Text}"));
        }

        return text.Close('}').ToString();
    }

    public static string GeneratorVersion { get; } = typeof(ManifestWriter).Assembly.GetName().Version.ToString(3);

    // A constructor that nobody wrote is where each part of its type is: the order of the files must not choose among them.
    private static string FileName(ISymbol symbol) =>
        symbol.Locations.Select(location => Path.GetFileName(location.SourceTree?.FilePath ?? "")).OrderBy(name => name, StringComparer.Ordinal).First();

    private static IEnumerable<string> Kinds(CodeNode node) =>
        ((EffectKind[])Enum.GetValues(typeof(EffectKind))).Where(node.Kinds.Has).Select(kind => kind.ToString()).OrderBy(kind => kind, StringComparer.Ordinal);

    private static IEnumerable<ISymbol> Called(CodeNode node, MemoizedMethod? method, ClosureEngine engine, CancellationToken cancellation)
    {
        var called = node.Edges.SelectMany(edge => edge.Targets);
        return method is not null && Instantiation.Of(method.Symbol, engine, cancellation) is { } given
            ? called.Concat(given.Edges.SelectMany(edge => edge.Candidates(engine, cancellation)).Select(candidate => candidate.Node.Symbol))
            : called;
    }

    /// <summary>The memoized methods and what they reach, by id in ordinal order.</summary>
    private static IEnumerable<(string Id, CodeNode Node, MemoizedMethod? Method)> Reached(
        IReadOnlyList<MemoizedMethod> methods, ClosureEngine engine, CancellationToken cancellation)
    {
        var reached = new SortedDictionary<string, (CodeNode Node, MemoizedMethod? Method)>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            var nodes = engine.ClosureOf(method.Symbol, cancellation).Nodes;
            reached[ConstructedMethods.Id(method.Symbol)] = (nodes[0], method);
            foreach (var node in nodes)
            {
                var id = SymbolNames.DeclarationId(node.Symbol);
                if (!reached.ContainsKey(id))
                {
                    reached.Add(id, (node, null));
                }
            }
        }

        return reached.Select(pair => (pair.Key, pair.Value.Node, pair.Value.Method));
    }

    private static string Text(DependencyEncoding dependency) => dependency.Declared switch
    {
        { Kind: DependencyKind.Directory } directory => $"{(directory.IsRecursive ? "directory tree" : "directory")} {directory.Text}/{directory.Pattern}",
        { Kind: DependencyKind.Environment } variable => "environment variable " + variable.Text,
        { Kind: DependencyKind.Culture } => "culture",
        var declared => declared.Kind.ToString().ToLowerInvariant() + " " + dependency.Title,
    };
}
