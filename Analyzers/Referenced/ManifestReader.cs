using System.Collections.Immutable;
using System.Runtime.Serialization.Json;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Memo.Analyzers.Catalog;

namespace Memo.Analyzers.Referenced;

/// <summary>Reads what a manifest tells other assemblies. One that is newer, malformed or of another assembly tells nothing.</summary>
internal sealed class ManifestReader
{
    // Of 100 000 public lines, 5 million characters were seen. As a tree it takes many times its size, in every editor that refers to the assembly.
    private const int Longest = 16_000_000;

    private readonly Dictionary<string, Export> _exports = new(StringComparer.Ordinal);

    private ManifestReader(string assembly, string json)
    {
        using var sha = SHA256.Create();
        Identity = assembly + "#" + string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(json)).Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The name of the assembly and the hash of its manifest: by this, it is seen at run time that it is the same one.</summary>
    public string Identity { get; }

    public Export? Find(string id) => _exports.TryGetValue(id, out var export) ? export : null;

    /// <summary>Null when it tells nothing; <paramref name="problem"/> says why, where it means to.</summary>
    public static ManifestReader? Read(string assembly, string json, out string? problem)
    {
        problem = null;
        if (json.Length > Longest)
        {
            problem = $"has {json.Length} characters; no more than {Longest} are read";
            return null;
        }

        XElement root;
        try
        {
            using var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(json), XmlDictionaryReaderQuotas.Max);
            root = XElement.Load(reader);
        }
        catch (Exception malformed) when (malformed is XmlException or FormatException or ArgumentException or InvalidOperationException)
        {
            problem = "is not readable"; // it counts as none: what it is asked for stays unknown
            return null;
        }

        if (root.Element("schema")?.Value is not "1" and var schema)
        {
            problem = schema is null ? "is not readable" : $"has the form {schema}, which this version does not read";
            return null;
        }

        if (root.Element("assembly")?.Value is var written && written != assembly)
        {
            problem = $"was written for '{written}'";
            return null;
        }

        if (root.Element("exports") is not { } exports)
        {
            return null;
        }

        var manifest = new ManifestReader(assembly, json);
        foreach (var entry in exports.Elements())
        {
            if (entry.Element("id")?.Value is { Length: > 0 } id && entry.Element("closure")?.Value is { Length: 64 } closure
                && Texts(entry.Element("externals")) is { } externals && Texts(entry.Element("effects")) is { Length: > 0 } terms
                && CatalogParser.ParseTerms(terms) is { } effects)
            {
                manifest._exports[id] = manifest._exports.ContainsKey(id) ? s_ambiguous : new(closure, externals, effects);
            }
        }

        return manifest;
    }

    private static readonly Export s_ambiguous = new("", [], new() { Effects = [new(Effects.EffectKind.Unverifiable, "a member that is told twice", null, null)], IsShared = true });

    private static ImmutableArray<string>? Texts(XElement? array) => array is null ? null : [.. array.Elements().Select(element => element.Value)];
}
