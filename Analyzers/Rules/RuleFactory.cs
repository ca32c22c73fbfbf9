using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Rules;

/// <summary>The one place where descriptors are made, so that all follow one policy.</summary>
internal static class RuleFactory
{
    public const string PurityCategory = "Memo.Purity";
    public const string KeysCategory = "Memo.Keys";
    public const string UsageCategory = "Memo.Usage";
    public const string DependenciesCategory = "Memo.Dependencies";

    private const string HelpRoot = "https://github.com/memo-analyzers/memo/blob/main/docs/rules/";

    public static DiagnosticDescriptor Create(
        string id, string title, string message, string category, string description, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, description, HelpRoot + id + ".md");
}
