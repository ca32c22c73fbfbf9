using ApiAtlas.Documentation;
using Memo;

namespace ApiAtlas.Vectors;

/// <summary>TF-IDF: a term tells much about a type that says it often, and nothing if every type does.</summary>
/// <param name="RarestIn">Terms in fewer types than this are left out: they are names, not topics.</param>
/// <param name="CommonestShare">Terms in a larger share of all types are left out, from 0 to 1.</param>
/// <param name="TermsOfType">Only this many of a type's terms are kept, the weightiest.</param>
/// <remarks>An instance method can be memoized too: the receiver is keyed like an argument.</remarks>
internal sealed record TermWeighting(int RarestIn, double CommonestShare, int TermsOfType)
{
    [Memoize]
    public WeighedCorpus Weigh(LibraryTerms[] libraries)
    {
        var columns = new SharedVocabulary(libraries);
        var types = libraries.SelectMany((library, index) => library.Types.Select(type => (Type: type, Library: index))).ToArray();
        var typesWith = columns.CountTypes(types);

        var commonest = CommonestShare * types.Length;
        var kept = Enumerable.Range(0, columns.Count).Where(term => typesWith[term] >= RarestIn && typesWith[term] <= commonest).ToArray();
        var columnOf = new int[columns.Count];
        Array.Fill(columnOf, -1);
        for (var i = 0; i < kept.Length; i++)
            columnOf[kept[i]] = i;
        var rarity = kept.Select(term => Math.Log((double)types.Length / typesWith[term])).ToArray();

        var rows = types.Select(type => Row(type.Type, columns.OfLibrary(type.Library), columnOf, rarity)).ToArray();

        // A type of which no term is left has no direction, so it has no place on a map.
        var placed = Enumerable.Range(0, types.Length).Where(i => rows[i].Length > 0).ToArray();
        return new WeighedCorpus(
            [.. libraries.Select(library => library.Library)],
            [.. placed.Select(i => new DocumentedType(types[i].Type.Namespace, types[i].Type.Name, types[i].Type.Members, types[i].Library))],
            [.. kept.Select(columns.Word)],
            Pack([.. placed.Select(i => rows[i])], kept.Length));
    }

    /// <summary>One type's weights as a unit vector, ascending by column.</summary>
    private (int Term, double Weight)[] Row(TypeTerms type, int[] termOfLocal, int[] columnOf, double[] rarity)
    {
        var weighed = type.Terms
            .Select((local, i) => (Term: columnOf[termOfLocal[local]], Count: type.Counts[i]))
            .Where(entry => entry.Term >= 0)
            .Select(entry => (entry.Term, Weight: (1 + Math.Log(entry.Count)) * rarity[entry.Term]))
            .OrderByDescending(entry => entry.Weight).ThenBy(entry => entry.Term)
            .Take(TermsOfType)
            .OrderBy(entry => entry.Term)
            .ToArray();
        var length = Math.Sqrt(weighed.Sum(entry => entry.Weight * entry.Weight));
        return length > 0 ? weighed.Select(entry => (entry.Term, entry.Weight / length)).ToArray() : [];
    }

    private static TermVectors Pack((int Term, double Weight)[][] rows, int columns)
    {
        var starts = new int[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
            starts[i + 1] = starts[i] + rows[i].Length;
        return new TermVectors(
            columns,
            starts,
            [.. rows.SelectMany(row => row.Select(entry => entry.Term))],
            [.. rows.SelectMany(row => row.Select(entry => (float)entry.Weight))]);
    }
}
