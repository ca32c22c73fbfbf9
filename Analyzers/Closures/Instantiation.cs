using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Hashing;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>
/// What the type arguments of a constructed method add to the closure of its definition: generic code may do with them what it may do in any
/// code that calls it with them.
/// </summary>
internal sealed class Instantiation
{
    private readonly ClosureEngine _engine;
    private readonly IMethodSymbol _method;

    private Instantiation(ClosureEngine engine, IMethodSymbol method, CancellationToken cancellation)
    {
        _engine = engine;
        _method = method;
        Arguments = ConstructedMethods.TypeArguments(method);
        Edges =
        [
            .. Arguments.SelectMany(engine.Contracts.Given).GroupBy<(CallKind Kind, ISymbol Code), ISymbol>(given => given.Code, SymbolEqualityComparer.Default).Select(given =>
                new CodeEdge(given.First().Kind, given.Key, null, given.Key is INamedTypeSymbol ? [] : [engine.Solve(given.Key, cancellation).Symbol])),
        ];
    }

    /// <summary>Null for what has no type arguments, and for a definition: its own type parameters are nothing that is given.</summary>
    public static Instantiation? Of(ISymbol symbol, ClosureEngine engine, CancellationToken cancellation) =>
        symbol is IMethodSymbol method && ConstructedMethods.IsGeneric(method) && !ConstructedMethods.IsDefinition(method) ? new(engine, method, cancellation) : null;

    public IReadOnlyList<ITypeSymbol> Arguments { get; }

    /// <summary>What may run of the types that are given.</summary>
    public ImmutableArray<CodeEdge> Edges { get; }

    /// <summary>Assemblies outside of the compilation and the framework that the types come from.</summary>
    public IEnumerable<string> Externals => Arguments.SelectMany(argument => _engine.Mentions.Of(argument).Externals);

    /// <summary>By name, since types can say what they are, and by what code may see of them.</summary>
    public void Write(HashWriter writer, bool isSerialized)
    {
        foreach (var argument in Arguments)
        {
            var mention = _engine.Mentions.Of(argument);
            writer.Write("given").Write(mention.Identity);
            foreach (var (name, own) in mention.Own)
            {
                writer.Write(name).Write(_engine.Shapes.Of(own));
                if (isSerialized)
                {
                    writer.Write(_engine.Shapes.SerializedOf(own));
                }
            }
        }
    }

    /// <summary>Effects of the framework's types that are given, and changes that members make to the objects of such a type.</summary>
    public IEnumerable<Effect> Effects(ClosureWalk walk)
    {
        var at = _method.Locations[0];
        foreach (var (kind, detail, culprit) in _engine.TypeArguments.OfMember(_method))
        {
            yield return new(kind, detail, culprit, at, new(culprit, at, null));
        }

        foreach (var target in Edges.SelectMany(edge => walk.Targets(edge).ToList()))
        {
            foreach (var effect in target.Summary.Effects)
            {
                if (effect.DependsOnCaller && target.Symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor })
                {
                    yield return OfCaller(effect) with { Path = new(target.Symbol, at, effect.Path) };
                }
            }
        }
    }

    /// <summary>What an effect of the definition is for these type arguments.</summary>
    public IEnumerable<Effect> Resolve(Effect effect) =>
        effect.OfTypeParameter is { } parameter ? new SerializedTypes(_engine.Hierarchy, _engine.Outside).Effects([_method.TypeArguments[parameter]], effect.Culprit!, effect.Location, effect.Path, null) : [effect];

    // Who calls the member is not known, nor with what: it may be anything of the types that the method is called with.
    private Effect OfCaller(Effect effect)
    {
        if (effect.Kind is not (EffectKind.MutatesArgument or EffectKind.MutatesReceiver))
        {
            return effect.ForAnyone();
        }

        var holder = _method.OriginalDefinition.Parameters.FirstOrDefault(parameter => ConstructedMethods.FindOpen(parameter.Type) is not null);
        return holder is not null ? effect with { Kind = EffectKind.MutatesArgument, Culprit = holder } : effect with { Kind = EffectKind.MutatesReceiver, Culprit = null };
    }
}
