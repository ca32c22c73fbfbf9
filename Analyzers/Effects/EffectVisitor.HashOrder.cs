using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Orders that follow hash codes, where a collection is enumerated by someone who knows it only as a sequence.</summary>
internal sealed partial class EffectVisitor
{
    private static readonly HashSet<string> s_hashOrdered =
    [
        "System.Collections.Immutable.ImmutableHashSet`1", "System.Collections.Immutable.ImmutableDictionary`2",
        "System.Collections.Immutable.ImmutableHashSet`1+Builder", "System.Collections.Immutable.ImmutableDictionary`2+Builder",
        "System.Collections.Frozen.FrozenSet`1", "System.Collections.Frozen.FrozenDictionary`2",
        "System.Collections.Concurrent.ConcurrentDictionary`2", "System.Collections.Concurrent.ConcurrentBag`1", "System.Collections.Hashtable",
        "System.Linq.ParallelQuery`1",
    ];

    // Members of the interfaces of a collection that enumerate nothing, or compare it with another one.
    private static readonly HashSet<string> s_asked =
    [
        "Contains", "ContainsKey", "TryGetValue", "Add", "TryAdd", "Remove", "Clear", "SetEquals", "IsSubsetOf", "IsSupersetOf", "IsProperSubsetOf", "IsProperSupersetOf",
        "Overlaps", "UnionWith", "IntersectWith", "ExceptWith", "SymmetricExceptWith", "Equals", "GetType", "GetHashCode", "ToString",
    ];

