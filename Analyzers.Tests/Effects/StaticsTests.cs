namespace Memo.Analyzers.Tests.Effects;

/// <summary>Statics: what is a value, what is a table that nothing changes, and what is state.</summary>
public sealed class StaticsTests
{
    private static readonly (string Type, string Value)[] Immutable =
    [
        ("string", "\"a\""),
        ("int?", "1"),
        ("decimal", "1m"),
        ("DateTime", "new(2020, 1, 1)"),
        ("DateTimeOffset", "DateTimeOffset.UnixEpoch"),
        ("TimeSpan", "TimeSpan.FromHours(1)"),
        ("DateOnly", "new(2020, 1, 1)"),
        ("TimeOnly", "new(1, 2)"),
        ("Guid", "Guid.Empty"),
        ("Uri", "new(\"http://a\")"),
        ("Version", "new(1, 2)"),
        ("Type", "typeof(int)"),
        ("DayOfWeek", "DayOfWeek.Monday"),
        ("System.Text.RegularExpressions.Regex", "new(\"a\")"),
        ("Encoding", "Encoding.UTF8"),
        ("System.Numerics.BigInteger", "System.Numerics.BigInteger.One"),
        ("System.Numerics.Complex", "new(1, 2)"),
        ("Index", "^1"),
        ("Range", "1.."),
        ("System.Collections.Immutable.ImmutableArray<string>", "[\"a\"]"),
        ("System.Collections.Immutable.ImmutableList<int>", "[1]"),
        ("System.Collections.Immutable.ImmutableDictionary<string, int>", "System.Collections.Immutable.ImmutableDictionary<string, int>.Empty"),
        ("System.Collections.Frozen.FrozenSet<string>", "System.Collections.Frozen.FrozenSet.ToFrozenSet([\"a\"])"),
        ("System.Collections.Frozen.FrozenDictionary<string, int>", "System.Collections.Frozen.FrozenDictionary<string, int>.Empty"),
        ("StringComparer", "StringComparer.OrdinalIgnoreCase"),
        ("CompositeFormat", "CompositeFormat.Parse(\"{0}\")"),
        ("System.Buffers.SearchValues<char>", "System.Buffers.SearchValues.Create(\"ab\")"),
        ("(int, string)", "(1, \"a\")"),
        ("KeyValuePair<int, string>", "new(1, \"a\")"),
        ("Tuple<int, string>", "Tuple.Create(1, \"a\")"),
        ("System.Collections.Immutable.ImmutableArray<(int, string)>", "[(1, \"a\")]"),
        ("R", "new(1, \"a\")"),
        ("S", "new(1)"),
        ("System.Collections.Immutable.ImmutableArray<R>", "[new(1, \"a\")]"),
        ("Rune", "new('a')"),
        ("Half", "(Half)1"),
        ("System.Numerics.Vector3", "System.Numerics.Vector3.One"),
        ("IComparer<int>", "Comparer<int>.Default"),
        ("IEqualityComparer<string>", "StringComparer.Ordinal"),
        ("CultureInfo", "CultureInfo.InvariantCulture"),
        ("NumberFormatInfo", "NumberFormatInfo.InvariantInfo"),
        ("CompareInfo", "CultureInfo.InvariantCulture.CompareInfo"),
        ("object", "new object()"),
        ("IReadOnlyCollection<string>", "[\"a\", .. Enumerable.Repeat(\"b\", 3)]"),
        ("IReadOnlyList<int>", "System.Collections.Immutable.ImmutableArray.Create(1, 2)"),
    ];

    private static IEnumerable<Snippet> Values => Immutable.Select(i => new Snippet(
        i.Type, $"public sealed record R(int A, string B); public readonly record struct S(int A); public static readonly {i.Type} V = {i.Value};", "bool F(int x) => V is { } v && x > 1;"));

    [TestCaseSource(nameof(Values))]
    public Task A_public_readonly_value_is_a_value(Snippet snippet) => snippet.Holds();

