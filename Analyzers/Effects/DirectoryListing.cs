using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>What of a directory is read: which names, and whether of its subdirectories too. It is the detail of the effect.</summary>
/// <param name="Pattern">The wildcard that names have to match; null when it is not known. Empty for whether the directory is there.</param>
/// <param name="Depth">Whether subdirectories are read as well.</param>
internal readonly record struct DirectoryListing(string? Pattern, ListingDepth Depth)
{
    /// <summary>Of a call of <c>Directory</c> or <c>DirectoryInfo</c>.</summary>
    /// <param name="method">The member that is called.</param>
    /// <param name="argument">The argument for the parameter of a name; null where there is none.</param>
    public static DirectoryListing Of(IMethodSymbol method, Func<string, IOperation?> argument)
    {
        if (method.AssociatedSymbol is not null || method.Name == "Exists")
        {
            return new("", ListingDepth.Top);
        }

        string? pattern = "*";
        var depth = ListingDepth.Top;
        foreach (var parameter in method.Parameters)
        {
            switch (parameter.Name)
            {
                case "path":
                    break;
                case "searchPattern":
                    pattern = argument(parameter.Name)?.ConstantValue is { HasValue: true, Value: string { Length: > 0 } text } && text.IndexOfAny(['/', '\\']) < 0 ? text : null;
                    break;
                case "searchOption":
                    depth = argument(parameter.Name)?.ConstantValue is { HasValue: true, Value: int option } ? (option == 0 ? ListingDepth.Top : ListingDepth.All) : ListingDepth.Unknown;
                    break;
                default:
                    depth = ListingDepth.Unknown;
                    break;
            }
        }

        return new(pattern, depth);
    }

    /// <summary>As the detail of an effect.</summary>
    public string Text => $"{Depth} {Pattern ?? "/"}"; // no pattern has a separator

    public static DirectoryListing Parse(string text)
    {
        var space = text.IndexOf(' ');
        return space > 0 && Enum.TryParse(text.Substring(0, space), out ListingDepth depth)
            ? new(text.Substring(space + 1) is "/" ? null : text.Substring(space + 1), depth)
            : new(null, ListingDepth.Unknown);
    }
}

internal enum ListingDepth
{
    /// <summary>What lies right in the directory.</summary>
    Top,

    /// <summary>What lies in subdirectories as well.</summary>
    All,

    /// <summary>One of the two.</summary>
    Unknown,
}
