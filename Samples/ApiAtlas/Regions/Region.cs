namespace ApiAtlas.Regions;

/// <summary>A cluster as people see it.</summary>
/// <param name="Topics">The words that set its types apart from all others, the most telling first.</param>
/// <param name="Types">All its types by index, the most typical first.</param>
/// <param name="Library">The library that most of them come from.</param>
/// <param name="LibraryTypes">How many of them do.</param>
internal sealed record Region(string[] Topics, int[] Types, string Library, int LibraryTypes)
{
    /// <summary>The first topics, as a headline.</summary>
    public string Title => string.Join(" · ", Topics.Take(3));
}
