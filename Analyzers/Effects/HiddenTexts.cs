using System.Collections.Concurrent;
using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>
/// What the text of an object tells beyond its value, where whoever makes the text does not name the object's type: that of an exception
/// tells the stack trace, in <c>string.Format</c> as well as in its own <c>ToString</c>.
/// </summary>
internal sealed class HiddenTexts(TypeHierarchy hierarchy, EffectCatalog catalog)
{
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<HiddenText>> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Of an object of a type, and of what it holds by its type arguments, its elements, its anonymous members.</summary>
    public ImmutableArray<HiddenText> Of(ITypeSymbol? type) =>
        type is null or { SpecialType: not SpecialType.None } ? [] : _known.TryGetValue(type, out var known) ? known : _known.GetOrAdd(type, Find(type));

    private ImmutableArray<HiddenText> Find(ITypeSymbol type)
    {
        var found = ImmutableArray.CreateBuilder<HiddenText>();
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>([type]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!seen.Add(next))
            {
                continue;
            }

            if (Text(next) is { } text && !hierarchy.IsInSource(text) && catalog.Find(text) is { } entry)
            {
                found.AddRange(entry.Effects.Where(effect => effect.Kind is not (EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers)).Select(effect => new HiddenText(effect.Kind, effect.Detail, text.OriginalDefinition)));
            }

            foreach (var part in Parts(next))
            {
                pending.Push(part);
            }
        }

        return found.ToImmutable();
    }

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        ITypeParameterSymbol parameter => parameter.ConstraintTypes,
        INamedTypeSymbol { IsAnonymousType: true } anonymous => anonymous.GetMembers().OfType<IPropertySymbol>().Select(member => member.Type),
        INamedTypeSymbol named => named.TypeArguments,
        _ => [],
    };

    private static IMethodSymbol? Text(ITypeSymbol type)
    {
        for (var current = type.IsReferenceType ? type : null; current is not null and not { SpecialType: SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(nameof(ToString)))
            {
                if (member is IMethodSymbol { IsOverride: true, Parameters.IsEmpty: true } text)
                {
                    return text;
                }
            }
        }

        return null;
    }
}

/// <param name="Kind">Which effect the text has.</param>
/// <param name="Detail">What in particular, in words.</param>
/// <param name="Culprit">The <c>ToString</c> that has it.</param>
internal sealed record HiddenText(EffectKind Kind, string Detail, IMethodSymbol Culprit);
