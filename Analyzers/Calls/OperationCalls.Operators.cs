using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Calls;

/// <summary>Operators: those that types declare, and the texts that are made of what is added to a text.</summary>
internal sealed partial class OperationCalls
{
    private void Binary(IBinaryOperation binary, List<CodeCall> into)
    {
        if (binary is { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, OperatorMethod.ContainingType: { } logical })
        {
            // && asks 'operator false' of its left side first, || asks 'operator true'.
            foreach (var member in logical.GetMembers(binary.OperatorKind == BinaryOperatorKind.ConditionalAnd
                ? WellKnownMemberNames.FalseOperatorName : WellKnownMemberNames.TrueOperatorName))
            {
                Add(into, member as IMethodSymbol, binary, null, [binary.LeftOperand]);
            }
        }

        Add(into, binary.OperatorMethod, binary, null, [binary.LeftOperand, binary.RightOperand]);
        if (binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false })
        {
            Stringify(binary.LeftOperand, binary, into);
            Stringify(binary.RightOperand, binary, into);
        }
    }

    private void Compound(ICompoundAssignmentOperation compound, List<CodeCall> into)
    {
        Add(into, compound.InConversion.MethodSymbol, compound, null, [compound.Target]);
        if (compound.OperatorMethod is { IsStatic: false } own)
        {
            Add(into, own, compound, compound.Target, [compound.Value], IsOverridable(own, compound.Target));
            return;
        }

        Add(into, compound.OperatorMethod, compound, null, [compound.Target, compound.Value]);
        Add(into, compound.OutConversion.MethodSymbol, compound, null, [null]);
        if (compound is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
        {
            Stringify(compound.Value, compound, into);
        }
    }

    private void Increment(IIncrementOrDecrementOperation increment, List<CodeCall> into)
    {
        if (increment.OperatorMethod is { IsStatic: false } changing)
        {
            Add(into, changing, increment, increment.Target, [], IsOverridable(changing, increment.Target));
            return;
        }

        Add(into, increment.OperatorMethod, increment, null, [increment.Target]);
    }
}
