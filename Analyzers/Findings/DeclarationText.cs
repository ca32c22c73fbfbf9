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
    /// <param name="parameterName">The name of the method's parameter at a position.</param>
    /// <param name="engine">Of the compilation.</param>
    public static string? For(Effect effect, Func<int, string> parameterName, ClosureEngine engine) => effect switch
    {
        { IsInitial: true } => null,
        { Kind: EffectKind.ReadsFile, Template: { } file } => $"DependsOnFile({Literal(file.Render(parameterName))})",
        { Kind: EffectKind.ReadsDirectory, Template: { } directory } => OfDirectory(directory.Render(parameterName), DirectoryListing.Parse(effect.Detail)),
        { Kind: EffectKind.Ambient, Detail: "environment variable", Template: { } name } => $"DependsOnEnvironment({Literal(name.Render(parameterName))})",
        { Kind: EffectKind.ReadsCulture } => "DependsOnCulture",
        { Kind: EffectKind.ReadsStatic, Culprit: { } member } when CanBeDeclared(member, engine) => OfStatic(member),
        _ => null,
    };

    /// <summary>What a declaration has to say to cover, beside what it covers, what is read as well.</summary>
    public static string? Widened(DeclaredDependency declared, Effect effect)
    {
        if (declared.Kind != DependencyKind.Directory)
        {
            return null;
        }

        var listing = effect.Kind == EffectKind.ReadsDirectory ? DirectoryListing.Parse(effect.Detail) : new("*", ListingDepth.All);
        return Directory(declared.Text, declared.Pattern == listing.Pattern ? declared.Pattern : "*", declared.IsRecursive || listing.Depth != ListingDepth.Top);
    }

    private static string? OfDirectory(string template, DirectoryListing listing) =>
        listing.Pattern is { } pattern ? Directory(template, pattern.Length == 0 ? "*" : pattern, listing.Depth != ListingDepth.Top) : null;

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
