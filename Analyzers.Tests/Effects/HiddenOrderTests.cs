namespace Memo.Analyzers.Tests.Effects;

/// <summary>Orders, hashes and identities that differ from process to process, or that an equal argument does not share.</summary>
public sealed class HiddenOrderTests
{
    private const string Set = "string y) { var x = System.Collections.Immutable.ImmutableHashSet.Create(y, \"a\", \"b\"); ";

    private const string Lists = "int i) { var x = System.Collections.Immutable.ImmutableList.Create(i); var y = System.Collections.Immutable.ImmutableList.Create(2); ";

    [TestCase("int F(string x) => new R(x).GetHashCode(); public record R(string S);", TestName = "The hash of a record")]
    [TestCase("int F(string x) => W.Get(new R(x)); public record R(string S); public static class W { public static int Get(R r) => r.GetHashCode(); }", TestName = "The hash of a record, in a helper")]
    [TestCase("int F(string x) => new W(new R(x)).GetHashCode(); public record R(string S); public class W(R r) { public override int GetHashCode() => r.GetHashCode(); public override bool Equals(object? o) => true; }", TestName = "The hash of a record, in another hash")]
    [TestCase("int F(string x) => new R(x).GetHashCode(); public record struct R(string S);", TestName = "The hash of a record struct")]
    [TestCase("string F(" + Set + "IEnumerable<string> e = x; return string.Join(\",\", e); }", TestName = "A set as a sequence")]
    [TestCase("string[] F(" + Set + "return [.. x]; }", TestName = "A set that is spread")]
    [TestCase("string F(" + Set + "return x.Aggregate(\"\", (a, b) => a + b[0]); }", TestName = "A set that is folded")]
    [TestCase("List<string> F(" + Set + "return new List<string>(x); }", TestName = "A list of a set")]
    [TestCase("string F(" + Set + "foreach (var s in x) return s; return \"\"; }", TestName = "A loop over a set")]
    [TestCase("bool F(string x, string y) => (object)x == (object)y;", TestName = "Two texts as objects")]
    [TestCase("bool F(string x, string y) => ReferenceEquals(x, y);", TestName = "Whether two texts are one")]
    [TestCase("bool F(K x, K y) => x == y; public sealed class K(int a) { public readonly int A = a; }", TestName = "Whether two objects without equality are one")]
    [TestCase("bool F(" + Lists + "return x.Equals(y); }", TestName = "Whether two immutable lists are one")]
    [TestCase("bool F(" + Lists + "return object.Equals(x, y); }", TestName = "Whether two immutable lists are one, as objects")]
    [TestCase("bool F(int[] i) { var x = System.Collections.Frozen.FrozenSet.ToFrozenSet(i); var y = x; return x == y; }", TestName = "Whether two frozen sets are one")]
    [TestCase("bool F(int[] x) => x == Array.Empty<int>();", TestName = "Whether an array is the empty one")]
    [TestCase("bool F(int[] x) => ReferenceEquals((int[])[], x);", TestName = "Whether an array is the empty one of an expression")]
    [TestCase("int F(List<int> x) => x.Capacity;", TestName = "The capacity of a list")]
    [TestCase("int F(Dictionary<int, int> x) => x.Capacity;", TestName = "The capacity of a dictionary")]
    [TestCase("int F(HashSet<int> x) => x.Capacity;", TestName = "The capacity of a set")]
    [TestCase("int F(int x) => G(x); [System.Runtime.CompilerServices.SkipLocalsInit] static int G(int x) { Span<int> s = stackalloc int[9]; return s[x]; }", TestName = "Memory on the stack that is not cleared")]
    [TestCase("int F(int x) { return G(); [System.Runtime.CompilerServices.SkipLocalsInit] int G() { Span<int> s = stackalloc int[9]; return s[x]; } }", TestName = "Memory on the stack that is not cleared, in a local function")]
    [TestCase("int F(int x) => S.G(x); [System.Runtime.CompilerServices.SkipLocalsInit] static class S { public static int G(int x) { Span<int> s = stackalloc int[9]; return s[x]; } }", TestName = "Memory on the stack that a type does not clear")]
    public void It_is_not_the_same_for_the_next_process(string member) => Assert.That(Findings(member), Is.Not.Empty);

    [TestCase("int F(int x) { var l = new List<int>(); var o = new object(); Parallel.For(0, 9, j => { lock (o) l.Add(j); }); return l[0]; }", TestName = "What parallel loops add")]
    [TestCase("double F(int x) { var s = 1.0; var o = new object(); Parallel.For(0, 9, j => { lock (o) s = s * 1.1 + j; }); return s; }", TestName = "What parallel loops fold")]
    [TestCase("int F(int x) { var w = -1; Parallel.For(0, 9, j => Interlocked.CompareExchange(ref w, j, -1)); return w; }", TestName = "Who is first of parallel loops")]
    [TestCase("int F(int x) { var q = new System.Collections.Concurrent.ConcurrentQueue<int>(); Task.WaitAll(Task.Run(() => q.Enqueue(1)), Task.Run(() => q.Enqueue(2))); return q.First(); }", TestName = "What tasks enqueue")]
    [TestCase("string F(int x) => string.Concat(Enumerable.Range(0, 9).AsParallel().Select(a => a));", TestName = "A parallel query as a sequence")]
    [TestCase("int F(int x) { var r = 0; Parallel.For(0, 9, j => r = j); return r; }", TestName = "Who is last of parallel loops")]
    public void What_runs_at_the_same_time_has_no_order(string member) => Assert.That(Findings(member), Is.Not.Empty);

    [TestCase("int F(string x) => new R(x) == new R(\"a\") ? 1 : 2; public record R(string S);", TestName = "The equality of a record is one")]
    [TestCase("int F(" + Set + "return x.Count; }", TestName = "The count of a set has no order")]
    [TestCase("bool F(" + Set + "return x.Contains(\"a\"); }", TestName = "A look into a set has no order")]
    [TestCase("string[] F(" + Set + "return [.. x.Order(StringComparer.Ordinal)]; }", TestName = "A set that is sorted has one order")]
    [TestCase("bool F(string x, string y) => x == y;", TestName = "Two texts are compared by what they say")]
    [TestCase("bool F(Version x, Version y) => object.Equals(x, y) && x.Equals((object)y);", TestName = "Two versions are compared by what they say")]
    [TestCase("bool F(" + Lists + "return x.SequenceEqual(y); }", TestName = "Two immutable lists are compared by what is in them")]
    [TestCase("bool F(int[] x, int[] y) => ReferenceEquals(x, y);", TestName = "Whether two arrays are one is in the key")]
    [TestCase("bool F(int[] x) => x != null && x.Length == Array.Empty<int>().Length;", TestName = "An array without elements is one without")]
    [TestCase("bool F(string? x) => (object?)x == null;", TestName = "Null has one identity")]
    [TestCase("int F(List<int> x) => x.Count;", TestName = "The count of a list is in the key")]
    [TestCase("int F(int x) { Span<int> s = stackalloc int[9]; return s[x]; }", TestName = "Memory on the stack is cleared")]
    [TestCase("int F(int x) => G(x); [System.Runtime.CompilerServices.SkipLocalsInit] static int G(int x) { Span<int> s = stackalloc int[] { 1, 2 }; return s[x]; }", TestName = "Memory on the stack that is filled")]
    public void The_safe_neighbour_has_no_finding(string member) => Assert.That(Findings(member), Is.Empty);

    private static string[] Findings(string member) => EmittedManifest.Of(SourceText.Class("[Memoize] public static " + member)).FindingsOf("F");
}
