using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Hashing;

/// <summary>Formatting, patterns and statements.</summary>
internal sealed partial class OperationHasher
{
    private bool WriteFormatting(IOperation operation)
    {
        switch (operation)
        {
            case IInterpolatedStringOperation or IInterpolatedStringTextOperation or IInterpolatedStringAppendOperation or IInterpolatedStringAdditionOperation:
                return true;
            case IInterpolationOperation interpolation:
                _writer.Write(interpolation.Alignment is not null).Write(interpolation.FormatString is not null);
                return true;
            case IInterpolatedStringHandlerCreationOperation handler:
                _writer.Write(handler.HandlerAppendCallsReturnBool).Write(handler.HandlerCreationHasSuccessParameter);
                return true;
            case IInterpolatedStringHandlerArgumentPlaceholderOperation placeholder:
                _writer.Write((int)placeholder.PlaceholderKind).Write(placeholder.ArgumentIndex);
                return true;
            case IUtf8StringOperation utf8:
                _writer.Write(utf8.Value);
                return true;
            case ISpreadOperation spread:
                _writer.Write(IsChecked(spread));
                WriteType(spread.ElementType);
                WriteConversion(spread.ElementConversion);
                return true;
            case ICollectionExpressionOperation collection:
                _writer.Write(collection.ConstructMethod is null ? null : SymbolNames.DeclarationId(collection.ConstructMethod));
                return true;
            case ICoalesceOperation coalesce:
                WriteConversion(coalesce.ValueConversion);
                return true;
            default:
                return false;
        }
    }

    private bool WritePattern(IOperation operation)
    {
        if (operation is IPatternOperation pattern)
        {
            WriteType(pattern.InputType);
            WriteType(pattern.NarrowedType);
        }

        switch (operation)
        {
            case IIsPatternOperation or IConstantPatternOperation or IDiscardPatternOperation or INegatedPatternOperation or IPropertySubpatternOperation
                or ISwitchExpressionOperation:
                return true;
            case ISwitchExpressionArmOperation arm:
                _writer.Write(arm.Guard is not null);
                return true;
            case IDeclarationPatternOperation declaration:
                WriteType(declaration.MatchedType);
                _writer.Write(declaration.MatchesNull);
                WriteDeclared(declaration.DeclaredSymbol);
                return true;
            case IRecursivePatternOperation recursive:
                WriteType(recursive.MatchedType);
                _writer.Write(recursive.DeconstructionSubpatterns.Length).Write(recursive.PropertySubpatterns.Length);
                WriteDeclared(recursive.DeclaredSymbol);
                return true;
            case ITypePatternOperation type:
                WriteType(type.MatchedType);
                return true;
            case IRelationalPatternOperation relational:
                _writer.Write((int)relational.OperatorKind);
                return true;
            case IBinaryPatternOperation binary:
                _writer.Write((int)binary.OperatorKind);
                return true;
            case IListPatternOperation list:
                WriteDeclared(list.DeclaredSymbol);
                return true;
            case ISlicePatternOperation slice:
                _writer.Write(slice.Pattern is not null);
                return true;
            default:
                return false;
        }
    }

    private bool WriteStatement(IOperation operation)
    {
        switch (operation)
        {
            case IForLoopOperation loop:
                _writer.Write(loop.Before.Length).Write(loop.Condition is not null).Write(loop.AtLoopBottom.Length);
                WriteLabels(loop);
                return true;
            case IForEachLoopOperation loop:
                _writer.Write(loop.IsAsynchronous).Write(IsChecked(loop));
                WriteLabels(loop);
                return true;
            case IWhileLoopOperation loop:
                _writer.Write(loop.ConditionIsTop).Write(loop.ConditionIsUntil);
                WriteLabels(loop);
                return true;
            case ISwitchOperation statement:
                WriteOrdinal(statement.ExitLabel);
                return true;
            case ISwitchCaseOperation part:
                _writer.Write(part.Clauses.Length);
                return true;
            case IPatternCaseClauseOperation clause:
                _writer.Write((int)clause.CaseKind).Write(clause.Guard is not null);
                WriteOrdinalIfAny(clause.Label);
                return true;
            case ICaseClauseOperation clause:
                _writer.Write((int)clause.CaseKind);
                WriteOrdinalIfAny(clause.Label);
                return true;
            case IBranchOperation branch:
                _writer.Write((int)branch.BranchKind);
                WriteOrdinal(branch.Target);
                return true;
            case ILabeledOperation label:
                WriteOrdinal(label.Label);
                return true;
            case ITryOperation statement:
                _writer.Write(statement.Catches.Length).Write(statement.Finally is not null);
                return true;
            case ICatchClauseOperation clause:
                WriteType(clause.ExceptionType);
                _writer.Write(clause.Filter is not null).Write(clause.ExceptionDeclarationOrExpression is not null);
                return true;
            case IUsingOperation statement:
                _writer.Write(statement.IsAsynchronous);
                return true;
            case IUsingDeclarationOperation statement:
                _writer.Write(statement.IsAsynchronous);
                return true;
            default:
                return false;
        }
    }

    // Conversions of elements have no operation that says whether they are checked: the place says it.
    private static bool IsChecked(IOperation operation)
    {
        for (var node = operation.Syntax; node is not null; node = node.Parent)
        {
            switch (node.Kind())
            {
                case SyntaxKind.CheckedStatement or SyntaxKind.CheckedExpression:
                    return true;
                case SyntaxKind.UncheckedStatement or SyntaxKind.UncheckedExpression:
                    return false;
            }
        }

        return operation.SemanticModel?.Compilation.Options is CSharpCompilationOptions { CheckOverflow: true };
    }

    private void WriteLabels(ILoopOperation loop)
    {
        WriteOrdinal(loop.ExitLabel);
        WriteOrdinal(loop.ContinueLabel);
    }

    private void WriteOrdinalIfAny(ILabelSymbol? label)
    {
        if (label is not null)
        {
            WriteOrdinal(label);
        }
    }

    private void WriteDeclared(ISymbol? symbol)
    {
        _writer.Write(symbol is not null);
        if (symbol is not null)
        {
            WriteOrdinal(symbol);
        }
    }
}
