namespace Memo.Analyzers.Tests.Keys;

/// <summary>A result that may be computed later is lazy; a collection is none, whatever interface it is returned as.</summary>
public sealed class LazyResultTests
{
    [TestCase("IEnumerable<int> F(int[] xs) => xs.Where(x => x > 1);", TestName = "A query by methods")]
    [TestCase("IEnumerable<int> F(int[] xs) => from x in xs where x > 1 select x;", TestName = "A query by syntax")]
    [TestCase("IEnumerable<int> F(int[] xs) { foreach (var x in xs) yield return x; }", TestName = "An iterator")]
    [TestCase("System.Collections.IEnumerable F(int[] xs) { yield return 1; }", TestName = "An iterator of objects")]
    [TestCase("IEnumerable<int> F(int[] xs) { var some = xs.Select(x => x + 1); return some; }", TestName = "A query through a variable")]
    [TestCase("IEnumerable<int> F(int[] xs) { IEnumerable<int> some = xs; if (xs.Length > 1) some = some.Skip(1); return some; }", TestName = "A query in one case")]
    [TestCase("IEnumerable<int> F(int[] xs) => xs.Length > 1 ? xs : xs.Skip(1);", TestName = "A query as one of two")]
    [TestCase("IEnumerable<int> F(int[] xs) => xs.Length switch { 1 => xs, _ => xs.Skip(1) };", TestName = "A query as one of several")]
    [TestCase("IEnumerable<int>? F(int[]? xs) => xs?.Skip(1);", TestName = "A query on something")]
    [TestCase("IEnumerable<int> F(int[] xs) => Helper(xs);\nprivate static IEnumerable<int> Helper(int[] xs) => xs.Skip(1);", TestName = "A query in a helper")]
    [TestCase("IEnumerable<int> F(int[] xs) => Helper(xs);\nprivate static IEnumerable<int> Helper(int[] xs) { yield return xs[0]; }", TestName = "A helper that is an iterator")]
    [TestCase("IEnumerable<int> F(int[] xs) => Helper(xs.Skip(1));\nprivate static IEnumerable<int> Helper(IEnumerable<int> xs) => xs;", TestName = "A helper that returns what it is given")]
    [TestCase("IEnumerable<int> F(int[] xs) => System.Text.RegularExpressions.Regex.Matches(\"a\", \"a\").Select(m => m.Index);", TestName = "A query over a collection")]
    [TestCase("IEnumerable<int> F(Box box) => box.Items;\npublic sealed class Box { public IEnumerable<int> Items = []; }", TestName = "A field that anything may have set")]
    [TestCase("IEnumerable<int> F(IEnumerable<int> xs) { xs = xs.Skip(1); return xs; }", TestName = "A parameter that gets a query")]
    [TestCase("Task<IEnumerable<int>> F(int[] xs) => Task.FromResult(xs.Skip(1));", TestName = "A query in a task")]
    [TestCase("async Task<IEnumerable<int>> F(int[] xs) { await Task.Yield(); return xs.Skip(1); }", TestName = "A query of an async method")]
    [TestCase("IOrderedEnumerable<int> F(int[] xs) => xs.Order();", TestName = "An ordered query")]
    [TestCase("IQueryable<int> F(int[] xs) => xs.AsQueryable();", TestName = "A query for a provider")]
    [TestCase("async IAsyncEnumerable<int> F(int[] xs) { await Task.Yield(); yield return 1; }", TestName = "An asynchronous iterator")]
    [TestCase("IEnumerator<int> F(int[] xs) { yield return 1; }", TestName = "An enumerator")]
    [TestCase("Lazy<int> F(int[] xs) => new(() => xs.Length);", TestName = "A lazy value")]
    [TestCase("ParallelQuery<int> F(int[] xs) => xs.AsParallel();", TestName = "A parallel query")]
    public async Task What_may_run_later_is_lazy(string method) => Assert.That(await KeyFindings(method), Is.EqualTo(["MEMO204 line 3"]));

