namespace Memo.Package.Tests.Keys;

/// <summary>The table of which calls are one call.</summary>
internal static class KeyPairs
{
    public static IReadOnlyList<KeyPair> All { get; } = [.. Leaves, .. Sequences, .. ByContent, .. Objects, .. Shared, .. Compared, .. Calls, .. Lookups];

    // As JSON, most of these would be equal.
    private static IEnumerable<KeyPair> Leaves =>
    [
        Apart("string x", @"""\ud800""", @"""\udfff"""), Apart("string x", @"""\ud800""", @"""\ufffd"""), Apart("string x", @"""e\u0301""", @"""\u00e9"""),
        Apart("string? x", "null", "\"\""), Apart("string? x", "null", "\"null\""), Apart("string x", @"""a""", @"""a\0"""), Apart("char x", @"'\ud800'", @"'\ud801'"),
        Apart("string x, string y", "\"a\", \"bc\"", "\"ab\", \"c\""), Apart("string? x, string? y", "\"a\", null", "null, \"a\""), Apart("string x, string y", "\"\", \"a\"", "\"a\", \"\""),
        Apart("double x", "0.0", "-0.0"), Apart("double x", "double.NaN", "BitConverter.UInt64BitsToDouble(0x7ff8000000000000)"),
        Apart("double x", "BitConverter.UInt64BitsToDouble(0x7ff8000000000001)", "BitConverter.UInt64BitsToDouble(0x7ff8000000000002)"), Apart("double x", "0.1", "0.1f"),
        Apart("float x", "0f", "-0f"), Apart("float x", "BitConverter.UInt32BitsToSingle(0x7f800001)", "BitConverter.UInt32BitsToSingle(0x7fc00001)"), Apart("Half x", "BitConverter.UInt16BitsToHalf(0x7e00)", "BitConverter.UInt16BitsToHalf(0xfe00)"),
        Apart("decimal x", "1.0m", "1.00m"), Apart("decimal x", "0m", "new decimal(0, 0, 0, true, 0)"),
        Apart("BigInteger x", "BigInteger.Pow(2, 70)", "BigInteger.Pow(2, 71)"), Apart("BigInteger x", "1", "-1"), Apart("Complex x", "new Complex(0.0, 1)", "new Complex(-0.0, 1)"),
        Apart("Int128 x", "1", "(Int128)1 << 64"), Apart("UInt128 x", "UInt128.MaxValue", "ulong.MaxValue"),
        Apart("DateTime x", "new DateTime(1, DateTimeKind.Utc)", "new DateTime(1, DateTimeKind.Local)"), Apart("DateTime x", "new DateTime(1)", "new DateTime(1, DateTimeKind.Utc)"),
        Apart("DateTime x", "new DateTime(2024, 10, 27, 0, 30, 0, DateTimeKind.Utc).ToLocalTime()", "new DateTime(2024, 10, 27, 1, 30, 0, DateTimeKind.Utc).ToLocalTime()"),
        Apart("DateTimeOffset x", "new DateTimeOffset(36000000000, TimeSpan.Zero)", "new DateTimeOffset(72000000000, TimeSpan.FromHours(1))"),
        Apart("Version x", "new Version(1, 0)", "new Version(1, 0, 0)"), Apart("Uri x", "new Uri(\"http://a/%41\")", "new Uri(\"http://a/A\")"), Apart("Uri x", "new Uri(\"http://A/\")", "new Uri(\"http://a\")"),
        Apart("int? x", "null", "0"), Apart("bool? x", "null", "false"), Apart("DayOfWeek x", "(DayOfWeek)8", "(DayOfWeek)9"), Apart("OfLong x", "(OfLong)1", "(OfLong)(1L << 32 | 1)"),
        Apart("Rune x", "new Rune('a')", "new Rune('b')"), Apart("Index x", "1", "^1"), Apart("Range x", "0..1", "0..^1"),
        Apart("IPAddress x", "IPAddress.Parse(\"::ffff:1.2.3.4\")", "IPAddress.Parse(\"1.2.3.4\")"), Apart("IPAddress x", "IPAddress.Parse(\"fe80::1%1\")", "IPAddress.Parse(\"fe80::1%2\")"),
        Apart("CultureInfo x", "CultureInfo.GetCultureInfo(\"de-DE\")", "CultureInfo.GetCultureInfo(\"de-AT\")"), Apart("StringBuilder x", "new StringBuilder(\"a\")", "new StringBuilder(\"b\")"),
        Apart("object x", "1", "1L"), Apart("object x", "1", "1.0"), Apart("object x", "1.0", "1f"), Apart("object x", "1", "\"1\""), Apart("object x", "'a'", "\"a\""), Apart("object x", "(byte)1", "true"),
        Apart("object x", "DayOfWeek.Monday", "1"), Apart("object x", "DayOfWeek.Monday", "OfInt.A"), Apart("object? x", "null", "0"), Apart("object x", "0.0", "-0.0"), Apart("object x", "1m", "1.0m"),
        Apart("object x", "Guid.Empty", "\"00000000-0000-0000-0000-000000000000\""), Apart("object x", "new DateTime(1, DateTimeKind.Utc)", "new DateTimeOffset(1, TimeSpan.Zero)"),
        Together("string x", "\"ab\"", "new string(['a', 'b'])"), Together("double x", "double.NaN", "BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(double.NaN))"),
        Together("decimal x", "1.0m", "new decimal(10, 0, 0, false, 1)"), Together("BigInteger x", "BigInteger.Pow(2, 70)", "BigInteger.One << 70"), Together("int? x", "3", "(int?)3"),
        Together("Uri x", "new Uri(\"http://a/b\")", "new Uri(\"http://a/b\")"), Together("Version x", "new Version(1, 2)", "new Version(\"1.2\")"), Together("object x", "1", "(object)1"),
        Together("object x", "\"ab\"", "new string(['a', 'b'])"), Together("int x, int y = 2", "1", "1, 2"), Together("int x, int y", "1, 2", "y: 2, x: 1"),
        Together("StringBuilder x", "new StringBuilder(\"ab\")", "new StringBuilder(\"a\").Append('b')"), Together("IPAddress x", "new IPAddress([127, 0, 0, 1])", "IPAddress.Parse(\"127.0.0.1\")"),
    ];

