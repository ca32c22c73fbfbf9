using System.Collections.Immutable;

namespace Memo.Analyzers.Effects;

/// <summary>The way down from a declared directory to what is read.</summary>
/// <param name="Text">A path; or the pattern that listed names have to match.</param>
/// <param name="IsListed">Whether it is one of the names that a listing gives.</param>
/// <param name="IsDeep">Whether it may lie in a subdirectory.</param>
internal sealed record PathRest(string Text, bool IsListed, bool IsDeep)
{
    private const string AnyName = "*";

    /// <summary>Null when part of it is known only at run time, or may lead out of the directory.</summary>
    public static PathRest? Of(ImmutableArray<TemplatePiece> pieces)
    {
        if (pieces.Any(piece => piece.IsParameter))
        {
            return null;
        }

        var path = string.Concat(pieces.Select(piece => piece.IsText ? piece.Text : AnyName));
        // On Windows, what follows a colon is a part of a file that its content does not tell.
        if (path.Split('/').Any(part => part is "" or "." or "..") || path.IndexOfAny(['\\', ':']) >= 0)
        {
            return null;
        }

        var listings = pieces.Where(piece => !piece.IsText).Select(piece => piece.Listed!.Value).ToArray();
        return new(
            listings.Length == 0 ? path : pieces.Count(piece => piece.Text.Length > 0 || !piece.IsText) == 1 ? listings[0].Pattern! : AnyName,
            listings.Length > 0,
            path.IndexOf('/') >= 0 || listings.Any(listing => listing.Depth != ListingDepth.Top));
    }

    /// <summary>Whether a directory declared with a pattern counts the content of what lies there.</summary>
    // Of a path that goes deeper, whether a directory on the way is there counts as well, so that all names have to.
    public bool Fits(string pattern) =>
        pattern == AnyName || (IsListed ? pattern == Text : !IsDeep && PathPlaces.Matches(pattern, Text));
}
