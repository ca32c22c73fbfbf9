using Microsoft.CodeAnalysis.Editing;

namespace Memo.CodeFixes.Editing;

/// <summary>One thing that a fix offers to do about a finding.</summary>
/// <param name="Title">In the light-bulb menu.</param>
/// <param name="Key">Mends of one key are done together in a document, project or solution.</param>
/// <param name="Apply">Edits the document.</param>
/// <param name="Once">Names what is edited: mends of one name and key are one.</param>
internal sealed record Mend(string Title, string Key, Action<SyntaxEditor> Apply, object Once);
