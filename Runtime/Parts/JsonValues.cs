using System.Text.Json;
using System.Text.Json.Nodes;

namespace Memo.Parts;

/// <summary>What stands in a <see cref="JsonValue"/>: a piece of a text that was read, or an object that the program put there. It shows: a number that was read is any number that it fits in, an <c>int</c> is no <c>long</c>.</summary>
internal static class JsonValues
{
    /// <summary>The content; false for what is neither.</summary>
    public static bool TryGet(JsonValue value, out object content)
    {
        if (value.TryGetValue(out JsonElement element)) content = element;
        else if (value.TryGetValue(out string? text)) content = text;
        else if (value.TryGetValue(out bool truth)) content = truth;
        else if (value.TryGetValue(out int number)) content = number;
        else if (value.TryGetValue(out double real)) content = real;
        else if (value.TryGetValue(out long large)) content = large;
        else if (value.TryGetValue(out decimal money)) content = money;
        else if (value.TryGetValue(out float single)) content = single;
        else if (value.TryGetValue(out byte small)) content = small;
        else if (value.TryGetValue(out sbyte signed)) content = signed;
        else if (value.TryGetValue(out short shorter)) content = shorter;
        else if (value.TryGetValue(out ushort unsigned)) content = unsigned;
        else if (value.TryGetValue(out uint natural)) content = natural;
        else if (value.TryGetValue(out ulong largest)) content = largest;
        else if (value.TryGetValue(out char unit)) content = unit;
        else if (value.TryGetValue(out DateTime time)) content = time;
        else if (value.TryGetValue(out DateTimeOffset moment)) content = moment;
        else if (value.TryGetValue(out Guid id)) content = id;
        else
        {
            content = "";
            return false;
        }
        return true;
    }

    /// <summary>A value with a content that <see cref="TryGet"/> gave.</summary>
    public static JsonValue? Make(object content, JsonNodeOptions? options) => content switch
    {
        JsonElement x => JsonValue.Create(x, options),
        string x => JsonValue.Create(x, options),
        bool x => JsonValue.Create(x, options),
        int x => JsonValue.Create(x, options),
        double x => JsonValue.Create(x, options),
        long x => JsonValue.Create(x, options),
        decimal x => JsonValue.Create(x, options),
        float x => JsonValue.Create(x, options),
        byte x => JsonValue.Create(x, options),
        sbyte x => JsonValue.Create(x, options),
        short x => JsonValue.Create(x, options),
        ushort x => JsonValue.Create(x, options),
        uint x => JsonValue.Create(x, options),
        ulong x => JsonValue.Create(x, options),
        char x => JsonValue.Create(x, options),
        DateTime x => JsonValue.Create(x, options),
        DateTimeOffset x => JsonValue.Create(x, options),
        Guid x => JsonValue.Create(x, options),
        _ => null,
    };
}
