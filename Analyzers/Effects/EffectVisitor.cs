using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>
/// Computes the effect summary of one unit of code. Objects are nodes: one for each parameter, the receiver, each place
/// that makes an object, each static, and one for everything unknown. A value is the set of nodes that it may be;
/// <c>_content</c> says what was put into a node. Flow-insensitive, repeated until nothing changes.
/// </summary>
internal sealed partial class EffectVisitor
{
    private const int Unknown = 0;
    private const int This = 1;

    // What can be reached from an object that came from outside is another node than the object itself: a caller that made the
    // object, but not what is in it, has to hear of a change in there.
    private const int InsideThis = 2;
    private const int FirstParameter = 3;

    private readonly IEffectContext _context;
    private readonly ImmutableArray<IMethodSymbol> _implicitCallees;
    private readonly CodeUnit _unit;
    private readonly IMethodSymbol? _method;
    private readonly CancellationToken _cancellation;

    private readonly List<Node> _nodes = [];
    private readonly Dictionary<IOperation, int> _allocations = [];
    private readonly Dictionary<ISymbol, int> _staticNodes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, OriginSet> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, OriginSet> _values = [];
    private readonly Dictionary<EffectCause, Effect> _effects = [];
    private readonly SortedDictionary<int, CallPath> _invokes = [];
    private readonly Stack<FunctionFrame> _frames = new();
    private readonly Dictionary<IMethodSymbol, LocalFunction> _localFunctions = new(SymbolEqualityComparer.Default);
    private readonly AssignedVariables _assigned;
    private OriginSet _returned;
    private bool _changed;

    public EffectVisitor(IEffectContext context, CodeUnit unit, ImmutableArray<IMethodSymbol> implicitCallees, CancellationToken cancellation)
    {
        _context = context;
        _implicitCallees = implicitCallees;
        _unit = unit;
        _method = unit.Symbol as IMethodSymbol;
        _cancellation = cancellation;
        _assigned = new(unit);
        AddNode(NodeKind.Unknown, null);
        AddNode(NodeKind.This, null);
        AddNode(NodeKind.This, null, isInside: true);
        foreach (var parameter in _method?.Parameters ?? [])
        {
            var kind = parameter.Ordinal < SummaryOrigins.Receiver ? NodeKind.Parameter : NodeKind.Unknown;
            AddNode(kind, parameter);
            AddNode(kind, parameter, isInside: true);
        }
    }

    public EffectSummary Run()
    {
        switch (_unit.Shape)
        {
            case CodeShape.AutoAccessor:
                AutoAccessor(_method!);
                break;
            case CodeShape.Synthesized:
                Synthesized(_method!);
                break;
            case CodeShape.Missing:
                var declared = _unit.Symbol.Locations[0];
                AddEffect(new(_method!.IsExtern ? EffectKind.Unverifiable : EffectKind.Unknown, _method.IsExtern ? "native code" : "its body is not in this compilation",
                    _unit.Symbol, declared, new CallPath(null, declared, null)));
                _returned = OriginSet.Of(Unknown);
                break;
        }

        if (_method is { IsAsync: true } && HasOwnBuilder(_method))
        {
            AddEffect(EffectKind.Unverifiable, "an async method builder of its own", null, _method.Locations[0]);
        }

        do
        {
            _changed = false;
            ApplyImplicitCallees();
            foreach (var operation in _unit.Operations)
            {
                Visit(operation);
            }
        }
        while (_changed);

        return Summarize();
    }

