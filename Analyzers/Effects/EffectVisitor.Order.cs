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
        if (left is not null && right is not null && MayBeShared(left) && MayBeShared(right))
        {
            AddEffect(EffectKind.Nondeterministic, "which object it is", null, operation.Syntax.GetLocation());
        }
    }

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

    /// <summary>A serializer that finds out at run time what it has before it.</summary>
    private void CheckSerialized(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.ContainingType is { Name: "JsonSerializer", ContainingNamespace.Name: "Json" }
            && method.TypeArguments.Concat(invocation.Arguments.Select(argument => Plain(argument.Value).Type)).OfType<ITypeSymbol>().Any(HoldsAnything))
        {
            AddEffect(EffectKind.Unverifiable, "a serializer over values of any type", method.OriginalDefinition, invocation.Syntax.GetLocation());
        }
    }

    private bool HoldsAnything(ITypeSymbol type)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>([type]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!seen.Add(next))
            {
                continue;
            }

            if (next.SpecialType == SpecialType.System_Object || next.TypeKind == TypeKind.TypeParameter)
            {
                return true;
            }

            foreach (var named in TypeTraits.Named(next))
            {
                pending.Push(named);
                if (_context.Hierarchy.IsInSource(named) || named.IsAnonymousType)
                {
                    foreach (var property in named.GetMembers().OfType<IPropertySymbol>())
                    {
                        pending.Push(property.Type);
                    }
                }
            }
        }

        return false;
    }
}
