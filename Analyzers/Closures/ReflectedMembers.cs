using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Hashing;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>
/// What code that nobody sees may find in objects by their run-time types: a serializer that is given anything, a package, what is called
/// by name. Most of that is remembered only when somebody has accepted it; what may run counts all the same.
/// </summary>
internal sealed class ReflectedMembers(ClosureEngine engine, CancellationToken cancellation)
{
    /// <summary>The types that the closure holds.</summary>
    public List<INamedTypeSymbol> Types { get; private set; } = [];

    /// <summary>What a serializer may run on objects of the types.</summary>
    public CodeEdge[] Edges { get; private set; } = [];

    /// <summary>Whether a unit hands objects to code that nobody sees.</summary>
    public static bool IsOpenedBy(CodeNode node) => node.OpensObjects
        || node.Effects.Any(effect => effect.Kind is EffectKind.Unknown or EffectKind.Unverifiable)
        || node.Summary.Effects.Any(effect => effect.OfTypeParameter is not null);

    /// <summary>Adds the types that a closure holds; returns whether there were new ones.</summary>
    public bool Add(NumberSet held)
    {
        var types = engine.TypesIn(held);
        if (types.Count == Types.Count)
        {
            return false;
        }

        Types = types;
        Edges =
        [
            .. engine.Contracts.Serialized(types).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
                .OrderBy(SymbolNames.DeclarationId, StringComparer.Ordinal)
                .Select(member => new CodeEdge(CallKind.Contract, member, null, [engine.Solve(member, cancellation).Symbol])),
        ];
        return true;
    }

    /// <summary>A getter that changes its object changes one that came from anywhere.</summary>
    public IEnumerable<Effect> Effects(ISymbol root, ClosureWalk walk) =>
        from edge in Edges
        from getter in walk.Targets(edge).ToList()
        where getter.Symbol is IMethodSymbol { MethodKind: MethodKind.PropertyGet } && getter.Summary.Effects.Any(effect => effect.DependsOnCaller)
        let at = root.Locations[0]
        select new Effect(EffectKind.Unverifiable, "a getter that changes its object, behind a serializer", getter.Symbol, at, new(getter.Symbol, at, null));

    /// <summary>As a serializer sees the types: their members by name, attributes.</summary>
    public void Write(HashWriter writer)
    {
        foreach (var type in Types.OrderBy(TypeTraits.MetadataName, StringComparer.Ordinal))
        {
            writer.Write("seen").Write(engine.Shapes.Of(type)).Write(engine.Shapes.SerializedOf(type));
        }
    }
}
