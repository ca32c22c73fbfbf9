using Memo.Analyzers.Effects;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Findings;

/// <summary>
/// Which effects of a memoized method are one cause, and thus one finding: those of a kind that concern the same thing. What they
/// concern is the static, file, variable or argument; the service for IO beyond files; the object, for what is made and used
/// in several steps; else the member.
/// </summary>
internal static class Causes
{
    /// <summary>One finding for each cause: the shortest path, and the first place among paths of one length.</summary>
    public static IEnumerable<Finding> Merge(IReadOnlyCollection<Finding> findings)
    {
        var changed = new HashSet<Cause>(findings.Where(finding => finding.Kind == EffectKind.WritesStatic).Select(finding => Of(finding.Effect)));
        var uses = findings.Where(IsUse).ToLookup(finding => new Use(finding.Effect.Culprit!, finding.Effect.Location), finding => Weight(finding.Kind));
        return findings
            .Where(finding => finding.Kind != EffectKind.ReadsStatic || !changed.Contains(Of(finding.Effect) with { Kind = EffectKind.WritesStatic }))
            .Where(finding => !IsUse(finding) || Weight(finding.Kind) == uses[new(finding.Effect.Culprit!, finding.Effect.Location)].Min())
            .GroupBy(finding => Of(finding.Effect))
            .Select(Shortest);
    }

    // One use of one member may have effects of several kinds: a file that is opened to be read and written. The culture is information only.
    private static bool IsUse(Finding finding) =>
        finding.Effect.Culprit is not null && finding.Kind is not (EffectKind.ReadsCulture or EffectKind.MutatesArgument or EffectKind.MutatesReceiver);

    private static Finding Shortest(IEnumerable<Finding> findings) =>
        findings.OrderBy(finding => finding.Effect.Path.Length).ThenBy(finding => finding.Effect.Entry.SourceSpan.Start).First();

    private static Cause Of(Effect effect) => effect.Kind switch
    {
        EffectKind.MutatesArgument or EffectKind.MutatesReceiver => new(effect.Kind, "", effect.Culprit, null),
        EffectKind.ReadsCulture => new(effect.Kind, effect.Detail, effect.Culprit, null),
        EffectKind.ReadsStatic or EffectKind.WritesStatic => new(effect.Kind, effect.Detail, effect.Detail.Length > 0 ? null : effect.Culprit, null),
        EffectKind.PerformsIO when effect.Detail is not ("" or Phrases.FileMetadata or Phrases.FileWrite) => new(effect.Kind, effect.Detail, null, null),
        EffectKind.Output => new(effect.Kind, effect.Detail, null, null),
        EffectKind.ReadsDirectory when effect.Template is { } directory => new(effect.Kind, "", null, directory),
        EffectKind.ReadsDirectory => new(effect.Kind, "", effect.Culprit, null),
        _ when effect.Template is { } template => new(effect.Kind, effect.Detail, null, template),
        EffectKind.Ambient when effect.Detail != "environment variable" => new(effect.Kind, effect.Detail, null, null),
        EffectKind.Nondeterministic => new(effect.Kind, effect.Detail, Concerned(effect.Culprit), null),
        _ => new(effect.Kind, effect.Detail, effect.Culprit, null),
    };

    // A constructor, a factory and the members of the object that they make concern that object: a stopwatch that is made, stopped and read.
    private static ISymbol? Concerned(ISymbol? culprit) =>
        culprit is not null and not INamedTypeSymbol && culprit.ContainingType is { } owner
        && (!culprit.IsStatic || (culprit is IMethodSymbol factory && SymbolEqualityComparer.Default.Equals(factory.ReturnType, owner)))
            ? owner
            : culprit;

    // The one that is hardest to get rid of stands for the others.
    private static int Weight(EffectKind kind) => kind switch
    {
        EffectKind.Unknown => 0,
        EffectKind.Unverifiable => 1,
        EffectKind.WritesStatic => 2,
        EffectKind.PerformsIO => 3,
        EffectKind.Output => 4,
        EffectKind.Nondeterministic => 5,
        EffectKind.ReadsStatic => 6,
        EffectKind.Ambient => 7,
        _ => 8,
    };

    private readonly record struct Cause(EffectKind Kind, string Detail, ISymbol? Concerned, PathTemplate? Template)
    {
        public bool Equals(Cause other) => Kind == other.Kind && Detail == other.Detail && Equals(Template, other.Template)
            && SymbolEqualityComparer.Default.Equals(Concerned, other.Concerned);

        public override int GetHashCode() =>
            ((int)Kind * 397) ^ StringComparer.Ordinal.GetHashCode(Detail) ^ SymbolEqualityComparer.Default.GetHashCode(Concerned);
    }

    private readonly record struct Use(ISymbol Culprit, Location Location)
    {
        public bool Equals(Use other) => SymbolEqualityComparer.Default.Equals(Culprit, other.Culprit) && Location.Equals(other.Location);

        public override int GetHashCode() => Location.GetHashCode();
    }
}
