using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.Analyzers.Hashing;

/// <summary>
/// What the compiler was shown of a partial type. Another generator may add members, bases and attributes that the code compiles
/// without: when the program runs, the deployed type is held against this (the runtime's <c>TypeParts</c> counts the same).
/// </summary>
internal static class TypeParts
{
    private static readonly SymbolTable<string> s_known = new(static type => Describe((INamedTypeSymbol)type));

    /// <summary><c>Assembly!Full.Name=base/fields/methods/interfaces/attributes</c>; null for a type to which nobody else can add.</summary>
    public static string? Of(INamedTypeSymbol type) => s_known.Of(type.OriginalDefinition) is { Length: > 0 } known ? known : null;

    /// <summary>Those of the types that a member is in: in each of them, an overload may be added that is called instead.</summary>
    public static IEnumerable<string> Around(ISymbol member)
    {
        for (var type = member as INamedTypeSymbol ?? member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Of(type) is { } parts)
            {
                yield return parts;
            }
        }
    }

    /// <summary>The type that one of the strings of <see cref="Of"/> is about; null for another string.</summary>
    public static string? NameIn(string parts) =>
        parts.IndexOf('!') is > 0 and var mark ? parts.Substring(mark + 1, parts.IndexOf('=', mark) - mark - 1) : null;

    private static string Describe(INamedTypeSymbol type) => type.IsFileLocal || !PartialMembers.AreIn(type, CancellationToken.None) ? ""
        : $"{type.ContainingAssembly.Name}!{TypeTraits.MetadataName(type)}={type.BaseType?.MetadataName}/{Fields(type)}/{Methods(type)}/{type.AllInterfaces.Length}/{Attributes(type)}";

    // What the compiler makes up has names that nobody can write: whether it makes them depends on code, not on parts.
    private static bool IsNamed(ISymbol member) => !member.Name.StartsWith("<", StringComparison.Ordinal);

    // The field of an event is no member, and has its name. Static fields with names that nobody else would write are what the generator of
    // [LoggerMessage] keeps for itself.
    private static int Fields(INamedTypeSymbol type) => type.GetMembers().Count(member =>
        member is IFieldSymbol field && IsNamed(field) && !(field.IsStatic && field.Name.StartsWith("__", StringComparison.Ordinal))
        || member is IEventSymbol { IsAbstract: false, AddMethod.IsImplicitlyDeclared: true });

    private static int Methods(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Count(method => IsNamed(method) && IsEmitted(method));

    private static bool IsEmitted(IMethodSymbol method)
    {
        if (method is { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true, Parameters.Length: 0, ContainingType.TypeKind: TypeKind.Struct })
        {
            return false;
        }

        // A partial method that need not have a body is nothing without one.
        return !(method is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsVoid: true, DeclaredAccessibility: Accessibility.Private }
            && !method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is MethodDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PrivateKeyword)));
    }

    private static int Attributes(INamedTypeSymbol type) => type.GetAttributes().Count(attribute =>
        attribute.AttributeClass is { } written && !IsOfCompiler(KnownNames.Namespace(written.ContainingNamespace)) && IsWritten(attribute, written));

    /// <summary>Attributes of these namespaces are the compiler's business; it leaves some out and adds others.</summary>
    private static bool IsOfCompiler(string space) =>
        space is "System" or "System.Reflection" || space.StartsWith("System.Runtime.", StringComparison.Ordinal)
        || space.StartsWith("System.Diagnostics", StringComparison.Ordinal) || space.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static bool IsWritten(AttributeData attribute, INamedTypeSymbol type)
    {
        var conditions = Conditions(type).ToImmutableHashSet(StringComparer.Ordinal);
        return conditions.IsEmpty
            || attribute.ApplicationSyntaxReference is { SyntaxTree.Options: var options } && options.PreprocessorSymbolNames.Any(conditions.Contains);
    }

    private static IEnumerable<string> Conditions(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var attribute in type.GetAttributes())
            {
                if (attribute is { AttributeClass.Name: "ConditionalAttribute", ConstructorArguments: [{ Value: string condition }] })
                {
                    yield return condition;
                }
            }
        }
    }
}
