using System.Collections.Immutable;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Generation;
using Memo.Analyzers.Manifest;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers;

/// <summary>
/// Writes the manifest and the interceptors. It reports nothing: every diagnostic comes from an analyzer, which runs live.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class MemoizeGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step whose output is compared by value: an edit that changes nothing that runs ends there.</summary>
    internal const string OutputStep = "Output";

    internal const string FileName = "Memo.g.cs";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Does anything in the compilation carry [Memoize]? If not, nothing below runs.
        var any = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.MemoizeAttributeName, static (_, _) => true, static (_, _) => true)
            .Collect()
            .Select(static (found, _) => !found.IsEmpty);
        var files = context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path).Equals(Catalog.EffectCatalog.UserFileName, StringComparison.OrdinalIgnoreCase))
            .Collect();

        // The closure is computed anew for each compilation, and only its output is compared: a callee may lie in any file.
        var output = any.Combine(context.CompilationProvider).Combine(context.AnalyzerConfigOptionsProvider).Combine(files)
            .Select(static (input, cancellation) => input.Left.Left.Left || ProjectOptions.ExportsFrom(input.Left.Right.GlobalOptions)
                ? Generate(input.Left.Left.Right, input.Left.Right, input.Right, cancellation)
                : null)
            .WithTrackingName(OutputStep);
        context.RegisterImplementationSourceOutput(output, static (production, text) =>
        {
            if (text is not null)
            {
                production.AddSource(FileName, text);
            }
        });
    }

    private static string? Generate(
        Compilation compilation, AnalyzerConfigOptionsProvider options, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        if (ClosureEngine.For(compilation, files, options, cancellation) is not { } engine)
        {
            return null;
        }

        var project = ProjectOptions.Read(options.GlobalOptions);
        var text = engine.Ask(known => Write(known, engine, project, cancellation), cancellation);
        if (text is not null && project.KeepsBetweenBuilds)
        {
            engine.KeepForNextBuild();
        }

        return text;
    }

    private static string? Write(ClosureEngine engine, ClosureEngine current, ProjectOptions project, CancellationToken cancellation)
    {
        var calls = MemoizedCalls.Of(engine, cancellation);
        var exports = project.Exports ? new Exports(engine, cancellation) : null;
        var roots = calls.Methods.Select(method => method.Symbol).Concat(exports?.Members ?? []).ToList();
        if (roots.Count == 0)
        {
            return null;
        }

        if (ReferenceEquals(engine, current))
        {
            engine.SolveAll(roots, cancellation);
        }

        // The closures are put together on one processor: meanwhile, another one can look for the calls.
        var places = Task.Run(() => calls.Places(engine, current, cancellation), cancellation);
        foreach (var method in calls.Methods)
        {
            engine.ClosureOf(method.Symbol, cancellation);
        }

        return new InterceptorEmitter(engine, project, exports, cancellation).Emit(calls.Methods, CalledMethod.Of(calls.Methods, places.GetAwaiter().GetResult()));
    }
}
