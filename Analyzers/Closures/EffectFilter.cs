using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>What of the effects of code counts for a root that reaches it in a certain way.</summary>
internal readonly record struct EffectFilter(bool CultureOnly, bool Deterministic, bool VisibleOnly, bool Undeclared, ImmutableHashSet<MemoizedMethod> Covering)
{
    public static EffectFilter None { get; } = new(false, false, false, false, ImmutableHashSet<MemoizedMethod>.Empty);

    /// <summary>
    /// The type whose static constructor is running, as long as the code that runs is the type's own. It runs before anyone sees a
    /// static of the type, whoever comes first, so nobody misses the values that it gives to them.
    /// </summary>
    public INamedTypeSymbol? Initialized { get; init; }

    public EffectFilter Enter(CallKind kind, ISymbol code) => this with
    {
        // Of a generic type, it may be the static of another instantiation that is assigned.
        Initialized = kind == CallKind.StaticInitializer && code is IMethodSymbol { MethodKind: MethodKind.StaticConstructor, ContainingType: { } type } && !IsInGeneric(type) ? type
            : kind == CallKind.Direct && SymbolEqualityComparer.Default.Equals(code.ContainingType, Initialized) ? Initialized
            : null,
    };

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

        // Plain values only: an object that a static holds may be known by another name.
        if (effect is { Kind: EffectKind.WritesStatic, Culprit: { } assigned } && SymbolEqualityComparer.Default.Equals(assigned.ContainingType, Initialized)
            && IsPlain((assigned as IFieldSymbol)?.Type ?? (assigned as IPropertySymbol)?.Type))
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

    private static bool IsPlain(ITypeSymbol? type) => type is { IsUnmanagedType: true } or { SpecialType: SpecialType.System_String };

    private static bool IsInGeneric(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsInGeneric(outer));

    public bool Equals(EffectFilter other) =>
        CultureOnly == other.CultureOnly && Deterministic == other.Deterministic && VisibleOnly == other.VisibleOnly && Undeclared == other.Undeclared
        && SymbolEqualityComparer.Default.Equals(Initialized, other.Initialized) && Covering.SetEquals(other.Covering);

    public override int GetHashCode() => (CultureOnly ? 1 : 0) | (Deterministic ? 2 : 0) | (VisibleOnly ? 4 : 0) | (Undeclared ? 8 : 0) | (Covering.Count << 4);
}
