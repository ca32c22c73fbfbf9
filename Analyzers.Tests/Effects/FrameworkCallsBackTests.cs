namespace Memo.Analyzers.Tests.Effects;

/// <summary>Members of the program's types that the framework calls: those of the types that the closure holds, and no others.</summary>
public sealed class FrameworkCallsBackTests
{
    /// <summary>What D overrides: one member, or all of them, depend on what is outside; E overrides nothing that does.</summary>
    private static readonly (char Letter, string Member)[] Overrides =
    [
        ('T', "public override string ToString() => \"d\" + Now();"),
        ('Q', "public override bool Equals(object? o) => Now() > 1;"),
        ('P', "public override bool Equals(B? o) => Now() > 2;"),
        ('C', "public override int CompareTo(B? o) => (int)Now();"),
        ('O', "public override int CompareTo(object? o) => (int)Now();"),
        ('H', "public override int GetHashCode() => (int)Then;"), // Not the clock: a collection hides that its hashes differ.
    ];

    private const string Types = """
        public static long Then;
        public class B : IEquatable<B>, IComparable<B>, IComparable
        {
            public long N;
            public override string ToString() => "b";
            public override bool Equals(object? o) => o is not null;
            public override int GetHashCode() => 1;
            public virtual bool Equals(B? o) => o is not null;
            public virtual int CompareTo(B? o) => 0;
            public virtual int CompareTo(object? o) => 0;
        }
        public class D : B { OVERRIDES }
        public class E : B { public override string ToString() => "e"; }
        static B Make<T>() where T : B, new() => new T();

        """;

    /// <summary>Expressions over two things of type B, and the letters of the members that they call.</summary>
    private static readonly (string Name, string Calls, string Expression)[] Uses =
    [
        ("An interpolation", "T", "$\"{b} {c}\""),
        ("An aligned interpolation", "T", "$\"{b,5}\""),
        ("A concatenation", "T", "\"a\" + b"),
        ("A concatenation of objects", "T", "string.Concat(b, c)"),
        ("A join", "T", "string.Join(\",\", new[] { b, c })"),
        ("A join of a sequence", "T", "string.Join(\",\", new List<B> { b, c }.Where(a => a.N == 0))"),
        ("A format", "T", "string.Format(CultureInfo.InvariantCulture, \"{0}\", b)"),
        ("A builder", "T", "new StringBuilder().Append(b)"),
        ("A builder that joins", "T", "new StringBuilder().AppendJoin(\",\", new[] { b, c })"),
        ("A builder that interpolates", "T", "new StringBuilder().Append(CultureInfo.InvariantCulture, $\"{b}\")"),
        ("A builder that formats", "T", "new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, \"{0}\", b)"),
        ("A writer", "T", "Written(b)"),
        ("Convert.ToString", "T", "Convert.ToString(b)"),
        ("ToString as an object", "T", "((object)b).ToString()"),
        ("ToString of every one", "T", "new[] { b, c }.Select(a => a.ToString()).First()"),
        ("object.Equals", "Q", "Equals(b, c)"),
        ("Equals as an object", "Q", "((object)b).Equals(c)"),
        ("The default comparer of equality", "P", "EqualityComparer<B>.Default.Equals(b, c)"),
        ("The default comparer", "C", "Comparer<B>.Default.Compare(b, c)"),
        ("The default comparer of objects", "O", "System.Collections.Comparer.DefaultInvariant.Compare(b, c)"),
        ("Contains of a list", "P", "new List<B> { b }.Contains(c)"),
        ("Contains of a sequence", "P", "new[] { b }.Where(a => a.N == 0).Contains(c)"),
        ("IndexOf of an array", "P", "Array.IndexOf(new[] { b }, c)"),
        ("Remove of a list", "P", "new List<B> { b }.Remove(c)"),
        ("Distinct", "PH", "new[] { b, c }.Distinct().Count()"),
        ("ToHashSet", "PH", "new[] { b, c }.ToHashSet().Count"),
        ("A set", "PH", "new HashSet<B> { b, c }.Count"),
        ("A dictionary", "PH", "new Dictionary<B, int> { [b] = 1 }.ContainsKey(c)"),
        ("ToDictionary", "PH", "new[] { b, c }.ToDictionary(a => a).Count"),
        ("GroupBy", "PH", "new[] { b, c }.GroupBy(a => a).Count()"),
        ("GroupBy of another key", "PH", "new[] { b, c }.GroupBy(a => (a, 1)).Count()"),
        ("ToLookup", "PH", "new[] { b, c }.ToLookup(a => a).Count"),
        ("Except", "PH", "new[] { b }.Except([c]).Count()"),
        ("DistinctBy", "PH", "new[] { 1, 2 }.DistinctBy(a => a == 1 ? b : c).Count()"),
        ("CountBy", "PH", "new[] { b, c }.CountBy(a => a).Count()"),
        ("A join of sequences", "PH", "new[] { b }.Join([c], a => a, a => a, (p, q) => 1).Count()"),
        ("SequenceEqual", "P", "new[] { b }.SequenceEqual([c])"),
        ("SequenceEqual of spans", "P", "new[] { b }.AsSpan().SequenceEqual([c])"),
        ("OrderBy", "C", "new[] { b, c }.OrderBy(a => a).First().N"),
        ("ThenBy", "C", "new[] { b, c }.OrderBy(a => a.N).ThenBy(a => a).First().N"),
        ("Order", "C", "new[] { b, c }.Order().First().N"),
        ("Max", "C", "new[] { b, c }.Max()!.N"),
        ("MinBy", "C", "new[] { 1, 2 }.MinBy(a => a == 1 ? b : c)"),
        ("Sort of an array", "C", "Sorted([b, c]).N"),
        ("Sort of a list", "C", "SortedList([b, c]).N"),
        ("Sort by another key", "C", "SortedBy([b, c])"),
        ("A binary search", "C", "Array.BinarySearch(new[] { b }, c)"),
        ("A sorted set", "C", "new SortedSet<B> { b, c }.Count"),
        ("A sorted dictionary", "C", "new SortedDictionary<B, int> { [b] = 1, [c] = 2 }.Count"),
        ("A priority queue", "C", "Queued(b, c)"),
        ("A tuple's equality", "P", "(b, 1).Equals((c, 1))"),
        ("A tuple's comparison", "C", "(b, 1).CompareTo((c, 1))"),
        ("A tuple's hash in a set", "PH", "new HashSet<(B, int)> { (b, 1), (c, 1) }.Count"),
        ("A tuple's text", "T", "(b, 1).ToString()"),
        ("A pair's text", "T", "KeyValuePair.Create(b, c).ToString()"),
        ("A tuple object's equality", "Q", "Tuple.Create(b).Equals(Tuple.Create(c))"),
        ("An anonymous object's equality", "P", "new { b }.Equals(new { b = c })"),
        ("An anonymous object's text", "T", "new { b }.ToString()"),
        ("A record's equality", "P", "new R(b) == new R(c)"),
        ("A record's text", "T", "new R(b).ToString()"),
        ("A record's hash in a set", "PH", "new HashSet<R> { new(b), new(c) }.Count"),
        ("A record struct's equality", "P", "new S(b).Equals(new S(c))"),
        ("A record struct's text", "T", "$\"{new S(b)}\""),
        ("A plain struct's equality", "Q", "new P { A = b }.Equals(new P { A = c })"),
        ("An immutable set", "PH", "System.Collections.Immutable.ImmutableHashSet.Create(b, c).Count"),
        ("A frozen set", "PH", "System.Collections.Frozen.FrozenSet.ToFrozenSet(new[] { b, c }).Count"),
        ("A structural comparison", "Q", "((System.Collections.IStructuralEquatable)new[] { b }).Equals(new[] { c }, EqualityComparer<object>.Default)"),
        ("A concurrent dictionary", "PH", "new System.Collections.Concurrent.ConcurrentDictionary<B, int> { [b] = 1 }.ContainsKey(c)"),
        ("A linked list", "P", "new LinkedList<B>([b]).Contains(c)"),
        ("A constraint", "P", "EqualsIn(b, c)"),
    ];

