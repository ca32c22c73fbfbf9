using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Generation;

/// <summary>A memoized method, constructed if it is generic, and where it is called so that the call can be intercepted.</summary>
internal sealed record CalledMethod(MemoizedMethod Method, IReadOnlyList<InterceptableLocation> Places)
{
    /// <summary>In the order of the declarations; what is constructed from one, by its type arguments.</summary>
    public static IReadOnlyList<CalledMethod> Of(IReadOnlyList<MemoizedMethod> methods, IReadOnlyDictionary<IMethodSymbol, List<InterceptableLocation>> places)
    {
        var constructed = places.ToLookup(pair => pair.Key.OriginalDefinition, pair => (Method: pair.Key, Places: pair.Value), SymbolEqualityComparer.Default);
        return
        [
            .. methods.SelectMany(declared => constructed[declared.Symbol]
                .OrderBy(called => ConstructedMethods.Id(called.Method), StringComparer.Ordinal)
                .Select(called => new CalledMethod(declared.Of(called.Method), called.Places))),
        ];
    }
}
