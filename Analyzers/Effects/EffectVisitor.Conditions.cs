using System.Globalization;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>What the arguments of a call show: the conditions of catalog lines, and how much culture a formatted value takes.</summary>
internal sealed partial class EffectVisitor
{
    private bool Holds(CatalogCondition condition, CodeCall call, IMethodSymbol method) =>
        ArgumentNamed(condition.Parameter, call, method) is { } argument && condition.Predicate switch
        {
            "invariant" => IsInvariantOrKeyed(argument),
            "ordinal" => IsOrdinal(argument),
            "comparer" => !IsNull(argument),
            "dated" => IsDated(argument),
            "dateless" => IsDateless(argument),
            "fixed" => IsFixedFormat(argument, Formatted(method)),
            "total" => call.Site is IInvocationOperation sort && IsTotalOrder(sort),
            "ordered" => IsMadeOrdered(Plain(argument)) || (method.Name is "AsEnumerable" or "AsSequential" && IsOrderFree(call.Site)),
            _ => false,
        };

    private static bool IsNull(IOperation operation) => Plain(operation) is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    // CultureInfo.InvariantCulture, or what is derived from it.
    private static bool IsInvariantOrKeyed(IOperation argument) => Plain(argument) switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "InvariantCulture" or "InvariantInfo", ContainingType: var type } } =>
            TypeTraits.MetadataName(type).StartsWith("System.Globalization.", StringComparison.Ordinal),
        IPropertyReferenceOperation { Instance: { } instance, Property.Name: "NumberFormat" or "DateTimeFormat" or "TextInfo" or "CompareInfo" } => IsInvariantOrKeyed(instance),
        _ => false,
    };

    private static bool IsOrdinal(IOperation argument) => Plain(argument) switch
    {
        { ConstantValue: { HasValue: true, Value: int value }, Type.Name: nameof(StringComparison) } => value is >= 2 and <= 5, // InvariantCulture, …IgnoreCase, Ordinal, …IgnoreCase
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Ordinal" or "OrdinalIgnoreCase" or "InvariantCulture" or "InvariantCultureIgnoreCase", ContainingType: var type } } =>
            TypeTraits.MetadataName(type) == "System.StringComparer",
        _ => false,
    };

    // A format that says year, month and day leaves nothing to today's date.
    private static bool IsDated(IOperation argument) =>
        argument.ConstantValue is { HasValue: true, Value: string format }
        && (format is "o" or "O" or "r" or "R" or "s" or "u" || (format.Length > 1 && Specifiers(format) is var said && said.Contains('y') && said.Contains('M') && said.Contains('d')));

    // Of a conversion's target: a type, or a type's code, that is named here and is no date.
    private static bool IsDateless(IOperation argument) => Plain(argument) switch
    {
        ITypeOfOperation { TypeOperand: { TypeKind: not TypeKind.TypeParameter } type } => type.SpecialType != SpecialType.System_DateTime && !TypeTraits.Named(type).Any(IsDate),
        { ConstantValue: { HasValue: true, Value: int code }, Type.Name: nameof(TypeCode) } => code != (int)TypeCode.DateTime,
        _ => false,
    };

    private static bool IsDate(INamedTypeSymbol type) => type.SpecialType == SpecialType.System_DateTime;

    // Without what stands in quotes or behind a backslash.
    private static HashSet<char> Specifiers(string format)
    {
        var said = new HashSet<char>();
        char? quote = null;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '\\')
            {
                i++;
            }
            else if (format[i] is '\'' or '"' && (quote is null || quote == format[i]))
            {
                quote = quote is null ? format[i] : null;
            }
            else if (quote is null)
            {
                said.Add(format[i]);
            }
        }

        return said;
    }

    private static bool HasComparer(CodeCall call, IMethodSymbol method, DefaultComparison comparison) =>
        comparison.Parameter is { } name && ArgumentNamed(name, call, method) is { } argument && !IsNull(argument);

    // Formats that are the same text in every culture.
    private static bool IsFixedFormat(IOperation argument, ITypeSymbol? formatted) =>
        argument.ConstantValue is { HasValue: true, Value: string format } && formatted?.ToDisplayString() switch
        {
            "System.DateTime" or "System.DateTimeOffset" => format is "o" or "O" or "r" or "R" or "s" or "u",
            "System.DateOnly" or "System.TimeOnly" => format is "o" or "O" or "r" or "R",
            "System.TimeSpan" => format is "c" or "t" or "T",
            _ => false,
        };

    private static ITypeSymbol? Formatted(IMethodSymbol method) => method.TypeArguments is [var single] ? single : method.ContainingType;

    /// <summary>How the culture is read: for texts and integers it is keyed and nothing is said, for other numbers and dates it is likely a mistake.</summary>
    private static EffectKind CultureOf(EffectKind kind, CodeCall call, IMethodSymbol method) => kind switch
    {
        EffectKind.ReadsCulture when IsIntegerFormatting(call, method) || FormatsNeutralObjectsOnly(call, method) || HoldsNeutralPartsOnly(method)
            || (call.Site is IInterpolationOperation { FormatString: { } format } && IsFixedFormat(format, Formatted(method))) => EffectKind.ReadsCultureOfIntegers,
        EffectKind.ReadsCultureOfIntegers when method is { Name: "Join" or "Concat" or "AppendJoin", TypeArguments: [var joined] } && IsFraction(joined) => EffectKind.ReadsCulture,
        _ => kind,
    };

    private static bool IsIntegerFormatting(CodeCall call, IMethodSymbol method) =>
        method.Name == "AppendFormatted" && method.TypeArguments is [{ } formatted] && IsNeutral(formatted)
        && !call.Arguments.Skip(1).Any(argument => argument?.Type?.SpecialType == SpecialType.System_String);

    // string.Format("{0} of {1}", i, n)
    private static bool FormatsNeutralObjectsOnly(CodeCall call, IMethodSymbol method) =>
        method.Name is "Format" or "AppendFormat" && method.ContainingType.Name is "String" or "StringBuilder"
        && call.Arguments.SelectMany(Given).All(given => Plain(given).Type is not { } type || IsNeutral(type) || type.Name is nameof(IFormatProvider) or nameof(CultureInfo));

    private static IEnumerable<IOperation> Given(IOperation? argument) => argument is null ? [] : Plain(argument) switch
    {
        IArrayCreationOperation { Initializer: { } values } => values.ElementValues,
        ICollectionExpressionOperation values => values.Elements,
        var single => [single],
    };

    // The text of an int? or of a pair is that of its parts.
    private static bool HoldsNeutralPartsOnly(IMethodSymbol method) =>
        method is { Name: nameof(ToString), ContainingType: { IsValueType: true, TypeArguments: { Length: > 0 } parts } } && parts.All(IsNeutral);

    private static bool IsNeutral(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_UInt64 or SpecialType.System_String
        || type.TypeKind == TypeKind.Enum || type is { Name: nameof(Guid), ContainingNamespace.Name: nameof(System) };

    private static bool IsFraction(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_DateTime
        || type is { Name: "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Half", ContainingNamespace.Name: nameof(System) };
}
