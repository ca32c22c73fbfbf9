namespace ApiAtlas.Documentation;

/// <summary>Folds the forms of a word into one.</summary>
internal interface IStemmer
{
    /// <param name="word">Lower case letters only.</param>
    string Stem(string word);
}

/// <summary>Folds plurals and nothing else: what is left is still a word.</summary>
internal sealed class PluralStemmer : IStemmer
{
    public string Stem(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 3 } when word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
        _ => word,
    };
}
