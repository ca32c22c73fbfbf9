using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>What a dependency is; the names are those of the attributes.</summary>
internal enum DependencyKind
{
    File,
    Directory,
    Environment,
    Static,
    Culture,
    Custom,
}

/// <summary>One declared dependency as its attribute says it; whether that makes sense is not asked here.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The template of a path or of a variable's name, or the name of a static member; empty for the others.</param>
/// <param name="Attribute">The attribute that declares it.</param>
internal sealed record DeclaredDependency(DependencyKind Kind, string Text, AttributeData Attribute)
{
    /// <summary>Of a directory: which names count.</summary>
    public string Pattern { get; init; } = "*";

    /// <summary>Of a directory: whether its subdirectories count as well.</summary>
    public bool IsRecursive { get; init; }

    /// <summary>The type that declares a static, or that tells the state of a custom dependency; null where the attribute names none.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>The static field or property that is meant: of the type or of one of its bases. Null if there is none.</summary>
    public ISymbol? FindMember()
    {
        for (var current = Type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(Text))
            {
                if (member is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true, IsIndexer: false })
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>Null for an attribute that declares no dependency.</summary>
    public static DeclaredDependency? TryCreate(AttributeData attribute, KnownTypes types)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return null;
        }

        var declared = type.OriginalDefinition;
        if (Is(types.DependsOnFile))
        {
            return new(DependencyKind.File, Text(0), attribute);
        }

        if (Is(types.DependsOnDirectory))
        {
            return new(DependencyKind.Directory, Text(0), attribute)
            {
                Pattern = Named("Pattern") is { } pattern ? pattern.Value as string ?? "" : "*",
                IsRecursive = Named("Recursive") is { Value: true },
            };
        }

        if (Is(types.DependsOnEnvironment))
        {
            return new(DependencyKind.Environment, Text(0), attribute);
        }

        if (Is(types.DependsOnStatic))
        {
            return new(DependencyKind.Static, Text(1), attribute) { Type = Argument(0) is { Kind: TypedConstantKind.Type, Value: ITypeSymbol owner } ? owner : null };
        }

        if (Is(types.DependsOnCulture))
        {
            return new(DependencyKind.Culture, "", attribute);
        }

        return Is(types.DependsOn) ? new(DependencyKind.Custom, "", attribute) { Type = type.TypeArguments[0] } : null;

        bool Is(INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(declared, known);

        // Code that does not compile may lack arguments.
        TypedConstant? Argument(int index) => index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index] : null;

        string Text(int index) => Argument(index) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";

        TypedConstant? Named(string name)
        {
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == name)
                {
                    return argument.Value;
                }
            }

            return null;
        }
    }
}
