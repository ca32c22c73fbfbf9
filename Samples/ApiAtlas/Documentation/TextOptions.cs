namespace ApiAtlas.Documentation;

/// <summary>How text becomes terms. Shared by the steps that look at one file.</summary>
/// <param name="Stemming">How far the forms of a word are folded into one term.</param>
/// <param name="MinimumWords">Types whose documentation has fewer telling words are left out: nothing could be said about them.</param>
internal sealed record TextOptions(Stemming Stemming, int MinimumWords);

internal enum Stemming
{
    /// <summary>Only plurals are folded: <c>streams</c> is <c>stream</c>.</summary>
    Plural,

    /// <summary>Porter's algorithm: <c>encoded</c>, <c>encoding</c> and <c>encodes</c> are one term.</summary>
    Porter,
}
