using System.Collections.Immutable;
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
        Errors = errors;
    }

    public static EffectCatalog Embedded => s_embedded.Value;

    public ImmutableArray<CatalogError> Errors { get; }

    /// <summary>The embedded catalog with the user's lines over it.</summary>
    public static EffectCatalog Load(IEnumerable<(string Path, string Text)> userFiles)
    {
        var entries = new Dictionary<string, CatalogEntry>(Embedded._entries, StringComparer.Ordinal);
        var errors = ImmutableArray.CreateBuilder<CatalogError>();
        var any = false;
        foreach (var (path, text) in userFiles)
        {
            any = true;
            Parse(path, text, entries, errors);
        }

        return any ? new(entries, errors.ToImmutable()) : Embedded;
    }

    /// <summary>The line for a method, accessor, field or event; null when no line describes it: then its effects are unknown.</summary>
    public CatalogEntry? Find(ISymbol member)
    {
        for (var declared = member.OriginalDefinition; declared is not null; declared = Overridden(declared))
        {
            if (FindMember(declared) is { } entry)
            {
                return entry;
            }

            if (!IsFromFrameworkAuthors(declared.ContainingAssembly))
            {
                break; // what a package's override does, the overridden member does not tell
            }
        }

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

    private static string AllOverloads(string id, ISymbol member)
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

    private static readonly HashSet<string> s_frameworkKeys =
        ["b03f5f7f11d50a3a", "b77a5c561934e089", "7cec85d7bea7798e", "cc7b13ffcd2ddd51", "adb9793829ddae60", "31bf3856ad364e35"];

    /// <summary>Whether the assembly is signed as the framework's are.</summary>
    public static bool IsFromFrameworkAuthors(IAssemblySymbol? assembly) =>
        assembly is not null && s_frameworkKeys.Contains(string.Concat(assembly.Identity.PublicKeyToken.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture))));

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
        var entries = new Dictionary<string, CatalogEntry>(StringComparer.Ordinal);
        var errors = ImmutableArray.CreateBuilder<CatalogError>();
        var assembly = typeof(EffectCatalog).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.EndsWith(".txt", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                Parse(name, reader.ReadToEnd(), entries, errors);
            }
        }

        return new(entries, errors.ToImmutable());
    }

    private static void Parse(string path, string text, Dictionary<string, CatalogEntry> entries, ImmutableArray<CatalogError>.Builder errors)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            if (CatalogParser.TryParse(line.TrimEnd('\r'), out var id, out var entry, out var error))
            {
                if (entry is null)
                {
                    errors.Add(new(path, number, error!));
                }
                else
                {
                    entries[id] = entry;
                }
            }

            number++;
        }
    }
}

/// <summary>A line of a catalog file that cannot be read.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">From zero.</param>
/// <param name="Message">What is wrong and what was expected.</param>
internal sealed record CatalogError(string Path, int Line, string Message);
