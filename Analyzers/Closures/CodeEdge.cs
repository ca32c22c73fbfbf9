using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Effects;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>What a unit of code runs in one way: known code, or code that a run-time type decides.</summary>
internal sealed class CodeEdge
{
    private CodeNode[]? _nodes;
    private (int Type, CodeNode Node)[]? _candidates;

    public CodeEdge(CallKind kind, ISymbol target, IOperation? site, ImmutableArray<ISymbol> targets)
    {
        Kind = kind;
        Target = target;
        Site = site;
        Targets = targets;
    }

    public CallKind Kind { get; }

    /// <summary>What is called, as it is declared: a member, or a user's type whose contract members may be called.</summary>
    public ISymbol Target { get; }

    /// <summary>The first operation that does it; null for what the compiler implies.</summary>
    public IOperation? Site { get; }

    /// <summary>All code that it may run, whatever types there are in the compilation.</summary>
    public ImmutableArray<ISymbol> Targets { get; }

    /// <summary>For a virtual call that the types in the closure decide: the type that theirs are or derive from.</summary>
    public INamedTypeSymbol? Root { get; init; }

    /// <summary>Who decides the virtual call; a parameter is resolved where the unit is called.</summary>
    public DispatchSubject Subject { get; init; } = DispatchSubject.Open;

    /// <summary>The call goes through the cache: what the callee declares is checked when it runs.</summary>
    public bool ThroughCache { get; init; }

    /// <summary>The local function that does it; null for the unit itself.</summary>
    public IMethodSymbol? Function { get; init; }

    /// <summary>For a call that a callee makes on what is passed to it: the calls on the way there.</summary>
    public CallPath? Path { get; init; }

    /// <summary>The target is the same whatever types the closure holds.</summary>
    public bool IsFixed => Root is null && Target is not INamedTypeSymbol;

    /// <summary>The same edge, to whatever its targets are by now.</summary>
    public CodeEdge Unresolved() => new(Kind, Target, Site, Targets) { Root = Root, Subject = Subject, ThroughCache = ThroughCache, Function = Function, Path = Path };

    public CodeNode[] Nodes(ClosureEngine engine, CancellationToken cancellation) =>
        _nodes ??= [.. Targets.Select(target => engine.Node(target, cancellation))];

    /// <summary>What it runs for each type that a closure may hold, by the type's number; −1 for what it runs in any case.</summary>
    public (int Type, CodeNode Node)[] Candidates(ClosureEngine engine, CancellationToken cancellation)
    {
        if (_candidates is { } known)
        {
            return known;
        }

        var found = new List<(int, CodeNode)>();
        if (Kind == CallKind.Inherited)
        {
            foreach (var (holder, giver) in engine.Calls.Inherited.To(Root!))
            {
                found.Add((engine.NumberOf(holder), engine.Solve(giver, cancellation)));
            }
        }
        else if (Target is INamedTypeSymbol type)
        {
            AddContracts(type);
            foreach (var derived in engine.Hierarchy.DerivedFrom(type))
            {
                AddContracts(derived);
            }
        }
        else if (Root is not null)
        {
            foreach (var (receiver, code) in engine.Hierarchy.Targets((IMethodSymbol)Target, Root))
            {
                found.Add((engine.NumberOf(receiver), engine.Solve(code, cancellation)));
            }
        }
        else
        {
            foreach (var node in Nodes(engine, cancellation))
            {
                found.Add((-1, node));
            }
        }

        return _candidates = [.. found];

        void AddContracts(INamedTypeSymbol candidate)
        {
            foreach (var member in engine.Contracts.OwnOf(candidate))
            {
                // A struct is there without anyone making it.
                found.Add((candidate.IsValueType ? -1 : engine.NumberOf(candidate), engine.Solve(member, cancellation)));
            }
        }
    }
}
