using System.Collections.Immutable;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Generation;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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
            .Select(static (input, cancellation) => input.Left.Left.Left
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

        var methods = FindMethods(engine, cancellation);
        if (methods.Count == 0)
        {
            return null;
        }

        engine.SolveAll([.. methods.Select(method => method.Symbol)], cancellation);
        // The closures are put together on one processor: meanwhile, another one can look for the calls.
        var calls = Task.Run(() => FindCalls(methods, engine, cancellation), cancellation);
        foreach (var method in methods)
        {
            engine.ClosureOf(method.Symbol, cancellation);
        }

        return new InterceptorEmitter(engine, ProjectOptions.Read(options.GlobalOptions), cancellation).Emit(methods, calls.GetAwaiter().GetResult());
    }

    private static List<MemoizedMethod> FindMethods(ClosureEngine engine, CancellationToken cancellation)
    {
        var methods = new SortedDictionary<string, MemoizedMethod>(StringComparer.Ordinal);
        foreach (var tree in engine.Compilation.SyntaxTrees)
        {
            foreach (var node in engine.Marked.Methods(tree, cancellation))
            {
                if (engine.Model(tree).GetDeclaredSymbol(node, cancellation) is IMethodSymbol symbol
                    && MemoizedMethod.TryCreate(symbol.PartialDefinitionPart ?? symbol, engine.Types) is { } method)
                {
                    methods[SymbolNames.DeclarationId(method.Symbol)] = method;
                }
            }
        }

        return [.. methods.Values];
    }

    private static Dictionary<IMethodSymbol, List<InterceptableLocation>> FindCalls(
        IReadOnlyList<MemoizedMethod> methods, ClosureEngine engine, CancellationToken cancellation)
    {
        var names = new NamedPlaces(methods.Select(method => method.Symbol.Name));
        var calls = new Dictionary<IMethodSymbol, List<InterceptableLocation>>(SymbolEqualityComparer.Default);
        foreach (var tree in engine.Compilation.SyntaxTrees)
        {
            foreach (var token in names.TokensIn(tree, cancellation))
            {
                if (token.Parent is not SimpleNameSyntax name || Interception.CallBy(name) is not { } syntax
                    || engine.Model(tree).GetOperation(syntax, cancellation) is not IInvocationOperation invocation
                    || Interception.WhyNot(invocation, engine.Encodings) is not null
                    || engine.Model(tree).GetInterceptableLocation(syntax, cancellation) is not { } location)
                {
                    continue;
                }

                var method = (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition;
                if (!calls.TryGetValue(method, out var locations))
                {
                    calls.Add(method, locations = []);
                }

                locations.Add(location);
            }
        }

        return calls;
    }
}
