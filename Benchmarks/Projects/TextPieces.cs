namespace Memo.Benchmarks.Projects;

/// <summary>Methods of a component that read and write text.</summary>
internal static class TextPieces
{
    public static readonly Piece[] All =
    [
        new("""
            private static string Describe(IReadOnlyList<~R> items)
            {
                var builder = new StringBuilder();
                foreach (var item in items.Where(item => item.IsLarge).Take(~n))
                {
                    builder.Append(item.Name).Append(" (").Append(item.Id.ToString(CultureInfo.InvariantCulture)).Append(") ");
                    if (item.Tags is [var first, ..])
                    {
                        builder.Append('#').Append(first);
                    }
                }

                return builder.Length > ~n ? builder.ToString(0, ~n) : builder.ToString();
            }
            """, "text.Append(Describe(items));"),
        new("""
            private static int Distance(string left, string right)
            {
                var previous = new int[right.Length + 1];
                var current = new int[right.Length + 1];
                for (var j = 0; j <= right.Length; j++)
                {
                    previous[j] = j;
                }

                for (var i = 1; i <= left.Length; i++)
                {
                    current[0] = i;
                    for (var j = 1; j <= right.Length; j++)
                    {
                        var cost = left[i - 1] == right[j - 1] ? 0 : ~n;
                        current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                    }

                    (previous, current) = (current, previous);
                }

                return previous[right.Length];
            }
            """, "total += Distance(items[0].Name, \"~w~w\");"),
        new("""
            private static double Checksum(string text)
            {
                unchecked
                {
                    var hash = 2166136261u;
                    foreach (var unit in text)
                    {
                        hash = (hash ^ unit) * 16777619u;
                    }

                    return hash % ~n1000;
                }
            }
            """, "total += Checksum(text.ToString());"),
        new("""
            private static string Slug(string name)
            {
                Span<char> buffer = stackalloc char[64];
                var length = 0;
                foreach (var c in name.Trim().ToLowerInvariant())
                {
                    if (length == buffer.Length)
                    {
                        break;
                    }

                    buffer[length++] = char.IsAsciiLetterOrDigit(c) ? c : '~c';
                }

                return new string(buffer[..length]);
            }
            """, "text.Append(Slug(items[^1].Name));"),
        new("""
            private static int ParseAll(string line)
            {
                var sum = 0;
                foreach (var part in line.Split('~c', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    if (int.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
                    {
                        sum += number % ~n1000;
                    }
                    else if (part.StartsWith("~w", StringComparison.Ordinal))
                    {
                        sum -= part.Length;
                    }
                }

                return sum;
            }
            """, "total += ParseAll(\"~n~c~w~c~n1000~c~n\");"),
        new("""
            private static string Table(IReadOnlyList<~R> items)
            {
                var width = items.Max(item => item.Name.Length) + ~d;
                var lines = items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Name.PadRight(width)}|{item.Amount,~n:F~d}|{item.State}"));
                return string.Join('\n', lines);
            }
            """, "text.Append(Table(items));"),
        new("""
            private static (int Words, int Longest) Count(string text)
            {
                var words = 0;
                var longest = 0;
                var rest = text.AsSpan();
                while (!rest.IsEmpty)
                {
                    var end = rest.IndexOf(' ');
                    var word = end < 0 ? rest : rest[..end];
                    rest = end < 0 ? [] : rest[(end + 1)..];
                    if (word.Length > ~d)
                    {
                        words++;
                        longest = Math.Max(longest, word.Length);
                    }
                }

                return (words, longest);
            }
            """, """
            var counted = Count(text.ToString());
            total += counted.Words * ~f + counted.Longest;
            """),
    ];
}
