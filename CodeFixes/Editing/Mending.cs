using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Memo.CodeFixes.Editing;

/// <summary>One way to mend findings, by an edit of one document for each: the one with the memoized method, or the one where the culprit is.</summary>
internal abstract class Mending
{
    /// <summary>The rules whose findings it can mend.</summary>
    public abstract ImmutableArray<string> Rules { get; }

    /// <summary>The place that is edited.</summary>
    public virtual Location Place(Diagnostic diagnostic) => diagnostic.Location;

    /// <summary>What can be done, the best first.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="node">At the place that is edited.</param>
    /// <param name="model">Of its document.</param>
    /// <param name="cancellation">Stops it.</param>
    public abstract IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation);

    /// <summary>The place where the culprit is used, in whatever file.</summary>
    /// <summary>The <c>[Memoize]</c>, which a partial method may have in another file than its body.</summary>
    protected static Location Memoize(Diagnostic diagnostic) => diagnostic.AdditionalLocations is [_, var memoize, ..] ? memoize : Location.None;

    protected static Location Culprit(Diagnostic diagnostic) => diagnostic.AdditionalLocations is [var culprit, ..] ? culprit : Location.None;
}
