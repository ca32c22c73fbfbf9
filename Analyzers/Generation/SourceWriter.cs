using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Generation;

/// <summary>Indented C# text.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    public SourceWriter Open(string line)
    {
        Line(line);
        Line("{");
        _depth++;
        return this;
    }

    public SourceWriter Close(string after = "")
    {
        _depth--;
        return Line("}" + after);
    }

    /// <summary>Text as it is, in no line of its own.</summary>
    public SourceWriter Text(string text)
    {
        _text.Append(text);
        return this;
    }

    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public override string ToString() => _text.ToString();
}
