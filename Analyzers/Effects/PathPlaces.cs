using System.Collections.Immutable;

namespace Memo.Analyzers.Effects;

/// <summary>How two paths lie to each other, as far as their templates tell.</summary>
internal readonly struct PathPlaces
{
    /// <param name="declared">The path of a declared dependency.</param>
    /// <param name="isDirectory">Whether that is a directory.</param>
    /// <param name="read">The path that is read.</param>
    /// <param name="readsDirectory">Whether it is read as a directory.</param>
    public PathPlaces(PathTemplate declared, bool isDirectory, PathTemplate read, bool readsDirectory)
    {
        var (outer, inner) = (Normalize(declared, isDirectory), Normalize(read, readsDirectory));
        AreSame = outer.SequenceEqual(inner);
        DeclaredHoldsRead = !AreSame && IsBelow(outer, inner, out var rest);
        ReadHoldsDeclared = !AreSame && IsBelow(inner, outer, out _);
        Rest = DeclaredHoldsRead ? PathRest.Of(rest) : null;
    }

    public bool AreSame { get; }

    /// <summary>What is read lies below what is declared; if <see cref="Rest"/> is null, part of the way is known only at run time.</summary>
    public bool DeclaredHoldsRead { get; }

    public bool ReadHoldsDeclared { get; }

    /// <summary>The way down from what is declared to what is read.</summary>
    public PathRest? Rest { get; }

    /// <summary>Whether a name matches a wildcard, for those in which only stars stand for other characters; of others, nobody says yes.</summary>
    public static bool Matches(string pattern, string name)
    {
        if (pattern.IndexOfAny(['?', '<', '>', '"']) >= 0 || pattern.EndsWith(".", StringComparison.Ordinal))
        {
            return false;
        }

        var parts = pattern.Split('*');
        var at = parts[0].Length;
        if (!name.StartsWith(parts[0], StringComparison.Ordinal) || parts.Length == 1)
        {
            return pattern == name;
        }

        for (var i = 1; i < parts.Length - 1; i++)
        {
            var found = name.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        var last = parts[parts.Length - 1];
        return name.Length - at >= last.Length && name.EndsWith(last, StringComparison.Ordinal);
    }

    private static bool IsBelow(ImmutableArray<TemplatePiece> outer, ImmutableArray<TemplatePiece> inner, out ImmutableArray<TemplatePiece> rest)
    {
        rest = [];
        for (var i = 0; i < outer.Length; i++)
        {
            if (i >= inner.Length)
            {
                return false;
            }

            if (outer[i].Equals(inner[i]))
            {
                continue;
            }

            if (i < outer.Length - 1 || !outer[i].IsText || !inner[i].IsText || !inner[i].Text.StartsWith(outer[i].Text, StringComparison.Ordinal))
            {
                return false;
            }

            rest = inner.RemoveRange(0, i + 1).Insert(0, new(inner[i].Text.Substring(outer[i].Text.Length), -1, ""));
            return outer[i].Text == "/" || WithoutSlash(ref rest);
        }

        rest = inner.RemoveRange(0, outer.Length);
        return rest.Length > 0 && WithoutSlash(ref rest);
    }

    // The next name begins behind a separator; 'data2' does not lie in 'data'.
    private static bool WithoutSlash(ref ImmutableArray<TemplatePiece> rest)
    {
        if (!rest[0].IsText || !rest[0].Text.StartsWith("/", StringComparison.Ordinal))
        {
            return false;
        }

        var text = rest[0].Text.Substring(1);
        rest = text.Length > 0 ? rest.SetItem(0, rest[0] with { Text = text }) : rest.RemoveAt(0);
        return rest.Length > 0;
    }

    // './a', 'a//b' and 'a/./b' are 'a' and 'a/b' on every platform, and a directory 'a/' is 'a'. '..' is left alone: what lies above a
    // link is elsewhere. So is what stands beside a hole, which may be empty or rooted.
    private static ImmutableArray<TemplatePiece> Normalize(PathTemplate template, bool isDirectory)
    {
        var pieces = template.Pieces.ToBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].IsText)
            {
                pieces[i] = pieces[i] with { Text = Normalize(pieces[i].Text, isFirst: i == 0, isEnd: isDirectory && i == pieces.Count - 1) };
            }
        }

        return new PathTemplate(pieces.ToImmutable()).Pieces;
    }

    private static string Normalize(string text, bool isFirst, bool isEnd)
    {
        var start = text.StartsWith("//", StringComparison.Ordinal) ? 1 : 0; // a server on Windows, if nothing stands before it
        string shorter;
        while ((shorter = text.Substring(0, start) + text.Substring(start).Replace("/./", "/").Replace("//", "/")) != text)
        {
            text = shorter;
        }

        if (isFirst && text.Length > 2 && text.StartsWith("./", StringComparison.Ordinal) && text.IndexOf(':') < 0)
        {
            text = text.Substring(2);
        }

        return isEnd && text.Length > (isFirst ? 1 : 0) && text.EndsWith("/", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;
    }
}
