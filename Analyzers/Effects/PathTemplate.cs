using System.Collections.Immutable;
using System.Text;

namespace Memo.Analyzers.Effects;

/// <summary>
/// A path (or the name of an environment variable) as text with holes for parameters: <c>{dir}/index.json</c>.
/// Parameters are held by position, so that a renamed parameter is no change. A path that a directory lists has a hole for the name that
/// is found there; no declaration can say that, but one of the directory covers it.
/// </summary>
internal sealed class PathTemplate(ImmutableArray<TemplatePiece> pieces) : IEquatable<PathTemplate>
{
    public ImmutableArray<TemplatePiece> Pieces { get; } = Normalize(pieces);

    public bool HasParameters => Pieces.Any(piece => piece.IsParameter);

    public static PathTemplate OfText(string text) => new([new TemplatePiece(text, -1, "")]);

    public static PathTemplate OfParameter(int ordinal) => new([new TemplatePiece("", ordinal, "")]);

    /// <summary>What a listing of the directory finds; null when that may lie elsewhere.</summary>
    public PathTemplate? Listed(DirectoryListing listing) =>
        Pieces.IsEmpty || listing.Pattern is null ? null : Combine(new([TemplatePiece.OfListed(listing)]));

    public PathTemplate Append(PathTemplate other) => new(Pieces.AddRange(other.Pieces));

    /// <summary>
    /// What <c>Path.Combine</c> and <c>Path.Join</c> do for parts that are neither rooted nor empty (of parameters, the runtime checks
    /// that they are not); null for a text that is.
    /// </summary>
    public PathTemplate? Combine(PathTemplate other)
    {
        if (Pieces.IsEmpty)
        {
            return other;
        }

        if (other.Pieces.IsEmpty || (other.Pieces[0].IsText && IsRooted(other.Pieces[0].Text)))
        {
            return null;
        }

        var last = Pieces[Pieces.Length - 1];
        return last.IsText && last.Text.EndsWith("/", StringComparison.Ordinal)
            ? Append(other)
            : Append(OfText("/")).Append(other);
    }

    // On any platform: a template is the same on all of them.
    private static bool IsRooted(string text) => text[0] is '/' or '\\' || (text.Length > 1 && text[1] == ':');

    public PathTemplate? Member(string name) =>
        Pieces is [{ IsParameter: true } piece]
            ? new([piece with { Members = piece.Members.Length == 0 ? name : piece.Members + "." + name }])
            : null;

    /// <summary>Puts the caller's templates in the place of the parameters; null when one of them is not known.</summary>
    public PathTemplate? Substitute(Func<int, PathTemplate?> argument)
    {
        var pieces = ImmutableArray.CreateBuilder<TemplatePiece>();
        foreach (var piece in Pieces)
        {
            if (!piece.IsParameter)
            {
                pieces.Add(piece);
                continue;
            }

            var value = argument(piece.Parameter);
            foreach (var member in piece.Members.Length == 0 ? [] : piece.Members.Split('.'))
            {
                value = value?.Member(member);
            }

            // Where parts were joined, a rooted or an empty one would have made another path.
            if (value is null || (Pieces.Length > 1 && (value.Pieces.IsEmpty || (pieces.Count > 0 && value.Pieces[0].IsText && IsRooted(value.Pieces[0].Text)))))
            {
                return null;
            }

            pieces.AddRange(value.Pieces);
        }

        return new(pieces.ToImmutable());
    }

    /// <summary>As a user writes it in an attribute.</summary>
    public string Render(Func<int, string> parameterName)
    {
        var text = new StringBuilder();
        foreach (var piece in Pieces)
        {
            if (piece.IsText)
            {
                text.Append(piece.Text.Replace("{", "{{").Replace("}", "}}"));
            }
            else if (piece.Listed is { } listing)
            {
                text.Append(listing.Pattern);
            }
            else
            {
                text.Append('{').Append(parameterName(piece.Parameter));
                if (piece.Members.Length > 0)
                {
                    text.Append('.').Append(piece.Members);
                }

                text.Append('}');
            }
        }

        return text.ToString();
    }

    public bool Equals(PathTemplate? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

    public override bool Equals(object? obj) => Equals(obj as PathTemplate);

    public override int GetHashCode() => Pieces.Aggregate(17, (hash, piece) => (hash * 31) + piece.GetHashCode());

    private static ImmutableArray<TemplatePiece> Normalize(ImmutableArray<TemplatePiece> pieces)
    {
        var result = ImmutableArray.CreateBuilder<TemplatePiece>(pieces.Length);
        foreach (var piece in pieces)
        {
            if (piece.IsText && piece.Text.Length == 0)
            {
                continue;
            }

            if (piece.IsText && result.Count > 0 && result[result.Count - 1].IsText)
            {
                result[result.Count - 1] = piece with { Text = result[result.Count - 1].Text + piece.Text };
            }
            else
            {
                result.Add(piece);
            }
        }

        return result.ToImmutable();
    }
}

/// <summary>Text, or the parameter at a position with the members read from it (<c>options.Directory</c>), or any name that a directory lists.</summary>
internal readonly record struct TemplatePiece(string Text, int Parameter, string Members)
{
    private const int ListedName = -2;

    public static TemplatePiece OfListed(DirectoryListing listing) => new("", ListedName, listing.Text);

    public bool IsText => Parameter == -1;

    public bool IsParameter => Parameter >= 0;

    public DirectoryListing? Listed => Parameter == ListedName ? DirectoryListing.Parse(Members) : null;
}
