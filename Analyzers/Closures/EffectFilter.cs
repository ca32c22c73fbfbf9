using System.Collections.Immutable;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Symbols;

namespace Memo.Analyzers.Closures;

/// <summary>What of the effects of code counts for a root that reaches it in a certain way.</summary>
internal readonly record struct EffectFilter(bool CultureOnly, bool Deterministic, bool VisibleOnly, bool Undeclared, ImmutableHashSet<MemoizedMethod> Covering)
{
    public static EffectFilter None { get; } = new(false, false, false, false, ImmutableHashSet<MemoizedMethod>.Empty);

    /// <summary>What lies behind is checked whenever the memoized method answers.</summary>
    public EffectFilter CoveredBy(MemoizedMethod method) => this with { Covering = Covering.Add(method) };

    /// <summary>What is left of an effect; null for nothing.</summary>
    public Effect? Apply(Effect effect)
    {
        var isCulture = effect.Kind is EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers;
        if (CultureOnly)
        {
            return isCulture ? effect with { Kind = EffectKind.ReadsCultureOfIntegers } : null;
        }

        if (Deterministic && effect.Kind == EffectKind.Nondeterministic)
        {
            return null;
        }

        if (VisibleOnly && effect.Kind is not (EffectKind.WritesStatic or EffectKind.PerformsIO or EffectKind.Output or EffectKind.Unverifiable))
        {
            return null;
        }

        if (Undeclared)
        {
            return effect with { Template = null, IsInitial = true };
        }

        foreach (var method in Covering)
        {
            if (Declarations.Cover(method, effect))
            {
                return null;
            }
        }

        return effect;
    }

    public bool Equals(EffectFilter other) =>
        CultureOnly == other.CultureOnly && Deterministic == other.Deterministic && VisibleOnly == other.VisibleOnly && Undeclared == other.Undeclared
        && Covering.SetEquals(other.Covering);

    public override int GetHashCode() => (CultureOnly ? 1 : 0) | (Deterministic ? 2 : 0) | (VisibleOnly ? 4 : 0) | (Undeclared ? 8 : 0) | (Covering.Count << 4);
}
