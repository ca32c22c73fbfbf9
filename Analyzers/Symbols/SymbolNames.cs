using System.Text;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>How symbols are written in messages, identifiers and generated code.</summary>
internal static class SymbolNames
{
    /// <summary>Fully qualified with <c>global::</c> and escaped keywords: what generated code can say anywhere.</summary>
    public static readonly SymbolDisplayFormat InCode = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The declaration id of the original definition (the format of documentation comments).</summary>
    public static string DeclarationId(ISymbol symbol) =>
        KnownNames.DeclarationId(symbol.OriginalDefinition);

    /// <summary>
    /// A type as it enters hashes and contracts: metadata names and type arguments; no names of tuple elements or type parameters.
    /// </summary>
    public static string Identity(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => $"{Identity(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        IPointerTypeSymbol pointer => Identity(pointer.PointedAtType) + "*",
        ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter => "!!" + parameter.Ordinal,
        ITypeParameterSymbol parameter => "!" + parameter.Ordinal,
        INamedTypeSymbol { IsTupleType: true } tuple => $"({string.Join(", ", tuple.TupleElements.Select(element => Identity(element.Type)))})",
        INamedTypeSymbol { IsAnonymousType: true } anonymous =>
            $"{{{string.Join(", ", anonymous.GetMembers().OfType<IPropertySymbol>().Select(property => property.Name + " " + Identity(property.Type)))}}}",
        INamedTypeSymbol named => TypeTraits.MetadataName(named) + Arguments(named),
        _ => type.ToDisplayString(), // dynamic, function pointers, errors
    };

    private static string Arguments(INamedTypeSymbol type)
    {
        var arguments = new List<ITypeSymbol>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            arguments.InsertRange(0, current.TypeArguments);
        }

        return arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments.Select(Identity))}>";
    }

    /// <summary>As in messages: <c>Type.Member</c>, or just the name for a member of <paramref name="within"/>.</summary>
    public static string InMessage(ISymbol symbol, INamedTypeSymbol? within = null)
    {
        if (symbol is IMethodSymbol { AssociatedSymbol: { } associated })
        {
            symbol = associated;
        }

        if (symbol is INamedTypeSymbol type)
        {
            return type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        }

        var name = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => "new " + symbol.ContainingType.Name,
            IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => "static constructor of " + symbol.ContainingType.Name,
            IMethodSymbol { MethodKind: MethodKind.Destructor } => "finalizer of " + symbol.ContainingType.Name,
            IPropertySymbol { IsIndexer: true } => "this[]",
            IMethodSymbol { ExplicitInterfaceImplementations: [var implemented, ..] } => implemented.Name,
            IPropertySymbol { ExplicitInterfaceImplementations: [var implemented, ..] } => implemented.Name,
            _ => symbol.Name,
        };
        return symbol.ContainingType is null
            || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor }
            || SymbolEqualityComparer.Default.Equals(symbol.ContainingType.OriginalDefinition, within?.OriginalDefinition)
                ? name
                : symbol.ContainingType.Name + "." + name;
    }

    /// <summary>As in messages about a method itself: its name, with its own type arguments where it is constructed.</summary>
    public static string OfMethod(IMethodSymbol method) => InMessage(method, method.ContainingType) + InLog(method, method.TypeArguments);

    /// <summary><c>Outer.Inner.Method</c> without the namespace: the name that logs show.</summary>
    public static string InLog(IMethodSymbol method)
    {
        var text = new StringBuilder(method.Name).Append(InLog(method, method.TypeArguments));
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            text.Insert(0, type.Name + InLog(method, type.TypeArguments) + ".");
        }

        return text.ToString();
    }

    // A definition is named without its type parameters.
    private static string InLog(IMethodSymbol method, IReadOnlyCollection<ITypeSymbol> arguments) => arguments.Count == 0 || ConstructedMethods.IsDefinition(method) ? ""
        : $"<{string.Join(", ", arguments.Select(argument => argument.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)))}>";
}
