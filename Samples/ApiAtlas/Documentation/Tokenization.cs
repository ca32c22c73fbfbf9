using Memo;

namespace ApiAtlas.Documentation;

/// <summary>Turns text into counted terms.</summary>
internal static class Tokenization
{
    private const int ShortestWord = 3;

    [Memoize]
    public static LibraryTerms Tokenize(string path, TextOptions options)
    {
        var library = Cleaning.Clean(path);
        var vocabulary = new Vocabulary(StemmerFor(options.Stemming));
        var types = new List<TypeTerms>();
        foreach (var type in library.Types)
        {
            var counts = CountTerms(type.Text);
            if (counts.Values.Sum() >= options.MinimumWords)
                types.Add(new TypeTerms(type.Namespace, type.Name, type.Members, [.. counts.Keys], [.. counts.Values]));
        }
        return new LibraryTerms(library.Library, vocabulary.ToTerms(), [.. types]);

        Dictionary<int, int> CountTerms(string text)
        {
            var counts = new Dictionary<int, int>();
            foreach (var word in Words(text))
            {
                if (vocabulary.IndexOf(word) is var term and >= 0)
                    counts[term] = counts.GetValueOrDefault(term) + 1;
            }
            return counts;
        }
    }

    private static IStemmer StemmerFor(Stemming stemming) => stemming switch
    {
        Stemming.Porter => new PorterStemmer(),
        _ => new PluralStemmer(),
    };

    /// <summary>Runs of ASCII letters: the documentation is English, and what is not a word of it is no term.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiLetter(text[i]))
                continue;
            if (i - start >= ShortestWord)
                words.Add(text[start..i].ToLowerInvariant());
            start = i + 1;
        }
        return words;
    }

    /// <summary>The terms met so far, and under which forms.</summary>
    private sealed class Vocabulary(IStemmer stemmer)
    {
        // Stemming costs far more than a look-up, and the same words come again and again.
        private readonly Dictionary<string, int> termOfWord = [];
        private readonly Dictionary<string, int> termOfStem = [];
        private readonly List<string> stems = [];
        private readonly List<Dictionary<string, int>> forms = [];

        /// <summary>The index of a word's term, or -1 for a word that is no term.</summary>
        public int IndexOf(string word)
        {
            if (!termOfWord.TryGetValue(word, out var term))
                termOfWord.Add(word, term = StopWords.Contains(word) ? -1 : Add(stemmer.Stem(word)));
            if (term >= 0)
                forms[term][word] = forms[term].GetValueOrDefault(word) + 1;
            return term;
        }

        public Term[] ToTerms() => stems.Select((stem, i) =>
        {
            var (word, uses) = forms[i].OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First();
            return new Term(stem, word, uses);
        }).ToArray();

        private int Add(string stem)
        {
            if (termOfStem.TryGetValue(stem, out var known))
                return known;
            termOfStem.Add(stem, stems.Count);
            stems.Add(stem);
            forms.Add([]);
            return stems.Count - 1;
        }
    }
}
