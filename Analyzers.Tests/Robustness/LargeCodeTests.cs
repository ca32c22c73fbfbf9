using System.Text;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Findings;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis;
using static System.FormattableString;

namespace Memo.Analyzers.Tests.Robustness;

/// <summary>Much code, and deep code.</summary>
public sealed class LargeCodeTests
{
    [Test]
    public async Task A_call_chain_of_thousands_of_methods_does_not_overflow_the_stack()
    {
        var findings = await Reported.InMembers(Chain(2000));
        Assert.That(findings.Where(f => f.Severity == DiagnosticSeverity.Warning).Select(f => f.Id), Is.EqualTo(["MEMO104"]));
    }

    [Test]
    public void A_call_chain_of_thousands_of_methods_is_hashed() =>
        Assert.That(EmittedManifest.Of(SourceText.Class(Chain(2000))).Closure("F"), Has.Length.EqualTo(64));

    [Test]
    public void Work_is_linear_in_the_depth_of_the_calls() => Assert.That(Work(Chain(1000)), Is.LessThan(Work(Chain(250)) * 4.1));

    [Test]
    public void Work_is_linear_in_the_number_of_roots_and_call_sites()
    {
        Assert.That(Work(Roots(600)), Is.LessThan(Work(Roots(150)) * 4.1));

        static string Roots(int methods)
        {
            var members = new StringBuilder("static int Help(int x) => x + 1;\n");
            for (var i = 0; i < methods; i++)
                members.Append(Invariant($"[Memoize] public static int F{i}(int x) => Help(x) + {(i > 0 ? $"F{i - 1}(x)" : "1")} + {(i > 1 ? $"F{i - 2}(x)" : "1")};\n"));
            return members.ToString();
        }
    }

    [Test]
    public async Task A_long_sum_of_terms_is_no_problem()
    {
        // The parser itself gives up at some depth; this is well below.
        var sum = string.Join(" + ", Enumerable.Repeat("x", 1500));
        var findings = await Reported.InMembers("[Memoize] public static int F(int x) => " + sum + ";");
        Assert.That(findings, Is.Empty);
    }

    private static string Chain(int methods)
    {
        var members = new StringBuilder("[Memoize] public static long F(int x) => M0(x);\n");
        for (var i = 0; i < methods; i++) members.Append(Invariant($"static long M{i}(int x) => M{i + 1}(x) + 1;\n"));
        return members.Append(Invariant($"static long M{methods}(int x) => DateTime.UtcNow.Ticks;\n")).ToString();
    }

    /// <summary>How many units of code the engine looks at to check all memoized methods.</summary>
    private static int Work(string members)
    {
        var compilation = Reported.Compile(("C.cs", SourceText.Class(members)));
        var engine = ClosureEngine.For(compilation, [], NoOptions.Instance, default)!;
        foreach (var method in compilation.GetTypeByMetadataName("C")!.GetMembers().OfType<IMethodSymbol>().Where(engine.Types.IsMemoized))
            Finding.Of(engine.MemoizedMethod(method)!, engine, default);
        return engine.Work;
    }

    private sealed class NoOptions : AnalyzerConfigOptionsProvider
    {
        public static readonly NoOptions Instance = new();

        public override AnalyzerConfigOptions GlobalOptions { get; } = new None();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class None : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = null;
                return false;
            }
        }
    }
}
