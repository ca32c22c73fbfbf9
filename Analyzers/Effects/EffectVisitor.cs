using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

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
    private readonly ImmutableArray<ISymbol> _implicitCallees;
    private readonly CodeUnit _unit;
    private readonly UnitCalls _calls;
    private readonly IMethodSymbol? _method;
    private readonly CancellationToken _cancellation;

    private readonly List<Node> _nodes = [];
    private readonly Dictionary<IOperation, int> _allocations = [];
    private readonly Dictionary<ISymbol, int> _staticNodes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, OriginSet> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, OriginSet> _values = [];
    private readonly EffectSet _effects = new();
    private readonly List<OpenCall> _opens = [];
    private readonly List<ResolvedCall> _resolved = [];
    private readonly SortedDictionary<int, CallPath> _invokes = [];
    private readonly Stack<FunctionFrame> _frames = new();
    private readonly Dictionary<IMethodSymbol, LocalFunction> _localFunctions = new(SymbolEqualityComparer.Default);
    private readonly AssignedVariables _assigned;
    private OriginSet _returned;
    private bool _changed;
    private bool _hasTracedCalls;

    public EffectVisitor(IEffectContext context, CodeUnit unit, UnitCalls calls, ImmutableArray<ISymbol> implicitCallees, CancellationToken cancellation)
    {
        _context = context;
        _implicitCallees = implicitCallees;
        _unit = unit;
        _method = unit.Symbol as IMethodSymbol;
        _cancellation = cancellation;
        _calls = calls;
        _assigned = calls.Assigned;
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

    /// <summary>The effects that are there whoever calls.</summary>
    public ImmutableArray<Effect> OwnEffects => _effects.Where(effect => !effect.DependsOnCaller);

    /// <summary>Open calls of callees whose deciding types the caller's knowledge ends with.</summary>
    public ImmutableArray<ResolvedCall> Resolved => [.. _resolved];

    public EffectSummary Run()
    {
        if (_unit.Symbol is INamedTypeSymbol type)
        {
            CheckInherited(type);
            return Summarize();
        }

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
            AddEffect(EffectKind.Unverifiable, OwnBuilder, null, _method.Locations[0]);
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

        JudgeChanges();
        return Summarize();
    }

    private const string OwnBuilder = "an async method builder of its own";

    private void CheckBuilder(IMethodSymbol function, IOperation site)
    {
        if (function.IsAsync && HasOwnBuilder(function))
        {
            AddEffect(EffectKind.Unverifiable, OwnBuilder, null, site.Syntax.GetLocation());
        }
    }

    private bool HasOwnBuilder(IMethodSymbol method) =>
        _context.Hierarchy.IsInSource(method.ReturnType) || method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "AsyncMethodBuilderAttribute");

    private OriginSet Visit(IOperation? operation)
    {
        if (operation is null || OperationCalls.IsConstant(operation) || OperationCalls.IsDropped(operation))
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
                // A setter is applied where the property is written: by then it is known what it is given.
                foreach (var child in operation is IAssignmentOperation ? (IEnumerable<IOperation>)operation.ChildOperations.Reverse() : operation.ChildOperations)
                {
                    Visit(child);
                }

                value = Evaluate(operation, ApplyCalls(operation));
                CheckOrder(operation);
                CheckIdentity(operation);
                CheckTypeArguments(operation);
                CheckOutside(operation);
                CheckTexts(operation);
                if (operation is IInvocationOperation invocation)
                {
                    CheckSerialized(invocation);
                }

                break;
        }

        // Sharing a deeply immutable value shares nothing that could change.
        // A struct's own members write to the place that it is in.
        value = operation is IInstanceReferenceOperation || IsReference(operation) || !_context.Traits.IsDeeplyImmutable(operation.Type) ? value : OriginSet.Empty;
        if (operation is ICompoundAssignmentOperation or IIncrementOrDecrementOperation && !ValueOf(operation).Equals(value))
        {
            _changed = true; // what its target's setter is given
        }

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
        var calls = _calls.Of(operation);
        if (calls.IsEmpty)
        {
            return OriginSet.Empty;
        }

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
            else if (call.Kind is CallKind.Contract)
            {
                result |= UnseenIn(value);
            }
        }

        return result;
    }

    private void AddEffect(EffectKind kind, string detail, ISymbol? culprit, Location location, PathTemplate? template = null) =>
        AddEffect(new(kind, detail, culprit, location, new CallPath(culprit, location, null), template));

    private void AddEffect(Effect effect) => _effects.Add(effect);
}
