using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>
/// Sorting that leaves nothing of the order before it: no two elements are equal in what it looks at. A sort
/// keeps equal ones as they come, or, in parallel, as it happens.
/// </summary>
internal sealed partial class EffectVisitor
{
    private static bool IsTotalOrder(IInvocationOperation sort)
    {
        for (IInvocationOperation? next = sort; next is not null; next = ThenBy(next))
        {
            switch (next.TargetMethod.Name)
            {
                case "Order" or "OrderDescending":
                    return IsTotal(next.TargetMethod.TypeArguments[0], next.Arguments.Skip(1));
                case "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending"
                    when next.TargetMethod.TypeArguments is [_, var key] && next.Arguments.Length > 1 && IsWhole(next) && IsTotal(key, next.Arguments.Skip(2)):
                    return true;
            }
        }

        return false;
    }

    private static IInvocationOperation? ThenBy(IOperation sort)
    {
        while (sort.Parent is IConversionOperation or IArgumentOperation or IParenthesizedOperation)
        {
            sort = sort.Parent;
        }

        return sort.Parent is IInvocationOperation { TargetMethod.Name: "ThenBy" or "ThenByDescending" } next ? next : null;
    }

    // x => x; or the key of an entry, which no two entries of one dictionary have in common
    private static bool IsWhole(IInvocationOperation sort) =>
        Plain(sort.Arguments[1].Value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } returned }] } }
        && (Plain(returned) is IParameterReferenceOperation
            || (sort.TargetMethod.ContainingType.Name == "Enumerable" && IsHashOrdered(Plain(sort.Arguments[0].Value).Type)
                && Plain(returned) is IPropertyReferenceOperation { Property: { Name: "Key", ContainingType.Name: "KeyValuePair" }, Instance: IParameterReferenceOperation }));

    // Plain values that compare as equal are the same, or look the same: 0.0 and -0.0, or texts that a culture does not tell apart, come in an
    // order that the plain program leaves open too.
    private static bool IsTotal(ITypeSymbol key, IEnumerable<IArgumentOperation> comparers)
    {
        var comparer = comparers.FirstOrDefault(argument => !argument.IsImplicit && !IsNull(argument.Value));
        return IsPlain(key) && (comparer is null
            || Plain(comparer.Value) is IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Default" or "Ordinal" or "InvariantCulture" or "CurrentCulture" } });
    }

    private static bool IsPlain(ITypeSymbol key) =>
        key.TypeKind == TypeKind.Enum || key.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_String) or SpecialType.System_DateTime
        || (key is INamedTypeSymbol named && s_stable.Contains(TypeTraits.MetadataName(named)));
}
