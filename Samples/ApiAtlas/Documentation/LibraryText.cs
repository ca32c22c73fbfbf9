namespace ApiAtlas.Documentation;

/// <summary>What one documentation file says, as plain text, type by type.</summary>
/// <param name="Library">The assembly that the file documents.</param>
/// <param name="Types">The documented types, in the order of the file.</param>
internal sealed record LibraryText(string Library, TypeText[] Types);

/// <summary>The documentation of one type and of all its members in one text: a document of the atlas.</summary>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="Name">The name as a C# reader knows it, with the outer types and without the namespace.</param>
/// <param name="Members">How many members the text was gathered from, the type itself included.</param>
/// <param name="Text">Sentences; line breaks have no meaning.</param>
internal sealed record TypeText(string Namespace, string Name, int Members, string Text);
