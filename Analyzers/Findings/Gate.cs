using System.Collections.Immutable;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Rules;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Findings;

/// <summary>Decides whether a memoized method may be answered from the store.</summary>
internal static class Gate
{
    /// <summary>
    /// The unresolved findings; none when the gate is open. A purity rule set to <c>none</c> accepts its findings (see
    /// <see cref="Acceptance"/>); any other severity, and <c>#pragma</c>, hides the message but not the risk.
    /// </summary>
    public static ImmutableArray<UnresolvedFinding> Unresolved(MemoizedMethod method, ClosureEngine engine, CancellationToken cancellation)
    {
        var unresolved = ImmutableArray.CreateBuilder<UnresolvedFinding>();
        foreach (var finding in Finding.Of(method, engine, cancellation))
        {
            if (PurityRules.ClosesGate(finding.Kind))
            {
                unresolved.Add(new(finding.Rule.Id, finding.Text));
            }
        }

        foreach (var problem in engine.Encodings.EncodingOf(method.Symbol).Problems)
        {
            unresolved.Add(new(problem.Rule.Id, problem.Reason));
        }

        foreach (var dependency in engine.Encodings.DependenciesOf(method))
        {
            if (dependency.Problem is { } problem)
            {
                unresolved.Add(new(problem.Rule.Id, $"the dependency '{dependency.Title}' cannot be used: {problem.Reason}"));
            }
        }

        if (Settings.ProblemOfExpiry(method.ExpiresAfter) is { } unread)
        {
            unresolved.Add(new(DependencyRules.BadSetting.Id, "ExpiresAfter " + unread));
        }

        return unresolved.ToImmutable();
    }
}

/// <param name="Id">Of the rule.</param>
/// <param name="Text">What the method does, and how it gets there: <c>reads the clock through …</c></param>
internal readonly record struct UnresolvedFinding(string Id, string Text);
