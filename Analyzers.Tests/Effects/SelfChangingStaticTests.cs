namespace Memo.Analyzers.Tests.Effects;

/// <summary>A static object that changes itself when the framework prints, compares or enumerates it: wherever it is handed to, it may be another one afterwards.</summary>
public sealed class SelfChangingStaticTests
{
    private static Task<string[]> Ids(string other, string change, string kept = "static readonly K s_k = new(1)") => FindIds($$"""
        public static class C
        {
            {{kept}};
            [Memoize] public static int F(int x) => s_k.N + x;
            public static void Other() { {{other}} }
        }
        public class B;
        public sealed class K(int n) : B, IComparable<K>, IEnumerable<int>
        {
            private int _n = n;
            public int N => _n;
            public override string ToString() { {{(change == "ToString" ? "_n++;" : "")}} return "K"; }
            public override bool Equals(object? other) { {{(change == "Equals" ? "_n++;" : "")}} return other is K k && k._n == _n; }
            public override int GetHashCode() { {{(change == "GetHashCode" ? "_n++;" : "")}} return _n; }
            public int CompareTo(K? other) { {{(change == "CompareTo" ? "_n++;" : "")}} return other is null ? 1 : _n - other._n; }
            public IEnumerator<int> GetEnumerator() { {{(change == "GetEnumerator" ? "_n++;" : "")}} yield return _n; }
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        """);

    private static async Task<string[]> FindIds(string source) => [.. (await Reported.InFiles(("C.cs", source))).Select(d => d.Id)];

    [TestCase("Console.WriteLine(s_k);", "ToString")]
    [TestCase("Console.WriteLine((object)s_k);", "ToString")]
    [TestCase("object o = s_k; Console.WriteLine(o.ToString());", "ToString")]
    [TestCase("B b = s_k; Console.WriteLine(b);", "ToString")]
    [TestCase("P(s_k); static void P(object o) => Console.WriteLine(o);", "ToString")]
    [TestCase("Console.WriteLine((s_k, 1).ToString());", "ToString")]
    [TestCase("Console.WriteLine(object.Equals(s_k, 1));", "Equals")]
    [TestCase("Console.WriteLine(HashCode.Combine(s_k));", "GetHashCode")]
    [TestCase("Console.WriteLine(Comparer<K>.Default.Compare(s_k, null));", "CompareTo")]
    [TestCase("Console.WriteLine(string.Join(1, s_k));", "GetEnumerator")]
    public async Task It_is_one_that_may_change(string other, string change) =>
        Assert.That(await Ids(other.Replace("Join(1,", "Join(\",\",", StringComparison.Ordinal), change), Does.Contain("MEMO102"));

    [TestCase("Console.WriteLine(s_k);")]
    [TestCase("object o = s_k; Console.WriteLine(o.ToString());")]
    [TestCase("")]
    public async Task One_that_only_tells_what_it_is_is_not(string other) => Assert.That(await Ids(other, "nothing"), Is.Empty);

    [TestCase("public sealed class K : IEnumerable<int> { readonly List<int> _all = [1, 2]; public int N => _all.Count; public IEnumerator<int> GetEnumerator() => _all.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }")]
    [TestCase("public sealed class K : IReadOnlyList<int> { readonly int[] _all = [1, 2]; public int N => _all.Length; public int Count => _all.Length; public int this[int i] => _all[i]; public IEnumerator<int> GetEnumerator() { foreach (var one in _all) yield return one; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }")]
    [TestCase("public sealed class K : IEquatable<K>, IFormattable { readonly int[] _all = [1, 2]; public int N => _all.Length; public bool Equals(K? other) => other is not null && _all.AsSpan().SequenceEqual(other._all); public override bool Equals(object? o) => Equals(o as K); public override int GetHashCode() => _all.Length; public string ToString(string? format, IFormatProvider? provider) => _all.Length.ToString(provider); }")]
    [TestCase("public sealed class K : IDisposable { readonly int[] _all = [1, 2]; bool _isOver; public int N => _all.Length; public void Dispose() => _isOver = true; }")]
    [TestCase("public sealed record K { int[] All { get; } = [1, 2]; public int N => All.Length; }")]
    [TestCase("public sealed class K : IComparer<int> { readonly int[] _order = [1, 2]; public int N => _order.Length; public int Compare(int a, int b) => _order[a] - _order[b]; }")]
    public async Task Objects_that_the_framework_may_ask_are_tables(string type) =>
        Assert.That(await FindIds("public static class C { static readonly K s_k = new(); [Memoize] public static int F(int x) => s_k.N + x; } " + type), Is.Empty);

    [Test]
    public async Task One_within_a_table_is_found_too() => Assert.That(
        await FindIds("""
            public static class C
            {
                static readonly List<K> s_all = [new(), new()];
                [Memoize] public static int F(int x) => s_all[0].N + x;
                public static void Other() => Console.WriteLine(s_all[0]);
            }
            public sealed class K { int _n; public int N => _n; public override string ToString() { _n++; return ""; } }
            """), Is.Not.Empty);
}
