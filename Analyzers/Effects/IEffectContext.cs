using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Referenced;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>What the visitor of one unit asks the engine that solves the whole closure.</summary>
internal interface IEffectContext
{
    TypeTraits Traits { get; }
    TypeHierarchy Hierarchy { get; }
    OperationCalls Calls { get; }
    EffectCatalog Catalog { get; }

    TypeArgumentEffects TypeArguments { get; }
    HiddenTexts Texts { get; }
    ReferencedManifests Manifests { get; }
    OutsideTypes Outside { get; }
    StaticMembers Statics { get; }

    /// <summary>The summary of code in the compilation; <see cref="EffectSummary.Bottom"/> while a cycle is being solved.</summary>
    EffectSummary SummaryOf(ISymbol unit);

    /// <summary>
    /// As <see cref="SummaryOf"/>, for a call that goes through the cache: what the callee declares is checked at run time
    /// and becomes part of the caller's trace, so it is no effect of the caller.
    /// </summary>
    EffectSummary SummaryThroughCache(IMethodSymbol memoized);

    /// <summary>Whether a method is memoized with dependencies or an expiry, which an outer call inherits while it runs.</summary>
    bool IsTraced(ISymbol method);

    /// <summary>Whether a call of a memoized method is intercepted.</summary>
    bool GoesThroughCache(CodeCall call);

    /// <summary>Whether a declaration accepts the member as pure by hand.</summary>
    bool IsAssumedPure(ISymbol member);
}
