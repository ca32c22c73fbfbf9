using System.Collections.Immutable;
using System.Reflection;
using Memo.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers.Tests.Rules;

/// <summary>The rules as they were designed, and where the repository speaks of them.</summary>
internal static class RuleTable
{
    /// <summary>The design's table: ids are never reused, and their category and severity are what users configure.</summary>
    public static readonly ImmutableArray<(string Id, string Category, DiagnosticSeverity Severity)> Designed =
    [
        ("MEMO101", "Memo.Purity", DiagnosticSeverity.Warning),
        ("MEMO102", "Memo.Purity", DiagnosticSeverity.Warning),
        ("MEMO103", "Memo.Purity", DiagnosticSeverity.Warning),
        ("MEMO104", "Memo.Purity", DiagnosticSeverity.Warning),
        ("MEMO105", "Memo.Purity", DiagnosticSeverity.Warning),
        ("MEMO106", "Memo.Purity", DiagnosticSeverity.Warning),
        ("MEMO107", "Memo.Purity", DiagnosticSeverity.Warning),
        ("MEMO108", "Memo.Purity", DiagnosticSeverity.Warning),
        ("MEMO109", "Memo.Purity", DiagnosticSeverity.Warning),
        ("MEMO201", "Memo.Keys", DiagnosticSeverity.Warning),
        ("MEMO202", "Memo.Keys", DiagnosticSeverity.Warning),
        ("MEMO203", "Memo.Keys", DiagnosticSeverity.Info),
        ("MEMO204", "Memo.Keys", DiagnosticSeverity.Warning),
        ("MEMO205", "Memo.Keys", DiagnosticSeverity.Warning),
        ("MEMO206", "Memo.Keys", DiagnosticSeverity.Warning),
        ("MEMO301", "Memo.Usage", DiagnosticSeverity.Warning),
        ("MEMO302", "Memo.Usage", DiagnosticSeverity.Warning),
        ("MEMO303", "Memo.Usage", DiagnosticSeverity.Warning),
        ("MEMO304", "Memo.Usage", DiagnosticSeverity.Info),
        ("MEMO401", "Memo.Dependencies", DiagnosticSeverity.Error),
        ("MEMO402", "Memo.Dependencies", DiagnosticSeverity.Info),
        ("MEMO403", "Memo.Dependencies", DiagnosticSeverity.Info),
        ("MEMO404", "Memo.Dependencies", DiagnosticSeverity.Warning),
        ("MEMO405", "Memo.Dependencies", DiagnosticSeverity.Warning),
        ("MEMO406", "Memo.Dependencies", DiagnosticSeverity.Warning),
        ("MEMO407", "Memo.Dependencies", DiagnosticSeverity.Warning),
    ];

    public static IEnumerable<string> Ids => Designed.Select(rule => rule.Id);

    public static string Root { get; } = FindRoot();

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. Instances<DiagnosticAnalyzer>(typeof(MemoizeAnalyzer).Assembly)];

    public static ImmutableArray<CodeFixProvider> Fixes { get; } = [.. Instances<CodeFixProvider>(typeof(MemoFixes).Assembly).Where(fix => fix is MemoFixes)];

    public static DiagnosticDescriptor Descriptor(string id) =>
        Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).First(descriptor => descriptor.Id == id);

    public static string PagePath(string id) => Path.Combine(Root, "docs", "rules", id + ".md");

    public static string[] Page(string id) => File.ReadAllLines(PagePath(id));

    /// <summary>As pages and the index name it.</summary>
    public static string Name(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Info ? "Information" : severity.ToString();

    private static IEnumerable<T> Instances<T>(Assembly assembly) => assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract)
        .Select(type => (T)Activator.CreateInstance(type)!);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Memo.Analyzers.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
