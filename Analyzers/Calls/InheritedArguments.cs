using System.Collections.Concurrent;
using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>
/// The type arguments that a type gives to generic code by deriving from it: <c>class D : P&lt;U&gt;</c> lets the code of <c>P</c> make
/// objects of <c>U</c> and call its members wherever there is a <c>D</c>, and no operation says so.
/// </summary>
internal sealed class InheritedArguments(TypeHierarchy hierarchy, ContractMembers contracts)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<INamedTypeSymbol>> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<(INamedTypeSymbol, INamedTypeSymbol)>> _givers = new(SymbolEqualityComparer.Default);

    /// <summary>The generic types of the compilation that a type derives from or implements, as it constructs them.</summary>
    public ImmutableArray<INamedTypeSymbol> Of(INamedTypeSymbol type) =>
        _known.TryGetValue(type.OriginalDefinition, out var known) ? known : _known.GetOrAdd(type.OriginalDefinition, Find(type.OriginalDefinition));

    /// <summary>
    /// For the code of a generic type: it and what derives from it, each with the type that says what it gives. None, if none of them gives
    /// anything.
    /// </summary>
    public ImmutableArray<(INamedTypeSymbol Type, INamedTypeSymbol Giver)> To(INamedTypeSymbol generic) =>
        !generic.IsGenericType ? []
            : _givers.TryGetValue(generic.OriginalDefinition, out var known) ? known
            : _givers.GetOrAdd(generic.OriginalDefinition, FindGivers(generic.OriginalDefinition));

    /// <summary>What the code that a type gives its arguments to may run of them, beside the static members that it names.</summary>
    public ImmutableArray<ISymbol> Callees(INamedTypeSymbol type) =>
        [.. Of(type).SelectMany(TypeTraits.Arguments).SelectMany(given => contracts.Given(given.Argument)).Select(given => given.Code).Distinct<ISymbol>(SymbolEqualityComparer.Default)];

    private ImmutableArray<INamedTypeSymbol> Find(INamedTypeSymbol type)
    {
        var found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            Add(parent);
        }

        foreach (var contract in type.AllInterfaces)
        {
            Add(contract);
        }

        return found.ToImmutable();

        void Add(INamedTypeSymbol ancestor)
        {
            if (hierarchy.IsInSource(ancestor) && TypeTraits.Arguments(ancestor).Any(given => Says(given.Parameter, given.Argument)))
            {
                found.Add(ancestor);
            }
        }
    }

    // Of the framework's types, code that does not name them runs what a constraint says that all of them have.
    private bool Says(ITypeParameterSymbol parameter, ITypeSymbol argument) =>
        !contracts.UserTypesIn(argument).IsEmpty || (argument is INamedTypeSymbol && !parameter.ConstraintTypes.IsEmpty);

    private ImmutableArray<(INamedTypeSymbol, INamedTypeSymbol)> FindGivers(INamedTypeSymbol generic)
    {
        var derived = hierarchy.DerivedFrom(generic);
        return derived.All(type => Of(type).IsEmpty) ? []
            : [(generic, generic), .. derived.Select(type => (type, Of(type).IsEmpty ? generic : type))];
    }
}
