using System.Collections.Immutable;
using Memo.Analyzers.Effects;

namespace Memo.Analyzers.Catalog;

/// <summary>Reads the lines <c>declaration id = term, term</c> of a catalog file.</summary>
internal static class CatalogParser
{
    /// <summary>Parses one line. Returns false for blank lines and comments; throws nothing: a bad line gives an error text.</summary>
    public static bool TryParse(string line, out string id, out CatalogEntry? entry, out string? error)
    {
        id = "";
        entry = null;
        error = null;
        var comment = line.IndexOf('#');
        while (comment >= 0 && comment + 1 < line.Length && line.IndexOf("#ctor", comment, StringComparison.Ordinal) == comment)
        {
            comment = line.IndexOf('#', comment + 1); // '#ctor' is part of a declaration id
        }

        while (comment >= 0 && line.IndexOf("#cctor", comment, StringComparison.Ordinal) == comment)
        {
            comment = line.IndexOf('#', comment + 1);
        }

        var text = (comment < 0 ? line : line.Substring(0, comment)).Trim();
        if (text.Length == 0)
        {
            return false;
        }

        var equals = text.IndexOf(" = ", StringComparison.Ordinal);
        if (equals <= 2 || text[1] != ':' || "NTMPFE".IndexOf(text[0]) < 0)
        {
            error = "expected '<declaration id> = <term>, <term>', where the id starts with N:, T:, M:, P:, F: or E:";
            return true;
        }

        id = text.Substring(0, equals).Trim();
        entry = ParseTerms(text.Substring(equals + 3), out error);
        return true;
    }

    private static CatalogEntry? ParseTerms(string text, out string? error)
    {
        error = null;
        var fresh = false;
        string? returns = null;
        var mutatesReceiver = false;
        DefaultComparison? comparison = null;
        var mutates = ImmutableArray.CreateBuilder<string>();
        var effects = ImmutableArray.CreateBuilder<CatalogEffect>();
        foreach (var raw in Split(text))
        {
            var term = raw;
            CatalogCondition? condition = null;
            var unless = term.IndexOf(" unless ", StringComparison.Ordinal);
            if (unless > 0)
            {
                var (predicate, parameter) = Call(term.Substring(unless + 8).Trim());
                condition = new(predicate, parameter);
                term = term.Substring(0, unless).Trim();
            }

            var (name, argument) = Call(term);
            switch (name)
            {
                case "pure":
                case "calls-delegates":
                    break;
                case "fresh":
                    fresh = true;
                    break;
                case "returns" when argument.Length > 0:
                    returns = argument;
                    break;
                case "mutates-this":
                    mutatesReceiver = true;
                    break;
                case "mutates" when argument.Length > 0:
                    mutates.Add(argument);
                    break;
                case "default-comparison":
                    comparison = new(condition?.Parameter ?? (argument.Length > 0 ? argument : null));
                    break;
                case "reads-file" when argument.Length > 0:
                    effects.Add(new(EffectKind.ReadsFile, "", argument, condition));
                    break;
                case "reads-directory" when argument.Length > 0:
                    effects.Add(new(EffectKind.ReadsDirectory, "", argument, condition));
                    break;
                case "ambient" when argument.IndexOf(',') is > 0 and var comma:
                    effects.Add(new(EffectKind.Ambient, argument.Substring(0, comma).Trim(), argument.Substring(comma + 1).Trim(), condition));
                    break;
                case "culture":
                    effects.Add(new(argument == "integers" ? EffectKind.ReadsCultureOfIntegers : EffectKind.ReadsCulture, "", null, condition));
                    break;
                default:
                    if (Kind(name) is { } kind)
                    {
                        effects.Add(new(kind, argument, null, condition));
                        break;
                    }

                    error = $"'{raw}' is not a term of the effect catalog";
                    return null;
            }
        }

        return new()
        {
            IsFresh = fresh,
            Returns = returns,
            MutatesReceiver = mutatesReceiver,
            Mutates = mutates.ToImmutable(),
            Effects = effects.ToImmutable(),
            Comparison = comparison,
        };
    }

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

    private static (string Name, string Argument) Call(string term)
    {
        var open = term.IndexOf('(');
        return open > 0 && term[term.Length - 1] == ')'
            ? (term.Substring(0, open).Trim(), term.Substring(open + 1, term.Length - open - 2).Trim())
            : (term.Trim(), "");
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
}
