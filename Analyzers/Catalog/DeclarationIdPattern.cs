namespace Memo.Analyzers.Catalog;

/// <summary>What stands before the '=' of a catalog line: a declaration id, or one with a '*' for all of a namespace, a type or a name.</summary>
internal static class DeclarationIdPattern
{
    /// <summary>Why nothing can ever have this id, as the end of a sentence; null when something can.</summary>
    public static string? WhyNever(string id)
    {
        if (id.Length < 3 || id[1] != ':' || "NTMPFE".IndexOf(id[0]) < 0)
        {
            return "an id starts with N:, T:, M:, P:, F: or E:";
        }

        var kind = id[0];
        var isWildcard = id[id.Length - 1] == '*';
        var open = id.IndexOf('(');
        var name = id.Substring(2, (open < 0 ? id.Length : open) - 2 - (isWildcard && open < 0 ? 1 : 0));
        if (open >= 0 && (isWildcard || id[open + 1 < id.Length ? open + 1 : open] == '*'))
        {
            return "'*' stands for parameters too: leave the parentheses out";
        }

        if (isWildcard && !(name.EndsWith(".", StringComparison.Ordinal) ? kind is 'N' or 'T' or 'M' : kind is 'M' or 'P'))
        {
            return "'*' stands behind a dot (N:, T:, M:), or behind the name of a method or property";
        }

        if (open >= 0 && (kind is not ('M' or 'P') || !ClosesParentheses(id, open)))
        {
            return kind is 'M' or 'P' ? "its parentheses do not close" : "only methods and indexers have parameters";
        }

        return WhyNoName(kind, isWildcard ? name.TrimEnd('.') : name);
    }

    /// <summary>The ids that the catalog looks for: a '*' behind a dot is the type or namespace itself.</summary>
    public static IEnumerable<string> Keys(string id)
    {
        if (!id.EndsWith(".*", StringComparison.Ordinal))
        {
            return [id];
        }

        var name = id.Substring(2, id.Length - 4);
        return id[0] switch
        {
            'N' => ["N:" + name],
            'M' => ["T:" + name],
            _ => ["T:" + name, "N:" + name], // which of the two it is, only a compilation knows
        };
    }

    private static string? WhyNoName(char kind, string name)
    {
        foreach (var part in name.Split('.'))
        {
            if (part.Length == 0)
            {
                return "a name is missing at a dot";
            }
        }

        if (name.IndexOfAny(['<', '>']) >= 0)
        {
            return "type parameters are counted: List`1, not List<T>";
        }

        foreach (var letter in name)
        {
            if (char.IsWhiteSpace(letter) || "*:;=/\\+-!?&|\"')[]".IndexOf(letter) >= 0)
            {
                return $"'{letter}' is in no name";
            }
        }

        return kind is 'N' or 'T' || name.IndexOf('.') >= 0 ? null : "the type is missing: Type.Member";
    }

    private static bool ClosesParentheses(string id, int open)
    {
        var depth = 0;
        for (var i = open; i < id.Length; i++)
        {
            depth += id[i] switch { '(' or '{' or '[' => 1, ')' or '}' or ']' => -1, _ => 0 };
            if (depth == 0)
            {
                // A conversion says what it converts to.
                return i == id.Length - 1 || (i + 2 < id.Length && id[i + 1] == '~');
            }
        }

        return false;
    }
}
