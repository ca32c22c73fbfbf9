using System.Globalization;
using System.Text.Json;
using Memo.Dependencies;
using Memo.Keys;
using Memo.Values;

namespace Memo.Store;

/// <summary>Reads what <see cref="EntryWriter"/> wrote, and nothing else: members in another order make an entry unreadable.</summary>
internal static class EntryReader
{
    /// <summary>Reads an entry.</summary>
    /// <param name="file">The file's content.</param>
    /// <param name="entry">All but the value.</param>
    /// <param name="value">Where the value lies in the file.</param>
    /// <returns>Whether it is an intact entry.</returns>
    public static bool TryRead(ReadOnlySpan<byte> file, out Entry entry, out Range value)
    {
        entry = null!;
        value = default;
        if (!SealedFile.IsIntact(file)) return false;
        try
        {
            var json = new Utf8JsonReader(file, ValueFormat.Reader);
            Start(ref json);
            Member(ref json, "sha256", JsonTokenType.String);
            Member(ref json, "entry", JsonTokenType.StartObject);
            if (Number(ref json, "format") != EntryWriter.FormatVersion) return false;
            var key = Hash(ref json, "key");
            var created = Moment(Number(ref json, "created"));
            var expires = Number(ref json, "expires");
            var computed = Number(ref json, "computed");
            var size = Number(ref json, "size");
            var preview = Text(ref json, "arguments");
            var trace = Dependencies(ref json, "trace");
            End(ref json);
            Token(ref json, JsonTokenType.PropertyName);
            // The reader stands behind the name and, as it needs to be, behind the colon too.
            var start = (int)json.BytesConsumed;
            if (!json.ValueTextEquals("value"u8) || size < 1 || size > file.Length - start) return false;
            value = start..(start + (int)size);
            entry = new Entry
            {
                Key = key,
                Created = created,
                Expires = expires == long.MaxValue ? null : Moment(expires),
                Computed = new TimeSpan(computed),
                Preview = preview,
                Trace = trace,
            };
            return true;
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return false;
        }
    }

    /// <summary>Reads what the key of an entry was made of.</summary>
    public static bool TryReadMaterial(ReadOnlySpan<byte> file, out Entry entry, out KeyMaterial material)
    {
        material = null!;
        if (!TryRead(file, out entry, out var value)) return false;
        var rest = file[value.End..];
        var name = ",\"material\":"u8;
        if (!rest.StartsWith(name)) return false;
        try
        {
            var json = new Utf8JsonReader(rest[name.Length..^1], ValueFormat.Reader);
            Start(ref json);
            material = new KeyMaterial
            {
                Method = Text(ref json, "method"),
                Assembly = Text(ref json, "assembly"),
                Closure = Text(ref json, "closure"),
                Contract = Text(ref json, "contract"),
                Version = Text(ref json, "version"),
                Runtime = Text(ref json, "runtime"),
                Culture = Text(ref json, "culture"),
                Externals = Externals(ref json),
                Arguments = Hash(ref json, "arguments"),
                Dependencies = Dependencies(ref json, "dependencies"),
            };
            End(ref json);
            return true;
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return false;
        }
    }

    // What the JSON reader and the conversions throw on content that is not what they expect.
    private static bool IsDamage(Exception exception) =>
        exception is MalformedEntryException or JsonException or InvalidOperationException or FormatException or ArgumentException;

    private static void Token(ref Utf8JsonReader json, JsonTokenType token)
    {
        if (!json.Read() || json.TokenType != token) throw new MalformedEntryException(token.ToString());
    }

    private static void Start(ref Utf8JsonReader json) => Token(ref json, JsonTokenType.StartObject);

    private static void End(ref Utf8JsonReader json) => Token(ref json, JsonTokenType.EndObject);

    private static void Member(ref Utf8JsonReader json, string name, JsonTokenType token)
    {
        Token(ref json, JsonTokenType.PropertyName);
        if (!json.ValueTextEquals(name)) throw new MalformedEntryException($"member '{name}'");
        Token(ref json, token);
    }

    private static long Number(ref Utf8JsonReader json, string name)
    {
        Member(ref json, name, JsonTokenType.Number);
        return json.GetInt64();
    }

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);

    private static string Text(ref Utf8JsonReader json, string name)
    {
        Member(ref json, name, JsonTokenType.String);
        return json.GetString()!;
    }

    private static Hash256 Hash(ref Utf8JsonReader json, string name)
    {
        var digits = Text(ref json, name);
        var bytes = digits.Length == 2 * Hash256.Size ? Convert.FromHexString(digits) : throw new MalformedEntryException("a hash");
        return Hash256.FromBytes(bytes);
    }

    private static List<Dependency> Dependencies(ref Utf8JsonReader json, string name)
    {
        Member(ref json, name, JsonTokenType.StartArray);
        var dependencies = new List<Dependency>();
        while (Element(ref json) is { } kind)
        {
            dependencies.Add(new(kind, Element(ref json) ?? throw new MalformedEntryException("a name"),
                Element(ref json) ?? throw new MalformedEntryException("a fingerprint")));
        }
        return dependencies;
    }

    private static List<ExternalIdentity> Externals(ref Utf8JsonReader json)
    {
        Member(ref json, "externals", JsonTokenType.StartArray);
        var externals = new List<ExternalIdentity>();
        while (Element(ref json) is { } name)
        {
            externals.Add(new(name, Element(ref json) ?? throw new MalformedEntryException("an identity")));
        }
        return externals;
    }

    private static string? Element(ref Utf8JsonReader json)
    {
        if (!json.Read()) throw new MalformedEntryException("an element");
        return json.TokenType switch
        {
            JsonTokenType.String => json.GetString(),
            JsonTokenType.EndArray => null,
            _ => throw new MalformedEntryException("an element"),
        };
    }
}
