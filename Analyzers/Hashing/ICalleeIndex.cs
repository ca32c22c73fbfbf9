using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Hashing;

/// <summary>The callees of one unit by position: in a hash, a callee is its place, and what it does is its own hash.</summary>
internal interface ICalleeIndex
{
    /// <summary>How many there are so far.</summary>
    int Count { get; }

    /// <summary>What is asked for from here on belongs to a local function; null for the unit itself. Returns what it belonged to before.</summary>
    IMethodSymbol? Enter(IMethodSymbol? function);

    /// <summary>What an operation itself runs.</summary>
    ImmutableArray<CodeCall> CallsOf(IOperation operation);

    /// <summary>The position of what a call runs, given at its first use.</summary>
    int IndexOf(CodeCall call);

    /// <summary>As <see cref="IndexOf"/>, for what the compiler calls without an operation that says so.</summary>
    int IndexOfImplied(ISymbol target);
}
