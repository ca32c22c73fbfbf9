using Memo.Analyzers.Tests.Harness;
using Memo.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>The fix for MEMO101: a program with a marked finding, and the same program mended.</summary>
internal sealed class FixTest : CSharpCodeFixTest<MemoizeAnalyzer, DeclareFileDependency, DefaultVerifier>
{
    public FixTest(string before, string? after)
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(References.All);
        TestState.Sources.Add(("/0/Usings.cs", SourceText.Usings));
        TestState.Sources.Add(("/0/Program.cs", before));
        FixedState.Sources.Add(("/0/Usings.cs", SourceText.Usings));
        FixedState.Sources.Add(("/0/Program.cs", after ?? before));
        FixedState.MarkupHandling = MarkupMode.Allow;
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        CompilerDiagnostics = CompilerDiagnostics.Errors;
    }

    /// <summary>The mended program compiles and has no finding left, one fix at a time and all at once.</summary>
    public static Task Mends(string before, string after, int? iterations = null)
    {
        var test = new FixTest(before, after);
        if (iterations is { } count)
        {
            test.NumberOfIncrementalIterations = count;
        }

        return test.RunAsync();
    }

    /// <summary>No fix is offered.</summary>
    public static Task OffersNothing(string source) => new FixTest(source, null).RunAsync();

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
}
