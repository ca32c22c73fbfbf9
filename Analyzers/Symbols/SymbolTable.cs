using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>
/// What has been found out about symbols, for as long as their assembly lives. One weak key for all of an assembly's: the garbage collector
/// looks at each weak key whenever it runs.
/// </summary>
internal sealed class SymbolTable<T>(Func<ISymbol, T> find)
{
    private readonly ConditionalWeakTable<IAssemblySymbol, ConcurrentDictionary<ISymbol, T>> _known = new();

    public T Of(ISymbol symbol)
    {
        if (symbol.ContainingAssembly is not { } assembly)
        {
            return find(symbol); // a namespace of several assemblies
        }

        var known = _known.GetValue(assembly, static _ => new(SymbolEqualityComparer.Default));
        return known.TryGetValue(symbol, out var value) ? value : known.GetOrAdd(symbol, find(symbol));
    }
}
