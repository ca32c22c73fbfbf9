using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>How code is reached.</summary>
internal enum CallKind
{
    /// <summary>A call of a method, accessor, operator or constructor, written or implied.</summary>
    Direct,

    /// <summary>A delegate made from a method: its code counts where the delegate is created.</summary>
    MethodGroup,

    /// <summary>
    /// Framework code was handed a value of a user's type and may call whatever that type overrides or implements
    /// of the framework: <c>Equals</c>, <c>GetHashCode</c>, <c>CompareTo</c>, <c>ToString</c>, <c>Dispose</c>, …
    /// </summary>
    Contract,

    /// <summary>Generic code runs what the types give it that derive from the type that it is in.</summary>
    Inherited,

    /// <summary>The initializer of a static field that is read, or a static constructor.</summary>
    StaticInitializer,

    /// <summary>A static initializer that runs on the same first touch but whose value is not read here: its effects count, its text does not.</summary>
    StaticNeighbour,
}

/// <summary>One edge of the call graph: code that an operation runs.</summary>
/// <param name="Kind">How it is reached.</param>
/// <param name="Target">A method; the static field or property whose initializer runs; or a user's type whose contract members may run.</param>
/// <param name="Site">The operation that runs it.</param>
/// <param name="Receiver">The object it is called on, if it is written in the source.</param>
/// <param name="Arguments">The values for its parameters, by position; null where the compiler makes them up.</param>
/// <param name="IsVirtual">The run-time type of the receiver decides.</param>
internal sealed record CodeCall(
    CallKind Kind,
    ISymbol Target,
    IOperation Site,
    IOperation? Receiver,
    ImmutableArray<IOperation?> Arguments,
    bool IsVirtual)
{
    /// <summary>For a virtual call: what is known of the type that decides.</summary>
    public DispatchSubject Subject { get; init; } = DispatchSubject.Open;

    /// <summary>For a virtual call of the compilation's own member: the type that the deciding one is or derives from.</summary>
    public INamedTypeSymbol? Root { get; init; }
}
