using System.Collections.Immutable;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Catalog;

/// <summary>
/// The table that says what code without source does: the lines embedded in this assembly, overridden by the user's
/// <c>MemoEffects.txt</c>. The most specific line wins whole: member, all overloads of a name, type, namespace.
/// </summary>
internal sealed class EffectCatalog
{
    public const string UserFileName = "MemoEffects.txt";

    private static readonly Lazy<EffectCatalog> s_embedded = new(LoadEmbedded);

    private readonly Dictionary<string, CatalogEntry> _entries;

    private EffectCatalog(Dictionary<string, CatalogEntry> entries, ImmutableArray<CatalogError> errors)
    {
        _entries = entries;
        _found = new(Look);
        Errors = errors;
    }

    public static EffectCatalog Embedded => s_embedded.Value;

    public ImmutableArray<CatalogError> Errors { get; }

    /// <summary>What each id says.</summary>
    public IReadOnlyDictionary<string, CatalogEntry> Entries => _entries;

    /// <summary>The embedded catalog with the user's lines over it.</summary>
    public static EffectCatalog Load(IEnumerable<(string Path, string Text)> userFiles)
    {
        var user = new CatalogReader();
        foreach (var (path, text) in userFiles)
        {
            user.Read(path, text);
        }

        if (user.IsEmpty)
        {
            return Embedded;
        }

        var entries = new Dictionary<string, CatalogEntry>(Embedded._entries, StringComparer.Ordinal);
        foreach (var line in user.Entries)
        {
            entries[line.Key] = line.Value;
        }

        return new(entries, user.Errors);
    }

    /// <summary>The line for a method, accessor, field or event; null when no line describes it: then its effects are unknown.</summary>
    public CatalogEntry? Find(ISymbol member) => _found.Of(member.OriginalDefinition);

    private readonly SymbolTable<CatalogEntry?> _found;

    private CatalogEntry? Look(ISymbol member)
    {
        for (var declared = member.OriginalDefinition; declared is not null; declared = Overridden(declared))
        {
            if (FindMember(declared) is { } entry)
            {
                return IsInheritedFromObject(declared, member) && FindAround(member) is { } own && HasEffects(own) && !IsNondeterministic(entry) ? own : entry;
            }

            if (!declared.IsOverride || !FrameworkAssemblies.IsSignedAsOne(declared.ContainingAssembly))
            {
                break; // what a package's override does, the overridden member does not tell
            }
        }

        return FindAround(member);
    }

    // Every type has a ToString and an Equals; those of a process or a stack trace are no harmless ones.
    private static bool IsInheritedFromObject(ISymbol declared, ISymbol member) =>
        declared.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
        && !SymbolEqualityComparer.Default.Equals(declared, member.OriginalDefinition);

    private static bool HasEffects(CatalogEntry entry) => entry.Effects.Any(effect => effect.Kind is not (EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers));

    private static bool IsNondeterministic(CatalogEntry entry) => entry.Effects.Any(effect => effect.Kind == EffectKind.Nondeterministic);

    // The line of the type, of a type around it, or of the namespace.
    private CatalogEntry? FindAround(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (_entries.TryGetValue("T:" + Id(type), out var entry))
            {
                return entry;
            }

            if (IsException(type))
            {
                return _entries.TryGetValue("T:System.Exception", out entry) ? entry : null;
            }
        }

        for (var space = member.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (_entries.TryGetValue("N:" + space.ToDisplayString(), out var entry))
            {
                return entry;
            }
        }

        return null;
    }

    private CatalogEntry? FindMember(ISymbol member)
    {
        if (member.GetDocumentationCommentId() is not { } id)
        {
            return null;
        }

        if (_entries.TryGetValue(id, out var entry) || _entries.TryGetValue(AllOverloads(id, member), out entry))
        {
            return entry;
        }

        return member is IMethodSymbol { AssociatedSymbol: { } associated } ? FindMember(associated) : null;
    }

    /// <summary>The id of a line for all overloads of a name, those with type parameters included.</summary>
    public static string AllOverloads(string id, ISymbol member)
    {
        var end = id.IndexOf('(');
        var name = end < 0 ? id : id.Substring(0, end);
        if (member is IMethodSymbol { Arity: > 0 } && name.LastIndexOf("``", StringComparison.Ordinal) is > 0 and var arity)
        {
            name = name.Substring(0, arity);
        }

        return name + "*";
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        IEventSymbol e => e.OverriddenEvent?.OriginalDefinition,
        _ => null,
    };

    // Hundreds of exception types, none of which does anything when it is made.
    private static bool IsException(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return type.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static string Id(INamedTypeSymbol type) => type.OriginalDefinition.GetDocumentationCommentId() is { } id ? id.Substring(2) : type.ToDisplayString();

    private static EffectCatalog LoadEmbedded()
    {
        var reader = new CatalogReader();
        var assembly = typeof(EffectCatalog).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.EndsWith(".txt", StringComparison.Ordinal))
            {
                using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
                reader.Read(name, text.ReadToEnd());
            }
        }

        return new(reader.Entries, reader.Errors);
    }
}