    [TestCase("IEnumerable<int> F(int[] xs) => xs;", TestName = "The argument")]
    [TestCase("IEnumerable<int> F(IEnumerable<int> xs) => xs;", TestName = "An argument that is a sequence")]
    [TestCase("IEnumerable<int> F(int[] xs) => xs.Where(x => x > 1).ToList();", TestName = "A list of a query")]
    [TestCase("IEnumerable<int> F(int[] xs) => xs.Where(x => x > 1).ToArray();", TestName = "An array of a query")]
    [TestCase("IEnumerable<int> F(int[] xs) => [.. xs.Where(x => x > 1)];", TestName = "A collection expression")]
    [TestCase("IEnumerable<int> F(int[] xs) { var list = new List<int>(); list.Add(1); return list; }", TestName = "A list")]
    [TestCase("IEnumerable<int> F(int[] xs) { IEnumerable<int> some = xs; if (xs.Length > 1) some = xs.Skip(1).ToList(); return some; }", TestName = "A variable that holds lists only")]
    [TestCase("IEnumerable<int> F(int[] xs) { IEnumerable<int> Local() { yield return 1; } return Local().ToArray(); }", TestName = "An iterator inside")]
    [TestCase("IEnumerable<int> F(int[] xs) => xs.Length > 1 ? xs : Array.Empty<int>();", TestName = "One of two arrays")]
    [TestCase("IEnumerable<int> F(int[] xs) => xs.Length > 1 ? xs : Enumerable.Empty<int>();", TestName = "Nothing")]
    [TestCase("IEnumerable<int>? F(int[] xs) => xs.Length > 1 ? xs : null;", TestName = "Null")]
    [TestCase("IEnumerable<int> F(int[] xs) => xs.Length > 1 ? xs : throw new Exception();", TestName = "An exception")]
    [TestCase("IEnumerable<int> F(int[] xs) => Helper(xs);\nprivate static IEnumerable<int> Helper(int[] xs) => xs.Skip(1).ToList();", TestName = "A list of a helper")]
    [TestCase("IEnumerable<int> F(int[] xs) => xs.Length > 3 ? F([.. xs.Skip(1)]) : xs;", TestName = "A method that calls itself")]
    [TestCase("IEnumerable<KeyValuePair<int, int>> F(int[] xs) => new Dictionary<int, int>();", TestName = "A dictionary")]
    [TestCase("IEnumerable<int> F(Dictionary<int, int> map) => map.Keys;", TestName = "Its keys")]
    [TestCase("async Task<IEnumerable<int>> F(int[] xs) { await Task.Yield(); return xs.ToList(); }", TestName = "A list of an async method")]
    [TestCase("Task<IEnumerable<int>> F(int[] xs) => Task.FromResult<IEnumerable<int>>(xs);", TestName = "An array in a task")]
    [TestCase("IEnumerable<int> F(IReadOnlyList<int> xs) { IReadOnlyList<int> some = xs; return some; }", TestName = "A list by another interface")]
    public async Task What_is_there_is_not(string method) => Assert.That(await KeyFindings(method), Is.Empty);

    [TestCase("int[] F(int[] xs) => xs.Where(x => x > 1).ToArray();")]
    [TestCase("List<int> F(IEnumerable<int> xs) => [.. xs];")]
    [TestCase("int F(int[] xs) => xs.Where(x => x > 1).Sum();")]
    public async Task A_type_that_holds_what_it_says_is_fine(string method) => Assert.That(await KeyFindings(method), Is.Empty);

    [Test]
    public void A_lazy_result_closes_the_gate() => Assert.That(
        EmittedManifest.Of(SourceText.Class("[Memoize] public static IEnumerable<int> F(int[] xs) => xs.Skip(1);")).FindingsOf("F"), Is.EqualTo(["MEMO204 its result is lazy"]));

    private static async Task<string[]> KeyFindings(string method) =>
        [.. (await Reported.InMembers("[Memoize] public static " + method)).IdsAndLines().Where(id => id.StartsWith("MEMO2", StringComparison.Ordinal))];
}
