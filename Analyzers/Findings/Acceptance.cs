using Memo.Analyzers.Closures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers.Findings;

/// <summary>
/// Whether a project accepts what a rule finds: EditorConfig sets its severity to <c>none</c>. Which line decides, the compiler says:
/// the command line, then the id in the file's section, then the id for the whole project, then the category, then all rules.
/// </summary>
internal static class Acceptance
{
    private const string AllRules = "dotnet_analyzer_diagnostic.severity";

    /// <param name="rule">The rule that is broken.</param>
    /// <param name="tree">The file that the message points into.</param>
    /// <param name="engine">Of the compilation.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public static bool Of(DiagnosticDescriptor rule, SyntaxTree? tree, ClosureEngine engine, CancellationToken cancellation)
    {
        if (tree is null)
        {
            return false;
        }

        // /warnaserror:id outranks every file. /nowarn:id hides the message and says nothing about the risk: the files still decide.
        var options = engine.CompilerOptions;
        var isNamed = options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var demanded);
        if (isNamed && demanded is not (ReportDiagnostic.Suppress or ReportDiagnostic.Default))
        {
            return false;
        }

        if (options.SyntaxTreeOptionsProvider is { } severities
            && (severities.TryGetDiagnosticValue(tree, rule.Id, cancellation, out var severity)
                || severities.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out severity)))
        {
            return severity == ReportDiagnostic.Suppress;
        }

        if (isNamed && demanded == ReportDiagnostic.Default)
        {
            return false; // /warnaserror-:id: the compiler no longer asks for the category
        }

        var lines = engine.Options.GetOptions(tree);
        return (Severity(lines, $"dotnet_analyzer_diagnostic.category-{rule.Category}.severity") ?? Severity(lines, AllRules)) == ReportDiagnostic.Suppress;
    }

    // As the compiler reads it; null for what is not there and for what it does not know, which it passes over.
    private static ReportDiagnostic? Severity(AnalyzerConfigOptions lines, string key) =>
        !lines.TryGetValue(key, out var value) ? null : value.ToUpperInvariant() switch
        {
            "NONE" => ReportDiagnostic.Suppress,
            "SILENT" or "REFACTORING" => ReportDiagnostic.Hidden,
            "SUGGESTION" => ReportDiagnostic.Info,
            "WARNING" => ReportDiagnostic.Warn,
            "ERROR" => ReportDiagnostic.Error,
            "DEFAULT" => ReportDiagnostic.Default,
            _ => null,
        };
}
