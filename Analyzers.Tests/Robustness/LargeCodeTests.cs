using System.Diagnostics;
using System.Text;
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

    [Test, NonParallelizable]
    public async Task Time_is_linear_in_the_depth_of_the_calls()
    {
        await Time(20);
        var few = await Time(250);
        var many = await Time(1000);
        Assert.That(many, Is.LessThan(few * 4 * 2.5), "four times the code, with room for a busy machine");

        static async Task<double> Time(int methods)
        {
            var chain = Chain(methods);
            var watch = Stopwatch.StartNew();
            await Reported.InMembers(chain);
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    private static string Chain(int methods)
    {
        var members = new StringBuilder("[Memoize] public static long F(int x) => M0(x);\n");
        for (var i = 0; i < methods; i++) members.Append(Invariant($"static long M{i}(int x) => M{i + 1}(x) + 1;\n"));
        return members.Append(Invariant($"static long M{methods}(int x) => DateTime.UtcNow.Ticks;\n")).ToString();
    }

    [Test]
    public async Task A_long_sum_of_terms_is_no_problem()
    {
        // The parser itself gives up at some depth; this is well below.
        var sum = string.Join(" + ", Enumerable.Repeat("x", 1500));
        var findings = await Reported.InMembers("[Memoize] public static int F(int x) => " + sum + ";");
        Assert.That(findings, Is.Empty);
    }

    [Test, NonParallelizable]
    public async Task Time_is_linear_in_the_number_of_call_sites()
    {
        await Time(20);
        var few = await Time(150);
        var many = await Time(600);
        Assert.That(many, Is.LessThan(few * 4 * 3), "four times the code, with room for a busy machine");

        static async Task<double> Time(int methods)
        {
            var members = new StringBuilder("static int Help(int x) => x + 1;\n");
            for (var i = 0; i < methods; i++)
                members.Append(Invariant($"[Memoize] public static int F{i}(int x) => Help(x) + {(i > 0 ? $"F{i - 1}(x)" : "1")} + {(i > 1 ? $"F{i - 2}(x)" : "1")};\n"));
            var watch = Stopwatch.StartNew();
            var findings = await Reported.InMembers(members.ToString());
            Assert.That(findings, Is.Empty);
            return watch.Elapsed.TotalMilliseconds;
        }
    }
}
