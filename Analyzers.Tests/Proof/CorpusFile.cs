using System.Collections.Immutable;
using Memo.Analyzers.Closures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Mono.Cecil;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>A program of the corpus, compiled on its own, and what its mutants are compared with.</summary>
internal sealed class CorpusFile
{
    private static readonly ProjectSettings s_settings = ProjectSettings.ForAll("");
    private readonly CSharpCompilation _compilation;
    private readonly SyntaxTree _tree;
    private readonly Verdicts _original;

    private CorpusFile(string name, string text)
    {
        Name = name;
        var compilation = Generated.Compile([("/0/" + name, text)]);
        _compilation = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release).WithConcurrentBuild(false));
        _tree = _compilation.SyntaxTrees[^1];
        _original = Judge(_compilation) ?? throw new InvalidDataException(
            name + " does not compile: " + string.Join('\n', _compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)));
    }

    public string Name { get; }

    public int Roots => _original.Methods.Count;

    public static IEnumerable<string> Names =>
        typeof(CorpusFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Corpus/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static CorpusFile Load(string resource) => new(resource["Corpus/".Length..], Read(resource));

    public static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(CorpusFile).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    public static CorpusFile From(string source) => new("C.cs", source);

    /// <summary>All of them, in an order that is always the same.</summary>
    public ImmutableArray<Mutation> AllMutations
    {
        get
        {
            var model = _compilation.GetSemanticModel(_tree);
            return [.. Mutations.OfMeaning(_tree), .. Mutations.OfDeclarations(model), .. Mutations.OfText(model)];
        }
    }

    /// <summary>What became of each memoized method; none where the mutant does not compile.</summary>
    public IEnumerable<Outcome> Try(Mutation mutation)
    {
        var text = _tree.GetText().WithChanges(mutation.Changes);
        var mutant = _compilation.ReplaceSyntaxTree(_tree, _tree.WithChangedText(text));
        if (Judge(mutant) is not { } changed)
        {
            yield break;
        }

        foreach (var (id, before) in _original.Methods)
        {
            if (changed.Methods.TryGetValue(id, out var after))
            {
                var line = _tree.GetLineSpan(mutation.Changes[0].Span).StartLinePosition.Line + 1;
                yield return new(mutation.Kind, $"{Name}({line}): {mutation.Kind}: {Shown(mutation.Changes[0])}: {id}",
                    before.Least == after.Least, before.Most == after.Most, before.Hash == after.Hash);
            }
        }
    }

    private string Shown(TextChange change)
    {
        return $"'{Line(_tree.GetText().ToString(change.Span))}' -> '{Line(change.NewText!)}'";

        static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var line && line.Length > 80 ? line[..80] + "…" : line;
    }

    private static Verdicts? Judge(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        if (!compilation.Emit(image).Success)
        {
            return null;
        }

        image.Position = 0;
        using var module = ModuleDefinition.ReadModule(image);
        var engine = ClosureEngine.For(compilation, [], s_settings.Options, CancellationToken.None)!;
        var methods = new SortedDictionary<string, Verdict>(StringComparer.Ordinal);
        foreach (var type in module.GetTypes())
        {
            foreach (var method in type.Methods.Where(method => method.CustomAttributes.Any(a => a.AttributeType.FullName == typeof(MemoizeAttribute).FullName)))
            {
                var symbol = engine.Compilation.GetTypeByMetadataName(type.FullName.Replace('/', '+'))!.GetMembers(method.Name).OfType<IMethodSymbol>()
                    .Single(candidate => candidate.GetAttributes().Any(a => a.AttributeClass!.Name == nameof(MemoizeAttribute)));
                methods.Add(type.FullName + "." + method.Name, new(
                    ReachedCode.Digest(ReachedCode.Of(method, callbacks: false)),
                    ReachedCode.Digest(ReachedCode.Of(method, callbacks: true)),
                    engine.ClosureOf(symbol, CancellationToken.None).Hash.ToString()));
            }
        }

        return new(methods);
    }

    private sealed record Verdict(string Least, string Most, string Hash);

    private sealed record Verdicts(SortedDictionary<string, Verdict> Methods);
}

/// <summary>A mutant and a memoized method.</summary>
/// <param name="Kind">Of the mutation.</param>
/// <param name="Text">Which one.</param>
/// <param name="LeastIsSame">What surely runs is the same.</param>
/// <param name="MostIsSame">All that the framework could call back is the same, too.</param>
/// <param name="HashIsSame">The closure hash is the same.</param>
internal sealed record Outcome(string Kind, string Text, bool LeastIsSame, bool MostIsSame, bool HashIsSame)
{
    public bool IsUnsafe => !LeastIsSame && HashIsSame;

    public bool IsImprecise => MostIsSame && !HashIsSame;
}
