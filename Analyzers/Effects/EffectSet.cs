using System.Collections.Immutable;

namespace Memo.Analyzers.Effects;

/// <summary>Effects, each cause once, by its shortest path.</summary>
internal sealed class EffectSet
{
    private const int MostConditions = 8;

    private readonly Dictionary<(EffectCause Cause, DispatchedThrough? Through), Effect> _effects = [];
    private readonly Dictionary<EffectCause, int> _conditions = [];

    /// <summary>Returns whether anything is new.</summary>
    public bool Add(Effect effect)
    {
        var cause = effect.Cause;
        if (effect.Through is not null && !_effects.ContainsKey((cause, effect.Through)))
        {
            // Many conditions are as good as none.
            _conditions.TryGetValue(cause, out var count);
            _conditions[cause] = count + 1;
            effect = count < MostConditions ? effect : effect with { Through = null };
        }

        if (_effects.TryGetValue((cause, effect.Through), out var known) && known.Path.Length <= effect.Path.Length)
        {
            return false;
        }

        _effects[(cause, effect.Through)] = effect;
        return true;
    }

    public ImmutableArray<Effect> Where(Func<Effect, bool> accepts) => [.. _effects.Values.Where(accepts)];
}
