using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Memo.Diagnostics;

/// <summary>
/// Writes a call's arguments for a person to read: <c>"a.csv", 3</c>. Bounded, on one line, and the same under every culture.
/// It is no key: two calls may look alike.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PreviewWriter
{
    private const int LongestText = 40;
    private const int LongestPreview = 120;
    private const string Ellipsis = "…";

    private readonly StringBuilder _text = new();
    private bool _full;

    internal PreviewWriter()
    {
    }

    /// <summary>Begins the next argument. Each is begun so, and written by one call of another member.</summary>
    /// <param name="name">The parameter's name; <c>this</c> for the receiver. Not shown.</param>
    public void Argument(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_text.Length > 0) Append(", ");
    }

    /// <summary>Writes a text in quotes, or null.</summary>
    /// <param name="value">The argument.</param>
    public void Write(string? value)
    {
        if (value is null) Append("null");
        else Append('"' + Printable(value) + '"');
    }

    /// <summary>Writes a character in quotes.</summary>
    /// <param name="value">The argument.</param>
    public void Write(char value) => Append('\'' + Printable(value.ToString()) + '\'');

    /// <summary>Writes a truth value.</summary>
    /// <param name="value">The argument.</param>
    public void Write(bool value) => Append(value ? "true" : "false");

    /// <summary>Writes a number, a date, an identifier: anything that writes itself the same under the invariant culture.</summary>
    /// <typeparam name="T">The argument's type.</typeparam>
    /// <param name="value">The argument.</param>
    public void Write<T>(T value) where T : struct, IFormattable => Append(value switch
    {
        DateTime or DateTimeOffset or DateOnly or TimeOnly => value.ToString("O", CultureInfo.InvariantCulture),
        BigInteger number when number.GetByteCount() > LongestText => Ellipsis,
        _ => Printable(value.ToString(null, CultureInfo.InvariantCulture)),
    });

    /// <summary>Writes an argument, or null.</summary>
    /// <typeparam name="T">The argument's type.</typeparam>
    /// <param name="value">The argument.</param>
    public void Write<T>(T? value) where T : struct, IFormattable
    {
        if (value is { } some) Write(some);
        else Append("null");
    }

    /// <summary>Writes an identifier of a resource in quotes, or null.</summary>
    /// <param name="value">The argument.</param>
    public void Write(Uri? value) => Write(value?.OriginalString);

    /// <summary>Writes a version number, or null.</summary>
    /// <param name="value">The argument.</param>
    public void Write(Version? value) => Append(value?.ToString() ?? "null");

    /// <summary>Writes a text as it is: <c>Color.Red</c>, <c>int[3]</c>, <c>Document</c>.</summary>
    /// <param name="text">The text.</param>
    public void WriteText(string text) => Append(Printable(text));

    /// <summary>Writes that there is an argument that is not shown.</summary>
    public void Elide() => Append(Ellipsis);

    /// <summary>What was written since the last call of this method.</summary>
    internal string Finish()
    {
        var text = _text.ToString();
        _text.Clear();
        _full = false;
        return text;
    }

    private void Append(string text)
    {
        if (_full) return;
        _full = _text.Length + text.Length > LongestPreview;
        _text.Append(_full ? Ellipsis : text);
    }

    private static string Printable(string value)
    {
        var shown = new StringBuilder();
        foreach (var rune in value.AsSpan(0, Math.Min(value.Length, LongestText)).EnumerateRunes())
        {
            // Nothing that an argument holds may end the line, move the cursor or close the quotes.
            switch (rune.Value)
            {
                case '"': shown.Append("\\\""); break;
                case '\\': shown.Append("\\\\"); break;
                case '\n': shown.Append("\\n"); break;
                case '\r': shown.Append("\\r"); break;
                case '\t': shown.Append("\\t"); break;
                default:
                    if (IsShown(Rune.GetUnicodeCategory(rune))) shown.Append(rune.ToString());
                    else shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
                    break;
            }
        }
        if (value.Length > LongestText) shown.Append('…');
        return shown.ToString();
    }

    private static bool IsShown(UnicodeCategory category) => category is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);
}
