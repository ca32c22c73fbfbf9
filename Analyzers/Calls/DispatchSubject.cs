using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>What a unit of code knows of the run-time type that decides a virtual call.</summary>
internal enum SubjectKind
{
    /// <summary>Nothing beyond the static type: any type that the closure holds may be there.</summary>
    Open,

    /// <summary>Exactly these types.</summary>
    Exact,

    /// <summary>Whatever the caller passes for a parameter, or as the receiver.</summary>
    Parameter,

    /// <summary>Whatever the caller passes as a type argument of the method.</summary>
    TypeParameter,
}

/// <param name="Kind">What is known.</param>
/// <param name="Ordinal">The position of the parameter or type parameter; <see cref="Receiver"/> for the receiver.</param>
/// <param name="Types">For <see cref="SubjectKind.Exact"/>.</param>
internal readonly record struct DispatchSubject(SubjectKind Kind, int Ordinal, ImmutableArray<INamedTypeSymbol> Types)
{
    /// <summary>The receiver's place among the parameters.</summary>
    public const int Receiver = 62;

    public static DispatchSubject Open { get; } = new(SubjectKind.Open, -1, []);

    public static DispatchSubject OfParameter(int ordinal) => ordinal < Receiver ? new(SubjectKind.Parameter, ordinal, []) : Open;

    public static DispatchSubject OfReceiver { get; } = new(SubjectKind.Parameter, Receiver, []);

    public static DispatchSubject OfTypeParameter(int ordinal) => new(SubjectKind.TypeParameter, ordinal, []);

    public static DispatchSubject Exactly(INamedTypeSymbol type) => new(SubjectKind.Exact, -1, [type.OriginalDefinition]);

    /// <summary>One of two values is there.</summary>
    public DispatchSubject Or(DispatchSubject other) =>
        Equals(other) ? this
        : Kind == SubjectKind.Exact && other.Kind == SubjectKind.Exact ? new(SubjectKind.Exact, -1, Types.AddRange(other.Types))
        : Open;

    public bool Equals(DispatchSubject other) =>
        Kind == other.Kind && Ordinal == other.Ordinal && Types.SequenceEqual<INamedTypeSymbol>(other.Types, SymbolEqualityComparer.Default);

    public override int GetHashCode() => ((int)Kind * 397) ^ Ordinal;
}
