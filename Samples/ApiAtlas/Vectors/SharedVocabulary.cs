using ApiAtlas.Documentation;

namespace ApiAtlas.Vectors;

/// <summary>The libraries' separate vocabularies as one: terms are the same when their stems are.</summary>
internal sealed class SharedVocabulary
{
    private readonly List<Term> terms = [];
    private readonly int[][] ofLibrary;

    public SharedVocabulary(LibraryTerms[] libraries)
    {
        var indexOfStem = new Dictionary<string, int>();
        ofLibrary = new int[libraries.Length][];
        for (var i = 0; i < libraries.Length; i++)
            ofLibrary[i] = [.. libraries[i].Terms.Select(Add)];

        int Add(Term term)
        {
            if (!indexOfStem.TryGetValue(term.Stem, out var index))
            {
                indexOfStem.Add(term.Stem, index = terms.Count);
                terms.Add(term);
            }
            else if (term.Uses > terms[index].Uses)
            {
                terms[index] = term;
            }
            return index;
        }
    }

    public int Count => terms.Count;

    public string Word(int term) => terms[term].Word;

    /// <summary>Which shared term each of a library's own terms is.</summary>
    public int[] OfLibrary(int library) => ofLibrary[library];

    /// <summary>For each term, how many types say it.</summary>
    public int[] CountTypes((TypeTerms Type, int Library)[] types)
    {
        var counts = new int[Count];
        foreach (var (type, library) in types)
        {
            foreach (var local in type.Terms)
                counts[ofLibrary[library][local]]++;
        }
        return counts;
    }
}
