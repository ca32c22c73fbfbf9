using Memo.Analyzers.Effects;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Closures.Edits;

/// <summary>
/// What was found out about a compilation, as far as it holds for a later one in which some bodies differ. Units that cannot reach a body
/// that differs stay as they are; those that can are summarized again; only the bodies themselves are bound again. Wherever it is not
/// certain that this gives what an analysis from scratch gives, it does not hold.
/// </summary>
internal sealed class TakenOver(ClosureEngine former, ClosureEngine current, CodeEdits edits)
{
    private readonly Dictionary<CodeNode, bool> _isAffected = [];
    private readonly HashSet<ISymbol> _encodings = new(SymbolEqualityComparer.Default);
    private readonly object _gate = new();
    private volatile bool _fails;
    private int _verdicts;

    public ClosureEngine Former => former;

    public ClosureEngine Current => current;

    public CodeEdits Edits => edits;

    /// <summary>The node of a unit: the former one, a copy that is to be summarized again, or null for code that differs.</summary>
    public CodeNode? Node(ISymbol unit, out int number, CancellationToken cancellation)
    {
        var known = former.Solve(unit, cancellation);
        number = known.Number;
        return !IsAffected(known, cancellation) ? known : edits.Change(unit) ? null : known.Unsolved();
    }

    /// <summary>Whether a unit runs, or may run, code that differs.</summary>
    public bool IsAffected(CodeNode node, CancellationToken cancellation)
    {
        lock (former.Gate)
        {
            return _isAffected.TryGetValue(node, out var known) ? known : Find(node, cancellation);
        }
    }

    /// <summary>The former closure of a root that reaches nothing that differs; else null.</summary>
    public Closure? Closure(CodeNode start, ISymbol root, CancellationToken cancellation) =>
        ReferenceEquals(former.Solve(root, cancellation), start) && !IsAffected(start, cancellation)
        && new ClosureWalk(former, start, root, static _ => null, cancellation).FollowsCodeOnly
        && former.ClosureOf(root, cancellation) is var closure
        // What is seen through runs code that no unit of it says.
        && (!closure.IsSeenThrough || closure.Nodes.All(node => !IsAffected(node, cancellation)))
            ? closure
            : null;

    /// <summary>Where it is in the later compilation.</summary>
    public Location Place(Location location)
    {
        if (edits.ToNew(location) is { } found)
        {
            return found;
        }

        _fails = true;
        return location;
    }

    /// <summary>The former compilation's symbol for one of the later.</summary>
    public ISymbol? ToFormer(ISymbol symbol, CancellationToken cancellation)
    {
        if (symbol.DeclaringSyntaxReferences is [var part, ..] && edits.ToOld(part.GetSyntax(cancellation)) is { } declaration
            && former.Compilation.ContainsSyntaxTree(declaration.SyntaxTree)
            && former.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is { } found
            // A declaration may stand for more than one: a member of an extension block, and the method that the compiler makes of it.
            && SymbolNames.DeclarationId(found) == SymbolNames.DeclarationId(symbol))
        {
            return found;
        }

        return GiveUp();
    }

    /// <summary>Nothing is found in the former compilation: then nothing that has been found with it holds.</summary>
    public ISymbol? GiveUp()
    {
        _fails = true;
        return null;
    }

    /// <summary>Whether all that has been found with it holds: what it takes for granted of statics and of results is as it was.</summary>
    public bool Holds(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_fails)
            {
                _fails = !StaticsAreAsBefore(cancellation) || !EncodingsAreAsBefore(cancellation);
            }

            return !_fails;
        }
    }

    private bool Find(CodeNode start, CancellationToken cancellation)
    {
        var reached = new List<CodeNode> { start };
        var callers = new Dictionary<CodeNode, List<CodeNode>> { [start] = [] };
        var affected = new Stack<CodeNode>();
        for (var i = 0; i < reached.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var node = reached[i];
            // Where not all is known that it calls, any edit may be one of it.
            _fails |= node.IsTooDeep;
            _fails |= node.TellsLines && node.Unit.Operations.Any(operation => edits.Touch(operation.Syntax.SyntaxTree));
            if (edits.Change(node.Symbol))
            {
                affected.Push(node);
            }

            foreach (var callee in node.Reached(former, cancellation))
            {
                if (_isAffected.TryGetValue(callee, out var known))
                {
                    if (known)
                    {
                        affected.Push(node);
                    }
                }
                else if (callers.TryGetValue(callee, out var others))
                {
                    others.Add(node);
                }
                else
                {
                    callers.Add(callee, [node]);
                    reached.Add(callee);
                }
            }
        }

        foreach (var node in reached)
        {
            _isAffected.Add(node, false);
        }

        while (affected.Count > 0)
        {
            var node = affected.Pop();
            if (!_isAffected[node])
            {
                _isAffected[node] = true;
                callers[node].ForEach(affected.Push);
            }
        }

        return _isAffected[start];
    }

    private bool StaticsAreAsBefore(CancellationToken cancellation)
    {
        foreach (var verdict in former.Statics.VerdictsFrom(_verdicts))
        {
            if ((verdict.Trees.Any(edits.Touch) || edits.Name(verdict.Names))
                && !(ToCurrent(verdict.Member, cancellation) is { } member && current.StaticsAfter(former).Judge(member, null) == verdict.State))
            {
                return false;
            }

            _verdicts++;
        }

        return true;
    }

    private bool EncodingsAreAsBefore(CancellationToken cancellation)
    {
        foreach (var encoding in former.Encodings.ByCode)
        {
            if (!encoding.Looked.Any(edits.Touch) || _encodings.Contains(encoding.Method))
            {
                continue;
            }

            if (ConstructedMethods.IsGeneric(encoding.Method) || !(ToCurrent(encoding.Method, cancellation) is IMethodSymbol method && current.Encodings.EncodingOf(method).Decided == encoding.Decided))
            {
                return false;
            }

            _encodings.Add(encoding.Method);
        }

        return true;
    }

    private ISymbol? ToCurrent(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences is [var part, ..] && edits.ToNew(part.GetSyntax(cancellation)) is { } declaration
            ? current.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation)
            : null;
}
