using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers.Symbols;

/// <summary>
/// Finds where files say certain names, without a look at their syntax: the text is read once from start to end. A place that is found may
/// still be in a comment or a string.
/// </summary>
internal sealed class NamedPlaces
{
    private const int ChunkLength = 4096;

    private readonly Dictionary<int, string[]> _names;

    /// <param name="names">What to look for.</param>
    public NamedPlaces(IEnumerable<string> names) =>
        _names = names.Distinct(StringComparer.Ordinal).GroupBy(Hash).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The tokens of a file that say one of the names.</summary>
    public IEnumerable<SyntaxToken> TokensIn(SyntaxTree tree, CancellationToken cancellation)
    {
        foreach (var (_, position) in In(tree, cancellation))
        {
            if (Token(tree, position, cancellation) is { } token)
            {
                yield return token;
            }
        }
    }

    /// <summary>The identifier that begins at a place; null when that is in a comment or a string.</summary>
    public static SyntaxToken? Token(SyntaxTree tree, int position, CancellationToken cancellation)
    {
        var token = tree.GetRoot(cancellation).FindToken(position);
        return token.IsKind(SyntaxKind.IdentifierToken) && token.SpanStart == position ? token : null;
    }

    /// <summary>Where a file may say one of the names, in order: the start of an identifier, its <c>@</c> included.</summary>
    public List<(string Name, int Position)> In(SyntaxTree tree, CancellationToken cancellation)
    {
        var found = new List<(string, int)>();
        if (!Scan(tree.GetText(cancellation), found))
        {
            found.Clear();
            foreach (var token in tree.GetRoot(cancellation).DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && Known(token.ValueText) is { } name)
                {
                    found.Add((name, token.SpanStart));
                }
            }
        }

        return found;
    }

    // False where an identifier may be spelled in another way than it reads: only the compiler tells what it says.
    private bool Scan(SourceText text, List<(string, int)> found)
    {
        var chunk = new char[ChunkLength];
        var word = new char[ChunkLength];
        var (length, hash, start) = (0, Seed, 0);
        for (var offset = 0; offset < text.Length; offset += ChunkLength)
        {
            var count = Math.Min(ChunkLength, text.Length - offset);
            text.CopyTo(offset, chunk, 0, count);
            for (var i = 0; i < count; i++)
            {
                var unit = chunk[i];
                if (IsPart(unit))
                {
                    if (length == 0)
                    {
                        (hash, start) = (Seed, offset + i);
                    }

                    if (length < word.Length)
                    {
                        word[length] = unit;
                    }

                    length++;
                    hash = Next(hash, unit);
                    continue;
                }

                Add(start);
                if (unit == '\\' ? offset + i + 1 < text.Length && text[offset + i + 1] is 'u' or 'U' : unit >= 128 && char.GetUnicodeCategory(unit) == UnicodeCategory.Format)
                {
                    return false;
                }
            }
        }

        Add(start);
        return true;

        void Add(int position)
        {
            if (length > 0 && length <= word.Length && _names.TryGetValue(hash, out var names))
            {
                foreach (var name in names)
                {
                    if (name.Length == length && name.AsSpan().SequenceEqual(word.AsSpan(0, length)))
                    {
                        found.Add((name, position > 0 && text[position - 1] == '@' ? position - 1 : position));
                    }
                }
            }

            length = 0;
        }
    }

    private string? Known(string text) => _names.TryGetValue(Hash(text), out var names) ? Array.Find(names, name => name == text) : null;

    // Letters beyond ASCII are taken for parts of an identifier, as nearly all of them are.
    private static bool IsPart(char unit) =>
        unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or (>= '0' and <= '9') || (unit >= 128 && SyntaxFacts.IsIdentifierPartCharacter(unit)
            && char.GetUnicodeCategory(unit) != UnicodeCategory.Format);

    private const int Seed = 17;

    private static int Next(int hash, char unit) => unchecked((hash * 31) + unit);

    private static int Hash(string text)
    {
        var hash = Seed;
        foreach (var unit in text)
        {
            hash = Next(hash, unit);
        }

        return hash;
    }
}
