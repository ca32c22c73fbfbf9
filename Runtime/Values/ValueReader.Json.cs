using System.Text.Json;
using System.Text.Json.Nodes;
using Memo.Parts;

namespace Memo.Values;

public ref partial struct ValueReader
{
    /// <summary>Reads a piece of JSON.</summary>
    /// <returns>The value, in a document of its own.</returns>
    public JsonElement ReadJsonElement()
    {
        if (ReadString() is not { } text) return default;
        using var document = JsonDocument.Parse(text, ValueFormat.Document);
        return document.RootElement.Clone();
    }

    /// <summary>Reads a document.</summary>
    /// <returns>The value.</returns>
    public JsonDocument ReadJsonDocument() => JsonDocument.Parse(ReadString() ?? throw new MalformedEntryException("a document"), ValueFormat.Document);

    /// <summary>Reads a tree of JSON.</summary>
    /// <returns>The value.</returns>
    public JsonNode ReadJsonNode() => ReadNode() ?? throw new MalformedEntryException("a tree of JSON");

    private JsonNode? ReadNode()
    {
        if (TryReadNull()) return null;
        Expect(JsonTokenType.StartArray);
        var kind = Text();
        JsonNodeOptions? options = TryReadNull() ? null : new JsonNodeOptions { PropertyNameCaseInsensitive = ReadBoolean() };
        JsonNode? node = kind switch
        {
            "object" => ReadObject(options),
            "array" => ReadArray(options),
            "read" => JsonValues.Make(ReadJsonElement(), options),
            "made" => JsonValues.Make(ReadBoxed() ?? "", options),
            _ => null,
        };
        EndArray();
        return node ?? throw new MalformedEntryException("a tree of JSON");
    }

    private JsonObject ReadObject(JsonNodeOptions? options)
    {
        var node = new JsonObject(options);
        var count = ReadCount();
        for (var i = 0; i < count; i++) node.Add(ReadString()!, ReadNode());
        return node;
    }

    private JsonArray ReadArray(JsonNodeOptions? options)
    {
        var node = new JsonArray(options);
        var count = ReadCount();
        for (var i = 0; i < count; i++) node.Add(ReadNode());
        return node;
    }
}
