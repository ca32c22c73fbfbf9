using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Corpus.Texts;

public enum TokenKind { Number, Name, Plus, Minus, Star, Slash, Power = 10, Open, Close, Comma, End }

public readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public bool IsOperator => Kind is >= TokenKind.Plus and <= TokenKind.Power;
}

public abstract record Expression
{
    public sealed record Constant(double Value) : Expression;
    public sealed record Variable(string Name) : Expression;
    public sealed record Negation(Expression Inner) : Expression;
    public sealed record Binary(TokenKind Operator, Expression Left, Expression Right) : Expression;
    public sealed record Call(string Function, ImmutableArray<Expression> Arguments) : Expression;
}

internal sealed class Lexer(string text)
{
    private int _position;

    public List<Token> All()
    {
        var tokens = new List<Token>();
        Token token;
        do
        {
            tokens.Add(token = Next());
        }
        while (token.Kind != TokenKind.End);
        return tokens;
    }

    private Token Next()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position])) _position++;
        if (_position == text.Length) return new(TokenKind.End, "", _position);
        var start = _position;
        var first = text[_position++];
        if (char.IsAsciiDigit(first) || first == '.')
        {
            while (_position < text.Length && (char.IsAsciiDigit(text[_position]) || text[_position] == '.')) _position++;
            return new(TokenKind.Number, text[start.._position], start);
        }

        if (char.IsAsciiLetter(first) || first == '_')
        {
            while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] == '_')) _position++;
            return new(TokenKind.Name, text[start.._position], start);
        }

        var kind = first switch
        {
            '+' => TokenKind.Plus,
            '-' => TokenKind.Minus,
            '*' => TokenKind.Star,
            '/' => TokenKind.Slash,
            '^' => TokenKind.Power,
            '(' => TokenKind.Open,
            ')' => TokenKind.Close,
            ',' => TokenKind.Comma,
            _ => throw new FormatException($"'{first}' at {start} is no token"),
        };
        return new(kind, first.ToString(), start);
    }
}

internal sealed class Parser
{
    private readonly List<Token> _tokens;
    private int _next;

    public Parser(string text) => _tokens = new Lexer(text).All();

    private Token Current => _tokens[_next];

    public Expression Whole()
    {
        var expression = Sum();
        return Current.Kind == TokenKind.End ? expression : throw new FormatException("more than an expression: " + Current.Text);
    }

    private Expression Sum()
    {
        var left = Product();
        while (Current.Kind is TokenKind.Plus or TokenKind.Minus)
        {
            var kind = Take().Kind;
            left = new Expression.Binary(kind, left, Product());
        }

        return left;
    }

    private Expression Product()
    {
        var left = Factor();
        while (Current is { IsOperator: true, Kind: TokenKind.Star or TokenKind.Slash })
        {
            var kind = Take().Kind;
            left = new Expression.Binary(kind, left, Factor());
        }

        return left;
    }

    private Expression Factor()
    {
        if (TryTake(TokenKind.Minus, out _)) return new Expression.Negation(Factor());
        var left = Atom();
        return TryTake(TokenKind.Power, out var token) ? new Expression.Binary(token.Kind, left, Factor()) : left;
    }

    private Expression Atom()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new Expression.Constant(double.Parse(token.Text, CultureInfo.InvariantCulture));
            case TokenKind.Name when TryTake(TokenKind.Open, out _):
                var arguments = ImmutableArray.CreateBuilder<Expression>();
                if (!TryTake(TokenKind.Close, out _))
                {
                    do
                    {
                        arguments.Add(Sum());
                    }
                    while (TryTake(TokenKind.Comma, out _));
                    Expect(TokenKind.Close);
                }

                return new Expression.Call(token.Text, arguments.ToImmutable());
            case TokenKind.Name:
                return new Expression.Variable(token.Text);
            case TokenKind.Open:
                var inner = Sum();
                Expect(TokenKind.Close);
                return inner;
            default:
                throw new FormatException($"unexpected {token.Kind} at {token.Position}");
        }
    }

    private Token Take() => _tokens[_next++];

    private bool TryTake(TokenKind kind, out Token token)
    {
        token = Current;
        if (token.Kind != kind) return false;
        _next++;
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!TryTake(kind, out var token)) throw new FormatException($"{kind} expected, not '{token.Text}'");
    }
}

public static class Calculator
{
    private static readonly Dictionary<string, double> s_constants = new() { ["pi"] = Math.PI, ["e"] = Math.E, ["tau"] = 2 * Math.PI };

    [Memoize]
    public static double Evaluate(string text, double x) => Value(new Parser(text).Whole(), x);

    [Memoize]
    public static string Simplified(string text) => Show(Simplify(new Parser(text).Whole()), 0);

    [Memoize]
    public static int Depth(string text)
    {
        return Of(new Parser(text).Whole());

        static int Of(Expression expression) => 1 + expression switch
        {
            Expression.Negation n => Of(n.Inner),
            Expression.Binary b => Math.Max(Of(b.Left), Of(b.Right)),
            Expression.Call { Arguments: [] } => 0,
            Expression.Call { Arguments: var all } => all.Max(Of),
            _ => 0,
        };
    }

