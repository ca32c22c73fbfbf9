using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>What functions that run beside others change outside of themselves: it comes in no order.</summary>
internal sealed partial class EffectVisitor
{
    // They are there to be used by many at once, and say nothing about who came first.
    private static readonly HashSet<string> s_shared =
    [
        "System.Threading.SemaphoreSlim", "System.Threading.Semaphore", "System.Threading.Mutex", "System.Threading.ReaderWriterLockSlim", "System.Threading.Lock",
        "System.Threading.SpinLock", "System.Threading.CountdownEvent", "System.Threading.ManualResetEventSlim", "System.Lazy`1", "System.Threading.Tasks.Task",
        "System.Threading.Tasks.Task`1", "System.Threading.Tasks.Parallel", "System.Threading.Tasks.ParallelOptions",
        "System.Collections.Concurrent.ConcurrentBag`1", // whoever enumerates it shows the order
    ];

    private readonly HashSet<Change> _changesBeside = [];

    private void ChangeVariable(ISymbol variable, IOperation target, IOperation site)
    {
        if (Running is { } function && !IsOrderFreeSum(site))
        {
            _changesBeside.Add(new(function, -1, variable, target, site.Syntax.GetLocation(), _runsInTask));
        }
    }

    private void ChangeObject(int node, IOperation? place, Location location)
    {
        if (Running is { } function && _nodes[node] is { Kind: NodeKind.Fresh or NodeKind.Parameter or NodeKind.This, IsDelegate: false } owner
            && !(TypeOf(owner) is INamedTypeSymbol type && s_shared.Contains(TypeTraits.MetadataName(type.OriginalDefinition))))
        {
            _changesBeside.Add(new(function, node, null, place, location, _runsInTask));
        }
    }

    private static ITypeSymbol? TypeOf(Node node) => node.Type ?? (node.IsInside ? null : (node.Symbol as IParameterSymbol)?.Type);

    // A sum of integers is the same in any order; what it is in between is not.
    private static bool IsOrderFreeSum(IOperation site) =>
        site is IInvocationOperation { TargetMethod: { Name: "Add" or "Increment" or "Decrement" or "And" or "Or", ContainingType.Name: "Interlocked" }, Parent: IExpressionStatementOperation } sum
        && sum.Arguments is [{ Value: var place }, ..] && !IsReadBeside(place);

    // The variable is also read inside of the function that adds to it.
    private static bool IsReadBeside(IOperation place)
    {
        var symbol = place switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
        for (var parent = place.Parent; symbol is not null && parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return parent.Descendants().Any(operation => operation != place && operation switch
                {
                    ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
                    IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol),
                    IFieldReferenceOperation field => SymbolEqualityComparer.Default.Equals(field.Field, symbol),
                    _ => false,
                } && !(operation.Parent is IArgumentOperation { Parent: IInvocationOperation call } && IsOrderFreeSumCall(call)));
            }
        }

        return false;
    }

    private static bool IsOrderFreeSumCall(IInvocationOperation call) => call is
    {
        TargetMethod: { Name: "Add" or "Increment" or "Decrement" or "And" or "Or", ContainingType.Name: "Interlocked" },
        Parent: IExpressionStatementOperation,
    };

    /// <summary>All that runs anything is known now.</summary>
    private void JudgeChanges()
    {
        foreach (var change in _changesBeside)
        {
            if (change.Function.SelfAndCallers().Any(function => IsBeside(function, change) && !IsOwn(function, change)))
            {
                AddEffect(EffectKind.Nondeterministic, $"the order in which parallel code changes {NameOf(change)}", null, change.Location);
            }
        }
    }

    private static bool IsBeside(Function function, Change change) =>
        function.Mode == RunMode.Parallel || (function.IsUnawaited && (function.IsTask || (function == change.Function && change.IsInTask)));

    private bool IsOwn(Function function, Change change)
    {
        if (change.Variable is { } variable)
        {
            return function.SelfAndCallers().Where(outer => outer == function || IsBeside(outer, change)).Any(outer => IsDeclaredIn(variable, outer))
                || IsOnlyUsedBy(function, operation => operation switch
                {
                    ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
                    IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
                    _ => false,
                });
        }

        var node = _nodes[change.Node];
        return (node.Site is { } site && function.SelfAndCallers().Any(outer => (outer == function || IsBeside(outer, change)) && outer.Contains(site)))
            || (IsOfStarted(function) is { } call && IsAlone(call, change.Node))
            || (change.Place is { } place ? IsOfParameter(place, function) : IsPassedOn(function))
            || (node.Kind == NodeKind.Fresh && IsOnlyUsedBy(function, operation => _values.TryGetValue(operation, out var value) && value.Contains(change.Node)));
    }

    private static bool IsDeclaredIn(ISymbol variable, Function function) =>
        variable.DeclaringSyntaxReferences.Any(reference => function.Contains(reference.GetSyntax()));

    // A method as a delegate, and what it is called with.
    private static bool IsPassedOn(Function function) => !function.IsCalled && function.Start is not null;

    /// <summary>Parallel.Invoke runs each function once, and returns when all have ended: what one of them alone uses is its own.</summary>
    private static bool IsOnlyUsedBy(Function function, Func<IOperation, bool> uses)
    {
        if (function.IsCalled || function.Start is not { Method: { Name: "Invoke", ContainingType.Name: "Parallel" }, Call: var call })
        {
            return false;
        }

        var others = call.Site.Descendants().Where(operation => operation is IAnonymousFunctionOperation or IMethodReferenceOperation && operation.Syntax != function.Syntax).ToList();
        return !others.Any(other => other is IMethodReferenceOperation || other.Descendants().Any(operation =>
            operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke } || uses(operation)))
            && call.Site.Descendants().Any(operation => operation is IAnonymousFunctionOperation && operation.Syntax == function.Syntax);
    }

    private static string NameOf(Change change)
    {
        if (change.Variable is { } variable)
        {
            return $"'{variable.Name}'";
        }

        for (var place = change.Place; place is not null;)
        {
            switch (place)
            {
                case ILocalReferenceOperation local:
                    return $"'{local.Local.Name}'";
                case IParameterReferenceOperation parameter:
                    return $"'{parameter.Parameter.Name}'";
                case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field:
                    return $"'{field.Field.Name}'";
                case IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property:
                    return $"'{property.Property.Name}'";
                default:
                    place = Outer(place);
                    break;
            }
        }

        return "an object that it shares";
    }

    /// <summary>Something that a function changes.</summary>
    /// <param name="Function">Who changes it.</param>
    /// <param name="Node">The object that is changed, unless a variable is.</param>
    /// <param name="Variable">The variable that is assigned.</param>
    /// <param name="Place">How the function gets at it; null for what it is called with.</param>
    /// <param name="Location">Where.</param>
    /// <param name="IsInTask">The function itself has returned by then, it may be.</param>
    private sealed record Change(Function Function, int Node, ISymbol? Variable, IOperation? Place, Location Location, bool IsInTask)
    {
        public bool Equals(Change? other) => other is not null && Function == other.Function && Node == other.Node && Place == other.Place && IsInTask == other.IsInTask
            && SymbolEqualityComparer.Default.Equals(Variable, other.Variable) && Location.Equals(other.Location);

        public override int GetHashCode() => (Node * 397) ^ (Place?.GetHashCode() ?? 0);
    }
}
