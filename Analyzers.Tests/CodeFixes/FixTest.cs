using System.Collections.Immutable;
using Memo.Analyzers.Tests.Harness;
using Memo.CodeFixes;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>A program with marked findings, and the same program mended.</summary>
internal sealed class FixTest : CSharpCodeFixTest<MemoizeAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    private readonly CodeFixProvider _fix;

    private FixTest(CodeFixProvider fix, string[] before, string[] after)
    {
        _fix = fix;
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(References.All);
        Add(TestState, before);
        Add(FixedState, after);
        FixedState.MarkupHandling = MarkupMode.Allow;
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        CompilerDiagnostics = CompilerDiagnostics.Errors;

        static void Add(SolutionState state, string[] sources)
        {
            state.Sources.Add(("/0/Usings.cs", SourceText.Usings));
            for (var i = 0; i < sources.Length; i++)
            {
                state.Sources.Add((i == 0 ? "/0/Program.cs" : $"/0/Other{i}.cs", sources[i]));
            }
        }
    }

    /// <summary>The mended program compiles and has no finding left (but for those that are marked in it), one fix at a time and all at once.</summary>
    public static Task Mends<TFix>(string before, string after, int? iterations = null, string? key = null) where TFix : new() =>
        Mends<TFix>([before], [after], iterations, key);

    /// <summary>A program of several files.</summary>
    public static Task Mends<TFix>(string[] before, string[] after, int? iterations = null, string? key = null) where TFix : new()
    {
        var test = new FixTest(Only(new TFix()), before, after) { CodeActionEquivalenceKey = key };
        if (new TFix() is not Mending)
        {
            test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck; // it is done one by one
        }

        if (iterations is { } count)
        {
            test.NumberOfIncrementalIterations = count;
        }

        return test.RunAsync();
    }

    /// <summary>No fix is offered.</summary>
    public static Task OffersNothing<TFix>(string source) where TFix : new() => new FixTest(Only(new TFix()), [source], [source]).RunAsync();

    private static OneFix Only(object fix) => fix is Mending mending ? new([mending], []) : new([], [(CodeFixProvider)fix]);

    private sealed class OneFix(ImmutableArray<Mending> mendings, ImmutableArray<CodeFixProvider> others) : MemoFixes(mendings, others);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new MemoizeAnalyzer(), new CallSiteAnalyzer()];

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [_fix];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
}
