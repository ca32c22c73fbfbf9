using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Identities and types that show in a result without any call that would say so.</summary>
internal sealed partial class EffectVisitor
{
    /// <summary>Whether two references are one object: equal immutable arguments have one key, whether they are one object or two.</summary>
    private void CheckIdentity(IOperation operation)
    {
        var (left, right) = operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } binary =>
                (binary.LeftOperand, binary.RightOperand),
            IInvocationOperation { TargetMethod: { Name: nameof(ReferenceEquals), ContainingType.SpecialType: SpecialType.System_Object }, Arguments: [var first, var second] } =>
                (first.Value, second.Value),
            IInvocationOperation { TargetMethod: { Name: nameof(Equals), IsStatic: true, ContainingType.SpecialType: SpecialType.System_Object }, Arguments: [var first, var second] }
                when IsComparedByIdentity(first.Value) && IsComparedByIdentity(second.Value) => (first.Value, second.Value),
            IInvocationOperation { TargetMethod: { Name: nameof(Equals), IsStatic: false, Parameters: [{ Type.SpecialType: SpecialType.System_Object }] }, Instance: { } self, Arguments: [var other] }
                when IsComparedByIdentity(self) && IsComparedByIdentity(other.Value) => (self, other.Value),
            _ => (null, null),
        };
        if (left is not null && right is not null && ((MayBeShared(left) && MayBeShared(right)) || IsTheEmptyArray(left) || IsTheEmptyArray(right)))
        {
            AddEffect(EffectKind.Nondeterministic, "which object it is", null, operation.Syntax.GetLocation());
        }
    }

    // There is one for all, and an argument may be it or another one of no elements.
    private static bool IsTheEmptyArray(IOperation operand) => Plain(operand) is { Type: IArrayTypeSymbol } array
        && array is ICollectionExpressionOperation { Elements.IsEmpty: true } or IInvocationOperation { TargetMethod: { Name: nameof(Array.Empty), ContainingType.SpecialType: SpecialType.System_Array } };

    // Immutable, and what Equals says of two is whether they are one.
    private bool IsComparedByIdentity(IOperation operand)
    {
        if (Plain(operand).Type is not INamedTypeSymbol { TypeKind: TypeKind.Class } type || !IsSharedType(type))
        {
            return false;
        }

        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.GetMembers(nameof(Equals)).Any(member => member is IMethodSymbol { IsOverride: true }))
            {
                return false;
            }
        }

        return true;
    }

    // The framework's immutable types are not all sealed, but nobody derives from them.
    private bool IsSharedType(ITypeSymbol type) =>
        _context.Traits.IsDeeplyImmutable(type) && (type.IsSealed || !_context.Hierarchy.IsInSource(type));

    private bool MayBeShared(IOperation operand)
    {
        if (operand.ConstantValue.HasValue || operand.Type is not { IsReferenceType: true } || operand is ITypeOfOperation)
        {
            return false;
        }

        var value = Plain(operand);
        var type = value.Type;
        return type is { IsReferenceType: true }
            && (type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter || IsSharedType(type))
            && !(operand.Type.SpecialType == SpecialType.System_String && operand is not IConversionOperation)
            && !(type is INamedTypeSymbol { Name: "Type", ContainingNamespace.Name: "System" }); // types are compared by being one object
    }
}
