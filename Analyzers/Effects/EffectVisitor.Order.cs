using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Orders and identities that show in a result without any call that would say so.</summary>
internal sealed partial class EffectVisitor
{
    private static readonly HashSet<string> s_hashOrdered =
    [
        "System.Collections.Immutable.ImmutableHashSet`1", "System.Collections.Immutable.ImmutableDictionary`2",
        "System.Collections.Frozen.FrozenSet`1", "System.Collections.Frozen.FrozenDictionary`2",
        "System.Collections.Concurrent.ConcurrentDictionary`2", "System.Collections.Concurrent.ConcurrentBag`1", "System.Collections.Hashtable",
        "System.Linq.ParallelQuery`1",
    ];

    // What takes a sequence and shows nothing of its order.
    private static readonly HashSet<string> s_orderFree =
    [
        "Count", "LongCount", "Any", "All", "Contains", "Order", "OrderDescending", "OrderBy", "OrderByDescending", "ToHashSet", "ToFrozenSet", "ToFrozenDictionary",
        "ToImmutableHashSet", "ToImmutableSortedSet", "ToImmutableDictionary", "ToImmutableSortedDictionary", "SetEquals", "IsSubsetOf", "IsSupersetOf", "Overlaps",
        "Union", "Intersect", "Except", "UnionWith", "IntersectWith", "ExceptWith", "TryGetNonEnumeratedCount",
    ];

    /// <summary>A collection in hash order that is enumerated by someone who knows it only as a sequence.</summary>
    private void CheckOrder(IOperation operation)
    {
        var enumerated = operation switch
        {
            IConversionOperation { OperatorMethod: null, Conversion.IsReference: true } conversion => conversion.Operand,
            IArgumentOperation argument => argument.Value,
            ISpreadOperation spread => spread.Operand,
            _ => null,
        };
        if (enumerated is IConversionOperation or null || !IsHashOrdered(enumerated.Type) || IsOrderFree(operation) || IsMadeOrdered(enumerated))
        {
            return;
        }

        AddEffect(EffectKind.Nondeterministic, "the order of hash codes", enumerated.Type!.OriginalDefinition, operation.Syntax.GetLocation());
    }

    // AsOrdered, and sorting, hold for the rest of a parallel query.
    private static bool IsMadeOrdered(IOperation? query)
    {
        while (Written(query) is IInvocationOperation { TargetMethod.ContainingType.Name: "ParallelEnumerable" } invocation)
        {
            switch (invocation.TargetMethod.Name)
            {
                case "AsOrdered" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending":
                    return true;
                case "AsUnordered":
                    return false;
            }

            query = invocation.Arguments.Length > 0 ? Plain(invocation.Arguments[0].Value) : null;
        }

        return false;
    }

    private static IOperation? Written(IOperation? query)
    {
        while (query is IParenthesizedOperation or ITranslatedQueryOperation)
        {
            query = query is ITranslatedQueryOperation translated ? translated.Operation : ((IParenthesizedOperation)query).Operand;
        }

        return query;
    }

    private static bool IsOrderFree(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IArgumentOperation)
        {
            operation = operation.Parent;
        }

        return operation.Parent switch
        {
            // A method of the project gets it as what it is, or converts it itself.
            IInvocationOperation { TargetMethod.ContainingType.Name: "ParallelEnumerable" } => true, // the catalog says it for each
            IInvocationOperation invocation => s_orderFree.Contains(invocation.TargetMethod.Name)
                || invocation.Arguments.All(argument => argument.Value is not IConversionOperation || !IsHashOrdered(((IConversionOperation)argument.Value).Operand.Type))
                    && TypeSymbolsMatch(invocation),
            IIsPatternOperation or IIsTypeOperation or IBinaryOperation or INameOfOperation => true,
            _ => false,
        };

        static bool TypeSymbolsMatch(IInvocationOperation invocation) => invocation.Arguments.All(argument =>
            !IsHashOrdered(argument.Value.Type) || SymbolEqualityComparer.Default.Equals(argument.Parameter?.Type, argument.Value.Type));
    }

    private static bool IsHashOrdered(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && s_hashOrdered.Contains(TypeTraits.MetadataName(named))
        && (named.Name.StartsWith("Concurrent", StringComparison.Ordinal) || named.Name == "ParallelQuery" || named.TypeArguments is not [var key, ..] || !HasStableHash(key));

    // The hash codes of numbers are the numbers.
    private static bool HasStableHash(ITypeSymbol key) =>
        key.TypeKind == TypeKind.Enum || key.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_UInt64;

    /// <summary>Whether two references are one object: equal immutable arguments have one key, whether they are one object or two.</summary>
    private void CheckIdentity(IOperation operation)
    {
        var (left, right) = operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } binary =>
                (binary.LeftOperand, binary.RightOperand),
            IInvocationOperation { TargetMethod: { Name: nameof(ReferenceEquals), ContainingType.SpecialType: SpecialType.System_Object }, Arguments: [var first, var second] } =>
                (first.Value, second.Value),
            _ => (null, null),
        };
        if (left is not null && right is not null && MayBeShared(left) && MayBeShared(right))
        {
            AddEffect(EffectKind.Nondeterministic, "which object it is", null, operation.Syntax.GetLocation());
        }
    }

    private bool MayBeShared(IOperation operand)
    {
        if (operand.ConstantValue.HasValue || operand.Type is not { IsReferenceType: true } || operand is ITypeOfOperation)
        {
            return false;
        }

        var value = Plain(operand);
        var type = value.Type;
        return type is { IsReferenceType: true }
            && (type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter || (type.IsSealed && _context.Traits.IsDeeplyImmutable(type)))
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
