using System.Buffers;
using System.Text.Json;
using Memo.Diagnostics;
using Memo.Values;

namespace Memo.Store;

/// <summary>
/// The methods of one code closure with their hashes, kept once beside a method's entries, so that a later miss can say which of them
/// changed.
/// </summary>
internal static class CodeRecord
{
    /// <summary>The file's name.</summary>
    public static string Name(string closure) => $"code-{Keys.Hash256.OfText(closure).Hex(32)}.json";

    public static ReadOnlyMemory<byte>[] Write(IReadOnlyList<CodePart> parts)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write("\"code\":"u8);
        using (var json = new Utf8JsonWriter(buffer, ValueFormat.Writer))
        {
            json.WriteStartArray();
            foreach (var part in parts)
            {
                json.WriteStringValue(part.Id);
                json.WriteStringValue(part.Own);
                json.WriteStringValue(part.File);
            }
            json.WriteEndArray();
        }
        buffer.Write("}"u8);
        return [SealedFile.Head(buffer.WrittenMemory), buffer.WrittenMemory];
    }

    /// <summary>Reads the methods of a closure; none if the file is gone or damaged.</summary>
    public static IReadOnlyList<CodePart> Read(byte[]? file)
    {
        if (file is null || !SealedFile.IsIntact(file)) return [];
        try
        {
            using var document = JsonDocument.Parse(file);
            var texts = document.RootElement.GetProperty("code").EnumerateArray().Select(text => text.GetString() ?? "").ToArray();
            return [.. texts.Chunk(3).Select(part => new CodePart(part[0], part[1], part[2]))];
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            // It only serves to explain; the explanation is shorter then.
            return [];
        }
    }
}
