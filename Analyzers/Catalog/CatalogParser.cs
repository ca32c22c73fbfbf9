using System.Collections.Immutable;
using Memo.Analyzers.Effects;

namespace Memo.Analyzers.Catalog;

/// <summary>Reads the lines <c>declaration id = term, term</c> of a catalog file.</summary>
internal static class CatalogParser
{
    /// <summary>Null for an empty line or a comment. Throws nothing: a bad line has an error text.</summary>
    public static CatalogLine? Parse(string line)
    {
        var text = WithoutComment(line).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var equals = text.IndexOf('='); // no declaration id has one
        if (equals < 0)
        {
            return new(text, null, "expected '<declaration id> = <term>, <term>'");
        }

        var id = text.Substring(0, equals).Trim();
        if (DeclarationIdPattern.WhyNever(id) is { } why)
        {
            return new(id, null, $"'{id}' is not a declaration id: {why}");
        }

        var entry = ParseTerms(Split(text.Substring(equals + 1)), out var error);
        return new(id, entry, error);
    }

    // '#ctor' is part of a declaration id, and nothing else that has a dot before it is a comment.
    private static string WithoutComment(string line)
    {
        for (var i = line.IndexOf('#'); i >= 0; i = line.IndexOf('#', i + 1))
        {
            if (i == 0 || !IsInName(line, i))
            {
                return line.Substring(0, i);
            }
        }

        return line;
    }

    // Explicit implementations have '#' for the dots of the interface's name.
    private static bool IsInName(string line, int i) => line.IndexOf('=', 0, i) < 0 && (line[i - 1] == '.' || char.IsLetterOrDigit(line[i - 1]) || line[i - 1] is '}' or '_');

    /// <summary>What terms say that have been written apart; null when one of them is none.</summary>
    public static CatalogEntry? ParseTerms(IEnumerable<string> terms) => ParseTerms(terms, out _);

    private static CatalogEntry? ParseTerms(IEnumerable<string> texts, out string? error)
    {
        var terms = new Terms();
        foreach (var term in texts)
        {
            error = terms.Add(term);
            if (error is not null)
            {
                return null;
            }
        }

        error = null;
        return terms.ToEntry();
    }

    // Commas inside parentheses belong to the term.
    private static IEnumerable<string> Split(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && depth == 0))
            {
                yield return text.Substring(start, i - start).Trim();
                start = i + 1;
            }
            else
            {
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            }
        }
    }

    /// <summary>The terms of one line, as far as they are read.</summary>
    private sealed class Terms
    {
        private readonly ImmutableArray<string>.Builder _mutates = ImmutableArray.CreateBuilder<string>();
        private readonly ImmutableArray<CatalogEffect>.Builder _effects = ImmutableArray.CreateBuilder<CatalogEffect>();
        private bool _isFresh;
        private bool _isShared;
        private bool _isTraced;
        private bool _mutatesReceiver;
        private string? _returns;
        private DefaultComparison? _comparison;

        public CatalogEntry ToEntry() => new()
        {
            IsFresh = _isFresh,
            IsShared = _isShared,
            IsTraced = _isTraced,
            Returns = _returns,
            MutatesReceiver = _mutatesReceiver,
            Mutates = _mutates.ToImmutable(),
            Effects = _effects.ToImmutable(),
            Comparison = _comparison,
        };

        /// <summary>What is wrong with the term; null when nothing is.</summary>
        public string? Add(string text)
        {
            if (text.Length == 0)
            {
                return "a term is missing";
            }

            var unless = IndexOfWord(text, "unless");
            var (name, argument) = Call(unless < 0 ? text : text.Substring(0, unless));
            CatalogCondition? condition = null;
            if (unless >= 0)
            {
                var (predicate, parameter) = Call(text.Substring(unless + "unless".Length));
                condition = new(predicate, parameter ?? "");
                if (WhyNoCondition(condition, name) is { } why)
                {
                    return $"'{text}': {why}";
                }
            }

            return Read(name, argument, condition) ? null : $"'{text}' is not a term of the effect catalog";
        }

        private bool Read(string name, string? argument, CatalogCondition? condition)
        {
            switch (name, argument)
            {
                case ("pure" or "calls-delegates", null):
                    break;
                case ("fresh", null):
                    _isFresh = true;
                    break;
                case ("shared", null):
                    _isShared = true;
                    break;
                case ("traced", null):
                    _isTraced = true;
                    break;
                case ("returns", { Length: > 0 }):
                    _returns = argument;
                    break;
                case ("mutates-this", null):
                    _mutatesReceiver = true;
                    break;
                case ("mutates", { Length: > 0 }):
                    _mutates.Add(argument!);
                    break;
                case ("default-comparison", null or { Length: > 0 }):
                    _comparison = new(condition?.Parameter, argument, IsOwn: false);
                    break;
                case ("own-comparison", null or { Length: > 0 }):
                    _comparison = new(null, argument, IsOwn: true);
                    break;
                case ("reads-file", { Length: > 0 }):
                    _effects.Add(new(EffectKind.ReadsFile, "", argument, condition));
                    break;
                case ("reads-directory", { Length: > 0 }):
                    _effects.Add(new(EffectKind.ReadsDirectory, "", argument, condition));
                    break;
                case ("culture", null or "integers"):
                    _effects.Add(new(argument is null ? EffectKind.ReadsCulture : EffectKind.ReadsCultureOfIntegers, "", null, condition));
                    break;
                case ("ambient", _) when argument?.IndexOf(',') is > 0 and var comma:
                    _effects.Add(new(EffectKind.Ambient, argument.Substring(0, comma).Trim(), argument.Substring(comma + 1).Trim(), condition));
                    break;
                default:
                    if (Kind(name) is not { } kind)
                    {
                        return false;
                    }

                    _effects.Add(new(kind, argument ?? "", null, condition));
                    break;
            }

            return true;
        }

        // A condition that nobody asks would look as if it held.
        private static string? WhyNoCondition(CatalogCondition condition, string term) => condition switch
        {
            { Predicate: not ("invariant" or "ordinal" or "comparer" or "dated" or "dateless" or "fixed" or "ordered" or "total") } => $"'{condition.Predicate}' is not a condition of the effect catalog",
            { Parameter: "" } => $"'{condition.Predicate}' needs a parameter: {condition.Predicate}(name)",
            _ when term == "default-comparison" => condition.Predicate == "comparer" ? null : "the condition of 'default-comparison' is 'comparer'",
            _ when term is "culture" or "reads-file" or "reads-directory" || Kind(term) is not null => null,
            _ => $"'{term}' has no conditions",
        };

        private static EffectKind? Kind(string term) => term switch
        {
            "io" => EffectKind.PerformsIO,
            "output" => EffectKind.Output,
            "nondeterministic" => EffectKind.Nondeterministic,
            "ambient" => EffectKind.Ambient,
            "unverifiable" => EffectKind.Unverifiable,
            "reads-static" => EffectKind.ReadsStatic,
            "writes-static" => EffectKind.WritesStatic,
            _ => null,
        };

        private static int IndexOfWord(string text, string word)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            return at > 0 && char.IsWhiteSpace(text[at - 1]) && at + word.Length < text.Length && char.IsWhiteSpace(text[at + word.Length]) ? at : -1;
        }

        private static (string Name, string? Argument) Call(string text)
        {
            var term = text.Trim();
            var open = term.IndexOf('(');
            return open > 0 && term[term.Length - 1] == ')'
                ? (term.Substring(0, open).Trim(), term.Substring(open + 1, term.Length - open - 2).Trim())
                : (term, null);
        }
    }
}
