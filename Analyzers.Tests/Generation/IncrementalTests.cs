using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Generation;

/// <summary>What an edit makes the generator write again.</summary>
public sealed class IncrementalTests
{
    private const string Program = "public static class C { [Memoize] public static int F(int x) => D.Help(x); public static int G() => F(1); }";
    private const string Helper = "public static class D { public static int Help(int x) => x + 1; }";

    [Test]
    public void An_edit_that_means_nothing_writes_nothing_again()
    {
        var (before, after, reasons) = Edit(Helper + " // a comment");
        Assert.That(after, Is.EqualTo(before));
        Assert.That(reasons, Is.Not.Empty.And.All.AnyOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged));
    }

    [Test]
    public void An_edit_of_a_callee_in_another_file_is_seen()
    {
        var (before, after, _) = Edit(Helper.Replace("x + 1", "x + 2", StringComparison.Ordinal));
        Assert.That(after, Is.Not.EqualTo(before));
    }

    [Test]
    public void A_new_finding_in_another_file_is_seen()
    {
        var (_, after, _) = Edit(Helper.Replace("x + 1", "(int)DateTime.UtcNow.Ticks", StringComparison.Ordinal));
        Assert.That(after, Does.Contain("MEMO104"));
    }

    private static (string Before, string After, IncrementalStepRunReason[] Reasons) Edit(string helper)
    {
        var compilation = Generated.Compile([("/0/Program.cs", Program), ("/0/Helper.cs", Helper)]);
        var parse = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new MemoizeGenerator().AsSourceGenerator()],
            parseOptions: parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation);
        var before = Text(driver);
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == "/0/Helper.cs");
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(helper, parse, old.FilePath, System.Text.Encoding.UTF8)));
        var reasons = driver.GetRunResult().Results.Single().TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(o => o.Reason);
        return (before, Text(driver), [.. reasons]);
    }

    private static string Text(GeneratorDriver driver) => string.Join('\n', driver.GetRunResult().GeneratedTrees);
}