    private static readonly (string Type, string Value)[] Mutable =
    [
        ("int[]", "[1]"),
        ("List<int>", "[1]"),
        ("IReadOnlyList<int>", "new List<int>()"),
        ("IEnumerable<int>", "new List<int>()"),
        ("StringBuilder", "new()"),
        ("System.Collections.Immutable.ImmutableArray<List<int>>", "[[1]]"),
        ("System.Collections.Frozen.FrozenDictionary<string, int[]>", "System.Collections.Frozen.FrozenDictionary<string, int[]>.Empty"),
        ("(int, int[])", "(1, [2])"),
        ("KeyValuePair<int, List<int>>", "new(1, [])"),
        ("M", "new(1)"),
        ("N", "new([1])"),
        ("System.Collections.ObjectModel.ReadOnlyCollection<int>", "new(new List<int>())"),
        ("Lazy<int[]>", "new(() => [1])"),
        ("Memory<int>", "new int[1]"),
        ("ArraySegment<int>", "new(new int[1])"),
        ("object", "new List<int>()"),
        ("Random", "new(1)"),
        ("System.Text.Json.JsonSerializerOptions", "new()"),
        ("System.Text.Json.Nodes.JsonNode", "1"),
        ("System.Xml.Linq.XElement", "new(\"a\")"),
        ("System.Collections.BitArray", "new(1)"),
        ("AsyncLocal<int>", "new()"),
        ("ThreadLocal<int>", "new()"),
        ("WeakReference<object>", "new(new())"),
        ("B", "new D()"),
        ("I", "new D()"),
        ("Func<int>", "new D().Next"),
        ("CultureInfo", "new(\"de-DE\")"),
        ("IList<int>", "[1]"),
        ("IReadOnlyList<List<int>>", "[[1]]"),
        ("IComparer<int>", "new Turning()"),
    ];

    private static IEnumerable<Snippet> Changeable => Mutable.Select(i => new Snippet(
        i.Type,
        $"public sealed record M(int A) {{ public int B {{ get; set; }} }} public readonly record struct N(int[] A); public interface I {{ int Next(); }} public class B : I {{ public virtual int Next() => 1; }} public sealed class D : B {{ int _n; public override int Next() => ++_n; }} public sealed class Turning : IComparer<int> {{ public int Sign; public int Compare(int a, int b) => Sign * a.CompareTo(b); }} public static readonly {i.Type} V = {i.Value}; static int Look({i.Type} v) {{ {Read(i.Type)} }}",
        "int F(int x) => Look(V) + x;",
        "MEMO102|MEMO103|MEMO104|MEMO107"));

    private static string Read(string type) => type switch
    {
        "int[]" or "IReadOnlyList<int>" or "List<int>" or "System.Collections.ObjectModel.ReadOnlyCollection<int>" or "ArraySegment<int>" => "return v[0];",
        "IEnumerable<int>" => "return v.First();",
        "StringBuilder" => "return v.Length;",
        "System.Collections.Immutable.ImmutableArray<List<int>>" => "return v[0].Count;",
        "System.Collections.Frozen.FrozenDictionary<string, int[]>" => "return v[\"a\"][0];",
        "(int, int[])" => "return v.Item2[0];",
        "KeyValuePair<int, List<int>>" => "return v.Value.Count;",
        "M" => "return v.B;",
        "N" => "return v.A[0];",
        "Lazy<int[]>" => "return v.Value[0];",
        "Memory<int>" => "return v.Span[0];",
        "object" => "return v is List<int> l ? l.Count : 1;",
        "Random" or "B" or "I" => "return v.Next();",
        "System.Text.Json.JsonSerializerOptions" => "return v.MaxDepth;",
        "System.Text.Json.Nodes.JsonNode" => "return (int)v[\"a\"]!;",
        "System.Xml.Linq.XElement" => "return (int)v;",
        "System.Collections.BitArray" => "return v[0] ? 1 : 2;",
        "Func<int>" => "return v();",
        "IList<int>" => "return v[0];",
        "IReadOnlyList<List<int>>" => "return v[0].Count;",
        "CultureInfo" => "return v.LCID;",
        "IComparer<int>" => "return v.Compare(1, 2);",
        "WeakReference<object>" => "return v.TryGetTarget(out _) ? 1 : 2;",
        _ => "return v.Value;",
    };

