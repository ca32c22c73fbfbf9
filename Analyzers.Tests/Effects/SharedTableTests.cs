namespace Memo.Analyzers.Tests.Effects;

/// <summary>Static fields that look as if nothing changed them. Beside each, the one that nothing changes.</summary>
public sealed class SharedTableTests
{
    private static IEnumerable<TestCaseData> Changing =>
    [
        Case("A property that counts in its own store",
            "public sealed class K { public int Next { get => ++field; } } static readonly K s_k = new();", "s_k.Next + x",
            "public sealed class K { public int Next { get; } = 1; } static readonly K s_k = new();"),
        Case("A property that fills its own store late",
            "public static int N; public sealed class K { public int? Next { get => field ??= N; } } static readonly K s_k = new();", "(s_k.Next ?? 1) + x",
            "public sealed class K { public int? Next { get; } = 1; } static readonly K s_k = new();"),
        Case("An event with handlers",
            "public sealed class K { public event Func<int>? E; public int Fire() => E?.Invoke() ?? 0; } public static readonly K Bus = new();", "Bus.Fire() + x",
            "public sealed class K { public int Fire() => 0; } public static readonly K Bus = new();"),
        Case("A comparer of a derived class, passed on",
            "public sealed class K : Comparer<int> { public int Sign; public override int Compare(int a, int b) => Sign * (a - b); } public static readonly K Cmp = new(); static readonly Comparer<int> s_k = Cmp; static int Order(Comparer<int> c) => c.Compare(1, 2);", "Order(s_k) + x",
            "static readonly Comparer<int> s_k = Comparer<int>.Default; static int Order(Comparer<int> c) => c.Compare(1, 2);"),
        Case("A comparer of a derived class, called",
            "public sealed class K : Comparer<int> { int _n; public override int Compare(int a, int b) => _n++; } static readonly Comparer<int> s_k = new K();", "s_k.Compare(1, 2) + x",
            "static readonly Comparer<int> s_k = Comparer<int>.Default;"),
        Case("An equality comparer of a derived class",
            "public sealed class K : EqualityComparer<int> { int _n; public override bool Equals(int a, int b) => _n++ > 1; public override int GetHashCode(int a) => 1; } static readonly EqualityComparer<int> s_k = new K();", "(s_k.Equals(1, 2) ? 1 : 2) + x",
            "static readonly EqualityComparer<int> s_k = EqualityComparer<int>.Default;"),
        Case("A string comparer of a derived class",
            "public sealed class K : StringComparer { int _n; public override int Compare(string? a, string? b) => _n++; public override bool Equals(string? a, string? b) => true; public override int GetHashCode(string a) => 1; } static readonly StringComparer s_k = new K();", "s_k.Compare(\"a\", \"b\") + x",
            "static readonly StringComparer s_k = StringComparer.Ordinal;"),
        Case("A wrapper around a list that others see",
            "public static readonly List<int> Pub = [1, 2]; private static readonly System.Collections.ObjectModel.ReadOnlyCollection<int> s_t = new(Pub);", "s_t[x]",
            "private static readonly System.Collections.ObjectModel.ReadOnlyCollection<int> s_t = new([1, 2]);"),
        Case("A lazy value that reads a static when it is asked",
            "public static int N = 3; private static readonly Lazy<int> s_l = new(() => N);", "s_l.Value + x",
            "public const int N = 3; private static readonly Lazy<int> s_l = new(() => N);"),
        Case("A stored function that reads a static when it is called",
            "public static int N = 3; private static readonly Func<int> s_f = () => N;", "s_f() + x",
            "private static int s_f() => 3;"),
        Case("A query that reads a static when it is enumerated",
            "public static int N = 3; private static readonly IEnumerable<int> s_q = Enumerable.Range(0, 3).Select(a => a + N);", "s_q.First() + x",
            "private static readonly int[] s_q = [.. Enumerable.Range(0, 3).Select(a => a + 3)];"),
        Case("A table that is written through a reference",
            "private static readonly Dictionary<string, int> s_t = new() { [\"a\"] = 1 }; public static void Set() => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(s_t, \"a\") = 9;", "s_t[\"a\"] + x",
            "private static readonly Dictionary<string, int> s_t = new() { [\"a\"] = 1 };"),
        Case("A table that is written through a reference that may be added",
            "private static readonly Dictionary<string, int> s_t = new() { [\"a\"] = 1 }; public static void Set() { ref var r = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(s_t, \"a\", out _); r++; }", "s_t[\"a\"] + x",
            "private static readonly Dictionary<string, int> s_t = new() { [\"a\"] = 1 };"),
    ];

    [TestCaseSource(nameof(Changing))]
    public void A_static_that_changes_is_told_from_one_that_does_not(string changing, string result, string constant)
    {
        string F(string others) => SourceText.Class(others + "\n[Memoize] public static int F(int x) => " + result + ";");
        Assert.Multiple(() =>
        {
            Assert.That(EmittedManifest.Of(F(changing)).FindingsOf("F"), Is.Not.Empty);
            Assert.That(EmittedManifest.Of(F(constant)).FindingsOf("F"), Is.Empty);
        });
    }

    private static TestCaseData Case(string name, string changing, string result, string constant) => new TestCaseData(changing, result, constant).SetName(name);
}
