using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>What a serializer finds in the values that it is given, as far as their types tell.</summary>
internal sealed partial class EffectVisitor
{
    private void CheckSerialized(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!IsSerializer(method))
        {
            return;
        }

        var given = method.TypeArguments.Concat(invocation.Arguments.Select(argument => Plain(argument.Value).Type)).OfType<ITypeSymbol>().ToList();
        if (Behind(given).Any(IsAnything))
        {
            AddEffect(EffectKind.Unverifiable, "a serializer over values of any type", method.OriginalDefinition, invocation.Syntax.GetLocation());
        }

        if (!method.Name.StartsWith("Deserialize", StringComparison.Ordinal) && Behind(given).FirstOrDefault(IsHashOrdered) is { } shown)
        {
            AddEffect(EffectKind.Nondeterministic, "the order of hash codes", shown.OriginalDefinition, invocation.Syntax.GetLocation());
        }
    }

    // A node that is made of any value writes it as a serializer does, when it is written itself.
    private static bool IsSerializer(IMethodSymbol method) => method.ContainingType is { Name: "JsonSerializer", ContainingNamespace.Name: "Json" }
        || method is { ContainingType: { Name: "JsonValue", ContainingNamespace.Name: "Nodes" }, Name: "Create", IsGenericMethod: true }
        || method is { ContainingType: { Name: "JsonArray", ContainingNamespace.Name: "Nodes" }, Name: "Add", IsGenericMethod: true };

    private static bool IsAnything(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.TypeParameter;

    /// <summary>The types of what a serializer writes: those that are mentioned, and those of the properties and fields of what the compilation declares.</summary>
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

                    if (_context.Hierarchy.IsInSource(named) || named.IsAnonymousType)
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
