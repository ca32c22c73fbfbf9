using Memo.Analyzers.Calls;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Findings;

/// <summary>Declared dependencies that nothing reads. Where something is run of which nobody knows what it reads, nothing is said.</summary>
internal static class UnreadDependencies
{
    /// <summary>The declarations, each with a phrase that says why it is not needed.</summary>
    public static IEnumerable<(DependencyEncoding Declaration, string Reason)> Of(MemoizedMethod method, ClosureEngine engine, CancellationToken cancellation)
    {
        if (!method.HasDependencies)
        {
            yield break;
        }

        var closure = engine.ClosureOf(method.Symbol, cancellation);
        if (engine.Assumptions.ReachBeyondSource
            || closure.Effects.Any(effect => effect.Kind is EffectKind.Unknown or EffectKind.Unverifiable)
            || !closure.Nodes[0].Summary.Invokes.IsEmpty
            || closure.Nodes.Any(node => node.IsTooDeep || (node != closure.Nodes[0] && engine.Assumptions.Accepts(node.Symbol))))
        {
            yield break;
        }

        foreach (var declaration in engine.Encodings.DependenciesOf(method))
        {
            if (declaration.Problem is null && WhyNotNeeded(declaration, method, closure, engine) is { } reason)
            {
                yield return (declaration, reason);
            }
        }
    }

    private const string Unread = "nothing that it runs reads it";

    private static string? WhyNotNeeded(DependencyEncoding declaration, MemoizedMethod method, Closure closure, ClosureEngine engine)
    {
        var declared = declaration.Declared;
        if (closure.Effects.Any(effect => Declarations.Covers(declared, effect, method.Symbol) || MayConcern(declared, effect)) || InnerDeclares(declared.Kind, closure, engine))
        {
            return null;
        }

        if (declared.Kind is DependencyKind.File or DependencyKind.Directory && closure.Nodes[0].Summary.HasTracedCalls)
        {
            return null; // it may be read through TrackedFile, which tells when the method runs
        }

        return declared.Kind switch
        {
            DependencyKind.File or DependencyKind.Directory => closure.Effects.Any(effect => Declarations.FindPart(declared, method.Symbol, effect) is not null) ? null : Unread,
            DependencyKind.Static => WhyStaticNotNeeded(declaration.Member!, closure, engine),
            _ => Unread,
        };
    }

    // Without saying by what name.
    private static bool MayConcern(DeclaredDependency declared, Effect effect) => declared.Kind switch
    {
        DependencyKind.File or DependencyKind.Directory =>
            (effect.Kind is EffectKind.ReadsFile or EffectKind.ReadsDirectory && effect.Template is null) || effect.Kind == EffectKind.PerformsIO,
        DependencyKind.Environment => effect is { Kind: EffectKind.Ambient, Detail: "environment variable", Template: null } or { Kind: EffectKind.PerformsIO },
        DependencyKind.Custom => effect.Kind is not (EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers),
        _ => false,
    };

    // What a call through the cache reads and declares itself is not told on.
    private static bool InnerDeclares(DependencyKind kind, Closure closure, ClosureEngine engine) => closure.Nodes.Any(node => node.Edges.Any(edge => edge.ThroughCache
        && edge.Target is IMethodSymbol inner && engine.MemoizedMethod(inner) is { } memoized && memoized.Dependencies.Any(dependency => dependency.Kind == kind)));

    private static string? WhyStaticNotNeeded(ISymbol member, Closure closure, ClosureEngine engine)
    {
        // Of a library's static, and of those of generic types, it is not told which one is read.
        if (!engine.Hierarchy.IsInSource(member) || member.ContainingType.IsGenericType
            || closure.Effects.Any(effect => effect.Kind == EffectKind.WritesStatic && SymbolEqualityComparer.Default.Equals(effect.Culprit, member)))
        {
            return null;
        }

        // A property that computes reads something else, and runs here.
        if (member is IPropertySymbol { GetMethod: { } getter } && closure.Nodes.Any(node => SymbolEqualityComparer.Default.Equals(node.Symbol, getter)))
        {
            return null;
        }

        return engine.Statics.Judge(member, null) is StaticState.Immutable or StaticState.Table ? "it cannot change" : Unread;
    }
}