    private void CheckOrder(IOperation operation)
    {
        var shown = operation switch
        {
            IConversionOperation { OperatorMethod: null, Operand: not IConversionOperation } conversion
                when LosesOrder(conversion.Operand.Type, conversion.Type) && !IsOrderFree(conversion) && !IsMadeOrdered(conversion.Operand) => conversion.Operand.Type,
            ISpreadOperation spread when IsHashOrdered(spread.Operand.Type) && !IsMadeOrdered(spread.Operand) => spread.Operand.Type,
            // A delegate may give what its function gives, and pass what it is passed, as something less.
            IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method }, Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } => LostBy(method, invoke),
            IInvocationOperation { TargetMethod: { IsGenericMethod: true } method } when _context.Hierarchy.IsInSource(method) =>
                method.TypeParameters.Zip(method.TypeArguments, (parameter, argument) => (parameter, argument)).FirstOrDefault(IsEnumerated).argument,
            _ => null,
        };
        if (shown is not null)
        {
            AddEffect(EffectKind.Nondeterministic, "the order of hash codes", shown.OriginalDefinition, operation.Syntax.GetLocation());
        }
    }

    private static ITypeSymbol? LostBy(IMethodSymbol method, IMethodSymbol invoke)
    {
        var converted = invoke.Parameters.Zip(method.Parameters, (from, to) => (From: from.Type, To: to.Type)).Append((From: method.ReturnType, To: invoke.ReturnType));
        return converted.FirstOrDefault(pair => LosesOrder(pair.From, pair.To)).From;
    }

    // Code of the user's that can enumerate what it knows by a constraint.
    private static bool IsEnumerated((ITypeParameterSymbol Parameter, ITypeSymbol Argument) given) =>
        IsHashOrdered(given.Argument) && given.Parameter.ConstraintTypes.Any(IsSequence);

    private static bool IsSequence(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable);

    // Itself, or what it is a sequence of, is known as something less afterwards.
    private static bool LosesOrder(ITypeSymbol? from, ITypeSymbol? to) => (from, to) switch
    {
        (null, _) or (_, null) => false,
        _ when SymbolEqualityComparer.Default.Equals(from, to) => false,
        _ when IsHashOrdered(from) => to.IsReferenceType || to.TypeKind == TypeKind.Dynamic,
        (IArrayTypeSymbol many, IArrayTypeSymbol others) => LosesOrder(many.ElementType, others.ElementType),
        (_, INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } named) =>
            Same(from, named) is { } same && same.TypeArguments.Zip(arguments, (left, right) => (left, right)).Any(pair => LosesOrder(pair.left, pair.right)),
        _ => false,
    };

    private static INamedTypeSymbol? Same(ITypeSymbol from, INamedTypeSymbol to) =>
        from.AllInterfaces.Append(from as INamedTypeSymbol).FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one?.OriginalDefinition, to.OriginalDefinition));

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

    private bool IsOrderFree(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IArgumentOperation or IParenthesizedOperation)
        {
            operation = operation.Parent;
        }

        return operation.Parent switch
        {
            IInvocationOperation invocation when invocation.Instance == operation => s_asked.Contains(invocation.TargetMethod.Name),
            IInvocationOperation invocation => !_context.Hierarchy.IsInSource(invocation.TargetMethod) && TakesNoOrder(invocation, operation),
            IObjectCreationOperation { Type.Name: "SortedSet", Constructor.ContainingNamespace: { Name: "Generic" } } sorted => IsTotal(((INamedTypeSymbol)sorted.Type!).TypeArguments[0], sorted.Arguments.Skip(1)),
            IPropertyReferenceOperation property => property.Instance == operation && (property.Property.IsIndexer || property.Property.Name is "Count" or "IsReadOnly"),
            IIsPatternOperation or IIsTypeOperation or IBinaryOperation or INameOfOperation => true,
            _ => false,
        };
    }

    // What takes a sequence and shows nothing of its order.
    private static bool TakesNoOrder(IInvocationOperation invocation, IOperation taken) => (invocation.TargetMethod.ContainingType.Name, invocation.TargetMethod.Name) switch
    {
        ("ParallelEnumerable", _) => true, // the catalog says it for each
        ("Enumerable", "Count" or "LongCount" or "Any" or "All" or "Contains" or "TryGetNonEnumeratedCount") => true,
        ("Enumerable", "Except" or "Intersect") => invocation.Arguments.Length == 2 && invocation.Arguments[1] == taken,
        ("Enumerable", "Sum" or "Min" or "Max") => invocation.TargetMethod.ReturnType.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_UInt64, // no rounding
        ("Enumerable", "Order" or "OrderDescending" or "OrderBy" or "OrderByDescending") => IsTotalOrder(invocation),
        (_, "ToFrozenSet" or "ToFrozenDictionary" or "ToImmutableHashSet" or "ToImmutableDictionary") => Comparers(invocation).All(IsExact),
        (_, "ToImmutableSortedSet") => IsTotal(invocation.TargetMethod.TypeArguments[0], Comparers(invocation)),
        (_, "SetEquals" or "IsSubsetOf" or "IsSupersetOf" or "IsProperSubsetOf" or "IsProperSupersetOf" or "Overlaps" or "IntersectWith") => true,
        // A set that is itself without an order, or sorted.
        (_, "Union" or "Intersect" or "Except" or "SymmetricExcept") => invocation.Instance?.Type is { ContainingNamespace.Name: "Immutable" },
        (_, "UnionWith" or "ExceptWith" or "SymmetricExceptWith") => invocation.Instance?.Type is { Name: "SortedSet" } or { ContainingNamespace.Name: "Immutable" },
        _ => false,
    };

    private static IEnumerable<IArgumentOperation> Comparers(IInvocationOperation invocation) =>
        invocation.Arguments.Where(argument => argument.Parameter?.Type.Name is "IComparer" or "IEqualityComparer");

    // One that ignores something has equals that are not the same.
    private static bool IsExact(IArgumentOperation comparer) => comparer.IsImplicit || IsNull(comparer.Value)
        || Plain(comparer.Value) is IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Ordinal" or "Default" } };

    internal static bool IsHashOrdered(ITypeSymbol? type) =>
        Framework(type) is { } named && s_hashOrdered.Contains(TypeTraits.MetadataName(named))
        && (named.Name.StartsWith("Concurrent", StringComparison.Ordinal) || named.Name == "ParallelQuery"
            || (named.Name == "Builder" ? named.ContainingType : named).TypeArguments is not [var key, ..] || !HasStableHash(key));

    // A class of the user's own enumerates as the class does that it derives from.
    private static INamedTypeSymbol? Framework(ITypeSymbol? type)
    {
        var named = type as INamedTypeSymbol;
        while (named is { DeclaringSyntaxReferences.IsEmpty: false })
        {
            named = named.BaseType;
        }

        return named;
    }

    // Hash codes that are computed from the bits of the value alone. Those of texts, tuples and HashCode.Combine take a seed that each process draws.
    private static readonly HashSet<string> s_stable =
    [
        "System.Half", "System.TimeSpan", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.Guid", "System.Text.Rune", "System.Index", "System.Version",
    ];

    private static bool HasStableHash(ITypeSymbol key, int depth = 0) =>
        key.TypeKind == TypeKind.Enum || key.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_DateTime
        || (key is INamedTypeSymbol named && (s_stable.Contains(TypeTraits.MetadataName(named)) || (depth < DeepestRecord && IsRecordOfStable(named, depth + 1))));

    private const int DeepestRecord = 8;

    // What the compiler writes for a record struct folds the hash codes of its fields. (That of a record class begins with the type's own.)
    private static bool IsRecordOfStable(INamedTypeSymbol type, int depth) =>
        type is { IsRecord: true, IsValueType: true }
        && type.GetMembers(nameof(GetHashCode)).All(member => member.IsImplicitlyDeclared)
        && type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).All(field => HasStableHash(field.Type, depth));
}
