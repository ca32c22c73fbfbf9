using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>
/// One effect as the caller of a method sees it.
/// </summary>
/// <param name="Kind">What kind of effect it is.</param>
/// <param name="Detail">What in particular: <c>clock</c>, <c>reflection</c>, the name of a static…; part of the identity of a cause.</param>
/// <param name="Culprit">The member that concerns it; two effects with the same kind, detail and culprit are one cause.</param>
/// <param name="Location">Where the culprit is used.</param>
/// <param name="Path">The calls that lead there, from the method that has the effect.</param>
/// <param name="Unless">For culture: the parameter that decides; a caller that passes the invariant culture does not have the effect.</param>
/// <param name="Through">The virtual calls that lead there; null when there are none.</param>
/// <param name="Template">For file and directory reads: the path in terms of the method's parameters, if it is known.</param>
internal sealed record Effect(
    EffectKind Kind, string Detail, ISymbol? Culprit, Location Location, CallPath Path, PathTemplate? Template = null, int? Unless = null, DispatchedThrough? Through = null)
{
    /// <summary>The detail of a change that is not of the argument or receiver itself but of something that it holds.</summary>
    public const string Inside = "inside";

    /// <summary>It was had once in the process, when a type was initialized: no declaration can stand for that moment.</summary>
    public bool IsInitial { get; init; }

    /// <summary>For a change: the class of what is changed, where the code that changes it says so.</summary>
    public ITypeSymbol? Changed { get; init; }

    /// <summary>For what a serializer is given whose type is a type parameter of the method: its number. Who calls knows the type.</summary>
    public int? OfTypeParameter { get; init; }

    /// <summary>Where, in the method that owns the effect, the way to the culprit begins.</summary>
    public Location Entry => Path.Entry;

    /// <summary>What the method is called with decides about it: its callers have to look. Any other effect is there whoever calls.</summary>
    public bool DependsOnCaller =>
        Kind is EffectKind.MutatesArgument or EffectKind.MutatesReceiver || Unless is not null || OfTypeParameter is not null || Template is { HasParameters: true };

    /// <summary>The same, where nobody knows what the method is called with.</summary>
    public Effect ForAnyone() => this with { Unless = null, Template = null, OfTypeParameter = null };

    public EffectCause Cause => new(Kind, Detail, Culprit, Template, Unless, IsInitial, Changed, OfTypeParameter);
}

/// <summary>What makes two effects one finding.</summary>
internal readonly record struct EffectCause(EffectKind Kind, string Detail, ISymbol? Culprit, PathTemplate? Template, int? Unless, bool IsInitial, ITypeSymbol? Changed, int? OfTypeParameter)
{
    public bool Equals(EffectCause other) =>
        Kind == other.Kind && Detail == other.Detail && SymbolEqualityComparer.Default.Equals(Culprit, other.Culprit)
        && Equals(Template, other.Template) && Unless == other.Unless && IsInitial == other.IsInitial && OfTypeParameter == other.OfTypeParameter
        && SymbolEqualityComparer.Default.Equals(Changed, other.Changed);

    public override int GetHashCode() => ((int)Kind * 397) ^ StringComparer.Ordinal.GetHashCode(Detail)
        ^ SymbolEqualityComparer.Default.GetHashCode(Culprit);
}

/// <summary>A chain of calls, shared from its tail: the step in one method, then the path inside the callee.</summary>
/// <param name="Member">What is used in this step.</param>
/// <param name="Entry">Where it is used.</param>
/// <param name="Rest">The way on from there; null where the culprit is reached.</param>
internal sealed record CallPath(ISymbol? Member, Location Entry, CallPath? Rest)
{
    public int Length { get; } = 1 + (Rest?.Length ?? 0);
}
