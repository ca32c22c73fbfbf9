using System.Diagnostics.CodeAnalysis;

namespace Corpus.Documents;

public abstract class Node
{
    public abstract TResult Accept<TResult>(IVisitor<TResult> visitor);

    public static implicit operator Node(string text) => new Text(text);

    public static implicit operator Node(double number) => new Number(number);
}

public sealed class Text(string value) : Node
{
    public string Value { get; } = value;

    public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
}

public sealed class Number(double value) : Node
{
    public double Value => value;

    public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
}

public sealed class Sequence : Node, IEnumerable<Node>
{
    private readonly List<Node> _items = [];

    public int Count => _items.Count;

    public Node this[Index index] => _items[index];

    public void Add(Node item) => _items.Add(item);

    public IEnumerator<Node> GetEnumerator() => _items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
}

public sealed class Table : Node
{
    private readonly SortedDictionary<string, Node> _members = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Node> Members => _members;

    [DisallowNull]
    public Node? this[string name]
    {
        get => _members.TryGetValue(name, out var node) ? node : null;
        set => _members[name] = value;
    }

    public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
}

public interface IVisitor<out TResult>
{
    TResult Visit(Text text);

    TResult Visit(Number number);

    TResult Visit(Sequence sequence);

    TResult Visit(Table table);
}

public class Depth : IVisitor<int>
{
    public virtual int Visit(Text text) => 0;

    public virtual int Visit(Number number) => 0;

    public int Visit(Sequence sequence) => 1 + sequence.Select(node => node.Accept(this)).DefaultIfEmpty().Max();

    public int Visit(Table table) => 1 + table.Members.Values.Select(node => node.Accept(this)).DefaultIfEmpty(0).Max();
}

public sealed class Weight : Depth
{
    public override int Visit(Text text) => text.Value.Length;

    public override int Visit(Number number) => double.IsInteger(number.Value) ? 1 : 2;
}

public sealed class Printer(bool isPretty) : IVisitor<string>
{
    private int _indent;

    private string NewLine => isPretty ? "\n" + new string(' ', 2 * _indent) : "";

    public string Visit(Text text) => Quote(text.Value);

    public string Visit(Number number) => number.Value.ToString("R", CultureInfo.InvariantCulture);

    public string Visit(Sequence sequence) => Enclosed('[', sequence, node => node.Accept(this), ']');

    public string Visit(Table table) => Enclosed('{', table.Members, pair => Quote(pair.Key) + (isPretty ? ": " : ":") + pair.Value.Accept(this), '}');

    private string Enclosed<T>(char open, IEnumerable<T> items, Func<T, string> print, char close)
    {
        _indent++;
        var separator = "," + NewLine;
        var inner = NewLine + string.Join(separator, items.Select(print));
        _indent--;
        return open + inner + NewLine + close;
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append(@"\n"),
                < ' ' => quoted.Append($"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}

public ref struct Reader
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    public Reader(ReadOnlySpan<char> text)
    {
        _text = text;
        _at = 0;
    }

    public readonly bool IsAtEnd => _at >= _text.Length;

    private readonly char Current => IsAtEnd ? '\0' : _text[_at];

    public Node Read()
    {
        SkipSpace();
        switch (Current)
        {
            case '"':
                return ReadText();
            case '[':
                var sequence = new Sequence();
                for (_at++; !Take(']');)
                {
                    sequence.Add(Read());
                    if (!Take(',') && Peek() != ']') throw Unexpected();
                }

                return sequence;
            case '{':
                var table = new Table();
                _at++;
                while (!Take('}'))
                {
                    SkipSpace();
                    var name = ReadText();
                    if (!Take(':')) throw Unexpected();
                    table[name] = Read();
                    if (!Take(',') && Peek() != '}') throw Unexpected();
                }

                return table;
            case '-' or (>= '0' and <= '9'):
                var start = _at++;
                while (Current is >= '0' and <= '9' or '.' or 'e' or 'E' or '+' or '-') _at++;
                return double.Parse(_text[start.._at], NumberStyles.Float, CultureInfo.InvariantCulture);
            default:
                throw Unexpected();
        }
    }

    private string ReadText()
    {
        if (!Take('"')) throw Unexpected();
        var text = new StringBuilder();
        while (Current != '"')
        {
            if (IsAtEnd) throw Unexpected();
            var c = _text[_at++];
            if (c == '\\')
            {
                c = _text[_at++] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'u' => (char)ushort.Parse(_text.Slice((_at += 4) - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                    var other => other,
                };
            }

            text.Append(c);
        }

        _at++;
        return text.ToString();
    }

    private char Peek()
    {
        SkipSpace();
        return Current;
    }

    private bool Take(char c)
    {
        if (Peek() != c) return false;
        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private readonly FormatException Unexpected() => new($"'{Current}' at {_at}");
}

public static class Files
{
    [Memoize]
    public static string Pretty(string text) => Read(text).Accept(new Printer(isPretty: true));

    [Memoize]
    public static string Compact(string text) => Read(text).Accept(new Printer(false));

    [Memoize]
    public static (int Depth, int Weight) Measure(string text) => (Read(text).Accept(new Depth()), Read(text).Accept(new Weight()));

    [Memoize]
    public static string? Find(string text, string path)
    {
        var node = Read(text);
        foreach (var step in path.Split('/'))
        {
            node = node switch
            {
                Table table when table[step] is { } member => member,
                Sequence { Count: > 0 } sequence when int.TryParse(step, out var index) => sequence[index < 0 ? ^-index : index],
                _ => null,
            };
            if (node is null) return null;
        }

        return (node as Text)?.Value ?? (node is Number { Value: var number } ? number.ToString(CultureInfo.InvariantCulture) : node.GetType().Name);
    }

    [Memoize]
    public static string Built(string title, double[] numbers)
    {
        var list = new Sequence { title, "and" };
        foreach (var number in numbers) list.Add(number);
        return new Table { ["list"] = list, ["title"] = title }.Accept(new Printer(true));
    }

    private static Node Read(string text)
    {
        var reader = new Reader(text);
        var node = reader.Read();
        return reader.IsAtEnd ? node : throw new FormatException("more than one document");
    }
}
