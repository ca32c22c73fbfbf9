using System.Text.Json;
using System.Text.Json.Nodes;
using Memo.Parts;

namespace Memo.Keys;

public sealed partial class KeyWriter
{
    /// <summary>Writes a piece of JSON as it stands in its document.</summary>
    /// <param name="value">The piece.</param>
    public void Write(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) Tag(KeyTag.NullText);
        else Text(KeyTag.Json, value.GetRawText());
    }

    /// <summary>Writes a document as it stands.</summary>
    /// <param name="value">The document.</param>
    public void Write(JsonDocument value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Write(value.RootElement);
    }

    /// <summary>Writes a tree of JSON, with the types of the values in it. A part of a larger tree is refused, because it leads to that.</summary>
    /// <param name="value">The root.</param>
    public void Write(JsonNode value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Parent is not null) Refuse("is a part of a larger tree of JSON");
        else WriteNode(value);
    }

    private void WriteNode(JsonNode? node)
    {
        switch (node)
        {
            case null:
                Tag(KeyTag.NullReference);
                break;
            case JsonObject members when Push(NoOrdinal):
                BeginJson("object", members, members.Count);
                foreach (var (name, member) in members)
                {
                    Write(name);
                    WriteNode(member);
                }
                End();
                break;
            case JsonArray items when Push(NoOrdinal):
                BeginJson("array", items, items.Count);
                foreach (var item in items) WriteNode(item);
                End();
                break;
            case JsonValue value when JsonValues.TryGet(value, out var content):
                if (content is JsonElement element) Write(element);
                else WriteBoxed(content);
                break;
            default:
                Refuse("holds a JSON value that is neither read from a text nor a plain one");
                break;
        }

        void BeginJson(string kind, JsonNode container, int count)
        {
            Text(KeyTag.Sequence, kind);
            Write(container.Options?.PropertyNameCaseInsensitive ?? false);
            Write(container.Options is not null);
            Write(count);
        }
    }
}
