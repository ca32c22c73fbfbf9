using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>A task that is started, and awaited a little later: what nobody else uses in between is its own.</summary>
internal sealed partial class EffectVisitor
{
    // The call that starts it; null for a function that others run.
    private IInvocationOperation? IsOfStarted(Function function) =>
        function.Symbol is null && _functions.FirstOrDefault(pair => pair.Value == function).Key is IInvocationOperation call ? call : null;

    private bool IsAlone(IInvocationOperation call, int node)
    {
        if (_unit.Operations.Any(operation => operation.DescendantsAndSelf().Any(other => other != call && IsStartedWith(other, node))))
        {
            return false;
        }

        // await Task.WhenAll(F(x), G(y))
        IOperation task = call;
        while (task.Parent is IConversionOperation or IArgumentOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation)
        {
            task = task.Parent;
        }

        switch (task.Parent)
        {
            case IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WaitAll", ContainingType.Name: "Task" } } all:
                return (all.TargetMethod.Name == "WaitAll" || Awaited(all) == RunMode.InOrder) && all.ChildOperations.All(child => IsUnused(child, node, call));
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator } when task == call:
                return IsAloneUntilAwaited(local, declarator, node);
            default:
                return false;
        }
    }

    // Another task that has the object, and may still be running.
    private bool IsStartedWith(IOperation operation, int node) =>
        operation is IInvocationOperation invocation && IsTask(invocation.Type) && invocation.TargetMethod.Name is not ("WhenAll" or "ConfigureAwait")
        && Awaited(invocation) == RunMode.Unawaited && Reach(Union(invocation.ChildOperations)).Contains(node);

    // var t = F(x); …; await t;
    private bool IsAloneUntilAwaited(ILocalSymbol local, IVariableDeclaratorOperation declarator, int node)
    {
        if (declarator.Parent?.Parent is not IVariableDeclarationGroupOperation { Declarations: [{ Declarators.Length: 1 }] } statement || statement.Parent is not IBlockOperation block)
        {
            return false;
        }

        for (var i = block.Operations.IndexOf(statement) + 1; i < block.Operations.Length; i++)
        {
            var next = block.Operations[i];
            if (!IsUnused(next, node, null))
            {
                return false;
            }

            if (next is IExpressionStatementOperation or IVariableDeclarationGroupOperation or IReturnOperation && next.Descendants().Any(operation => IsAwaitOf(operation, local)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAwaitOf(IOperation operation, ILocalSymbol local) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && Awaited(reference, local) == RunMode.InOrder;

    private bool IsUnused(IOperation within, int node, IOperation? except) => within.DescendantsAndSelf().All(operation =>
        operation == except || (except is not null && IsIn(operation, except))
        || (operation is not (IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke } or IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction })
            && !(operation is not IArgumentOperation and not IConversionOperation and not IArrayCreationOperation && ValueOf(operation) is var value && value.Contains(node))));

    private static bool IsIn(IOperation operation, IOperation outer)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent == outer)
            {
                return true;
            }
        }

        return false;
    }
}
