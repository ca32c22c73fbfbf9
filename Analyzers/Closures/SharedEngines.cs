using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers.Closures;

/// <summary>
/// The generator sees the user's code; the analyzers see the same code with what generators have made of it. Where that is only our
/// own output, which no user code names, what was found for the one holds for the other.
/// </summary>
internal static class SharedEngines
{
    // As long as its first file lives: the compiler keeps no compilation of a generator, and would have everything looked at twice.
    private static readonly ConditionalWeakTable<SyntaxTree, EngineHolder> s_latest = new();

    /// <summary>The engine of the same code, references and settings; null when there is none.</summary>
    public static ClosureEngine? Find(Compilation compilation, string catalog, AnalyzerConfigOptionsProvider options) =>
        First(compilation) is { } first && s_latest.TryGetValue(first, out var latest) && latest.Engine is { } engine
        && engine.UserCatalog == catalog && IsSame(engine.Compilation, compilation) && HasSameSettings(engine, options)
            ? engine
            : null;

    public static ClosureEngine Add(ClosureEngine engine)
    {
        if (First(engine.Compilation) is { } first)
        {
            s_latest.GetOrCreateValue(first).Engine = engine;
        }

        return engine;
    }

    private static SyntaxTree? First(Compilation compilation) => compilation.SyntaxTrees.FirstOrDefault(tree => !IsOurs(tree));

    private static bool IsSame(Compilation left, Compilation right) =>
        IsSameProject(left, right) && UserTrees(left).SequenceEqual(UserTrees(right));

    /// <summary>All files but our own output.</summary>
    public static List<SyntaxTree> UserTrees(Compilation compilation) => [.. compilation.SyntaxTrees.Where(tree => !IsOurs(tree))];

    /// <summary>Whether two compilations differ in their files at most.</summary>
    public static bool IsSameProject(Compilation left, Compilation right) =>
        left.AssemblyName == right.AssemblyName
        && left.References.SequenceEqual(right.References, ReferenceComparer.Instance)
        && AboutCode(left.Options).Equals(AboutCode(right.Options));

    // Severities by file are a new object whenever files are added, what reads references and documentation is one in each build: they say
    // nothing about the code.
    private static CompilationOptions AboutCode(CompilationOptions options) =>
        options.WithSyntaxTreeOptionsProvider(null).WithMetadataReferenceResolver(null).WithXmlReferenceResolver(null);

    private static bool HasSameSettings(ClosureEngine engine, AnalyzerConfigOptionsProvider options) =>
        ReferenceEquals(engine.Options, options)
        || (ReferenceEquals(engine.Options.GlobalOptions, options.GlobalOptions)
            && engine.Compilation.SyntaxTrees.All(tree => IsOurs(tree) || ReferenceEquals(engine.Options.GetOptions(tree), options.GetOptions(tree))));

    private static bool IsOurs(SyntaxTree tree) =>
        tree.FilePath.EndsWith(MemoizeGenerator.FileName, StringComparison.Ordinal) && tree.FilePath.Contains(typeof(MemoizeGenerator).FullName);
}
