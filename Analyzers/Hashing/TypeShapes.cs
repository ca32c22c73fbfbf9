using System.Collections.Concurrent;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Hashing;

/// <summary>
/// What a user's type contributes to the hash of code that names it: everything that can show in a result (fields in order,
/// base, interfaces, enum values, attributes), together with the shapes of the types that it is made of.
/// </summary>
internal sealed class TypeShapes(TypeHierarchy hierarchy)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, string> _own = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ContentHash> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The shape of a type of the compilation, the types that it is made of included.</summary>
    public ContentHash Of(INamedTypeSymbol type) => _known.GetOrAdd(type.OriginalDefinition, Combine);

    /// <summary>What a serializer sees of a type besides: accessibility and constructors, of the types that it is made of too.</summary>
    public ContentHash SerializedOf(INamedTypeSymbol type)
    {
        var writer = new HashWriter().Write("serialized");
        foreach (var part in Reached(type.OriginalDefinition).Values)
        {
            var members = part.GetMembers();
            foreach (var member in members.Where(member => !IsPlain(member)).Concat(members.Where(IsPlain).OrderBy(SymbolNames.DeclarationId, StringComparer.Ordinal)))
            {
                writer.Write(member.Name).Write((int)member.DeclaredAccessibility).Write(member.IsStatic);
                if (member is IFieldSymbol field)
                {
                    writer.Write(field.IsReadOnly);
                }
                else if (member is IMethodSymbol method)
                {
                    writer.Write((int)method.MethodKind);
                    foreach (var parameter in method.Parameters)
                    {
                        writer.Write(parameter.Name).Write(SymbolNames.Identity(parameter.Type));
                    }
                }
            }
        }

        return writer.ToHash();
    }

    // A method that is no accessor and no constructor: in which order these stand is nothing that a serializer shows.
    private static bool IsPlain(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Ordinary };

    /// <summary>Whether a member that may change the value is called on a copy of it, not in the place: the place is read-only, the value's type is not.</summary>
    public static bool IsCopiedFrom(IFieldSymbol field) => field is { IsReadOnly: true, Type: { IsReferenceType: false, IsReadOnly: false } };

    /// <summary>The types of all bases and fields of a type and of those of the compilation that it is made of.</summary>
    public IEnumerable<ITypeSymbol> PartsOf(INamedTypeSymbol type) => Reached(type).Values.SelectMany(Parts);

    private ContentHash Combine(INamedTypeSymbol type)
    {
        var reached = Reached(type);
        var writer = new HashWriter().Write("shape").Write(TypeTraits.MetadataName(type)).Write(reached.Count);
        foreach (var pair in reached)
        {
            writer.Write(_own.GetOrAdd(pair.Value, static own => Describe(own).ToString()));
        }

        return writer.ToHash();
    }

    private SortedDictionary<string, INamedTypeSymbol> Reached(INamedTypeSymbol type)
    {
        // By name: a cycle of types has no first member.
        var reached = new SortedDictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        var pending = new Stack<INamedTypeSymbol>();
        pending.Push(type);
        while (pending.Count > 0)
        {
            var next = pending.Pop().OriginalDefinition;
            var name = TypeTraits.MetadataName(next);
            if (!hierarchy.IsInSource(next) || reached.ContainsKey(name))
            {
                continue;
            }

            reached.Add(name, next);
            foreach (var part in Parts(next))
            {
                foreach (var named in TypeTraits.Named(part))
                {
                    pending.Push(named);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<ITypeSymbol> Parts(INamedTypeSymbol type)
    {
        if (type.BaseType is { } parent)
        {
            yield return parent;
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false } field)
            {
                yield return field.Type;
            }
        }
    }

    private static ContentHash Describe(INamedTypeSymbol type)
    {
        var writer = new HashWriter()
            .Write(TypeTraits.MetadataName(type))
            .Write((int)type.TypeKind).Write(type.IsRecord).Write(type is { IsRecord: true, IsSealed: true }).Write(type.IsAbstract).Write(type.IsReadOnly).Write(type.IsRefLikeType)
            .Write(type.BaseType is null ? null : SymbolNames.Identity(type.BaseType))
            .Write(type.EnumUnderlyingType is null ? null : SymbolNames.Identity(type.EnumUnderlyingType));
        foreach (var contract in type.AllInterfaces.Select(SymbolNames.Identity).OrderBy(name => name, StringComparer.Ordinal))
        {
            writer.Write("interface").Write(contract);
        }

        foreach (var parameter in type.TypeParameters)
        {
            writer.Write("parameter").Write(parameter.HasReferenceTypeConstraint).Write(parameter.HasValueTypeConstraint).Write(parameter.HasConstructorConstraint);
            foreach (var constraint in parameter.ConstraintTypes)
            {
                writer.Write(SymbolNames.Identity(constraint));
            }
        }

        WriteAttributes(writer, type);
        var members = type.GetMembers();
        foreach (var member in members)
        {
            switch (member)
            {
                case IFieldSymbol { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } value:
                    writer.Write("value").Write(value.Name).WriteConstant(value.ConstantValue);
                    break;
                case IFieldSymbol { IsStatic: false } field:
                    writer.Write("field").Write(field.Name).Write(SymbolNames.Identity(field.Type)).Write(IsCopiedFrom(field)).Write(field.IsVolatile)
                        .Write((int)field.RefKind);
                    WriteAttributes(writer, field);
                    break;
                case IEventSymbol { IsStatic: false, IsAbstract: false } raised:
                    // Its field is no member, and lies among the others.
                    writer.Write("event").Write(raised.Name).Write(SymbolNames.Identity(raised.Type));
                    break;
            }
        }

        // Serializers and the members that the compiler writes for records go by the properties, in their order.
        foreach (var member in members)
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } property)
            {
                writer.Write("property").Write(property.Name).Write(SymbolNames.Identity(property.Type))
                    .Write(property.GetMethod is not null).Write(property.SetMethod is not null).Write(property.SetMethod is { IsInitOnly: true })
                    .Write((int)property.DeclaredAccessibility);
                WriteAttributes(writer, property);
            }
        }

        if (type.IsRecord)
        {
            // A record prints its fields among its properties.
            foreach (var member in members)
            {
                if (member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Kind: SymbolKind.Field or SymbolKind.Property })
                {
                    writer.Write("prints").Write(member.Name);
                }
            }
        }

        return writer.ToHash();
    }

    private static void WriteAttributes(HashWriter writer, ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes().OrderBy(attribute => attribute.ToString(), StringComparer.Ordinal))
        {
            // Advice to compilers and people; nothing reads it when the program runs.
            if (attribute.AttributeClass is null or { Name: "ObsoleteAttribute" or "SuppressMessageAttribute" or "NullableAttribute" or "NullableContextAttribute" or "CompilerGeneratedAttribute" or "DebuggerBrowsableAttribute" or "EditorBrowsableAttribute" })
            {
                continue;
            }

            writer.Write("attribute").Write(attribute.ToString());
        }
    }
}