    private static IEnumerable<KeyPair> Sequences =>
    [
        Apart("int[]? x", "null", "[]"), Apart("int[] x", "[1, 2]", "[2, 1]"), Apart("int[] x, int[] y", "[1], [2]", "[1, 2], []"), Apart("int[][] x", "[[1], [2]]", "[[1, 2], []]"),
        Apart("int?[] x", "[null]", "[0]"), Apart("string?[] x", "[null]", "[\"\"]"), Apart("string[] x", "[\"a\", \"b\"]", "[\"a,b\"]"), Apart("double[] x", "[-0.0]", "[0.0]"), Apart("byte[] x", "[0]", "[0, 0]"),
        Apart("bool[] x", "[true]", "[false]"), Apart("List<int>? x", "null", "[]"), Apart("List<int> x", "[1]", "[1, 0]"), Apart("List<List<int>> x", "[[], [1]]", "[[1], []]"),
        Apart("int[,] x", "new int[,] { { 1, 2 } }", "new int[,] { { 1 }, { 2 } }"), Apart("int[,] x", "new int[0, 2]", "new int[2, 0]"),
        Apart("int[,] x", "new int[1, 1]", "(int[,])Array.CreateInstance(typeof(int), [1, 1], [1, 1])"), Apart("int[] x", "[1]", "(int[])(object)new uint[] { 1 }"), Apart("object[] x", "new object[] { \"a\" }", "new string[] { \"a\" }"),
        Apart("ImmutableArray<int> x", "default", "[]"), Apart("ArraySegment<int> x", "new([1, 2], 0, 1)", "new([1, 3], 0, 1)"), Apart("Memory<int> x", "new int[] { 1 }", "new int[] { 2 }"),
        Apart("IEnumerable<int> x", "new[] { 1, 2 }", "new List<int> { 1, 2 }"), Apart("IEnumerable<int> x", "new List<int> { 1 }", "new HashSet<int> { 1 }"), Apart("IReadOnlyList<int> x", "new[] { 1 }", "ImmutableArray.Create(1)"),
        Apart("IReadOnlyList<int> x", "new List<int> { 1 }", "new List<int> { 1 }.AsReadOnly()"), Apart("ICollection<int> x", "new List<int> { 1 }", "new Collection<int> { 1 }"),
        Apart("IEnumerable<object> x", "new string[] { \"a\" }", "new object[] { \"a\" }"),
        Apart("Queue<int> x", "new([1, 2])", "new([2, 1])"), Apart("Stack<int> x", "new([1, 2])", "new([2, 1])"), Apart("LinkedList<int> x", "new([1, 2])", "new([2, 1])"), Apart("ImmutableList<int> x", "[1, 2]", "[2, 1]"),
        Apart("ImmutableStack<int> x", "ImmutableStack.Create(1, 2)", "ImmutableStack.Create(2, 1)"), Apart("ImmutableQueue<int> x", "[1, 2]", "[2, 1]"), Apart("BitArray x", "new(7)", "new(8)"),
        Apart("PriorityQueue<string, int> x", "new([(\"a\", 1), (\"b\", 1)])", "new([(\"b\", 1), (\"a\", 1)])"), Apart("(int, int) x", "(1, 2)", "(2, 1)"), Apart("(int?, int) x", "(null, 1)", "(1, 1)"),
        Apart("Tuple<int, string> x", "new(1, \"a\")", "new(1, \"b\")"), Apart("KeyValuePair<int, int> x", "new(1, 2)", "new(2, 1)"), Apart("(string, string) x", "(\"a\", \"bc\")", "(\"ab\", \"c\")"),
        Together("int[] x", "[1, 2]", "Enumerable.Range(1, 2).ToArray()"), Together("List<int> x", "[1, 2]", "new List<int>(64) { 1, 2 }"), Together("int[][] x", "[[1], [1]]", "[[1], [1]]"),
        Together("int[,] x", "new int[,] { { 1, 2 } }", "(int[,])Array.CreateInstance(typeof(int), 1, 2) is var a && (a[0, 0] = 1) + (a[0, 1] = 2) > 0 ? a : a"),
        Together("List<string> x", "[\"ab\"]", "[new string(['a', 'b'])]"), Together("Queue<int> x", "new([2])", "Made.AfterRemovals(new Queue<int>([1, 2]), q => q.Dequeue())"),
        Together("IEnumerable<int> x", "new List<int> { 1 }", "new List<int> { 1 }"), Together("ImmutableArray<int> x", "[1, 2]", "ImmutableArray.Create(1).Add(2)"),
        Together("ImmutableList<int> x", "[1, 2]", "ImmutableList.Create(2).Insert(0, 1)"), Together("(int, List<int>) x", "(1, [2])", "(1, new() { 2 })"), Together("byte[] x", "new byte[3]", "[0, 0, 0]"),
    ];

