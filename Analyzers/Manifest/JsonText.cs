using System.Globalization;
using System.Text;

namespace Memo.Analyzers.Manifest;

/// <summary>Writes the little JSON that a manifest needs; compilers do not bring a JSON library along.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private bool _needsComma;

    public JsonText Open(char bracket)
    {
        Separate();
        _text.Append(bracket);
        _needsComma = false;
        return this;
    }

    public JsonText Close(char bracket)
    {
        _text.Append(bracket);
        _needsComma = true;
        return this;
    }

    public JsonText Property(string name)
    {
        Separate();
        Quote(name);
        _text.Append(": ");
        _needsComma = false;
        return this;
    }

    public JsonText Value(string value)
    {
        Separate();
        Quote(value);
        _needsComma = true;
        return this;
    }

    public JsonText Value(bool value) => Raw(value ? "true" : "false");

    public JsonText Value(int value) => Raw(value.ToString(CultureInfo.InvariantCulture));

    public JsonText Values(IEnumerable<string> values)
    {
        Open('[');
        foreach (var value in values)
        {
            Value(value);
        }

        return Close(']');
    }

    public override string ToString() => _text.ToString();

    private JsonText Raw(string literal)
    {
        Separate();
        _text.Append(literal);
        _needsComma = true;
        return this;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            _text.Append(", ");
            _needsComma = false;
        }
    }

    private void Quote(string value)
    {
        _text.Append('"');
        foreach (var unit in value)
        {
            if (unit is '"' or '\\')
            {
                _text.Append('\\').Append(unit);
            }
            else if (unit < ' ' || char.IsSurrogate(unit))
            {
                _text.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                _text.Append(unit);
            }
        }

        _text.Append('"');
    }
}
