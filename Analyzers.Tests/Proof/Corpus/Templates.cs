using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Corpus.Templates;

/// <summary>Escapes what is put in, and leaves the text around it.</summary>
[InterpolatedStringHandler]
public ref struct MarkupHandler
{
    private readonly StringBuilder _text;
    private readonly bool _isQuoted;

    public MarkupHandler(int literalLength, int formattedCount, bool isQuoted, out bool isEnabled)
    {
        _text = new(literalLength + 8 * formattedCount);
        _isQuoted = isQuoted;
        isEnabled = formattedCount < 10;
    }

    public readonly void AppendLiteral(string text) => _text.Append(text);

    public readonly void AppendFormatted<T>(T value, int alignment = 0, string? format = null)
    {
        var text = value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? "";
        text = text.Replace("&", "&amp;").Replace("<", "&lt;");
        if (_isQuoted) text = text.Replace("\"", "&quot;");
        _text.Append(alignment >= 0 ? text.PadLeft(alignment) : text.PadRight(-alignment));
    }

    public readonly void AppendFormatted(Markup markup) => _text.Append(markup.Source);

    public readonly override string ToString() => _text?.ToString() ?? "too much";
}

public readonly record struct Markup(string Source)
{
    public static Markup Of(bool isQuoted, [InterpolatedStringHandlerArgument(nameof(isQuoted))] MarkupHandler handler) => new(handler.ToString());

    public static Markup operator +(Markup a, Markup b) => new(a.Source + b.Source);

    public static Markup Join(params IEnumerable<Markup> parts) => parts.Aggregate(default(Markup), (a, b) => a + b);
}

public partial class Template
{
    private readonly string _pattern;
    private readonly Dictionary<string, Func<string, string>> _filters;

    public Template(string pattern)
    {
        _pattern = pattern;
        _filters = new() { ["upper"] = s => s.ToUpperInvariant(), ["trim"] = s => s.Trim(), ["title"] = Title };
        OnCreated(ref _count);
    }

    public partial int Count { get; }

    public string this[string name]
    {
        private get => _values.TryGetValue(name, out var value) ? value : $"<{name}?>";
        set => _values[name] = value;
    }

    public string Render()
    {
        var result = new StringBuilder();
        var at = 0;
        while (true)
        {
            var open = _pattern.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0) goto rest;
            var close = _pattern.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0) goto rest;
            result.Append(_pattern, at, open - at).Append(Fill(_pattern[(open + 2)..close]));
            at = close + 2;
        }

    rest:
        return result.Append(_pattern.AsSpan(at)).ToString();
    }

    partial void OnCreated(ref int count);

    private string Fill(string expression)
    {
        var parts = expression.Split('|', StringSplitOptions.TrimEntries);
        var value = this[parts[0]];
        foreach (var name in parts[1..])
        {
            value = _filters.TryGetValue(name, out var filter) ? filter(value) : Unknown(name, value);
        }

        return value;
    }

    private static partial string Unknown(string filter, string value);

    private static string Title(string text) => text switch
    {
        "" => text,
        [var only] => char.ToUpperInvariant(only).ToString(),
        [var first, .. var rest] => char.ToUpperInvariant(first) + rest,
    };
}

public partial class Template
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    public partial int Count => _count + _values.Count;

    partial void OnCreated(ref int count) => count = _pattern.Split("{{").Length - 1;

    private static partial string Unknown(string filter, string value) => $"{value}|{filter}";
}

public static class Writing
{
    private static readonly (int Value, string Digits)[] s_roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    private static readonly string[] s_units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    [Memoize]
    public static string Letter(string name, int count, double price)
    {
        var template = new Template("Dear {{ name | trim | title }}, {{count}} at {{price|money}} {{") { ["name"] = name };
        template["count"] = count is >= 0 and <= 12 ? s_units[count] : count.ToString(CultureInfo.InvariantCulture);
        template["price"] = price.ToString("C2", CultureInfo.InvariantCulture);
        return template.Render() + template.Count;
    }

    [Memoize]
    public static string Page(string title, string[] rows, bool isQuoted)
    {
        var items = rows.Select((row, i) => Markup.Of(isQuoted, $"<li id={i + 1:D2}>{row,-4}</li>"));
        return Markup.Of(isQuoted, $"<h1>{title}</h1><ul>{Markup.Join(items)}</ul>{rows.Length,3}").Source;
    }

    [Memoize]
    public static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, digits) in s_roman)
        {
            for (; number >= value; number -= value) text.Append(digits);
        }

        return text.ToString();
    }

    [Memoize]
    public static string Slug(string title)
    {
        Span<char> buffer = stackalloc char[128];
        var length = 0;
        foreach (var rune in title.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (length >= buffer.Length - 1) break;
            if (Rune.IsLetterOrDigit(rune)) length += Rune.ToLowerInvariant(rune).EncodeToUtf16(buffer[length..]);
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && length > 0 && buffer[length - 1] != '-') buffer[length++] = '-';
        }

        return new string(buffer[..length]).TrimEnd('-');
    }

    [Memoize]
    public static string Masked(string text) => Digits.Replace(text, match => match.Value.Length > 4 ? new string('*', match.Length - 4) + match.Value[^4..] : match.Value);

    [Memoize]
    public static string Caesar(string text, int shift = 13) => string.Create(text.Length, (text, shift), static (span, state) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = state.text[i] switch
            {
                >= 'a' and <= 'z' and var c => (char)('a' + (c - 'a' + state.shift + 26) % 26),
                >= 'A' and <= 'Z' and var c => (char)('A' + (c - 'A' + state.shift + 26) % 26),
                var c => c,
            };
        }
    });

    private static Regex Digits { get; } = new(@"\d+", RegexOptions.CultureInvariant);
}
