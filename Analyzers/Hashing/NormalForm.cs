using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Hashing;

/// <summary>Differences in how the same thing is written, which the compiled code does not have.</summary>
internal static class NormalForm
{
    /// <summary>The operation that stands for <paramref name="operation"/>: a block around one statement, or a conversion to the same type, is nothing of its own.</summary>
    public static IOperation? Inner(IOperation operation) => operation switch
    {
        IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
        IBlockOperation block when block.Locals.All(local => local.IsConst) && Children(block) is [var only] && only is not ILocalFunctionOperation => only,
        IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion when conversion.Conversion.IsIdentity || IsTargetTyped(conversion) => conversion.Operand,
        _ => null,
    };

    /// <summary>What of an operation's children leaves anything in the compiled code.</summary>
    public static IReadOnlyList<IOperation> Children(IOperation operation)
    {
        var children = new List<IOperation>(operation.ChildOperations.Count);
        var functions = 0;
        foreach (var child in operation.ChildOperations)
        {
            // Where in a block a local function stands is nothing: they come last, in their order.
            if (child.Kind == OperationKind.LocalFunction)
            {
                children.Add(child);
                functions++;
            }
            else if (!IsNothing(child))
            {
                children.Insert(children.Count - functions, child);
            }
        }

        return children;
    }

    /// <summary>The operator that runs: a shift to the right of what has no sign fills with zeros, however it is written.</summary>
    public static BinaryOperatorKind Operator(BinaryOperatorKind kind, ITypeSymbol? shifted) =>
        kind == BinaryOperatorKind.RightShift && shifted is { SpecialType: SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr }
            ? BinaryOperatorKind.UnsignedRightShift
            : kind;

    /// <summary>Whether a value lies in a field that cannot be changed, be it as a part of what lies there.</summary>
    public static bool IsInReadOnlyField(IOperation? value)
    {
        while (value is IFieldReferenceOperation { Field: { Type.IsReferenceType: false } field } reference)
        {
            if (field.IsReadOnly)
            {
                return true;
            }

            value = reference.Instance;
        }

        return false;
    }

    // new() where the type is known from its place.
    private static bool IsTargetTyped(IConversionOperation conversion) =>
        conversion.Operand is IObjectCreationOperation && SymbolEqualityComparer.Default.Equals(conversion.Operand.Type, conversion.Type);

    private static bool IsNothing(IOperation operation) => operation switch
    {
        IEmptyOperation => operation.Parent is IBlockOperation,
        IReturnOperation { IsImplicit: true, ReturnedValue: null, Kind: OperationKind.Return } => true,
        // A constant has gone into where it is used.
        IVariableDeclarationGroupOperation group => group.Declarations.All(declaration => declaration.Declarators.All(declarator => declarator.Symbol.IsConst)),
        _ => false,
    };
}