    private static IEnumerable<KeyPair> ByContent =>
    [
        Apart("Dictionary<string, int> x", "new() { [\"a\"] = 1, [\"b\"] = 2 }", "new() { [\"b\"] = 2, [\"a\"] = 1 }"), Apart("Dictionary<int, int> x", "new() { [1] = 2 }", "new() { [2] = 1 }"),
        Apart("Dictionary<double, int> x", "new() { [0.0] = 1 }", "new() { [-0.0] = 1 }"), Apart("Dictionary<int, int[]?> x", "new() { [1] = null }", "new() { [1] = [] }"), Apart("HashSet<int> x", "[1, 2]", "[2, 1]"),
        Apart("HashSet<string> x", "[\"a\"]", "new(StringComparer.OrdinalIgnoreCase) { \"a\" }"), Apart("Dictionary<string, int> x", "new() { [\"a\"] = 1 }", "new(StringComparer.OrdinalIgnoreCase) { [\"a\"] = 1 }"),
        Apart("Dictionary<string, int> x", "new() { [\"a\"] = 1 }", "new(new ByLength()) { [\"a\"] = 1 }"), Apart("SortedSet<int> x", "new(new Descending()) { 1 }", "new() { 1 }"),
        Apart("SortedDictionary<int, int> x", "new() { [1] = 1 }", "new(new Descending()) { [1] = 1 }"), Apart("Dictionary<string, int>? x", "null", "new()"),
        Apart("IDictionary<string, int> x", "new Dictionary<string, int> { [\"a\"] = 1 }", "new SortedDictionary<string, int> { [\"a\"] = 1 }"),
        Apart("OrderedDictionary<string, int> x", "new() { [\"a\"] = 1, [\"b\"] = 2 }", "new() { [\"b\"] = 2, [\"a\"] = 1 }"), Apart("FrozenSet<int> x", "new[] { 1 }.ToFrozenSet()", "new[] { 2 }.ToFrozenSet()"),
        Apart("ImmutableDictionary<string, int> x", "ImmutableDictionary<string, int>.Empty.Add(\"a\", 1)", "ImmutableDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase).Add(\"a\", 1)"),
        Together("Dictionary<string, int> x", "new() { [\"a\"] = 1, [\"b\"] = 2 }", "new(64) { [\"a\"] = 1, [\"b\"] = 2 }"), Together("HashSet<int> x", "[1, 2]", "new(64) { 1, 2 }"), Together("SortedSet<int> x", "new() { 1, 2 }", "new() { 2, 1 }"),
        Together("SortedDictionary<string, int> x", "new() { [\"a\"] = 1, [\"b\"] = 2 }", "new() { [\"b\"] = 2, [\"a\"] = 1 }"), Together("SortedList<int, int> x", "new() { [1] = 1, [2] = 2 }", "new() { [2] = 2, [1] = 1 }"),
        Together("ImmutableSortedSet<int> x", "[1, 2]", "[2, 1]"), Together("Dictionary<string, List<int>> x", "new() { [\"a\"] = [1] }", "new() { [\"a\"] = [1] }"),
    ];

