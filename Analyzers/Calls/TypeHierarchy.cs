using System.Collections.Concurrent;
using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>Which types of the compilation derive from or implement which, and which code a virtual call then runs; built on first use.</summary>
internal sealed class TypeHierarchy(Compilation compilation)
{
    private readonly Lazy<Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>> _derived = new(() => Build(compilation.Assembly));
    private readonly ConcurrentDictionary<(ISymbol Member, ISymbol Root), ImmutableArray<DispatchTarget>> _targets = new(SymbolPairComparer.Instance);

    /// <summary>Whether the symbol is declared in the compilation; what the compiler adds to a type lies where the type does.</summary>
    public bool IsInSource(ISymbol? symbol) =>
        symbol is not null
        // A referenced project that is open in an editor has sources too, but they are not of this compilation.
        && ReferenceEquals(symbol.ContainingAssembly, compilation.Assembly)
        && symbol.OriginalDefinition.Locations is [{ IsInSource: true }, ..];

    /// <summary><c>object.ToString</c></summary>
    public IMethodSymbol? TextOfObject { get; } = compilation.GetSpecialType(SpecialType.System_Object).GetMembers(nameof(ToString)).OfType<IMethodSymbol>().FirstOrDefault();

    /// <summary>All types of the compilation that have <paramref name="type"/> among their bases or interfaces.</summary>
    public IReadOnlyList<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type) =>
        _derived.Value.TryGetValue(type.OriginalDefinition, out var derived) ? derived : [];

    public static bool IsOrDerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor) =>
        SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, ancestor.OriginalDefinition)
        || (ancestor.TypeKind == TypeKind.Interface
            ? type.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, ancestor.OriginalDefinition))
            : type.BaseType is { } parent && IsOrDerivesFrom(parent, ancestor));

    /// <summary>The most derived type that every run-time type of a call's receiver is or derives from.</summary>
    public INamedTypeSymbol Narrow(IMethodSymbol member, ITypeSymbol? receiver)
    {
        var declared = (member.ReducedFrom ?? member).OriginalDefinition.ContainingType;
        return receiver is INamedTypeSymbol named && IsInSource(named) && IsOrDerivesFrom(named, declared) ? named.OriginalDefinition : declared;
    }

    /// <summary>What a virtual or interface call of <paramref name="member"/> runs for each type that is or derives from <paramref name="root"/>.</summary>
    public ImmutableArray<DispatchTarget> Targets(IMethodSymbol member, INamedTypeSymbol root) =>
        _targets.TryGetValue((member.OriginalDefinition, root), out var known)
            ? known
            : _targets.GetOrAdd((member.OriginalDefinition, root), Find(member.OriginalDefinition, root));

    private ImmutableArray<DispatchTarget> Find(IMethodSymbol declared, INamedTypeSymbol root)
    {
        var onInterface = declared.ContainingType.TypeKind == TypeKind.Interface;
        var targets = ImmutableArray.CreateBuilder<DispatchTarget>();
        Add(root);
        foreach (var type in DerivedFrom(root))
        {
            Add(type);
        }

        return targets.ToImmutable();

        void Add(INamedTypeSymbol type)
        {
            // No object is of an abstract type. A static member needs no object.
            if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || (type.IsAbstract && !declared.IsStatic))
            {
                return;
            }

            if (!onInterface)
            {
                AddCode(type, Override(type, declared));
                return;
            }

            // A type may implement several constructions of a generic interface: ask for each of them.
            foreach (var contract in type.AllInterfaces)
            {
                if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, declared.ContainingType))
                {
                    foreach (var member in contract.GetMembers(declared.Name))
                    {
                        if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, declared))
                        {
                            AddCode(type, Implementation(type, member));
                        }
                    }
                }
            }
        }

        void AddCode(INamedTypeSymbol type, IMethodSymbol? code)
        {
            if (code is { IsAbstract: false })
            {
                targets.Add(new(type, code.OriginalDefinition));
            }
        }
    }

    /// <summary>What runs when a member of an interface is called on an object that is exactly of a type: an override of what implements it.</summary>
    public static IMethodSymbol? Implementation(INamedTypeSymbol type, ISymbol member) =>
        type.FindImplementationForInterfaceMember(member) is not IMethodSymbol found ? null
        : found is { IsVirtual: true } or { IsOverride: true } or { IsAbstract: true } && found.ContainingType.TypeKind != TypeKind.Interface
            ? Override(type, found.OriginalDefinition) ?? found
            : found;

    private static IMethodSymbol? Override(INamedTypeSymbol type, IMethodSymbol declared)
    {
        for (var current = type; current is not null; current = current.BaseType?.OriginalDefinition)
        {
            foreach (var member in current.GetMembers(declared.Name))
            {
                for (var method = member as IMethodSymbol; method is not null; method = method.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, declared))
                    {
                        return (IMethodSymbol)member;
                    }
                }
            }
        }

        return null;
    }

    private static Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> Build(IAssemblySymbol assembly)
    {
        var derived = new Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
        var types = new List<(string Name, INamedTypeSymbol Type)>();
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            var symbol = pending.Pop();
            if (symbol is INamespaceSymbol)
            {
                foreach (var member in ((INamespaceSymbol)symbol).GetMembers())
                {
                    pending.Push(member);
                }
            }
            else if (symbol is INamedTypeSymbol type)
            {
                foreach (var nested in type.GetTypeMembers())
                {
                    pending.Push(nested);
                }

                types.Add((TypeTraits.MetadataName(type), type));
            }
        }

        // By name: neither the order of files nor that of declarations is a difference.
        types.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        foreach (var (_, type) in types)
        {
            for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            {
                Add(ancestor, type);
            }

            foreach (var contract in type.AllInterfaces)
            {
                Add(contract, type);
            }
        }

        return derived;

        void Add(INamedTypeSymbol ancestor, INamedTypeSymbol type)
        {
            var key = ancestor.OriginalDefinition;
            if (!derived.TryGetValue(key, out var list))
            {
                derived.Add(key, list = []);
            }

            // Several constructions of one generic type are one ancestor; types come one after the other.
            if (list.Count == 0 || !ReferenceEquals(list[list.Count - 1], type))
            {
                list.Add(type);
            }
        }
    }
}

/// <summary>Which code runs when an object is of a type.</summary>
internal readonly record struct DispatchTarget(INamedTypeSymbol Type, IMethodSymbol Code);
