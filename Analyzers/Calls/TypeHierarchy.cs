using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>Which types of the compilation derive from or implement which; built once, on first use.</summary>
internal sealed class TypeHierarchy(Compilation compilation)
{
    private readonly Lazy<Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>> _derived = new(() => Build(compilation.Assembly));

    /// <summary>Whether the symbol is declared in the compilation; what the compiler adds to a type lies where the type does.</summary>
    public bool IsInSource(ISymbol? symbol) =>
        symbol is not null && symbol.OriginalDefinition.Locations is [{ IsInSource: true }, ..]
        // A referenced project that is open in an editor has sources too, but they are not of this compilation.
        && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>All types of the compilation that have <paramref name="type"/> among their bases or interfaces.</summary>
    public IReadOnlyList<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type) =>
        _derived.Value.TryGetValue(type.OriginalDefinition, out var derived) ? derived : [];

    /// <summary>The methods of the compilation that a virtual or interface call of <paramref name="method"/> can run, itself included.</summary>
    public ImmutableArray<IMethodSymbol> Targets(IMethodSymbol method, ITypeSymbol? receiver)
    {
        var targets = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var declared = method.OriginalDefinition;
        var onInterface = declared.ContainingType.TypeKind == TypeKind.Interface;
        if (!declared.IsAbstract)
        {
            targets.Add(declared);
        }

        // The receiver's static type narrows: only it and what derives from it can be there.
        var root = receiver is INamedTypeSymbol named && IsInSource(named) ? named.OriginalDefinition : declared.ContainingType;
        AddImplementation(root);
        foreach (var type in DerivedFrom(root))
        {
            AddImplementation(type);
        }

        return targets.ToImmutable();

        void AddImplementation(INamedTypeSymbol type)
        {
            if (type.TypeKind == TypeKind.Interface && !onInterface)
            {
                return;
            }

            IEnumerable<IMethodSymbol?> found = onInterface ? Implementations(type, declared) : new[] { Override(type, declared) };
            foreach (var implementation in found)
            {
                if (implementation is { IsAbstract: false } && !targets.Contains(implementation.OriginalDefinition, SymbolEqualityComparer.Default))
                {
                    targets.Add(implementation.OriginalDefinition);
                }
            }
        }
    }

    private static IEnumerable<IMethodSymbol?> Implementations(INamedTypeSymbol type, IMethodSymbol declared)
    {
        // A type may implement several constructions of a generic interface: ask for each of them.
        foreach (var contract in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, declared.ContainingType))
            {
                foreach (var member in contract.GetMembers(declared.Name))
                {
                    if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, declared)
                        && type.FindImplementationForInterfaceMember(member) is IMethodSymbol found)
                    {
                        yield return found;
                    }
                }
            }
        }
    }

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
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            var symbol = pending.Pop();
            foreach (var member in symbol.GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                {
                    pending.Push(inner);
                }
            }

            if (symbol is INamedTypeSymbol type)
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
        }

        return derived;

        void Add(INamedTypeSymbol ancestor, INamedTypeSymbol type)
        {
            var key = ancestor.OriginalDefinition;
            if (!derived.TryGetValue(key, out var list))
            {
                derived.Add(key, list = []);
            }

            if (!list.Contains(type, SymbolEqualityComparer.Default))
            {
                list.Add(type);
            }
        }
    }
}
