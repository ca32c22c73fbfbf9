using System.Buffers;
using System.Text.Json;
using Memo.Dependencies;
using Memo.Values;

namespace Memo.Store;

/// <summary>
/// Writes entries: <c>{"sha256":…,"entry":{…},"value":…,"material":{…}}</c>. What a hit needs comes first; what explains a later miss
/// comes last, where a hit does not read it.
/// </summary>
internal static class EntryWriter
{
    public const int FormatVersion = 1;

    /// <summary>The pieces of the file.</summary>
    public static ReadOnlyMemory<byte>[] Write(Entry entry, ReadOnlyMemory<byte> value, KeyMaterial material)
    {
        var head = Piece("\"entry\":"u8, ",\"value\":"u8, json => WriteEntry(json, entry, value.Length));
        var tail = Piece(",\"material\":"u8, "}"u8, json => WriteMaterial(json, material));
        return [SealedFile.Head(head, value, tail), head, value, tail];
    }

    private static ReadOnlyMemory<byte> Piece(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write(before);
        using (var json = new Utf8JsonWriter(buffer, ValueFormat.Writer)) write(json);
        buffer.Write(after);
        return buffer.WrittenMemory;
    }

    private static void WriteEntry(Utf8JsonWriter json, Entry entry, int size)
    {
        json.WriteStartObject();
        json.WriteNumber("format", FormatVersion);
        json.WriteString("key", entry.Key.Hex());
        json.WriteNumber("created", entry.Created.UtcTicks);
        json.WriteNumber("expires", entry.Expires?.UtcTicks ?? long.MaxValue);
        json.WriteNumber("computed", entry.Computed.Ticks);
        json.WriteNumber("size", size);
        json.WriteString("arguments", entry.Preview);
        WriteDependencies(json, "trace", entry.Trace);
        json.WriteEndObject();
    }

    private static void WriteMaterial(Utf8JsonWriter json, KeyMaterial material)
    {
        json.WriteStartObject();
        json.WriteString("method", material.Method);
        json.WriteString("assembly", material.Assembly);
        json.WriteString("closure", material.Closure);
        json.WriteString("contract", material.Contract);
        json.WriteString("version", material.Version);
        json.WriteString("runtime", material.Runtime);
        json.WriteString("culture", material.Culture);
        json.WriteStartArray("externals");
        foreach (var external in material.Externals)
        {
            json.WriteStringValue(external.Name);
            json.WriteStringValue(external.Identity);
        }
        json.WriteEndArray();
        json.WriteString("arguments", material.Arguments.Hex());
        WriteDependencies(json, "dependencies", material.Dependencies);
        json.WriteEndObject();
    }

    private static void WriteDependencies(Utf8JsonWriter json, string name, IReadOnlyList<Dependency> dependencies)
    {
        json.WriteStartArray(name);
        foreach (var dependency in dependencies)
        {
            json.WriteStringValue(dependency.Kind);
            json.WriteStringValue(dependency.Name);
            json.WriteStringValue(dependency.Fingerprint);
        }
        json.WriteEndArray();
    }
}
