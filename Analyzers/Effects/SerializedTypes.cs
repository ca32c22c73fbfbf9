using Memo.Analyzers.Referenced;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>What a serializer finds in the values that it is given, as far as their types tell.</summary>
internal sealed class SerializedTypes(Calls.TypeHierarchy hierarchy, OutsideTypes outside)
{
    /// <summary>
    /// The effects of handing values of types to a serializer: <paramref name="serializer"/>, called at <paramref name="location"/> by way of
    /// <paramref name="path"/>. What <paramref name="code"/> leaves to its type parameters, its callers are asked.
    /// </summary>
    public IEnumerable<Effect> Effects(IReadOnlyList<ITypeSymbol> given, ISymbol serializer, Location location, CallPath path, ISymbol? code)
    {
        foreach (var anything in Behind(given).Where(type => type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic))
        {
            yield return new(EffectKind.Unverifiable, "a serializer over values of any type", serializer, location, path)
            {
                OfTypeParameter = anything is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter
                    && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, code) ? parameter.Ordinal : null,
            };
        }

        foreach (var type in outside.Any ? Behind(given).OfType<INamedTypeSymbol>().Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct && outside.Declare(type)) : [])
        {
            foreach (var (member, told) in outside.SerializedOf(type))
            {
                ISymbol culprit = (member.AssociatedSymbol ?? member).OriginalDefinition;
                if (told is null)
                {
                    yield return new(EffectKind.Unknown, "", culprit, location, path.Rest is null ? path with { Member = culprit } : path);
                    break; // one that nobody knows is enough to say
                }

                foreach (var effect in told.Effects)
                {
                    yield return new(effect.Kind, effect.Detail, culprit, location, path.Rest is null ? path with { Member = culprit } : path);
                }
            }
        }

        if (!serializer.Name.StartsWith("Deserialize", StringComparison.Ordinal) && Behind(given).FirstOrDefault(EffectVisitor.IsHashOrdered) is { } shown)
        {
            yield return new(EffectKind.Nondeterministic, "the order of hash codes", shown.OriginalDefinition, location, path with { Member = path.Rest is null ? shown.OriginalDefinition : path.Member });
        }
    }

    // The types of what is written: those that are mentioned, and those of the properties and fields of what the compilation declares.
    private IEnumerable<ITypeSymbol> Behind(IEnumerable<ITypeSymbol> types)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>(types);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!seen.Add(next))
            {
                continue;
            }

            yield return next;
            switch (next)
            {
                case IArrayTypeSymbol array:
                    pending.Push(array.ElementType);
                    break;
                case INamedTypeSymbol named:
                    foreach (var argument in named.TypeArguments)
                    {
                        pending.Push(argument);
                    }

                    if (hierarchy.IsInSource(named) || named.IsAnonymousType || outside.Declare(named))
                    {
                        AddWritten(named, pending);
                    }

                    break;
            }
        }
    }

    private static void AddWritten(INamedTypeSymbol type, Stack<ITypeSymbol> pending)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } parent)
        {
            pending.Push(parent);
        }

        foreach (var member in type.GetMembers())
        {
            switch (member)
            {
                case IPropertySymbol { IsStatic: false } property:
                    pending.Push(property.Type);
                    break;
                case IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field when field.DeclaredAccessibility == Accessibility.Public || field.GetAttributes().Any(IsInclusion):
                    pending.Push(field.Type);
                    break;
            }
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "JsonDerivedTypeAttribute", ConstructorArguments: [{ Value: ITypeSymbol derived }, ..] })
            {
                pending.Push(derived);
            }
        }
    }

    private static bool IsInclusion(AttributeData attribute) => attribute.AttributeClass?.Name == "JsonIncludeAttribute";
}
