using Microsoft.CodeAnalysis;
using static Memo.Analyzers.Rules.RuleFactory;

namespace Memo.Analyzers.Rules;

/// <summary>MEMO3xx: where [Memoize] cannot do anything.</summary>
internal static class UsageRules
{
    public static readonly DiagnosticDescriptor NothingToMemoize = Create(
        "MEMO301", "Nothing to memoize", "'{0}' returns nothing that could be remembered", UsageCategory,
        "A method without a result is called for its effects, and a hit would skip them.");

    public static readonly DiagnosticDescriptor NotThroughCache = Create(
        "MEMO302", "This call does not go through the cache", "This use of '{0}' does not go through the cache: {1}", UsageCategory,
        "The call is right, but it always computes. Calls by name are intercepted; delegates, base calls and calls through an interface are not.");

    public static readonly DiagnosticDescriptor NeverIntercepted = Create(
        "MEMO303", "A call to this method can never be intercepted", "No call to '{0}' can go through the cache: {1}", UsageCategory,
        "Interceptors replace calls of ordinary methods whose types can be named.");

    public static readonly DiagnosticDescriptor HiddenCode = Create(
        "MEMO304", "Part of the code closure is not visible", "'{0}' runs code that is not visible: {1}", UsageCategory,
        "A generator does not see what other generators write, and no analysis sees through code that is nested without end. The assembly stands for such code.",
        DiagnosticSeverity.Info);
}
