namespace Memo.Analyzers.Tests.Hashing;

/// <summary>A change to a program with one memoized method <c>F</c>.</summary>
/// <param name="Phrase">What is changed, in the words of the design.</param>
/// <param name="Before">The file before.</param>
/// <param name="After">The file after.</param>
public sealed record Edit(string Phrase, string Before, string After)
{
    /// <summary>The start of most methods here.</summary>
    public const string F = "[Memoize] public static int F(int x) ";

    /// <summary>The members of a static class, before and after.</summary>
    public static Edit Members(string phrase, string before, string after) =>
        new(phrase, SourceText.Class(before), SourceText.Class(after));

    /// <summary>The body of <c>int F(int x)</c>, before and after; other members stay.</summary>
    public static Edit Body(string phrase, string before, string after, string others = "") =>
        Members(phrase, F + before + "\n" + others, F + after + "\n" + others);

    /// <summary>The other members, before and after, of a class whose <c>int F(int x)</c> stays.</summary>
    public static Edit Others(string phrase, string body, string before, string after) =>
        Members(phrase, F + body + "\n" + before, F + body + "\n" + after);

    public override string ToString() => Phrase;
}
