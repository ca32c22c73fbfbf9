using System.Text.Json;
using System.Text.Json.Nodes;
using Memo.Parts;

namespace Memo.Values;

public sealed partial class ValueWriter
{
    /// <summary>Writes a piece of JSON as a text, as it stands in its document.</summary>
    /// <param name="value">The piece.</param>
    public void Write(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) _json.WriteNullValue();
        else Write(value.GetRawText());
    }

    /// <summary>Writes a document as a text, as it stands.</summary>
    /// <param name="value">The document.</param>
    public void Write(JsonDocument value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Write(value.RootElement);
    }

    /// <summary>Writes a tree of JSON, with the types of the values in it.</summary>
    /// <param name="value">The root.</param>
    public void Write(JsonNode value)
    {
        ArgumentNullException.ThrowIfNull(value);
        WriteNode(value);
    }

    private void WriteNode(JsonNode? node)
    {
        switch (node)
        {
            case null:
                _json.WriteNullValue();
                break;
            case JsonObject members:
                BeginNode("object", members);
                _json.WriteNumberValue(members.Count);
                foreach (var (name, member) in members)
                {
                    Write(name);
                    WriteNode(member);
                }
                _json.WriteEndArray();
                break;
            case JsonArray items:
                BeginNode("array", items);
                _json.WriteNumberValue(items.Count);
                foreach (var item in items) WriteNode(item);
                _json.WriteEndArray();
                break;
            case JsonValue value when JsonValues.TryGet(value, out var content):
                BeginNode(content is JsonElement ? "read" : "made", value);
                if (content is JsonElement element) Write(element);
                else WriteBoxed(content);
                _json.WriteEndArray();
                break;
        }
    }

    private void BeginNode(string kind, JsonNode node)
    {
        _json.WriteStartArray();
        _json.WriteStringValue(kind);
        if (node.Options is { } options) _json.WriteBooleanValue(options.PropertyNameCaseInsensitive);
        else _json.WriteNullValue();
    }
}