    private static IEnumerable<KeyPair> Objects =>
    [
        Apart("Base x", "new Base(1)", "new Middle(1)"), Apart("Middle x", "new Middle(1)", "new Own.Leaf(1)"), Apart("Open x", "new Open(1)", "new Derived(1, 0)"), Apart("Private x", "new Private(1)", "new Private(2)"),
        Apart("Person? x", "null", "new Person(\"\", 0)"), Apart("Person x", "new Person(null!, 0)", "new Person(\"\", 0)"), Apart("Secretive x", "new Secretive(1)", "Made.With(new Secretive(1), s => s.Seen())"),
        Apart("Lazily x", "new Lazily()", "Made.With(new Lazily(), l => _ = l.Value)"), Apart("SelfEqual x", "new SelfEqual(1)", "new SelfEqual(2)"), Apart("Captures x", "new Captures(1, null)", "new Captures(1, \"\")"),
        Apart("Point x", "new(1, 2)", "new(2, 1)"), Apart("Point? x", "null", "default(Point)"), Apart("Money x", "new(1.0m, \"EUR\")", "new(1.00m, \"EUR\")"), Apart("Doubles x", "new(0.0, 0, default, 0, null)", "new(-0.0, 0, default, 0, null)"),
        Apart("Shape x", "new Shape.Circle(1)", "new Shape.Square(1, null)"), Apart("Shape x", "new Shape.Group([])", "new Shape.Nothing()"), Apart("Expression x", "new Constant(1)", "new Own.Sum(new Constant(1), new Constant(1))"),
        Apart("IThing x", "new Thing { X = 1 }", "new Thing { X = 2 }"), Apart("Two<int, int> x", "new(1, 2)", "new(2, 1)"), Apart("Own.Box<int?> x", "new() { Value = null }", "new() { Value = 0 }"), Apart("Maybe<int> x", "new(false, 0)", "new(true, 0)"),
        Apart("Result<string> x", "new Result<string>.Fine(\"a\")", "new Result<string>.Failed(\"a\")"), Apart("Words x", "new() { \"a\" }", "new() { Title = \"a\" }"), Apart("List<string> x", "[\"a\"]", "new Words { \"a\" }"),
        Apart("Tree x", "new() { Children = { new() } }", "new() { Children = { new() { Children = { new() } } } }"), Apart("Node x", "Node.Chain(3)", "Node.Chain(4)"), Apart("Node x", "Node.Ring()", "Node.Chain(1)"),
        Apart("Overlaid x", "new() { Low = 1 }", "new() { High = 1 }"), Apart("Four x", "Made.FourNumbers()", "default"), Apart("Buffered x", "Made.Buffer()", "default"), Apart("Empty? x", "null", "new()"),
        Together("Person x", "new(\"a\", 1)", "new(\"a\", 1)"), Together("Private x", "new(1)", "new(1)"), Together("Own.Leaf x", "new(1)", "new(1)"), Together("Base x", "new Middle(1)", "new Middle(1)"),
        Together("Tree x", "Tree.Of(3)", "Tree.Of(3)"), Together("Shape x", "new Shape.Circle(1)", "new Shape.Circle(1)"), Together("Expression x", "new Constant(1)", "new Constant(1)"), Together("SelfEqual x", "new(1)", "new(1)"),
        Together("Line x", "new(new(1, 2), null, [new(1, \"a\")])", "new(new(1, 2), null, [new(1, \"a\")])"), Together("Two<int, List<int>> x", "new(1, [2])", "new(1, [2])"), Together("Captures x", "new(1, null)", "new(1, null)"),
        Together("Node x", "Node.Chain(5)", "Node.Chain(5)"), Together("IThing x", "new Thing { X = 1 }", "new Thing { X = 1 }"), Together("Result<string> x", "new Result<string>.Fine(\"a\")", "new Result<string>.Fine(\"a\")"),
    ];

