using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Memo.Analyzers;
using Memo.Benchmarks.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Benchmarks.Compilations;

/// <summary>A generated project as the compiler sees it, without files and processes around it.</summary>
internal static class GeneratedCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new CSharpParseOptions(LanguageVersion.CSharp14)
        .WithFeatures([new("InterceptorsNamespaces", "Memo.Generated")]);

    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <param name="shape">What to write.</param>
    /// <param name="isLibrary">Other projects can call all of it.</param>
    public static CSharpCompilation Of(ProjectShape shape, bool isLibrary = false)
    {
        var trees = GeneratedProject.Write(shape).Select(file => isLibrary ? (file.Path, file.Text.Replace("internal ", "public ", StringComparison.Ordinal)) : file).Append(("Usings.cs", ImplicitUsings)).Select(Parse).ToArray();
        return CSharpCompilation.Create("Generated", trees, References, Options);
    }

    /// <summary>
    /// The same text as if it were compiled for the first time: what was found out about one compilation is kept with its trees, and
    /// none of it is known of the result.
    /// </summary>
    public static CSharpCompilation Anew(CSharpCompilation compilation) =>
        CSharpCompilation.Create(compilation.AssemblyName, compilation.SyntaxTrees.Select(Again).ToArray(), compilation.References, compilation.Options);

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers => [new MemoizeAnalyzer(), new CallSiteAnalyzer()];

    public static readonly CompilationWithAnalyzersOptions AnalyzerOptions =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);

    public static CSharpGeneratorDriver Driver(ParseOptions? options = null, AnalyzerConfigOptionsProvider? settings = null) => CSharpGeneratorDriver.Create(
        [new MemoizeGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions?)options ?? ParseOptions, optionsProvider: settings);

    /// <summary>The next build, after another number was written into a body: all files are read again.</summary>
    public static CSharpCompilation NextBuild(CSharpCompilation compilation, int number)
    {
        var again = Anew(compilation);
        var edited = again.SyntaxTrees.First(tree => tree.FilePath.Contains("/Area", StringComparison.Ordinal));
        var text = edited.GetText();
        var place = text.ToString().IndexOf("IsLarge => Amount > ", StringComparison.Ordinal) + "IsLarge => Amount > ".Length;
        return again.ReplaceSyntaxTree(edited, edited.WithChangedText(text.Replace(place, 0, number.ToString(CultureInfo.InvariantCulture))));
    }

    public static readonly MetadataReference[] References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(MemoizeAttribute).Assembly.Location)];

    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable);

    // Parsed whole: what is measured begins with syntax.
    private static SyntaxTree Again(SyntaxTree tree)
    {
        var again = CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath);
        _ = again.GetRoot();
        return again;
    }

    private static SyntaxTree Parse((string Path, string Text) file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), ParseOptions, "/source/" + file.Path);
}
