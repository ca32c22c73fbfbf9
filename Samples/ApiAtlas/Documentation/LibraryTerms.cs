namespace ApiAtlas.Documentation;

/// <summary>One library as counted terms: the small remainder of its text that all later steps work on.</summary>
/// <param name="Library">The assembly's name.</param>
/// <param name="Terms">The terms of this library; types refer to them by index.</param>
/// <param name="Types">The types that have enough to say.</param>
internal sealed record LibraryTerms(string Library, Term[] Terms, TypeTerms[] Types);

/// <summary>The forms of one word.</summary>
/// <param name="Stem">What the forms have in common.</param>
/// <param name="Word">The most frequent form, for people to read.</param>
/// <param name="Uses">How often that form was met.</param>
internal sealed record Term(string Stem, string Word, int Uses);

/// <summary>One type's terms.</summary>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="Name">The readable name without namespace.</param>
/// <param name="Members">The number of documented members, the type itself included.</param>
/// <param name="Terms">Indices of terms, each once.</param>
/// <param name="Counts">How often each of them was met, in the same order.</param>
internal sealed record TypeTerms(string Namespace, string Name, int Members, int[] Terms, int[] Counts);
