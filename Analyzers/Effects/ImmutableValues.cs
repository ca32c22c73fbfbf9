using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Expressions whose value cannot change although their type does not say so: the object behind it is known exactly.</summary>
internal static class ImmutableValues
{
    public static bool Contains(IOperation value, TypeTraits traits)
    {
        var isObject = value.Type is { IsReferenceType: true };
        value = OperationCalls.Unconverted(value);
        if (isObject && value.Type is INamedTypeSymbol { TypeKind: TypeKind.Struct } boxed && !traits.IsImmutableInBox(boxed))
        {
            return false;
        }

        if (OperationCalls.IsConstant(value) || traits.IsDeeplyImmutable(value.Type))
        {
            return true;
        }

        return value switch
        {
            IDefaultValueOperation => value.Type is { IsReferenceType: true },
            // What these give cannot be changed; a copy of it can.
            IObjectCreationOperation { Type: { Name: "UTF8Encoding" or "ASCIIEncoding" or "UnicodeEncoding" or "UTF32Encoding", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } } } => true,
            IObjectCreationOperation { Type: INamedTypeSymbol type } => type.SpecialType == SpecialType.System_Object || traits.IsExactlyImmutable(type),
            IConditionalOperation { WhenFalse: { } otherwise } conditional => Contains(conditional.WhenTrue, traits) && Contains(otherwise, traits),
            ICoalesceOperation coalesce => Contains(coalesce.Value, traits) && Contains(coalesce.WhenNull, traits),
            ISwitchExpressionOperation choice => choice.Arms.All(arm => Contains(arm.Value, traits)),
            IThrowOperation => true,
            // The compiler makes an object that cannot be changed for a type that shows none of that.
            ICollectionExpressionOperation { Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } shown } =>
                TypeTraits.MetadataName(shown) is "System.Collections.Generic.IEnumerable`1" or "System.Collections.Generic.IReadOnlyCollection`1" or "System.Collections.Generic.IReadOnlyList`1"
                && traits.HoldsImmutablePartsOnly(shown),
            IPropertyReferenceOperation { Instance: null, Property: { Name: var name, ContainingType: { } type } } => IsShared(name, type),
            IInvocationOperation { TargetMethod: { Name: "GetEncoding", Parameters.Length: 1, ContainingType: { } encodings } } => TypeTraits.MetadataName(encodings) == "System.Text.Encoding",
            // Of a culture that cannot be changed, neither can these.
            IPropertyReferenceOperation { Instance: { } culture, Property.Name: "NumberFormat" or "DateTimeFormat" or "CompareInfo" or "TextInfo" } =>
                TypeTraits.MetadataName((INamedTypeSymbol)culture.Type!) == "System.Globalization.CultureInfo" && Contains(culture, traits),
            IInvocationOperation { TargetMethod: { Name: "GetCultureInfo" or "GetCultureInfoByIetfLanguageTag" or "ReadOnly", IsStatic: true, ContainingType: { } type } } =>
                TypeTraits.MetadataName(type) == "System.Globalization.CultureInfo",
            _ => false,
        };
    }

    private static bool IsShared(string name, INamedTypeSymbol type) => TypeTraits.MetadataName(type) == "System.Text.Encoding" || (TypeTraits.MetadataName(type), name) is
        ("System.Globalization.CultureInfo", "InvariantCulture")
        or ("System.Globalization.NumberFormatInfo", "InvariantInfo")
        or ("System.Globalization.DateTimeFormatInfo", "InvariantInfo")
        or ("System.Collections.Generic.Comparer`1", "Default")
        or ("System.Collections.Generic.EqualityComparer`1", "Default")
        or ("System.Collections.Generic.ReferenceEqualityComparer", "Instance");
}
