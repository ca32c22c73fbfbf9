using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Calls;

/// <summary>Which locals and parameters of a unit change after their declaration: a path read from one of those is not known.</summary>
internal sealed class AssignedVariables
{
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _replaced = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _initializers = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, IForEachLoopOperation> _loops = new(SymbolEqualityComparer.Default);
    private readonly bool _hasLabels;

    public AssignedVariables(CodeUnit unit)
    {
        var pending = new Stack<IOperation>(unit.Operations);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            switch (operation)
            {
                case ILocalReferenceOperation { IsDeclaration: false } local when IsWritten(local):
                    _assigned.Add(local.Local);
                    break;
                case IParameterReferenceOperation parameter when IsWritten(parameter):
                    _assigned.Add(parameter.Parameter);
                    break;
                case ISimpleAssignmentOperation { IsRef: false, Target: IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } replaced }, Parent: IExpressionStatementOperation { Parent: IBlockOperation { Parent: IMethodBodyOperation or null } } }:
                    var end = operation.Syntax.Span.End;
                    _replaced[replaced] = _replaced.TryGetValue(replaced, out var earlier) ? Math.Min(earlier, end) : end;
                    break;
                case ILabeledOperation:
                    _hasLabels = true;
                    break;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } variable } } loop:
                    _loops[variable] = loop;
                    break;
                case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                    _initializers[declarator.Symbol] = value;
                    break;
            }

            foreach (var child in operation.ChildOperations)
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>
    /// Whether a reference comes after a statement of the method's own block that has given the parameter another value: then what was
    /// passed is not there any more.
    /// </summary>
    public bool IsReplacedBefore(IParameterReferenceOperation reference)
    {
        if (_hasLabels || !_replaced.TryGetValue(reference.Parameter, out var end) || reference.Syntax.SpanStart < end)
        {
            return false;
        }

        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return true;
    }

    public bool IsAssigned(ISymbol variable) => _assigned.Contains(variable);

    /// <summary>The one value of a local: its initializer, when nothing else ever assigns it.</summary>
    // Code that is being typed may name a local in its own initializer; only what stands before the reference is followed.
    public IOperation? OnlyValue(ILocalReferenceOperation reference) =>
        !_assigned.Contains(reference.Local) && reference.Local.RefKind == RefKind.None && _initializers.TryGetValue(reference.Local, out var value)
            && IsBefore(value, reference) ? value : null;

    /// <summary>The loop whose variable a local is, when nothing else assigns it.</summary>
    public IForEachLoopOperation? LoopOf(ILocalReferenceOperation reference) =>
        !_assigned.Contains(reference.Local) && _loops.TryGetValue(reference.Local, out var loop) && IsBefore(loop.Collection, reference) ? loop : null;

    private static bool IsBefore(IOperation value, IOperation reference) => value.Syntax.Span.End <= reference.Syntax.SpanStart;

    private static bool IsWritten(IOperation reference) =>
        OperationCalls.Access(reference).Writes || reference.Parent is IAddressOfOperation or IConditionalOperation { IsRef: true } or ISimpleAssignmentOperation { IsRef: true } or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } };
}
