namespace Memo.Analyzers.Effects;

/// <summary>A set of kinds of effects.</summary>
internal readonly record struct EffectKinds(int Bits)
{
    public bool IsEmpty => Bits == 0;

    public static EffectKinds Of(EffectKind kind) => new(1 << (int)kind);

    public static EffectKinds operator |(EffectKinds left, EffectKinds right) => new(left.Bits | right.Bits);

    public bool Has(EffectKind kind) => (Bits & (1 << (int)kind)) != 0;
}
