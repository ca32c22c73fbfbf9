namespace Memo.Analyzers.Tests.Generation;

/// <summary>Each type of the closed table, as argument and as result, in programs that run twice.</summary>
public sealed class CollectionValueTests
{
    private const string Show = """
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Globalization;
        using System.Net;
        using System.Numerics;
        using System.Runtime.InteropServices;
        using System.Text.Json;
        static void Show(object? value) => Console.WriteLine(Of(value));
        static string Of(object? value) => value switch
        {
            null => "null",
            string text => '"' + text + '"',
            System.Text.StringBuilder text => $"{text} {text.Capacity} {text.MaxCapacity}",
            double or float or Half or decimal => FormattableString.Invariant($"{value:R}"),
            DictionaryEntry entry => Of(entry.Key) + "=" + Of(entry.Value),
            Array { Rank: > 1 } array => array.GetType().Name + array.GetLowerBound(0) + ":" + array.GetLength(0) + "x" + array.GetLength(1) + "[" + string.Join(";", array.Cast<object>().Select(Of)) + "]",
            IEnumerable many => value.GetType() + "[" + string.Join(";", many.Cast<object>().Select(Of)) + "]",
            _ => value.GetType().Name + " " + FormattableString.Invariant($"{value}"),
        };

        """;

    [Test]
    public void Sequences() => MemoizedProgram.RemembersAll(12, Show + """
        Show(C.Linked(new([1, 2]))); Show(C.Queue(new(["a", "b"]))); Show(C.Stack(new([1, 2, 3])));
        var heap = C.Heap(new([("x", 2), ("y", 1), ("z", 1)])); while (heap.TryDequeue(out var e, out var p)) Show(e + p);
        Show(C.Sorted(new([3, 1, 2]))); Show(C.Observable(new() { 1 })); Show(C.ConcurrentQueue(new([1, 2]))); Show(C.ConcurrentStack(new([1, 2])));
        Show(C.Collection(new(new[] { 1, 2 }))); Show(C.ReadOnly(new([1, 2]))); Show(C.ReadOnlySet(new(new HashSet<int> { 1 }))); Show(C.Bits(new BitArray([true, false, true])));
        static class C
        {
            [Memoize] public static LinkedList<int> Linked(LinkedList<int> x) => new(x.Append(3));
            [Memoize] public static Queue<string> Queue(Queue<string> x) => new(x.Append("c"));
            [Memoize] public static Stack<int> Stack(Stack<int> x) => new(x);
            [Memoize] public static PriorityQueue<string, int> Heap(PriorityQueue<string, int> x) { var y = new PriorityQueue<string, int>(); foreach (var (e, p) in x.UnorderedItems) { y.Enqueue(e, p); } y.Enqueue("w", 1); return y; }
            [Memoize] public static SortedSet<int> Sorted(SortedSet<int> x) => new(x.Append(0));
            [Memoize] public static ObservableCollection<int> Observable(ObservableCollection<int> x) => new(x.Append(2));
            [Memoize] public static ConcurrentQueue<int> ConcurrentQueue(ConcurrentQueue<int> x) => new(new[] { x.Count, 5 });
            [Memoize] public static ConcurrentStack<int> ConcurrentStack(ConcurrentStack<int> x) => new(new[] { x.Count, 5 });
            [Memoize] public static Collection<int> Collection(Collection<int> x) => new([x[0], 7]);
            [Memoize] public static ReadOnlyCollection<int> ReadOnly(ReadOnlyCollection<int> x) => Array.AsReadOnly(new[] { x[0], 7 });
            [Memoize] public static ReadOnlySet<int> ReadOnlySet(ReadOnlySet<int> x) => new(new HashSet<int> { x.Count, 7 });
            [Memoize] public static BitArray Bits(BitArray x) => new(new[] { x[0], x[1], true });
        }
        """);

    [Test]
    public void Dictionaries() => MemoizedProgram.RemembersAll(6, Show + """
        Show(C.Sorted(new() { ["b"] = 1, ["a"] = 2 })); Show(C.List(new() { ["b"] = 1, ["a"] = 2 })); Show(C.Ordered(new() { ["b"] = 1, ["a"] = 2 }));
        Show(C.ReadOnly(new(new Dictionary<string, int> { ["b"] = 1 }))); Show(C.Concurrent(new(new Dictionary<int, int> { [1] = 2 }))); Show(C.Ignoring(new(StringComparer.OrdinalIgnoreCase) { ["b"] = 1 })["C"]);
        static class C
        {
            [Memoize] public static SortedDictionary<string, int> Sorted(SortedDictionary<string, int> x) => new(x) { ["0"] = 3 };
            [Memoize] public static SortedList<string, int> List(SortedList<string, int> x) => new(x) { ["0"] = 3 };
            [Memoize] public static OrderedDictionary<string, int> Ordered(OrderedDictionary<string, int> x) => new(x) { ["0"] = 3 };
            [Memoize] public static ReadOnlyDictionary<string, int> ReadOnly(ReadOnlyDictionary<string, int> x) => new(new SortedDictionary<string, int> { ["k"] = x["b"] });
            [Memoize] public static ConcurrentDictionary<int, int> Concurrent(ConcurrentDictionary<int, int> x) => new(new Dictionary<int, int> { [x[1]] = 3 });
            [Memoize] public static Dictionary<string, int> Ignoring(Dictionary<string, int> x) => new(x, StringComparer.OrdinalIgnoreCase) { ["c"] = x["B"] };
        }
        """);