    private const string Helpers = """
        record R(B A); record struct S(B A); struct P { public B A; }
        static string Written(B b) { using var w = new StringWriter(CultureInfo.InvariantCulture); w.Write(b); return w.ToString(); }
        static B Sorted(B[] bs) { Array.Sort(bs); return bs[0]; }
        static B SortedList(List<B> bs) { bs.Sort(); return bs[0]; }
        static int SortedBy(B[] bs) { int[] ns = [1, 2]; Array.Sort(bs, ns); return ns[0]; }
        static int Queued(B b, B c) { var q = new PriorityQueue<int, B>(); q.Enqueue(1, b); q.Enqueue(2, c); return q.Dequeue(); }
        static bool EqualsIn<T>(T a, T b) where T : IEquatable<T> => a.Equals(b);

        """;

    private static IEnumerable<Snippet> Holding => Uses.SelectMany(u => u.Calls, (u, letter) =>
        Of(u.Name + (u.Calls.Length > 1 ? ", " + letter : ""), u.Expression, Overrides.Single(o => o.Letter == letter).Member, "D", letter == 'H' ? "MEMO102" : "MEMO104"));

    private static IEnumerable<Snippet> HoldingAnother => Uses.Select(u => Of(u.Name, u.Expression, string.Concat(Overrides.Select(o => o.Member)), "E"));

    private static Snippet Of(string name, string expression, string overrides, string made, params string[] rules) => new(
        name,
        Types.Replace("OVERRIDES", overrides, StringComparison.Ordinal) + Helpers,
        $$"""string? F(int x) { B b = new E(), c = Make<{{made}}>(); object? o = {{expression}}; return o is null ? "a" : "b"; }""",
        rules);

    [TestCaseSource(nameof(Holding))]
    public Task What_the_framework_calls_on_what_is_held_is_run(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(HoldingAnother))]
    public Task What_the_framework_would_call_on_what_is_not_held_is_not(Snippet snippet) => snippet.Holds();
}
