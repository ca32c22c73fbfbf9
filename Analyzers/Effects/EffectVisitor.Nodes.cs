using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>The graph of objects: what a node stands for, what has been put into it, what can be reached.</summary>
internal sealed partial class EffectVisitor
{
    private int AddNode(NodeKind kind, ISymbol? symbol, bool isInside = false)
    {
        _nodes.Add(new(kind, symbol, isInside));
        return _nodes.Count - 1;
    }

    private static int ParameterNode(int ordinal) => FirstParameter + (2 * ordinal);

    private int InsideOf(int node) =>
        _nodes[node] is { Kind: NodeKind.This or NodeKind.Parameter, IsInside: false } ? node + 1 : node;

    private int Allocate(IOperation site)
    {
        if (!_allocations.TryGetValue(site, out var node))
        {
            _allocations.Add(site, node = AddNode(NodeKind.Fresh, null));
            _nodes[node].Type = site.Type;
            _nodes[node].Site = site.Syntax;
        }

        return node;
    }

    // A lambda or local function of an initializer runs whenever it is called: for it, its type is not under construction.
    // Nor is another instantiation of a generic type.
    private StaticState Judge(ISymbol member, bool isOther = false) => _context.Statics.Judge(member, _frames.Count == 0 && !isOther ? _unit.Symbol : null);

    private int StaticNode(ISymbol member)
    {
        if (!_staticNodes.TryGetValue(member, out var node))
        {
            _staticNodes.Add(member, node = AddNode(NodeKind.Static, member));
        }

        return node;
    }

    // What nobody has looked at yet can change without anyone having to look again.
    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);

    private OriginSet Variable(ISymbol variable)
    {
        _read.Add(variable);
        return _variables.TryGetValue(variable, out var known) ? known : OriginSet.Empty;
    }

    /// <summary>Puts something into an object: into a field of it, or, without one, anywhere.</summary>
    private void Fill(int node, OriginSet value, ISymbol? field = null) => _changed |= _nodes[node].Add(value, field) && _nodes[node].IsRead;

    private void AddToVariable(ISymbol variable, OriginSet value)
    {
        _variables.TryGetValue(variable, out var known);
        if (!known.Includes(value))
        {
            _variables[variable] = known | value;
            _changed |= _read.Contains(variable);
        }
    }

    /// <summary>What can be inside of the objects: what was put into one that this method made; for any other, the object stands for its inside.</summary>
    private OriginSet Read(OriginSet owners, ISymbol? field = null)
    {
        var result = OriginSet.Empty;
        foreach (var node in owners)
        {
            result |= _nodes[node].Inside(field);
            if (!IsMadeHere(_nodes[node]))
            {
                result |= OriginSet.Of(InsideOf(node));
            }
        }

        return result;
    }

    // What a constructor has not put into its object is not in there.
    private bool IsMadeHere(Node node) =>
        node.Kind == NodeKind.Fresh || (node.Kind == NodeKind.This && _method?.MethodKind == MethodKind.Constructor);

    /// <summary>The objects and everything that can be reached from them.</summary>
    private OriginSet Reach(OriginSet roots)
    {
        var reached = roots;
        while (true)
        {
            var next = reached | Read(reached);
            if (next.Equals(reached))
            {
                return reached;
            }

            reached = next;
        }
    }

    private enum NodeKind
    {
        Unknown,
        This,
        Parameter,
        Static,
        Fresh,
    }

    private sealed class Node(NodeKind kind, ISymbol? symbol, bool isInside)
    {
        public bool IsInside { get; } = isInside;

        public NodeKind Kind { get; } = kind;

        /// <summary>The parameter or static that it stands for.</summary>
        public ISymbol? Symbol { get; } = symbol;

        /// <summary>Of an object made here, as its place says.</summary>
        public ITypeSymbol? Type { get; set; }

        /// <summary>Where an object is made here.</summary>
        public SyntaxNode? Site { get; set; }

        private OriginSet _anywhere;
        private OriginSet _everywhere;
        private Dictionary<ISymbol, OriginSet>? _fields;

        /// <summary>What was put into a field or, no field being known, anywhere into the object; without a field, all of it.</summary>
        public OriginSet Inside(ISymbol? field)
        {
            IsRead = true;
            return field is null ? _everywhere
            : _fields is not null && _fields.TryGetValue(field, out var inField) ? _anywhere | inField
            : _anywhere;
        }

        /// <summary>Whether anyone has looked at what is inside.</summary>
        public bool IsRead { get; private set; }

        /// <summary>Returns whether anything is new.</summary>
        public bool Add(OriginSet value, ISymbol? field)
        {
            var known = field is null ? _anywhere : _fields is not null && _fields.TryGetValue(field, out var inField) ? inField : OriginSet.Empty;
            if (known.Includes(value))
            {
                return false;
            }

            _everywhere |= value;
            if (field is null)
            {
                _anywhere |= value;
            }
            else
            {
                (_fields ??= new(SymbolEqualityComparer.Default))[field] = known | value;
            }

            return true;
        }

        /// <summary>For a delegate made here: the lambda, whose parameters get what it is called with.</summary>
        public IAnonymousFunctionOperation? Lambda { get; set; }

        /// <summary>For a delegate made from a method: what it may be called with.</summary>
        public OriginSet CalledWith { get; set; }

        public bool IsDelegate { get; set; }

        /// <summary>Made by code that was accepted by hand: what it runs, nobody knows.</summary>
        public bool IsUnseen { get; set; }

        /// <summary>For a delegate made here: what it runs.</summary>
        public Function? Function { get; set; }
    }

    /// <summary>The function whose <c>return</c> statements are being visited: a lambda's go into its delegate.</summary>
    private readonly record struct FunctionFrame(int DelegateNode, IMethodSymbol? LocalFunction);

    private sealed class LocalFunction(ILocalFunctionOperation operation)
    {
        public ILocalFunctionOperation Operation { get; } = operation;
        public OriginSet Returned { get; set; }
        public bool IsOpen { get; set; }
        public bool IsCalled { get; set; }
    }
}
