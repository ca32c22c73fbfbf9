namespace Memo.Benchmarks.Projects;

/// <summary>A piece of code of which a component has at most one, with the statements that make the component's entry run all of it.</summary>
/// <param name="Text">
/// <c>~A</c> is the component's name, <c>~R</c> its record, <c>~E</c> its enumeration, <c>~K</c> its key and <c>~I</c> its interface;
/// <c>~n</c> becomes a number, <c>~f</c> a fraction, <c>~w</c> a word.
/// </param>
/// <param name="Use">Statements over <c>items</c>, <c>total</c> and <c>text</c>.</param>
internal sealed record Piece(string Text, string Use);