    private static IEnumerable<KeyPair> Shared =>
    [
        Apart("List<int>[] x", "Made.Twice(new List<int> { 1 })", "[[1], [1]]"), Apart("int[][] x", "Made.TwiceOne()", "[[1, 2], [1, 2]]"), Apart("Pair x", "Made.TwoOfOne()", "new() { First = [1], Second = [1] }"),
        Apart("List<List<int>> x", "Made.OneListInTwoPlaces()", "[[1], [2], [1]]"), Apart("Tree x", "Made.FarShared()", "Made.NotShared()"), Apart("Arrays x", "Made.From(new int[] { 1 }, a => new Arrays(a, a))", "new([1], [1])"),
        Apart("Constant[] x", "Made.OneConstantTwice()", "[new(1), new(1)]"), Apart("SelfEqual[] x", "Made.Twice(new SelfEqual(1))", "[new(1), new(1)]"),
        Apart("Holding[] x", "Made.Twice(new Holding(new(1)))", "[new(new(1)), new(new(1))]"), Apart("Named[] x", "Made.Twice(new Named(1))", "[new(1), new(1)]"), Apart("(List<int>, List<int>) x", "Made.From(new List<int>(), l => (l, l))", "([], [])"),
        Apart("StringBuilder[] x", "Made.Twice(new StringBuilder(\"a\"))", "[new(\"a\"), new(\"a\")]"), Apart("Secretive[] x", "Made.Twice(new Secretive(1))", "[new(1), new(1)]"), Apart("Empty[] x", "Made.Twice(new Empty())", "[new(), new()]"),
        Apart("object[] x", "Made.Twice<object>(new List<int>())", "[new List<int>(), new List<int>()]"),
        Together("string[] x", "Made.Twice(\"ab\")", "[\"ab\", new string(['a', 'b'])]"), Together("Person[] x", "Made.Twice(new Person(\"a\", 1))", "[new(\"a\", 1), new(\"a\", 1)]"),
        Together("List<int>[] x", "Made.Twice(new List<int> { 1 })", "Made.Twice(new List<int> { 1 })"), Together("Tree x", "Made.FarShared()", "Made.FarShared()"),
        Together("Uri[] x", "Made.Twice(new Uri(\"http://a/\"))", "Made.Twice(new Uri(\"http://a/\"))"),
    ];