    private bool HasOwnBuilder(IMethodSymbol method) =>
        _context.Hierarchy.IsInSource(method.ReturnType) || method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "AsyncMethodBuilderAttribute");

    private OriginSet Visit(IOperation? operation)
    {
        if (operation is null || operation.ConstantValue.HasValue || OperationCalls.IsDropped(operation))
        {
            return OriginSet.Empty;
        }

        _cancellation.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        OriginSet value;
        switch (operation)
        {
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return OriginSet.Empty;
            case IAnonymousFunctionOperation lambda:
                value = Lambda(lambda);
                break;
            case ILocalFunctionOperation function:
                DeclareLocalFunction(function);
                return OriginSet.Empty;
            default:
                foreach (var child in operation.ChildOperations)
                {
                    Visit(child);
                }

                value = Evaluate(operation, ApplyCalls(operation));
                CheckOrder(operation);
                CheckIdentity(operation);
                if (operation is IInvocationOperation invocation)
                {
                    CheckParallel(invocation);
                    CheckSerialized(invocation);
                }

                break;
        }

        // Sharing a deeply immutable value shares nothing that could change.
        value = IsReference(operation) || !_context.Traits.IsDeeplyImmutable(operation.Type) ? value : OriginSet.Empty;
        _values[operation] = value;
        return value;
    }

    private OriginSet ValueOf(IOperation? operation) =>
        operation is not null && _values.TryGetValue(operation, out var value) ? value : OriginSet.Empty;

    private static bool IsReference(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod.RefKind != RefKind.None,
        IPropertyReferenceOperation property => property.Property.RefKind != RefKind.None,
        ILocalReferenceOperation local => local.Local.RefKind != RefKind.None,
        _ => false,
    };

    private OriginSet ApplyCalls(IOperation operation)
    {
        var calls = new List<CodeCall>();
        _context.Calls.Collect(operation, calls);
        var result = OriginSet.Empty;
        var previous = OriginSet.Empty;
        foreach (var call in calls)
        {
            // Enumerators and awaiters live between the calls that the compiler makes on them.
            var implied = operation is IForEachLoopOperation or IAwaitOperation && call.Target.Name is not ("GetEnumerator" or "GetAsyncEnumerator" or "GetAwaiter");
            var value = Apply(call, implied ? previous : null);
            if (call.Kind is CallKind.Direct)
            {
                previous = implied ? previous : value;
                result |= value;
            }
        }

        return result;
    }

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
            _changed = true;
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

    /// <summary>Puts something into an object: into a field of it, or, without one, anywhere.</summary>
    private void Fill(int node, OriginSet value, ISymbol? field = null) => _changed |= _nodes[node].Add(value, field);

    private void AddToVariable(ISymbol variable, OriginSet value)
    {
        _variables.TryGetValue(variable, out var known);
        if (!known.Includes(value))
        {
            _variables[variable] = known | value;
            _changed = true;
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

    private void AddEffect(EffectKind kind, string detail, ISymbol? culprit, Location location, PathTemplate? template = null) =>
        AddEffect(new(kind, detail, culprit, location, new CallPath(culprit, location, null), template));

    private void AddEffect(Effect effect)
    {
        var cause = effect.Cause;
        if (!_effects.TryGetValue(cause, out var known))
        {
            _effects.Add(cause, effect);
            _changed = true;
        }
        else if (effect.Path.Length < known.Path.Length)
        {
            _effects[cause] = effect;
            _changed = true;
        }
    }

    private EffectSummary Summarize()
    {
        var result = Interface(_returned);
        var content = Interface(Reach(_returned));
        if (_method is not null && (_method.IsAsync || _method.IsIterator))
        {
            // What is returned or yielded is inside of the task or the sequence that the caller gets.
            (result, content) = (new(0, false, true), Interface(Reach(_returned)));
        }

        var stores = ImmutableArray.CreateBuilder<(int, SummaryOrigins)>();
        for (var i = 0; i < (_method?.Parameters.Length ?? 0) && i < SummaryOrigins.Receiver; i++)
        {
            _variables.TryGetValue(_method!.Parameters[i], out var assigned);
            var held = _nodes[ParameterNode(i)].Inside(null) | _nodes[InsideOf(ParameterNode(i))].Inside(null);
            var stored = Reach(_method.Parameters[i].RefKind == RefKind.None ? held : held | assigned);
            if (!stored.IsEmpty)
            {
                stores.Add((i, Interface(stored)));
            }
        }

        if ((_nodes[This].Inside(null) | _nodes[InsideThis].Inside(null)) is { IsEmpty: false } own)
        {
            stores.Add((SummaryOrigins.Receiver, Interface(Reach(own))));
        }

        return new()
        {
            Effects = [.. _effects.Values],
            Result = result,
            ResultContent = content,
            Stores = stores.ToImmutable(),
            Invokes = [.. _invokes.Select(pair => (pair.Key, pair.Value))],
        };
    }

    private SummaryOrigins Interface(OriginSet set)
    {
        ulong parameters = 0;
        var unknown = false;
        var fresh = false;
        foreach (var node in set)
        {
            switch (_nodes[node].Kind)
            {
                case NodeKind.Fresh:
                    fresh = true;
                    break;
                case NodeKind.Parameter:
                    parameters |= 1UL << ((IParameterSymbol)_nodes[node].Symbol!).Ordinal;
                    break;
                case NodeKind.This:
                    parameters |= 1UL << SummaryOrigins.Receiver;
                    break;
                default:
                    unknown = true;
                    break;
            }
        }

        return new(parameters, unknown, fresh);
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

        private OriginSet _anywhere;
        private OriginSet _everywhere;
        private Dictionary<ISymbol, OriginSet>? _fields;

        /// <summary>What was put into a field or, no field being known, anywhere into the object; without a field, all of it.</summary>
        public OriginSet Inside(ISymbol? field) =>
            field is null ? _everywhere
            : _fields is not null && _fields.TryGetValue(field, out var inField) ? _anywhere | inField
            : _anywhere;

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
    }

    /// <summary>The function whose <c>return</c> statements are being visited: a lambda's go into its delegate.</summary>
    private readonly record struct FunctionFrame(int DelegateNode, IMethodSymbol? LocalFunction);

    private sealed class LocalFunction(ILocalFunctionOperation operation)
    {
        public ILocalFunctionOperation Operation { get; } = operation;
        public OriginSet Returned { get; set; }
        public bool IsOpen { get; set; }
    }
}