    [TestCaseSource(nameof(Changeable))]
    public Task A_public_readonly_object_that_can_change_is_state(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Assigned =>
    [
        new("A private field that nothing assigns", "static int s_a = 1;", "int F(int x) => s_a + x;"),
        new("An internal field that nothing assigns", "internal static int A = 1;", "int F(int x) => A + x;"),
        new("An internal field that a friend may assign", "internal static int A = 1;", "int F(int x) => A + x;", "MEMO102") { TopLevel = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]" },
        new("An internal table that a friend may change", "internal static readonly int[] A = [1];", "int F(int x) => A[x];", "MEMO102") { TopLevel = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]" },
        new("A private table in an assembly with friends", "private static readonly int[] A = [1];", "int F(int x) => A[x];") { TopLevel = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]" },
        new("A protected field of a public class", "public class P { protected static int A = 1; public static int Get() => A; }", "int F(int x) => P.Get() + x;", "MEMO102"),
        new("A field of an internal class", "internal static class P { public static int A = 1; }", "int F(int x) => P.A + x;"),
        new("A field that the static constructor assigns", "static class P { public static readonly int A; static P() { A = 3; } }", "int F(int x) => P.A + x;"),
        new("A field that the static constructor assigns in a helper", "static class P { internal static int A; static P() => Set(); static void Set() => A = 3; }", "int F(int x) => P.A + x;", "MEMO102|MEMO103"),
        new("A field that the static constructor assigns in a lambda", "static class P { internal static int A; public static readonly Action Later; static P() { Later = () => A = 3; } }", "int F(int x) => P.A + x;", "MEMO102|MEMO103"),
        new("A field that an instance constructor assigns", "public class P { static int s_a; public P() => s_a++; public static int Get() => s_a; }", "int F(int x) => P.Get() + x;", "MEMO102"),
        new("A field that a nested class assigns", "static int s_a = 1; public static class N { public static void Set() => s_a = 2; }", "int F(int x) => s_a + x;", "MEMO102"),
        new("A field that another class assigns", "internal static int A = 1; public static class N { public static void Set() => C.A = 2; }", "int F(int x) => A + x;", "MEMO102"),
        new("A field that a local function assigns", "static int s_a = 1; public static void Set() { Go(); void Go() => s_a = 2; }", "int F(int x) => s_a + x;", "MEMO102"),
        new("A field that a ref local reaches", "static int s_a = 1; public static void Set() { ref var r = ref s_a; r = 2; }", "int F(int x) => s_a + x;", "MEMO102"),
        new("A field that a ref return reaches", "static int s_a = 1; public static ref int R => ref s_a;", "int F(int x) => s_a + x;", "MEMO102"),
        new("A field that a readonly ref return shows", "static int s_a = 1; public static ref readonly int R => ref s_a;", "int F(int x) => s_a + x;"),
        new("A field that is passed by in", "static int s_a = 1; static int Look(in int a) => a; public static int G() => Look(in s_a);", "int F(int x) => s_a + x;"),
        new("A field that a pointer reaches", "static int s_a = 1; public static unsafe void Set() { fixed (int* p = &s_a) *p = 2; }", "int F(int x) => s_a + x;", "MEMO102"),
        new("A field that a loop assigns", "static int s_a = 1; public static int Set() { for (s_a = 0; s_a < 3; s_a++) { } return 1; }", "int F(int x) => s_a + x;", "MEMO102"),
        new("A field that a using static reaches", "internal static int A = 1;", "int F(int x) => A + x;", "MEMO102") { TopLevel = "public static class N { public static void Set() => C.A ??= 2; }".Replace("C.A ??= 2", "C.A |= 2", StringComparison.Ordinal) },
        new("A field of a struct in a field", "struct P { public int A; } static P s_p; public static void Set() => s_p.A = 2;", "int F(int x) => s_p.A + x;", "MEMO102"),
        new("A field of a struct in a field by its method", "struct P { public int A; public void Set() => A = 2; } static P s_p; public static void Set() => s_p.Set();", "int F(int x) => s_p.A + x;", "MEMO102"),
        new("A field of a struct in a readonly field by its method", "struct P { public int A; public void Set() => A = 2; } static readonly P s_p; public static void Set() => s_p.Set();", "int F(int x) => s_p.A + x;"),
        new("A property that nothing sets", "static int A { get; set; } = 1;", "int F(int x) => A + x;"),
        new("A property that its class sets", "public static int A { get; private set; } = 1; public static void Set() => A = 2;", "int F(int x) => A + x;", "MEMO102"),
        new("A property with a private setter that nothing uses", "public static int A { get; private set; } = 1;", "int F(int x) => A + x;"),
        new("A property with a field of its own", "static int s_a = 1; public static int A { get => s_a; set => s_a = value; }", "int F(int x) => A + x;", "MEMO102"),
        new("A property that counts", "public static int A => ++field;", "int F(int x) => A + x;", "MEMO102|MEMO103"),
        new("A property that computes", "public static int A => 1 + B; const int B = 2;", "int F(int x) => A + x;"),
        new("A property that makes a new table", "public static int[] A => [1, 2];", "int F(int x) { A[0] = 1; return A[0]; }"),
        new("A property that shows bytes", "public static ReadOnlySpan<byte> A => [1, 2]; public static ReadOnlySpan<byte> B => \"ab\"u8;", "int F(int x) => A[0] + B[1];"),
        new("A field from a file", "static readonly string s_a = File.ReadAllText(\"a\");", "int F(int x) => s_a.Length;", "MEMO101"),
        new("A field from the environment", "static readonly string? s_a = Environment.GetEnvironmentVariable(\"A\");", "string? F(int x) => s_a;", "MEMO105"),
        new("A field from another field of the class, which nobody can have changed before", "public static int A = 1; static readonly int s_b = A;", "int F(int x) => s_b + x;"),
        new("A field from another class's mutable field", "public static class P { public static int A = 1; } static readonly int s_b = P.A;", "int F(int x) => s_b + x;", "MEMO102"),
        new("A field from another table", "static readonly int[] s_a = [1, 2]; static readonly int[] s_b = [.. s_a, 3]; static readonly int s_c = s_b.Sum();", "int F(int x) => s_b[x] + s_c;"),
        new("A field from a helper", "static readonly int s_a = Make(3); static int Make(int n) => n * 2;", "int F(int x) => s_a + x;"),
        new("A field from a helper that reads the clock", "static readonly long s_a = Make(3); static long Make(int n) => n * Now();", "long F(int x) => s_a + x;", "MEMO104"),
        new("A field of a generic class", "static class P<T> { public static readonly string Name = typeof(T).Name; }", "string F(int x) => P<int>.Name;"),
        new("A field of a generic class that is counted", "static class P<T> { internal static int N; public static int Next() => ++N; }", "int F(int x) => P<int>.Next();", "MEMO102|MEMO103"),
        new("A field of an interface", "interface I { static int A = 1; public static void Set() => A = 2; }", "int F(int x) => I.A + x;", "MEMO102"),
        new("A static of the framework that is a value", "", "int F(int x) => string.Empty.Length + Guid.Empty.ToByteArray()[0] + DateTime.UnixEpoch.Year + (BitConverter.IsLittleEndian ? 1 : 2) + Array.Empty<int>().Length + TimeSpan.Zero.Days + Path.DirectorySeparatorChar + System.Collections.Immutable.ImmutableArray<int>.Empty.Length + (int)Math.PI + Encoding.UTF8.GetByteCount(\"a\") + Uri.UriSchemeHttp.Length + Type.EmptyTypes.Length + Task.CompletedTask.Id * 0;".Replace(" + Task.CompletedTask.Id * 0", "", StringComparison.Ordinal)),
        new("A static of the framework that is an option", "", "string F(int x) => System.Text.Json.JsonSerializer.Serialize(x, System.Text.Json.JsonSerializerOptions.Web) + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(\"Ab\");"),
    ];

    [TestCaseSource(nameof(Assigned))]
    public Task A_static_that_is_assigned_or_not(Snippet snippet) => snippet.Holds();
}
