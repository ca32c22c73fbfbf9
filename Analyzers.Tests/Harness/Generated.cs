using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>A compilation with what the generator adds to it.</summary>
internal sealed class Generated
{
    private static readonly CSharpParseOptions ParseOptions =
        new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([new("InterceptorsNamespaces", "Memo.Generated")]);

    [ThreadStatic]
    private static bool s_isPast; // what is built before is not looked at in turn

    private Generated(Compilation output, ImmutableArray<Diagnostic> fromGenerator, ImmutableArray<SyntaxTree> trees) =>
        (Output, FromGenerator, Trees) = (output, fromGenerator, trees);

    public Compilation Output { get; }

    /// <summary>What the generator reports itself, its exceptions (CS8785) included.</summary>
    public ImmutableArray<Diagnostic> FromGenerator { get; }

    public ImmutableArray<SyntaxTree> Trees { get; }

    public string Text => string.Join("\n", Trees.Select(tree => tree.ToString()));

    /// <summary>Warnings and errors, the generated code's and the program's.</summary>
    public string[] Problems =>
        [.. FromGenerator.Concat(Output.GetDiagnostics()).Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString())];

    public static Generated From(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary) =>
        From(Compile([("/0/App.cs", source)], kind));

    public static Generated From(Compilation compilation, ProjectSettings? settings = null)
    {
        if (EditedPast.IsOn && !s_isPast)
        {
            s_isPast = true;
            BuiltPast.CheckBodies(compilation, settings);
            s_isPast = false;
        }

        compilation = settings?.Apply(compilation) ?? compilation;
        var driver = CSharpGeneratorDriver.Create([new MemoizeGenerator().AsSourceGenerator()], parseOptions: ParseOptions, optionsProvider: settings?.Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        return new(output, diagnostics, driver.GetRunResult().GeneratedTrees);
    }

    public static CSharpCompilation Compile(
        IEnumerable<(string Path, string Source)> files,
        OutputKind kind = OutputKind.DynamicallyLinkedLibrary,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        bool isChecked = false,
        string assemblyName = "App",
        params IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            assemblyName,
            [.. files.Prepend(("/0/Usings.cs", Harness.SourceText.Usings)).Select(Parse)],
            [.. References.All, .. references],
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: nullable, checkOverflow: isChecked, deterministic: true));

    private static SyntaxTree Parse((string Path, string Source) file) =>
        CSharpSyntaxTree.ParseText(Microsoft.CodeAnalysis.Text.SourceText.From(file.Source, Encoding.UTF8), ParseOptions, file.Path);
}