    [Test]
    public void Immutable_and_frozen_collections() => MemoizedProgram.RemembersAll(10, Show + """
        Show(C.List([1, 2])); Show(C.Queue([1, 2])); Show(C.Stack([1, 2])); Show(C.SortedSet([2, 1])); Show(C.Sorted(ImmutableSortedDictionary.CreateRange(new Dictionary<int, string> { [2] = "b" })));
        Show(C.Set([2, 1]).Order()); Show(C.Dictionary(ImmutableDictionary.CreateRange(new Dictionary<string, int> { ["b"] = 2 })).OrderBy(x => x.Key));
        Show(C.Frozen(new[] { 1, 2, 3, 40, 50, 60 }.ToFrozenSet())); Show(C.FrozenMap(new Dictionary<string, int> { ["b"] = 2 }.ToFrozenDictionary())); Show(C.Array([1, 2]));
        static class C
        {
            [Memoize] public static ImmutableList<int> List(ImmutableList<int> x) => x.Add(3);
            [Memoize] public static ImmutableQueue<int> Queue(ImmutableQueue<int> x) => x.Enqueue(3);
            [Memoize] public static ImmutableStack<int> Stack(ImmutableStack<int> x) => x.Push(3);
            [Memoize] public static ImmutableSortedSet<int> SortedSet(ImmutableSortedSet<int> x) => x.Add(0);
            [Memoize] public static ImmutableSortedDictionary<int, string> Sorted(ImmutableSortedDictionary<int, string> x) => x.Add(0, "z");
            [Memoize] public static ImmutableHashSet<int> Set(ImmutableHashSet<int> x) => x.Add(3);
            [Memoize] public static ImmutableDictionary<string, int> Dictionary(ImmutableDictionary<string, int> x) => x.Add("c", 3);
            [Memoize] public static FrozenSet<int> Frozen(FrozenSet<int> x) => x.Contains(3) ? new[] { 5, 7, 70, 90, 110 }.ToFrozenSet() : FrozenSet<int>.Empty;
            [Memoize] public static FrozenDictionary<string, int> FrozenMap(FrozenDictionary<string, int> x) => new Dictionary<string, int> { ["k"] = x["b"] }.ToFrozenDictionary();
            [Memoize] public static ImmutableArray<string> Array(ImmutableArray<int> x) => [x[0].ToString(CultureInfo.InvariantCulture)];
        }
        """);

