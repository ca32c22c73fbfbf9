using System.Runtime.CompilerServices;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Generation;

/// <summary>The memoized methods of a compilation, and where its code calls them.</summary>
internal sealed class MemoizedCalls
{
    private static readonly ConditionalWeakTable<ClosureEngine, MemoizedCalls> s_known = new();

    private readonly object _gate = new();
    private Dictionary<SyntaxTree, List<(IMethodSymbol Method, InterceptableLocation Place)>>? _files;

    private MemoizedCalls(IReadOnlyList<MemoizedMethod> methods) => Methods = methods;

    /// <summary>By declaration id, in ordinal order.</summary>
    public IReadOnlyList<MemoizedMethod> Methods { get; }

    /// <summary>The methods alone: the places are not looked for yet.</summary>
    public static MemoizedCalls Of(ClosureEngine engine, CancellationToken cancellation) =>
        s_known.GetValue(engine, each => new(each.Former is { } former ? Of(former, cancellation).Methods : FindMethods(each, cancellation)));

    /// <summary>Where each method, a generic one for each choice of type arguments, is called so that the call can be intercepted.</summary>
    /// <param name="engine">What the closures come from.</param>
    /// <param name="current">Of the compilation as it is now: the same, unless the other one goes on from a former build.</param>
    /// <param name="cancellation">Stops it.</param>
    public Dictionary<IMethodSymbol, List<InterceptableLocation>> Places(ClosureEngine engine, ClosureEngine current, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _files ??= FindFiles(engine, current, cancellation);
        }

        var places = new Dictionary<IMethodSymbol, List<InterceptableLocation>>(SymbolEqualityComparer.Default);
        foreach (var tree in current.Compilation.SyntaxTrees)
        {
            foreach (var (method, place) in _files[tree])
            {
                if (!places.TryGetValue(method, out var known))
                {
                    places.Add(method, known = []);
                }

                known.Add(place);
            }
        }

        return places;
    }

    private Dictionary<SyntaxTree, List<(IMethodSymbol Method, InterceptableLocation Place)>> FindFiles(
        ClosureEngine engine, ClosureEngine current, CancellationToken cancellation)
    {
        var former = engine.Former is { } before ? Of(before, cancellation)._files : null;
        var names = new NamedPlaces(Methods.Select(method => method.Symbol.Name));
        var files = new Dictionary<SyntaxTree, List<(IMethodSymbol Method, InterceptableLocation Place)>>();
        foreach (var tree in current.Compilation.SyntaxTrees)
        {
            // The same text at the same path has the same places, and where the same is declared it calls the same methods.
            files.Add(tree, former is not null && engine.Unedited(tree) is { } same && former.TryGetValue(same, out var known) ? known
                : FindIn(tree, names, engine, current, cancellation));
        }

        return files;
    }

    private static List<(IMethodSymbol Method, InterceptableLocation Place)> FindIn(
        SyntaxTree tree, NamedPlaces names, ClosureEngine engine, ClosureEngine current, CancellationToken cancellation)
    {
        var calls = new List<(IMethodSymbol, InterceptableLocation)>();
        foreach (var token in names.TokensIn(tree, cancellation))
        {
            if (token.Parent is SimpleNameSyntax name && Interception.CallBy(name) is { } syntax
                && current.Model(tree).GetOperation(syntax, cancellation) is IInvocationOperation invocation
                && Interception.WhyNot(invocation, current.Encodings) is null
                && current.Model(tree).GetInterceptableLocation(syntax, cancellation) is { } place
                && engine.Own(invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod, cancellation) is IMethodSymbol method)
            {
                calls.Add((method, place));
            }
        }

        return calls;
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
}
