using System.Collections.Immutable;
using Memo.Analyzers.Effects;

namespace Memo.Analyzers.Catalog;

/// <summary>What one line of the effect catalog says about code without source.</summary>
internal sealed class CatalogEntry
{
    /// <summary>The result is a new object; what is in it may come from the arguments.</summary>
    public bool IsFresh { get; init; }

    /// <summary>The result is the receiver (<c>this</c>) or the parameter of this name.</summary>
    public string? Returns { get; init; }

    /// <summary>The result may be, or hold, an object that others hold as well, and that did not come along with the call.</summary>
    public bool IsShared { get; init; }

    /// <summary>It tells the memoized methods that are running what it reads, so that it is no effect of theirs.</summary>
    public bool IsTraced { get; init; }

    public bool MutatesReceiver { get; init; }

    /// <summary>Names of parameters whose objects are changed.</summary>
    public ImmutableArray<string> Mutates { get; init; } = [];

    public ImmutableArray<CatalogEffect> Effects { get; init; } = [];

    /// <summary>Compares elements or keys with a comparer that may be the current culture's.</summary>
    public DefaultComparison? Comparison { get; init; }
}

/// <param name="Kind">What kind of effect.</param>
/// <param name="Detail">What in particular, in words.</param>
/// <param name="Parameter">For files, directories and environment variables: the parameter that names it (<c>this</c> for the receiver).</param>
/// <param name="Condition">When the effect does not happen.</param>
internal sealed record CatalogEffect(EffectKind Kind, string Detail, string? Parameter, CatalogCondition? Condition);

/// <summary><c>unless invariant(provider)</c>: the argument for this parameter decides.</summary>
internal sealed record CatalogCondition(string Predicate, string Parameter);
