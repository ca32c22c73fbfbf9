using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Keys;

/// <summary>MEMO203: a result that somebody else has as well. A hit gives a copy of its own.</summary>
public sealed class AliasedResultTests
{
    private const string Types = """

        public sealed record Settled(int A); public sealed class Box { public int[] Values = [1]; public int N; }
        static readonly int[] s_table = [1, 2];
        static int[] Same(int[] y) => y; static int[] Copy(int[] y) => [.. y]; static int[] Table() => s_table;
        [DependsOnStatic(nameof(s_state))] [Memoize] public static int[] State(int x) => s_state; public static int[] s_state = [1];

        """;

    [TestCase("int[] F(int[] x) => x;", "its argument 'x'", TestName = "An argument")]
    [TestCase("int[] F(int[] x, bool y) => y ? x : [1];", "its argument 'x'", TestName = "An argument or something new")]
    [TestCase("int[] F(int[] x) { var y = x; y = Same(y); return y; }", "its argument 'x'", TestName = "An argument by a helper and a local")]
    [TestCase("int[] F(Box x) => x.Values;", "its argument 'x'", TestName = "A part of an argument")]
    [TestCase("Box F(Box[] x) => x[0];", "its argument 'x'", TestName = "An element of an argument")]
    [TestCase("Box F(List<Box> x) => x.OrderBy(b => b.N).First();", "its argument 'x'", TestName = "An element of a query")]
    [TestCase("async Task<int[]> F(int[] x) { await Task.Yield(); return x; }", "its argument 'x'", TestName = "An argument in a task")]
    [TestCase("int[] F(int x) => s_table;", "the static 's_table'", TestName = "A table")]
    [TestCase("int[] F(int x) => Table();", "the static 's_table'", TestName = "A table by a helper")]
    public async Task It_is_told(string method, string alias) => Assert.That(await Told(method), Is.EqualTo([
        $"Info: The result of 'F' may be {alias}, or a part of it: a hit gives a copy, so a change of one does not show in the other"]));

    [TestCase("int[] F(int[] x) => [.. x];", TestName = "A copy")]
    [TestCase("int[] F(int[] x) => x.ToArray();", TestName = "A copy by a call")]
    [TestCase("int[] F(int[] x) => Copy(x);", TestName = "A copy by a helper")]
    [TestCase("int[] F(int[] x) => x.Select(y => y + 1).ToArray();", TestName = "A query")]
    [TestCase("string F(string x) => x;", TestName = "A text")]
    [TestCase("Settled F(Settled x) => x;", TestName = "A record that never changes")]
    [TestCase("int F(int[] x) => x[0];", TestName = "A number")]
    [TestCase("int[] F(int x) => [x];", TestName = "Something new")]
    [TestCase("Box F(Box x) => new() { N = x.N, Values = [.. x.Values] };", TestName = "A deep copy")]
    [TestCase("int[] F(Span<int> x) => x.ToArray();", TestName = "What is not stored anyway")]
    public async Task A_result_of_its_own_is_not(string method) => Assert.That(await Told(method), Is.Empty);

    [Test]
    public async Task The_receiver_is_told()
    {
        var found = await Reported.InFiles(("C.cs", "public sealed class C { public int[] A = [1]; [Memoize] public int[] F() => A; [Memoize] public int[] G() => [.. A]; }"));
        Assert.That(found.Where(d => d.Id == "MEMO203").Select(d => d.Message()), Is.EqualTo([
            "The result of 'F' may be the object that it is called on, or a part of it: a hit gives a copy, so a change of one does not show in the other"]));
    }

    [Test]
    public async Task A_declared_static_is_told() => Assert.That(
        (await Reported.InMembers(Types)).Where(d => d.Id == "MEMO203").Select(d => d.Message()), Has.One.Contains("'State' may be the static 's_state'"));

    [Test]
    public void It_closes_no_gate() => Assert.That(EmittedManifest.Of(SourceText.Class("[Memoize] public static int[] F(int[] x) => x;")).FindingsOf("F"), Is.Empty);

    private static async Task<IEnumerable<string>> Told(string method) =>
        (await Reported.InMembers(Types + "[Memoize] public static " + method)).Where(d => d.Id == "MEMO203" && d.Message().Contains("'F'", StringComparison.Ordinal)).Select(d => $"{d.Severity}: {d.Message()}");
}
