using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>
/// The effects of one method, its callees' included, as seen by its caller, in the terms of its own parameters.
/// Bottom-up summaries with parameter-relative origins follow Sălcianu &amp; Rinard, "Purity and side effect analysis
/// for Java programs" (VMCAI 2005), with all fields of an object collapsed into one.
/// </summary>
internal sealed class EffectSummary
{
    /// <summary>Where a summary knows nothing yet: the start of the fixpoint inside a cycle of calls.</summary>
    public static readonly EffectSummary Bottom = new();

    /// <summary>The effects that depend on what the caller passes; every other one counts where the code is reached.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>What the result may be.</summary>
    public SummaryOrigins Result { get; init; } = SummaryOrigins.None;

    /// <summary>What can be reached from a result that the method made itself.</summary>
    public SummaryOrigins ResultContent { get; init; } = SummaryOrigins.None;

    /// <summary>The parameters and statics that the result may be, or be a part of; the type itself for the receiver.</summary>
    public ImmutableArray<ISymbol> ResultAliases { get; init; } = [];

    /// <summary>Origins that were stored into an argument or the receiver: (into, what).</summary>
    public ImmutableArray<(int Into, SummaryOrigins What)> Stores { get; init; } = [];

    /// <summary>Delegates that arrived through these are run: positions of parameters, −1 for the receiver.</summary>
    public ImmutableArray<(int Parameter, CallPath Path)> Invokes { get; init; } = [];

    /// <summary>How those are run.</summary>
    public ImmutableArray<(int Parameter, RunMode Mode)> Modes { get; init; } = [];

    /// <summary>What it changes, it may change after it has returned its task.</summary>
    public bool RunsInTask { get; init; }

    public RunMode ModeOf(int parameter) => Modes.FirstOrDefault(mode => mode.Parameter == parameter).Mode;

    /// <summary>Memoized calls with dependencies or an expiry run in there: what they read belongs to the trace of whoever is running.</summary>
    public bool HasTracedCalls { get; init; }

    /// <summary>Virtual calls on what the caller passes.</summary>
    public ImmutableArray<OpenCall> Opens { get; init; } = [];

    /// <summary>Nothing in it depends on what is passed: to be called by framework code, at no matter what, adds nothing.</summary>
    public bool IsIndependent => Effects.IsEmpty && Stores.IsEmpty && Invokes.IsEmpty && !HasTracedCalls;

    /// <summary>Something comes out of it that nobody knows what it runs.</summary>
    public bool GivesUnseen => Result.Unseen || ResultContent.Unseen;

    public EffectSummary Without(Func<Effect, bool> covered) => new()
    {
        Effects = [.. Effects.Where(effect => !covered(effect))],
        Result = Result,
        ResultContent = ResultContent,
        ResultAliases = ResultAliases,
        Stores = Stores,
        Invokes = Invokes,
        Modes = Modes,
        RunsInTask = RunsInTask,
        Opens = Opens,
        HasTracedCalls = HasTracedCalls,
    };

    /// <summary>Whether it says the same as <paramref name="other"/>, which was found in the round before.</summary>
    public bool SameAs(EffectSummary other)
    {
        if (HasTracedCalls != other.HasTracedCalls || RunsInTask != other.RunsInTask || !Modes.SequenceEqual(other.Modes) || !Result.Equals(other.Result) || !ResultContent.Equals(other.ResultContent)
            || Effects.Length != other.Effects.Length || Opens.Length != other.Opens.Length || Stores.Length != other.Stores.Length || Invokes.Length != other.Invokes.Length)
        {
            return false;
        }

        for (var i = 0; i < Effects.Length; i++)
        {
            // A longer way is no news. What goes round in a cycle of calls gets longer with each round, and the rounds would not end.
            if (!Effects[i].Cause.Equals(other.Effects[i].Cause) || !Equals(Effects[i].Through, other.Effects[i].Through) || Effects[i].Path.Length < other.Effects[i].Path.Length)
            {
                return false;
            }
        }

        return Stores.SequenceEqual(other.Stores)
            && ResultAliases.SequenceEqual(other.ResultAliases, SymbolEqualityComparer.Default)
            && Invokes.Select(i => i.Parameter).SequenceEqual(other.Invokes.Select(i => i.Parameter));
    }
}

/// <summary>Origins in the terms of a method's interface.</summary>
/// <param name="Parameters">Bit i: the parameter at position i or something inside of it; bit 62: the receiver.</param>
/// <param name="Unknown">It may be something that nobody can tell, a static included.</param>
/// <param name="Fresh">It may be an object that the method made.</param>
/// <param name="Unseen">It may be an object that code made which is accepted by hand: if it can be run, nobody knows what it runs.</param>
internal readonly record struct SummaryOrigins(ulong Parameters, bool Unknown, bool Fresh, bool Unseen = false)
{
    public const int Receiver = DispatchSubject.Receiver;

    public static readonly SummaryOrigins None = new(0, false, false);

    public bool Has(int parameter) => (Parameters & (1UL << parameter)) != 0;
}
