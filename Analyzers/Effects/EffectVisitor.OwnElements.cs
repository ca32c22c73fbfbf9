using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Elements that each run of a parallel function has for itself, by what it is called with.</summary>
internal sealed partial class EffectVisitor
{
    /// <summary>Whether a place is in what the function is called with, or in the element of an array that its index names.</summary>
    private bool IsOfParameter(IOperation place, Function function)
    {
        for (var (at, depth) = ((IOperation?)place, 0); at is not null && depth < 32; at = Outer(at) ?? ValueOfLocal(at), depth++)
        {
            switch (at)
            {
                case IParameterReferenceOperation { Parameter: var parameter } when IsOwnParameter(parameter, function):
                    return true;
                case IArrayElementReferenceOperation element when OwnIndex(element, function) is { } index:
                    return IsPlainOrDistinct(place, element, function) && IsOtherwiseUnused(element, index, function);
            }
        }

        return place is { Type.Name: "ConcurrentDictionary" } && place.Parent switch
        {
            IPropertyReferenceOperation { Arguments: [{ Value: var key }] } entry when entry.Instance == place => OwnKey(key, function) && IsPlainOrDistinct(entry, entry, function),
            IInvocationOperation { TargetMethod.Name: "TryAdd" or "GetOrAdd", Arguments: [{ Value: var key }, ..] } add when add.Instance == place =>
                OwnKey(key, function) && IsPlainOrDistinct(add, add, function),
            _ => false,
        };
    }

    private static bool OwnKey(IOperation key, Function function) => Plain(key) is IParameterReferenceOperation { Parameter: var parameter } && IsOwnParameter(parameter, function);

    private static bool IsOwnParameter(IParameterSymbol parameter, Function function) =>
        !function.IsCalled && function.Start is not null && parameter.RefKind == RefKind.None
        && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function.Symbol);

    /// <summary>What the place is in.</summary>
    private static IOperation? Outer(IOperation place) => place switch
    {
        IFieldReferenceOperation field => field.Instance,
        IPropertyReferenceOperation property => property.Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IImplicitIndexerReferenceOperation indexer => indexer.Instance,
        IInvocationOperation invocation => invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value,
        IConversionOperation conversion => conversion.Operand,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IArgumentOperation argument => argument.Value,
        IAwaitOperation => null,
        _ => null,
    };

    private IOperation? ValueOfLocal(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => _assigned.OnlyValue(local) ?? _assigned.LoopOf(local)?.Collection,
        _ => null,
    };

    private string? OwnIndex(IArrayElementReferenceOperation element, Function function)
    {
        for (var i = 0; i < element.Indices.Length; i++)
        {
            if (IndexOf(element.Indices[i], function) is { } index)
            {
                return $"{i}:{index}";
            }
        }

        return null;
    }

    // i, i + 1, i * width + x: another one for each i, as far as anyone who writes that means it.
    private string? IndexOf(IOperation index, Function function)
    {
        index = Plain(index);
        switch (index)
        {
            case IParameterReferenceOperation { Parameter: var parameter } when IsOwnParameter(parameter, function):
                return parameter.Name;
            case ILocalReferenceOperation when ValueOfLocal(index) is { } value:
                return IndexOf(value, function);
            case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, RightOperand: { ConstantValue.HasValue: true } offset } binary:
                return IndexOf(binary.LeftOperand, function) is { } left ? $"{left} {binary.OperatorKind} {offset.ConstantValue.Value}" : null;
            case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add } binary:
                return RowOf(binary.LeftOperand, function) ?? RowOf(binary.RightOperand, function);
            default:
                return RowOf(index, function);
        }
    }

    private string? RowOf(IOperation index, Function function) =>
        Plain(index) is IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Multiply, ConstantValue.HasValue: false } product
        && (IndexOf(product.LeftOperand, function) ?? IndexOf(product.RightOperand, function)) is { } row
        && (product.LeftOperand.ConstantValue, product.RightOperand.ConstantValue) is not ({ HasValue: true, Value: 0 }, _) and not (_, { HasValue: true, Value: 0 })
            ? row + " *"
            : null;

    // What is assigned for an element's value is the same for an equal one; what is added is not, unless no two are equal.
    private static bool IsPlainOrDistinct(IOperation place, IOperation element, Function function) =>
        function.Start is { Method: var method, Call: var call } && (function.Symbol?.Parameters.Length == 1 && place == element && (element is IInvocationOperation || element.Parent is ISimpleAssignmentOperation)
            || method.Name is "For" or "ForAsync" || (function.Symbol?.Parameters.Length > 1 && method.Name is "Select" or "ForEach" or "Where" or "SelectMany")
            || (call.Arguments.Length > 0 && call.Arguments[0] is { } source && Plain(source) is IInvocationOperation { TargetMethod.Name: "Range" }));

    /// <summary>The function uses the array at this index only.</summary>
    private bool IsOtherwiseUnused(IArrayElementReferenceOperation element, string index, Function function)
    {
        if (function.Syntax is null || _functions.FirstOrDefault(pair => pair.Value == function).Key is not IOperation body)
        {
            return false;
        }

        var arrays = ValueOf(element.ArrayReference);
        var name = VariableOf(element.ArrayReference);
        return body.Descendants().All(operation => VariableOf(operation) is not { } variable || !IsSame(variable, operation) || IsUseOfOwn(operation));

        // Two variables that take turns are two arrays.
        bool IsSame(ISymbol variable, IOperation operation) =>
            SymbolEqualityComparer.Default.Equals(variable, name)
            || (name is not null && operation.Type is IArrayTypeSymbol && ValueOf(operation).Equals(arrays) && arrays.GetEnumerator() is var nodes && nodes.MoveNext() && !nodes.MoveNext()
                && Kind(arrays) == NodeKind.Fresh);

        bool IsUseOfOwn(IOperation use) => use.Parent switch
        {
            IArrayElementReferenceOperation other when other.ArrayReference == use => OwnIndex(other, function) == index,
            IPropertyReferenceOperation { Property.Name: "Length" or "LongLength" or "Rank" } => true,
            IInvocationOperation { TargetMethod.Name: "GetLength" or "GetUpperBound" or "GetLowerBound" } => true,
            _ => false,
        };

        NodeKind Kind(OriginSet set)
        {
            foreach (var node in set)
            {
                return _nodes[node].Kind;
            }

            return NodeKind.Unknown;
        }
    }

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };
}
