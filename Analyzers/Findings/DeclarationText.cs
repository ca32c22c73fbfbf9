using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Findings;

/// <summary>The attribute that would declare what an effect reads, as a user writes it.</summary>
internal static class DeclarationText
{
    /// <summary>As <c>DependsOnFile("{path}")</c>; null where no declaration would cover the effect.</summary>
    /// <param name="effect">What is read.</param>
    /// <param name="method">The memoized method that reads it.</param>
    /// <param name="engine">Of the compilation.</param>
    public static string? For(Effect effect, IMethodSymbol method, ClosureEngine engine) => effect switch
    {
        { IsInitial: true } => null,
        { Kind: EffectKind.ReadsFile or EffectKind.ReadsDirectory, Template: { } listed } when listed.Pieces.Any(piece => piece.Listed is not null) => OfListed(listed, effect.Kind, method),
        { Kind: EffectKind.ReadsFile, Template: { } file } => Written(file, method) is { } text ? $"DependsOnFile({Literal(text)})" : null,
        { Kind: EffectKind.ReadsDirectory, Template: { } directory } => OfDirectory(directory, DirectoryListing.Parse(effect.Detail), method),
        { Kind: EffectKind.Ambient, Detail: "environment variable", Template: { } name } => Written(name, method) is { } text ? $"DependsOnEnvironment({Literal(text)})" : null,
        { Kind: EffectKind.ReadsCulture } => "DependsOnCulture",
        { Kind: EffectKind.ReadsStatic, Culprit: { } member } when CanBeDeclared(member, engine) => OfStatic(member),
        _ => null,
    };

    /// <summary>What a declaration has to say to cover, beside what it covers, what is read as well; null when more of the same directory does not help.</summary>
    public static string? Widened(DeclaredDependency declared, Effect effect, IMethodSymbol method)
    {
        if (declared.Kind != DependencyKind.Directory)
        {
            return null;
        }

        var wider = new[] { declared with { IsRecursive = true }, declared with { Pattern = "*" }, declared with { Pattern = "*", IsRecursive = true } }
            .FirstOrDefault(candidate => Declarations.Covers(candidate, effect, method));
        return wider is null ? null : Directory(wider.Text, wider.Pattern, wider.IsRecursive);
    }

    // Of a path that a listing gives, the directory that is listed.
    private static string? OfListed(PathTemplate read, EffectKind kind, IMethodSymbol method)
    {
        var first = read.Pieces.TakeWhile(piece => piece.Listed is null).Count();
        return PathRest.Of(read.Pieces.RemoveRange(0, first)) is not { } rest ? null
            : OfDirectory(new(read.Pieces.RemoveRange(first, read.Pieces.Length - first)),
                kind == EffectKind.ReadsFile ? new(rest.Text, rest.IsDeep ? ListingDepth.All : ListingDepth.Top) : new("*", ListingDepth.All), method);
    }

    private static string? OfDirectory(PathTemplate directory, DirectoryListing listing, IMethodSymbol method) =>
        listing.Pattern is { } pattern && Written(directory, method) is { } text
            ? Directory(text.Length > 1 && text[text.Length - 1] == '/' ? text.Substring(0, text.Length - 1) : text, pattern.Length == 0 ? "*" : pattern, listing.Depth != ListingDepth.Top)
            : null;

    // A template names texts and integers: of a file that is passed as an object it cannot say the path.
    private static string? Written(PathTemplate template, IMethodSymbol method) =>
        template.Render(position => method.Parameters[position].Name) is var text && Declarations.TryParse(text, method, out _, out _) ? text : null;

    private static string Directory(string template, string pattern, bool isRecursive) =>
        $"DependsOnDirectory({Literal(template)}{(pattern == "*" ? "" : $", Pattern = {Literal(pattern)}")}{(isRecursive ? ", Recursive = true" : "")})";

    private static bool CanBeDeclared(ISymbol member, ClosureEngine engine) =>
        member is IFieldSymbol or IPropertySymbol { GetMethod: not null } && !member.ContainingType.IsGenericType && !member.ContainingType.IsFileLocal
        && !DependencyEncoding.IsHidden(member, engine.Compilation)
        && engine.Encodings.CodecOf(DependencyEncoding.TypeOf(member)).FindRefusal(forValue: false) is null;

    private static string OfStatic(ISymbol member)
    {
        var type = member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return $"DependsOnStatic(typeof({type}), nameof({type}.{member.Name}))";
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
