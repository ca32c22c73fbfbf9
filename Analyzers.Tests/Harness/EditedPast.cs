using System.Collections.Immutable;
using System.Globalization;
using Memo.Analyzers.Closures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>
/// A program as an editor comes to it: with other bodies first, which are then edited one after the other. Whatever way it came to be, the
/// same is reported. With MEMO_TEST_EDITS set, every program that any test analyses is looked at in this way, too.
/// </summary>
internal static class EditedPast
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("MEMO_TEST_EDITS") is { Length: > 0 };

    /// <summary>Analyses versions of a program before it is as given; returns how many of them went on from another one.</summary>
    public static async Task<int> CheckAsync(Compilation program, AnalyzerOptions? options)
    {
        var expected = await DiagnosticsAsync(Afresh(program), options);
        var taken = 0;
        foreach (var choose in new Func<int, bool>[] { _ => true, body => body % 2 == 0, body => body % 3 == 1, _ => false })
        {
            // Its own trees, lest one past knows of another.
            var now = Afresh(program);
            await DiagnosticsAsync(Past(now, choose), options);
            var (found, engine) = await LookAsync(now, options);
            Assert.That(found, Is.EqualTo(expected));
            taken += engine is { GoesOn: true } ? 1 : 0;
        }

        if (IsOn)
        {
            File.AppendAllText(Path.Combine(Path.GetTempPath(), "memo-edited-pasts.txt"), taken + " " + TestContext.CurrentContext.Test.FullName + "\n");
        }

        return taken;
    }

    /// <summary>Each with everything that a user sees of it.</summary>
    public static async Task<string[]> DiagnosticsAsync(Compilation compilation, AnalyzerOptions? options = null) =>
        (await LookAsync(compilation, options)).Found;

    /// <summary>What is reported, and the engine that it comes from.</summary>
    public static async Task<(string[] Found, ClosureEngine? Engine)> LookAsync(Compilation compilation, AnalyzerOptions? options = null)
    {
        var watch = new Watch();
        var found = await compilation.WithAnalyzers([new MemoizeAnalyzer(), new CallSiteAnalyzer(), watch], options).GetAnalyzerDiagnosticsAsync();
        return ([.. found.Select(Text).Order(StringComparer.Ordinal)], watch.Engine);
    }

    private static string Text(Diagnostic diagnostic) =>
        $"{diagnostic.Id} {diagnostic.Severity} {diagnostic.Location} {diagnostic.Location.GetLineSpan()} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
        + string.Concat(diagnostic.AdditionalLocations.Select(location => $" {location} {location.GetLineSpan()}"))
        + string.Concat(diagnostic.Properties.Select(property => $" {property.Key}={property.Value}"));

    /// <summary>The same files, parsed again: nobody has seen them.</summary>
    public static Compilation Afresh(Compilation program) => program.RemoveAllSyntaxTrees()
        .AddSyntaxTrees(program.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath)));

    /// <summary>Where some bodies do nothing yet, and there are other blanks around them.</summary>
    public static Compilation Past(Compilation program, Func<int, bool> choose)
    {
        var number = 0;
        foreach (var tree in program.SyntaxTrees.Skip(1))
        {
            var root = tree.GetRoot();
            var bodies = root.DescendantNodes().Where(IsBody).Where(_ => choose(number++)).ToList();
            var blank = root.ReplaceNodes(bodies, static (_, body) => Blank(body));
            var text = "// before\n" + blank.ToFullString();
            var before = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath);
            program = program.ReplaceSyntaxTree(tree, before);
        }

        return program;
    }

    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax or ArrowExpressionClauseSyntax
        && node.Parent is MethodDeclarationSyntax or OperatorDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or ConversionOperatorDeclarationSyntax;

    private static SyntaxNode Blank(SyntaxNode body) => body switch
    {
        ArrowExpressionClauseSyntax arrow => arrow.WithExpression(SyntaxFactory.ParseExpression(" throw null!").WithTrailingTrivia(SyntaxFactory.LineFeed)),
        _ when body.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).Any(static node => node is YieldStatementSyntax) =>
            SyntaxFactory.ParseStatement("{ yield break; }\n"),
        _ => SyntaxFactory.ParseStatement("{ throw null!; }\n"),
    };

#pragma warning disable RS1001, RS1012, RS1036, RS1041 // it is given to the compiler here and nowhere else
    private sealed class Watch : DiagnosticAnalyzer
    {
        public ClosureEngine? Engine { get; private set; }

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("T001", "T", "T", "T", DiagnosticSeverity.Hidden, true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(start => Engine =
                ClosureEngine.For(start.Compilation, start.Options.AdditionalFiles, start.Options.AnalyzerConfigOptionsProvider, start.CancellationToken));
        }
    }
#pragma warning restore RS1001, RS1012, RS1036, RS1041
}