    [Test]
    public void Types_with_parts() => MemoizedProgram.RemembersAll(21, Show + """
        Show(C.Complex(new(1, -0.0))); Show(C.Rune(new('x'))); Show(C.Index(^1)); Show(C.Range(1..^2)); Show(C.Point(new(1, 2))); Show(C.Rectangle(new(1, 2, 3, 4)));
        Show(C.Tuple(Tuple.Create(1, "x"))); Show(C.Tuple8(new(1, 2, 3, 4, 5, 6, 7, new(8)))); Show(C.One(new(1))); Show(C.Segment(new([1, 2, 3], 1, 2))); Show(C.Memory(new[] { 1, 2, 3 }.AsMemory(1)).ToArray());
        Show(C.Text("abc".AsMemory(1)).ToString()); Show(C.Builder(new System.Text.StringBuilder("a", 40))); Show(C.Address(IPAddress.Parse("1.2.3.4"))); Show(C.Address(IPAddress.Loopback)); Show(C.Culture(CultureInfo.GetCultureInfo("de-DE")));
        Show(C.Json(JsonDocument.Parse("{ \"a\" : [1, 2.0] }").RootElement)); Show(C.Matrix(new int[,] { { 1, 2, 3 }, { 4, 5, 6 } })); Show(C.Texts(new string[,] { { "a", "b" } })); Show(C.Boxed(1.5)); Show(C.Boxes([1, "x", null, 2m, 'c']));
        static class C
        {
            [Memoize] public static Complex Complex(Complex x) => -x;
            [Memoize] public static System.Text.Rune Rune(System.Text.Rune x) => new(x.Value + 1);
            [Memoize] public static Index Index(Index x) => new(x.Value + 1, x.IsFromEnd);
            [Memoize] public static Range Range(Range x) => x.Start..^5;
            [Memoize] public static System.Drawing.Point Point(System.Drawing.Point x) => new(x.Y, x.X);
            [Memoize] public static System.Drawing.RectangleF Rectangle(System.Drawing.RectangleF x) => new(x.Y, x.X, 1.5f, 2);
            [Memoize] public static Tuple<int, string> Tuple(Tuple<int, string> x) => System.Tuple.Create(x.Item1 + 1, x.Item2);
            [Memoize] public static Tuple<int, int, int, int, int, int, int, Tuple<int>> Tuple8(Tuple<int, int, int, int, int, int, int, Tuple<int>> x) => new(x.Item7, 2, 3, 4, 5, 6, 7, new(9));
            [Memoize] public static ValueTuple<int> One(ValueTuple<int> x) => new(x.Item1 + 1);
            [Memoize] public static ArraySegment<int> Segment(ArraySegment<int> x) => new([x[0], 2, 3, 4], 1, 2);
            [Memoize] public static Memory<int> Memory(ReadOnlyMemory<int> x) => new([x.Length, 2, 3], 0, 2);
            [Memoize] public static ReadOnlyMemory<char> Text(ReadOnlyMemory<char> x) => x.ToString().AsMemory(1);
            [Memoize] public static System.Text.StringBuilder Builder(System.Text.StringBuilder x) => new System.Text.StringBuilder(x.ToString(), 30).Append('b');
            [Memoize] public static IPAddress Address(IPAddress x) => IPAddress.Parse(x.ToString());
            [Memoize] public static CultureInfo Culture(CultureInfo x) => CultureInfo.InvariantCulture;
            [Memoize] public static JsonElement Json(JsonElement x) => x.Clone();
            [Memoize] public static double[,] Matrix(int[,] x) => new double[,] { { x[0, 1], x[1, 2] }, { -0.0, double.NaN } };
            [Memoize] public static string?[,] Texts(string[,] x) => new[,] { { x[0, 0], null } };
            [Memoize] public static object Boxed(object x) => x is double d ? d + 1 : 0;
            [Memoize] public static object?[] Boxes(object?[] x) => [x[0], x[1], x[4]];
        }
        """);

    [Test]
    public void Trees_of_JSON() => MemoizedProgram.RemembersAll(6, """
        using System.Text.Json;
        using System.Text.Json.Nodes;
        var read = C.Read("{ \"a\": [1.50, null, true, \"x\"], \"b\": {} }"); read["c"] = 1; Console.WriteLine(read.ToJsonString());
        var made = C.Made(3); Console.WriteLine(made.ToJsonString() + made["n"]!.AsValue().TryGetValue(out long _) + made["n"]!.AsValue().TryGetValue(out int _) + made["m"]!.AsValue().TryGetValue(out decimal _));
        Console.WriteLine(C.Sum(new JsonArray(1, 2, 3))); Console.WriteLine(C.Sum((JsonArray)JsonNode.Parse("[1, 2, 3]")!)); Console.WriteLine(C.Document("[1, 1.0]").RootElement[1].GetRawText());
        Console.WriteLine(C.Text(JsonDocument.Parse("{\"a\":1}")));
        static class C
        {
            [Memoize] public static JsonNode Read(string text) => JsonNode.Parse(text)!;
            [Memoize] public static JsonObject Made(int n) => new() { ["n"] = n, ["m"] = 1.50m, ["x"] = null, ["items"] = new JsonArray("a", 2.5, new JsonObject()) };
            [Memoize] public static int Sum(JsonArray items) { var sum = 0; foreach (var item in items) { sum += item!.GetValue<int>(); } return sum; }
            [Memoize] public static JsonDocument Document(string text) => JsonDocument.Parse(text);
            [Memoize] public static string Text(JsonDocument x) => x.RootElement.GetRawText();
        }
        """);

