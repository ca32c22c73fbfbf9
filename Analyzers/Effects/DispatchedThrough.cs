using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>
/// Code that an effect comes from by virtual calls: where a closure holds no type that runs it, there is no such effect. Only the
/// nearest few are kept: fewer conditions can only mean more effects.
/// </summary>
internal sealed record DispatchedThrough(ISymbol Code, DispatchedThrough? Rest)
{
    private const int Most = 3;

    private int Length { get; } = 1 + (Rest?.Length ?? 0);

    public static DispatchedThrough? Add(ISymbol code, DispatchedThrough? rest)
    {
        if (rest is { Length: >= Most })
        {
            return rest;
        }

        for (var known = rest; known is not null; known = known.Rest)
        {
            if (SymbolEqualityComparer.Default.Equals(known.Code, code))
            {
                return rest;
            }
        }

        return new(code, rest);
    }
}
