using System.Collections.Concurrent;
using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Referenced;

/// <summary>
/// What runs of types of other assemblies, the framework apart, where no call of it is to be seen. An object of a class comes from a call, which
/// answers for it; a struct is there without one, and generic code makes objects of the types that it is given.
/// </summary>
internal sealed class OutsideTypes(Compilation compilation, TypeHierarchy hierarchy, EffectCatalog catalog, ReferencedManifests manifests, Func<IAssemblySymbol, bool> isFramework)
{
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<IMethodSymbol>> _contracts = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> _any = new(() => compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => !isFramework(assembly) && assembly.Name != KnownTypes.RuntimeName));

    /// <summary>Whether there are any.</summary>
    public bool Any => _any.Value;

    /// <summary>Whether a symbol is declared neither in the compilation nor in the framework.</summary>
    public bool Declare(ISymbol symbol) => symbol.ContainingAssembly is { } assembly && !ReferenceEquals(assembly, compilation.Assembly) && !isFramework(assembly);

    /// <summary>What a member does; null when nobody says.</summary>
    public CatalogEntry? Told(ISymbol member) => catalog.Find(member) ?? manifests.EffectsOf(member);

    /// <summary>
    /// What a serializer runs on objects of such a type; its attributes can make that anything.
    /// </summary>
    public IEnumerable<(IMethodSymbol Member, CatalogEntry? Told)> SerializedOf(INamedTypeSymbol type)
    {
        var isPlain = !type.GetMembers().Prepend(type).SelectMany(member => member.GetAttributes()).Any(attribute => attribute.AttributeClass?.Name.StartsWith("Json", StringComparison.Ordinal) == true);
        return type.GetMembers().OfType<IMethodSymbol>()
            .Where(member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Constructor or MethodKind.PropertyGet or MethodKind.PropertySet }
                && !(type.IsValueType && member.IsImplicitlyDeclared && member.Parameters.IsEmpty))
            .Select(member => (member, isPlain ? catalog.Find(member) ?? manifests.Find(member)?.Effects : catalog.Find(member)));
    }

    /// <summary>What others may call on structs that a value of <paramref name="type"/> holds: what they override and implement.</summary>
    public ImmutableArray<IMethodSymbol> ContractsIn(ITypeSymbol? type) =>
        type is null || type.SpecialType != SpecialType.None ? [] : _contracts.TryGetValue(type, out var known) ? known : _contracts.GetOrAdd(type, FindContracts(type));

    /// <summary>The constructor that code runs which makes an object of its type argument without naming the type; null when there is none.</summary>
    public IMethodSymbol? MadeBy(ITypeParameterSymbol parameter, ITypeSymbol argument) =>
        argument is INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } made && Declare(made)
            && (parameter.HasConstructorConstraint || parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DynamicallyAccessedMembersAttribute"))
            ? made.InstanceConstructors.FirstOrDefault(constructor => constructor is { Parameters.IsEmpty: true } && !(made.IsValueType && constructor.IsImplicitlyDeclared))
            : null;

    private ImmutableArray<IMethodSymbol> FindContracts(ITypeSymbol type)
    {
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<INamedTypeSymbol>(TypeTraits.Named(type));
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!seen.Add(next) || next.TypeKind == TypeKind.Enum)
            {
                continue;
            }

            if (next.IsValueType && Declare(next))
            {
                AddContracts(next, found);
            }

            // What compares and prints a struct, or a record, goes by the fields.
            if (next.IsAnonymousType || next.IsRecord || (next.IsValueType && (Declare(next) || hierarchy.IsInSource(next))))
            {
                foreach (var part in next.GetMembers().Select(member => member is IFieldSymbol { IsStatic: false } field ? field.Type : (member as IPropertySymbol)?.Type).OfType<ITypeSymbol>().SelectMany(TypeTraits.Named))
                {
                    pending.Push(part);
                }
            }
        }

        return found.ToImmutable();
    }

    private static void AddContracts(INamedTypeSymbol type, ImmutableArray<IMethodSymbol>.Builder found)
    {
        found.AddRange(type.GetMembers().OfType<IMethodSymbol>().Where(member => member.IsOverride).Select(member => member.OriginalDefinition));
        foreach (var member in type.AllInterfaces.SelectMany(contract => contract.GetMembers()).OfType<IMethodSymbol>().Where(member => !member.IsStatic))
        {
            found.Add((type.FindImplementationForInterfaceMember(member) as IMethodSymbol ?? member).OriginalDefinition);
        }
    }
}
