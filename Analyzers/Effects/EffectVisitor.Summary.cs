using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>What the caller is told: effects and origins in the terms of the method's own parameters.</summary>
internal sealed partial class EffectVisitor
{
    private EffectSummary Summarize()
    {
        var result = Interface(_returned);
        var content = Interface(Reach(Read(_returned)));
        if (_method is not null && (_method.IsAsync || _method.IsIterator))
        {
            // What is returned or yielded is inside of the task or the sequence that the caller gets.
            (result, content) = (new(0, false, true), Interface(Reach(_returned)));
        }

        var stores = ImmutableArray.CreateBuilder<(int, SummaryOrigins)>();
        for (var i = 0; i < (_method?.Parameters.Length ?? 0) && i < SummaryOrigins.Receiver; i++)
        {
            _variables.TryGetValue(_method!.Parameters[i], out var assigned);
            var held = _nodes[ParameterNode(i)].Inside(null) | _nodes[InsideOf(ParameterNode(i))].Inside(null);
            var stored = Reach(_method.Parameters[i].RefKind == RefKind.None ? held : held | assigned);
            if (!stored.IsEmpty)
            {
                stores.Add((i, Interface(stored)));
            }
        }

        if ((_nodes[This].Inside(null) | _nodes[InsideThis].Inside(null)) is { IsEmpty: false } own)
        {
            stores.Add((SummaryOrigins.Receiver, Interface(Reach(own))));
        }

        return new()
        {
            HasTracedCalls = _hasTracedCalls,
            Effects = _effects.Where(effect => effect.DependsOnCaller),
            Opens = [.. _opens],
            RunsInTask = _returnsTask || _method is { IsAsync: true, IsIterator: false },
            Modes = [.. _invokes.Keys.Select(parameter => (parameter, ModeOfPassed(parameter)))],
            Result = result,
            ResultContent = content,
            ResultAliases = Aliases(_returned),
            Stores = stores.ToImmutable(),
            Invokes = [.. _invokes.Select(pair => (pair.Key, pair.Value))],
        };
    }

    private ImmutableArray<ISymbol> Aliases(OriginSet returned)
    {
        var aliases = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (var node in returned)
        {
            if ((_nodes[node].Kind == NodeKind.This ? _unit.Symbol.ContainingType : _nodes[node].Symbol) is { } alias && !aliases.Contains(alias, SymbolEqualityComparer.Default))
            {
                aliases.Add(alias);
            }
        }

        return aliases.ToImmutable();
    }

    private SummaryOrigins Interface(OriginSet set)
    {
        ulong parameters = 0;
        var unknown = false;
        var fresh = false;
        var unseen = false;
        foreach (var node in set)
        {
            switch (_nodes[node].Kind)
            {
                case NodeKind.Fresh:
                    fresh = true;
                    unseen |= _nodes[node].IsUnseen;
                    break;
                case NodeKind.Parameter:
                    parameters |= 1UL << ((IParameterSymbol)_nodes[node].Symbol!).Ordinal;
                    break;
                case NodeKind.This:
                    parameters |= 1UL << SummaryOrigins.Receiver;
                    break;
                default:
                    unknown = true;
                    break;
            }
        }

        return new(parameters, unknown, fresh, unseen);
    }
}