    // Where the method compares references, or asks what lies behind.
    private static IEnumerable<KeyPair> Compared =>
    [
        new("Unit x", "new Unit()", "Unit.Value", Together: false, "x == Unit.Value"),
        new("Unit x, Unit y", "Unit.Value, Unit.Value", "new Unit(), new Unit()", Together: false, "x == y"),
        new("int[] x", "new int[0]", "Array.Empty<int>()", Together: false, "x == Array.Empty<int>()"),
        new("Memory<int> x, Memory<int> y", "new[] { 1 }.AsMemory() is var m ? m : m, m", "new[] { 1 }, new[] { 1 }", Together: false, "x.Equals(y)"),
        new("ArraySegment<int> x, ArraySegment<int> y", "new ArraySegment<int>([1]) is var m ? m : m, m", "new([1]), new([1])", Together: false, "x == y"),
        new("ImmutableArray<int> x, ImmutableArray<int> y", "ImmutableArray.Create(1) is var m ? m : m, m", "[1], [1]", Together: false, "x == y"),
        new("IPAddress x, IPAddress y", "IPAddress.Parse(\"1.2.3.4\") is var m ? m : m, m", "IPAddress.Parse(\"1.2.3.4\"), IPAddress.Parse(\"1.2.3.4\")", Together: false, "x == y"),
        new("Tuple<int> x, Tuple<int> y", "Tuple.Create(1) is var m ? m : m, m", "new(1), new(1)", Together: false, "x == y"),
        new("ImmutableList<int> x, ImmutableList<int> y", "ImmutableList.Create(1) is var m ? m : m, m", "[1], [1]", Together: false, "x == y"),
        new("FrozenSet<int> x, FrozenSet<int> y", "new[] { 1 }.ToFrozenSet() is var m ? m : m, m", "new[] { 1 }.ToFrozenSet(), new[] { 1 }.ToFrozenSet()", Together: false, "x == y"),
        new("Constant x, Constant y", "new Constant(1) is var m ? m : m, m", "new(1), new(1)", Together: false, "x == y"),
        new("Constant x, Expression y", "new Constant(1) is var m ? m : m, m", "new(1), new Constant(1)", Together: false, "x == y"),
        new("object x, object y", "new Constant(1) is var m ? m : m, m", "new Constant(1), new Constant(1)", Together: false, "x == y"),
        new("List<int> x, IReadOnlyList<int> y", "new List<int>() is var m ? m : m, m", "new(), new List<int>()", Together: false, "x == y"),
        new("HashSet<int> x", "new(100)", "[]", Together: true, "x.Count"),
        new("Person x, Person y", "new Person(\"a\", 1) is var m ? m : m, m", "new(\"a\", 1), new(\"a\", 1)", Together: true, "x == y"),
        new("Version x, Version y", "new Version(1, 2) is var m ? m : m, m", "new(1, 2), new(1, 2)", Together: true, "x == y"),
    ];

    private static IEnumerable<KeyPair> Calls =>
    [
        new("params int[] x", "1, 2", "[1, 2]", Together: true, "x.Length"),
        new("params int[] x", "", "[]", Together: true, "x.Length"),
        new("params int[] x", "1, 2", "2, 1", Together: false, "x[0]"),
        new("in int x", "1", "1", Together: true, "x"),
        new("in decimal x", "1.0m", "1.00m", Together: false, "x.Scale"),
        new("OfByte x = OfByte.A", "", "OfByte.A", Together: true, "(int)x"),
        new("ImmutableHashSet<long> x", "[1L, 1L << 32]", "[1L << 32, 1L]", Together: false, "x.First()"),
        new("PriorityQueue<int, int> x", "new([(1, 1), (2, 1)])", "new([(2, 1), (1, 1)])", Together: false, "x.Peek()"),
        new("Tagged x", "new Tagged.Item { Y = 2 }", "new Elsewhere.Item { Y = 2 }", Together: false, "x.GetType() == typeof(Tagged.Item)"),
        new("Tagged x", "new Elsewhere.Item<int>()", "new Elsewhere.Item<long>()", Together: false, "x is Elsewhere.Item<int>"),
    ];

    // Where the method only looks up, nobody can tell in which order the entries came.
    private static IEnumerable<KeyPair> Lookups =>
    [
        new("Dictionary<string, int> x", "new() { [\"a\"] = 1, [\"b\"] = 2 }", "new() { [\"a\"] = 1, [\"b\"] = 3 }", Together: false, "x[\"a\"] + x[\"b\"]"),
        new("Dictionary<string, int> x", "new() { [\"a\"] = 1, [\"b\"] = 2 }", "new() { [\"b\"] = 2, [\"a\"] = 1 }", Together: false, "x.First().Value"),
        new("Dictionary<string, int> x", "new() { [\"a\"] = 1, [\"b\"] = 2 }", "new() { [\"b\"] = 2, [\"a\"] = 1 }", Together: false, "string.Concat(x.Keys)"),
        new("Dictionary<string, int> x", "new() { [\"a\"] = 1, [\"b\"] = 2 }", "new() { [\"b\"] = 2, [\"a\"] = 1 }", Together: false, "((IEnumerable<KeyValuePair<string, int>>)x).Last().Key"),
        new("HashSet<int> x", "[1, 2]", "[2, 1]", Together: false, "x.ToArray()[0]"),
        new("HashSet<int> x", "[1, 2]", "[2, 1]", Together: false, "string.Join(',', x)"),
    ];

    private static KeyPair Apart(string parameters, string one, string other) => new(parameters, one, other, Together: false);

    private static KeyPair Together(string parameters, string one, string other) => new(parameters, one, other, Together: true);
}
