using System.Globalization;
using System.Text;
using System.Text.Json;
using Memo.Values;

namespace Memo.Diagnostics;

/// <summary>Says where two results differ, by what is written of them.</summary>
internal static class ValueDifference
{
    private const int LongestText = 60;

    /// <summary>The first difference, in the order of what is written, as a phrase.</summary>
    public static string Of(ReadOnlyMemory<byte> remembered, ReadOnlyMemory<byte> computed)
    {
        using var former = JsonDocument.Parse(remembered, ValueFormat.Document);
        using var later = JsonDocument.Parse(computed, ValueFormat.Document);
        return Find(former.RootElement, later.RootElement, "result") ?? "the two are written alike, but are not the same";
    }

    private static string? Find(JsonElement remembered, JsonElement computed, string path)
    {
        if (remembered.ValueKind != computed.ValueKind) return Different(remembered, computed, path);
        switch (remembered.ValueKind)
        {
            case JsonValueKind.Array:
                for (var i = 0; i < Math.Min(remembered.GetArrayLength(), computed.GetArrayLength()); i++)
                {
                    if (Find(remembered[i], computed[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")) is { } difference) return difference;
                }
                return remembered.GetArrayLength() == computed.GetArrayLength() ? null
                    : string.Create(CultureInfo.InvariantCulture, $"{path} has {remembered.GetArrayLength()} elements remembered and {computed.GetArrayLength()} computed");
            case JsonValueKind.Object:
                foreach (var (one, other) in remembered.EnumerateObject().Zip(computed.EnumerateObject()))
                {
                    if (one.Name != other.Name) return $"{path} has '{one.Name}' remembered and '{other.Name}' computed";
                    if (Find(one.Value, other.Value, $"{path}.{one.Name}") is { } difference) return difference;
                }
                return remembered.GetPropertyCount() == computed.GetPropertyCount() ? null : Different(remembered, computed, path);
            default:
                return remembered.GetRawText() == computed.GetRawText() ? null : Different(remembered, computed, path);
        }
    }

    private static string Different(JsonElement remembered, JsonElement computed, string path) =>
        $"{path} is {Shown(remembered.GetRawText(), computed.GetRawText())} remembered and {Shown(computed.GetRawText(), remembered.GetRawText())} computed";

    // Of a long text, the part around the first difference.
    private static string Shown(string text, string other)
    {
        if (text.Length <= LongestText) return text;
        var start = Math.Max(0, Math.Min(text.AsSpan().CommonPrefixLength(other) - LongestText / 2, text.Length - LongestText));
        var shown = new StringBuilder();
        if (start > 0) shown.Append('…');
        shown.Append(text.AsSpan(start, LongestText));
        if (start + LongestText < text.Length) shown.Append('…');
        return shown.ToString();
    }
}
