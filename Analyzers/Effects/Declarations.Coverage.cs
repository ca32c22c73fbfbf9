using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>Which effects a declared dependency covers, in full or in part.</summary>
internal static partial class Declarations
{
    /// <summary>Whether a declaration makes the effect harmless: the state that it reads is then part of the key.</summary>
    public static bool Cover(MemoizedMethod method, Effect effect) => !effect.IsInitial && method.Dependencies.Any(declared => Covers(declared, effect, method.Symbol));

    /// <summary>Whether a declaration covers the effect.</summary>
    public static bool Covers(DeclaredDependency declared, Effect effect, IMethodSymbol method) => declared.Kind switch
    {
        DependencyKind.File or DependencyKind.Directory => effect.Kind is EffectKind.ReadsFile or EffectKind.ReadsDirectory
            && FindPlaces(declared, effect, method) is { } places && WhyNot(declared, effect, places) is null,
        DependencyKind.Environment => effect is { Kind: EffectKind.Ambient, Detail: "environment variable", Template: { } read }
            && TryParse(declared.Text, method, out var name, out _) && name!.Equals(read),
        // A culprit is the definition of a member; of a generic type, each type argument has a member of its own.
        DependencyKind.Static => effect is { Kind: EffectKind.ReadsStatic, Culprit: { } culprit } && declared.FindMember() is { ContainingType.IsGenericType: false } member
            && SymbolEqualityComparer.Default.Equals(culprit, member),
        DependencyKind.Culture => effect.Kind is EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers,
        // The state that is told is that of a service. What is written no state can tell, and what a person types is no state.
        DependencyKind.Custom => effect.Kind == EffectKind.PerformsIO && !effect.Detail.StartsWith("writes", StringComparison.Ordinal) && effect.Detail is not ("console" or "console input"),
        _ => false,
    };

    /// <summary>A declaration that names a part of what is read, and what it leaves out; null when none names any of it.</summary>
    public static (DeclaredDependency Declared, string Missing)? FindPart(MemoizedMethod method, Effect effect)
    {
        foreach (var declared in method.Dependencies)
        {
            if (FindPart(declared, method.Symbol, effect) is { } missing)
            {
                return (declared, missing);
            }
        }

        return null;
    }

    /// <summary>What a declaration leaves out of a read that it names in part; null when it names all of it or nothing.</summary>
    public static string? FindPart(DeclaredDependency declared, IMethodSymbol method, Effect effect) =>
        effect.Kind is EffectKind.ReadsFile or EffectKind.ReadsDirectory && FindPlaces(declared, effect, method) is { } places
            && WhyNot(declared, effect, places) is { Length: > 0 } missing
            ? missing
            : null;

    /// <summary>Whether a text can be the pattern of a directory: of names, not of paths.</summary>
    public static bool IsPattern(string text) => text.Length > 0 && text.IndexOfAny(['/', '\\', '\0']) < 0;

    private static PathPlaces? FindPlaces(DeclaredDependency declared, Effect effect, IMethodSymbol method) =>
        effect.Template is { } read && (declared.Kind == DependencyKind.File || (declared.Kind == DependencyKind.Directory && IsPattern(declared.Pattern))) && TryParse(declared.Text, method, out var template, out _)
            ? new(template!, declared.Kind == DependencyKind.Directory, read, effect.Kind == EffectKind.ReadsDirectory)
            : null;

    // Null when the declaration covers all that is read; empty when it has nothing to do with it; else what is missing.
    private static string? WhyNot(DeclaredDependency declared, Effect effect, PathPlaces places) => (declared.Kind, effect.Kind) switch
    {
        (DependencyKind.File, EffectKind.ReadsFile) => places.AreSame ? null : "",
        (DependencyKind.File, _) => places.ReadHoldsDeclared ? "the directory has other files, too" : "",
        (_, EffectKind.ReadsFile) => places.AreSame || !places.DeclaredHoldsRead ? "" : WhyNotInside(declared, places),
        _ when places.AreSame => WhyNotListed(declared, DirectoryListing.Parse(effect.Detail)),
        _ when places.DeclaredHoldsRead => WhyNotListedInside(declared, DirectoryListing.Parse(effect.Detail), places),
        _ => places.ReadHoldsDeclared ? "it lies in the directory, which has more in it" : "",
    };

    private const string Subdirectories = "subdirectories do not count; set 'Recursive = true'";
    private const string UnknownNames = "which names are listed is not known; pass a constant pattern";

    private static string LeavesNamesOut(DeclaredDependency declared) => $"its pattern '{declared.Pattern}' leaves names out";

    private static string? WhyNotListed(DeclaredDependency declared, DirectoryListing listing) =>
        listing.Pattern is not { } names ? UnknownNames
        : names.Length == 0 ? null
        : listing.Depth != ListingDepth.Top && !declared.IsRecursive ? Subdirectories
        : declared.Pattern != "*" && declared.Pattern != names ? LeavesNamesOut(declared)
        : null;

    private static string? WhyNotListedInside(DeclaredDependency declared, DirectoryListing listing, PathPlaces places) =>
        listing.Pattern?.Length == 0 || places.Rest is null ? WhyNotInside(declared, places)
        : !declared.IsRecursive ? Subdirectories
        : declared.Pattern != "*" ? LeavesNamesOut(declared)
        : listing.Pattern is null ? UnknownNames
        : null;

    private static string? WhyNotInside(DeclaredDependency declared, PathPlaces places) =>
        places.Rest is not { } rest ? "part of the path is known only at run time, and may lead out of the directory; declare the file itself"
        : rest.IsDeep && !declared.IsRecursive ? Subdirectories
        : !rest.Fits(declared.Pattern) ? LeavesNamesOut(declared)
        : null;
}
