namespace Memo.Analyzers.Catalog;

/// <summary>A line of a catalog file that says something.</summary>
/// <param name="Id">What it is about, as it is written.</param>
/// <param name="Entry">What it says; null when it cannot be read.</param>
/// <param name="Error">Why it cannot be read.</param>
internal sealed record CatalogLine(string Id, CatalogEntry? Entry, string? Error);

/// <summary>A line of a catalog file that is not used.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">From zero.</param>
/// <param name="Message">What is wrong and what was expected.</param>
internal sealed record CatalogError(string Path, int Line, string Message);