    private static double Value(Expression expression, double x) => expression switch
    {
        Expression.Constant c => c.Value,
        Expression.Variable { Name: "x" } => x,
        Expression.Variable v when s_constants.TryGetValue(v.Name, out var known) => known,
        Expression.Variable v => throw new KeyNotFoundException(v.Name),
        Expression.Negation n => -Value(n.Inner, x),
        Expression.Binary(TokenKind.Plus, var a, var b) => Value(a, x) + Value(b, x),
        Expression.Binary(TokenKind.Minus, var a, var b) => Value(a, x) - Value(b, x),
        Expression.Binary(TokenKind.Star, var a, var b) => Value(a, x) * Value(b, x),
        Expression.Binary(TokenKind.Slash, var a, var b) => Value(a, x) / Value(b, x),
        Expression.Binary(TokenKind.Power, var a, var b) => Math.Pow(Value(a, x), Value(b, x)),
        Expression.Call("sin", [var a]) => Math.Sin(Value(a, x)),
        Expression.Call("max", [var a, .. var others]) => others.Aggregate(Value(a, x), (m, e) => Math.Max(m, Value(e, x))),
        _ => double.NaN,
    };

    private static Expression Simplify(Expression expression)
    {
        switch (expression)
        {
            case Expression.Negation { Inner: Expression.Negation { Inner: var inner } }:
                return Simplify(inner);
            case Expression.Binary(TokenKind.Star, Expression.Constant { Value: 0 }, _):
                return new Expression.Constant(0);
            case Expression.Binary(TokenKind.Plus, var left, Expression.Constant { Value: 0 }):
                return Simplify(left);
            case Expression.Binary binary:
                var (l, r) = (Simplify(binary.Left), Simplify(binary.Right));
                return (l, r) is (Expression.Constant a, Expression.Constant b)
                    ? new Expression.Constant(Value(new Expression.Binary(binary.Operator, a, b), 0))
                    : binary with { Left = l, Right = r };
            case Expression.Call call:
                return call with { Arguments = [.. call.Arguments.Select(Simplify)] };
            default:
                return expression;
        }
    }

    private static string Show(Expression expression, int strength)
    {
        return expression switch
        {
            Expression.Constant c => c.Value.ToString("R", CultureInfo.InvariantCulture),
            Expression.Variable v => v.Name,
            Expression.Negation n => "-" + Show(n.Inner, 9),
            Expression.Binary b when Strength(b.Operator) is var own => own < strength ? $"({Both(b, own)})" : Both(b, own),
            Expression.Call c => c.Function + "(" + string.Join(", ", c.Arguments.Select(a => Show(a, 0))) + ")",
            _ => "?",
        };

        static int Strength(TokenKind kind) => kind switch { TokenKind.Plus or TokenKind.Minus => 1, TokenKind.Power => 3, _ => 2 };
        string Both(Expression.Binary b, int own) => Show(b.Left, own) + " " + Sign(b.Operator) + " " + Show(b.Right, own + 1);
    }

    private static char Sign(TokenKind kind) => kind switch
    {
        TokenKind.Plus => '+',
        TokenKind.Minus => '-',
        TokenKind.Star => '*',
        TokenKind.Slash => '/',
        _ => '^',
    };
}

public static class Words
{
    private static readonly HashSet<string> s_stop = new(StringComparer.OrdinalIgnoreCase) { "the", "a", "of", "and" };

    [Memoize]
    public static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }

    [Memoize]
    public static string Wrap(string text, int width = 72, string indent = "  ")
    {
        var lines = new List<string>();
        var line = new StringBuilder(indent);
        foreach (var word in text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear().Append(indent);
            }

            if (line.Length > indent.Length) line.Append(' ');
            line.Append(word);
        }

        if (line.Length > indent.Length) lines.Add(line.ToString());
        return string.Join("\n", lines);
    }

    [Memoize]
    public static string Rank(string text) =>
        string.Join("; ", text.Split(' ')
            .Select(word => word.Trim('.', ',', '!').ToLowerInvariant())
            .Where(word => word.Length > 1 && !s_stop.Contains(word))
            .GroupBy(word => word)
            .Select(group => (Word: group.Key, Count: group.Count()))
            .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .Take(10)
            .Select(pair => $"{pair.Word,-12}{pair.Count:D3}"));

    [Memoize]
    public static string RunLength(string text)
    {
        ReadOnlySpan<char> rest = text;
        var result = new StringBuilder();
        while (!rest.IsEmpty)
        {
            var run = rest.IndexOfAnyExcept(rest[0]);
            if (run < 0) run = rest.Length;
            result.Append(rest[0]);
            if (run > 1) result.Append(run);
            rest = rest[run..];
        }

        return result.ToString();
    }

    [Memoize]
    public static bool Matches(string pattern, string text) => Matches(pattern.AsSpan(), text.AsSpan());

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) => pattern switch
    {
        [] => text.IsEmpty,
        ['*', .. var rest] => Matches(rest, text) || (!text.IsEmpty && Matches(pattern, text[1..])),
        _ when text.IsEmpty => false,
        [var first, .. var rest] => (first == '?' || first == text[0]) && Matches(rest, text[1..]),
    };
}