    [Test]
    public void What_stands_behind_interfaces() => MemoizedProgram.RemembersAll(8, Show + """
        Show(C.Sequence([1, 2])); Show(C.Sequence(new List<int> { 1, 2 })); Show(C.List(new List<string> { "a" })); Show(C.Set(new HashSet<int> { 1, 2 })); Show(C.Set(new SortedSet<int> { 1, 2 }));
        Show(C.Map(new Dictionary<string, int> { ["a"] = 1 })); Show(C.Map(new SortedDictionary<string, int> { ["a"] = 1 })); Show(C.ReadOnly(new List<int> { 4 }.AsReadOnly()));
        static class C
        {
            [Memoize] public static IReadOnlyCollection<int> Sequence(ICollection<int> x) => x is int[]? x.ToArray() : x.ToList();
            [Memoize] public static IList<string> List(IReadOnlyList<string> x) => new List<string> { x[0], "z" };
            [Memoize] public static IReadOnlySet<int> Set(ISet<int> x) => x is HashSet<int> ? new HashSet<int> { 9 } : new SortedSet<int> { 8 };
            [Memoize] public static IDictionary<string, int> Map(IReadOnlyDictionary<string, int> x) => x is Dictionary<string, int> ? new Dictionary<string, int> { ["n"] = x.Count } : new SortedDictionary<string, int> { ["m"] = x.Count };
            [Memoize] public static IEnumerable<int> ReadOnly(IEnumerable<int> x) => x.ToList().AsReadOnly();
        }
        """);

    [Test]
    public void Collection_expressions_behind_interfaces_that_only_read() => MemoizedProgram.RemembersAll(8, Show + """
        Show(C.Sequence(0)); Show(C.Sequence(1)); Show(C.Sequence(2)); Show(C.List("a")); Show(C.Some([1, 2, 3])); Show(C.Sum([])); Show(C.Sum([4])); Show(C.Sum([4, 5]));
        static class C
        {
            [Memoize] public static IEnumerable<int> Sequence(int n) => n == 0 ? [] : n == 1 ? [7] : [7, 8, 9];
            [Memoize] public static IReadOnlyList<string?> List(string x) => [x, null];
            [Memoize] public static IReadOnlyCollection<int> Some(int[] xs) => [.. xs.Where(x => x > 1)];
            [Memoize] public static int Sum(IReadOnlyList<int> xs) => xs.Sum();
        }
        """);

    [Test]
    public void Generic_types_and_closed_hierarchies_of_the_project() => MemoizedProgram.RemembersAll(10, """
        Console.WriteLine(C.Box(new(1)).Get); Console.WriteLine(C.Pair(new("a", [1])).Second.Get.Count); Console.WriteLine(C.Nested(new(3)).Text); Console.WriteLine(C.Area(new Circle(2))); Console.WriteLine(C.Area(new Square(2)));
        Console.WriteLine(C.Grow(new Circle(2))); Console.WriteLine(C.Parse("1+2")); Console.WriteLine(C.Some(3)); Console.WriteLine(C.Some(-3)); Console.WriteLine(C.Tagged(new Tag("x")).Name);
        sealed class Box<T>(T value) { private readonly T _value = value; public T Get => _value; }
        record Pair<TFirst, TSecond>(TFirst First, Box<TSecond> Second) where TFirst : notnull { public Pair(TFirst first, TSecond second) : this(first, new Box<TSecond>(second)) { } }
        class Outer<T> { public struct Inner<U> where U : struct { private readonly T _t; private readonly U _u; public Inner(T t) { _t = t; } public string Text => $"{_t}{_u}"; } public Outer(T t) => Inner2 = new(t); private readonly Inner<int> Inner2; public string Text => Inner2.Text; }
        abstract record Shape { public sealed record Dot : Shape; }
        record Circle(double Radius) : Shape;
        sealed record Square(double Side) : Shape;
        abstract record Expression; sealed record Number(int Value) : Expression; sealed record Sum(Expression Left, Expression Right) : Expression;
        abstract record Option<T> { public sealed record None : Option<T>; } sealed record Some<T>(T Value) : Option<T>;
        interface INamed { string Name { get; } } readonly struct Tag(string name) : INamed { public string Name => name; } sealed class Person : INamed { public string Name { get; init; } = ""; }
        static class C
        {
            [Memoize] public static Box<int> Box(Box<int> x) => new(x.Get + 1);
            [Memoize] public static Pair<string, List<int>> Pair(Pair<string, List<int>> x) => new(x.First, new List<int> { 1, 2 });
            [Memoize] public static Outer<long> Nested(Outer<long> x) => new(x.Text.Length);
            [Memoize] public static double Area(Shape shape) => shape switch { Circle c => c.Radius * 3, Square s => s.Side * s.Side, _ => 0 };
            [Memoize] public static Shape Grow(Circle c) => c.Radius > 1 ? new Square(c.Radius) : new Shape.Dot();
            [Memoize] public static Expression Parse(string text) => new Sum(new Number(text[0] - '0'), new Number(text[2] - '0'));
            [Memoize] public static Option<int> Some(int x) => x > 0 ? new Some<int>(x) : new Option<int>.None();
            [Memoize] public static INamed Tagged(INamed x) => new Person { Name = x.Name + "!" };
        }
        """);
}
