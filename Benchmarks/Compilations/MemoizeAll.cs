using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Benchmarks.Compilations;

/// <summary>
/// Analyzers and generator on code that was never written for them, with every method memoized at once: they must not fail, and what they
/// find there can be drawn at random and judged by hand.
/// </summary>
internal sealed class MemoizeAll(MemoizedSources sources)
{
    private readonly ConcurrentQueue<string> _failures = [];

    /// <summary>False if anything failed.</summary>
    public async Task<bool> RunAsync(int sample, int seed, string rules)
    {
        var errors = sources.Compilation.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sources.Lines} lines, {sources.Compilation.SyntaxTrees.Length - 1} files, {sources.Methods} methods, {sources.Marked} of them memoized, {errors} compile errors ignored"));

        var (diagnostics, analyzers) = await TimedAsync(AnalyzeAsync);
        Console.WriteLine("analyzers " + analyzers);
        var (_, generator) = await TimedAsync(() => Task.FromResult(Generate()));
        Console.WriteLine("generator " + generator);

        foreach (var failure in _failures.Distinct())
        {
            Console.WriteLine("FAILED " + failure);
        }

        Console.WriteLine($"{_failures.Count} exceptions");
        foreach (var rule in diagnostics.GroupBy(diagnostic => (diagnostic.Id, diagnostic.Severity)).OrderBy(rule => rule.Key))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rule.Key.Id} {rule.Key.Severity,-7} {rule.Count(),6} in {rule.DistinctBy(Root).Count(),6} methods"));
        }

        var clean = sources.Marked - diagnostics.Where(Matters).DistinctBy(Root).Count();
        Console.WriteLine($"{clean} methods without a warning of MEMO1xx");
        Draw(diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id.StartsWith(rules, StringComparison.Ordinal)), sample, seed);
        return _failures.IsEmpty;
    }

    private static bool Matters(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id.StartsWith("MEMO1", StringComparison.Ordinal);

    private static (string?, int) Root(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is null ? (null, 0) : (diagnostic.Location.SourceTree.FilePath, MemoizedSources.Root(diagnostic).SourceSpan.Start);

    // Of findings, not of methods: who reads the warnings of a build reads each of them. But one of a method is enough to judge it by.
    private static void Draw(IEnumerable<Diagnostic> findings, int count, int seed)
    {
        var all = findings.Select(finding => (Finding: finding, Root: Root(finding)))
            .OrderBy(pair => pair.Root).ThenBy(pair => pair.Finding.Location.SourceSpan.Start).ThenBy(pair => pair.Finding.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .ToArray();
        new Random(seed).Shuffle(all);
        foreach (var (index, (finding, _)) in all.DistinctBy(pair => pair.Root).Take(count).Index())
        {
            Console.WriteLine($"\n{index + 1}. {finding.Id}: {finding.GetMessage(CultureInfo.InvariantCulture)}");
            Console.WriteLine("   in " + Line(MemoizedSources.Root(finding)));
            Console.WriteLine("   at " + Line(finding.Location));
            foreach (var culprit in finding.AdditionalLocations.Where(culprit => culprit.SourceTree is not null && culprit != finding.Location))
            {
                Console.WriteLine("   to " + Line(culprit));
            }
        }
    }

    private static string Line(Location location)
    {
        var start = location.GetLineSpan().StartLinePosition;
        var text = location.SourceTree!.GetText().Lines[start.Line].ToString().Trim();
        return string.Create(CultureInfo.InvariantCulture, $"{location.SourceTree.FilePath}:{start.Line + 1}: {text}");
    }

    private async Task<Diagnostic[]> AnalyzeAsync()
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, analyzer, _) => _failures.Enqueue($"{analyzer.GetType().Name}: {exception}"),
            concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return [.. await Anew().WithAnalyzers(GeneratedCompilation.Analyzers, options).GetAnalyzerDiagnosticsAsync()];
    }

    private GeneratorDriverRunResult Generate()
    {
        var result = GeneratedCompilation.Driver(sources.Compilation.SyntaxTrees[0].Options).RunGenerators(Anew()).GetRunResult();
        foreach (var exception in result.Results.Select(each => each.Exception).OfType<Exception>())
        {
            _failures.Enqueue("generator: " + exception);
        }

        return result;
    }

    private CSharpCompilation Anew() => GeneratedCompilation.Anew(sources.Compilation);

    // Processor time as well: what else runs on the machine does not count there.
    private static async Task<(T Result, string Time)> TimedAsync<T>(Func<Task<T>> run)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var result = await run();
        var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
        return (result, string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:F1} s, {processor.TotalSeconds:F1} s of processor time"));
    }
}
