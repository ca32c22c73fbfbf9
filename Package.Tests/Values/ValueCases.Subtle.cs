namespace Memo.Package.Tests.Values;

// Where what lies behind a value shows only later, or only beside another one.
internal static partial class ValueCases
{
    // What is written in bulk.
    private static IEnumerable<ValueCase> Arrays =>
    [
        .. Exact("sbyte[]", "[-128, 127]"),
        .. Exact("short[]", "[short.MinValue]"),
        .. Exact("ushort[]", "[65535]"),
        .. Exact("uint[]", "[uint.MaxValue]"),
        .. Exact("long[]", "[long.MinValue]"),
        .. Exact("ulong[]", "[ulong.MaxValue]"),
        .. Exact("Half[]", "[Half.NegativeZero, BitConverter.UInt16BitsToHalf(0x7e12)]"),
        .. Exact("Int128[]", "[Int128.MinValue]"),
        .. Exact("Guid[]", "[Guid.Empty]"),
        .. Exact("TimeSpan[]", "[TimeSpan.MinValue]"),
        .. Exact("DateTimeOffset[]", "[new DateTimeOffset(1, TimeSpan.Zero)]"),
        .. Exact("BigInteger[]", "[BigInteger.Pow(2, 64), 0]"),
        .. Exact("Complex[]", "[new Complex(-0.0, double.NaN)]"),
        .. Exact("(int, double)[]", "[(1, -0.0)]"),
        .. Exact("decimal?[]", "[null, 0.0m]"),
        .. Exact("OfByte[]", "[(OfByte)9, OfByte.B]"),
        .. Exact("OfSByte[]", "[OfSByte.A]"),
        .. Exact("OfUShort[]", "[OfUShort.A]"),
        .. Exact("OfULong[]", "[OfULong.A, (OfULong)3]"),
        .. Exact("List<OfLong>", "[OfLong.A]"),
        .. Exact("Dictionary<OfULong, OfByte>", "new() { [OfULong.A] = OfByte.B }"),
        .. Exact("List<bool>", "[true, false]"),
        .. Exact("List<char>", @"['\ud800', '\0']"),
        .. Exact("List<byte>", "[0, 255]"),
        .. Exact("List<float>", "[BitConverter.UInt32BitsToSingle(0x7f800001)]"),
        .. Exact("List<int?>", "[1, null]"),
        .. Exact("ImmutableArray<double>", "[-0.0, BitConverter.UInt64BitsToDouble(0x7ff0000000000001)]"),
        .. Exact("HashSet<float>", "[-0f, BitConverter.UInt32BitsToSingle(0x7f800001)]"),
        .. Exact("Point[,]", "new Point[,] { { new(1, 2) } }"),
        .. Exact("Person?[,,]", "new Person?[,,] { { { null, new(\"a\", 1) } } }"),
        .. Exact("int[,,,]", "new int[1, 2, 1, 2]"),
        .. Exact("List<int[,]>", "[new int[1, 1]]"),
        .. Exact("KeyValuePair<string, int>?", "null", "new KeyValuePair<string, int>(null!, 1)"),
    ];

    // Collections whose order is not that of insertion alone.
    private static IEnumerable<ValueCase> Orders =>
    [
        .. Either("ConcurrentDictionary<int, int>", "new(Enumerable.Range(0, 40).Select(i => KeyValuePair.Create(i * 31, i)))"),
        .. Either("ConcurrentDictionary<int, int>", "new(1, 1000) { [2000] = 1, [1] = 2, [500] = 3 }", "new(8, 3) { [31] = 1, [1] = 2, [500] = 3 }"),
        .. Either("ConcurrentDictionary<long, int>", ["new() { [1L] = 1, [1L << 32] = 2, [2L << 32 | 3] = 3 }", "new(1, 31) { [1L << 32] = 2, [1L] = 1 }"], "x[3L << 32 | 2] = 4; x[77] = 5;"),
        .. Either("ImmutableHashSet<long>", ["[1L, 1L << 32]", "[1L << 32, 1L]", "ImmutableHashSet.Create(1L, 1L << 32, 2L << 32 | 3).Remove(1L)"], "x = x.Add(2L << 32 | 3);"),
        .. Either("ImmutableDictionary<long, int>", ["ImmutableDictionary<long, int>.Empty.Add(1L << 32, 1).Add(1L, 2)", "ImmutableDictionary<long, int>.Empty.Add(1L, 2).Add(1L << 32, 1).Add(2L << 32 | 3, 1).Remove(1L)"], ""),
        .. Exact("ImmutableHashSet<int>", "[.. Enumerable.Range(0, 100).Select(i => i * 7919 % 101)]"),
        .. Exact("ImmutableDictionary<int, int>", "Enumerable.Range(0, 100).ToImmutableDictionary(i => -i * 7919)"),
        .. Exact("FrozenSet<int>", "Enumerable.Range(0, 500).Select(i => i * i * 7919).ToFrozenSet()"),
        .. Exact("FrozenSet<long>", "new[] { 1L, 1L << 32, 2L << 32 | 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 }.ToFrozenSet()", "new[] { 1L << 32, 1L, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 }.ToFrozenSet()"),
        .. Exact("FrozenSet<string>", "Enumerable.Range(0, 300).Select(i => $\"{i * i:x}\").ToFrozenSet()", "new[] { \"abc\", \"abd\", \"xyz\" }.ToFrozenSet()", "FrozenSet<string>.Empty"),
        .. Exact("FrozenDictionary<string, int>", "Enumerable.Range(0, 300).ToFrozenDictionary(i => $\"{i * 7}-{i}\")"),
        .. Exact("FrozenDictionary<double, int>", "new Dictionary<double, int> { [0.5] = 1, [-0.0] = 2, [double.NaN] = 3 }.ToFrozenDictionary()"),
        .. Exact("FrozenDictionary<Guid, int>", "new Dictionary<Guid, int> { [Guid.Empty] = 1 }.ToFrozenDictionary()"),
        .. Changed("HashSet<int>", "for (var i = 100; i < 110; i++) x.Add(i);", "new HashSet<int>(1000) { 5, 4 }"),
        .. Either("HashSet<int>", ["Made.AfterRemovals(new HashSet<int> { 1, 2, 3 }, s => { s.Remove(3); s.TrimExcess(); })", "Made.AfterRemovals(new HashSet<int> { 1, 2, 3, 4, 5 }, s => { s.ExceptWith([2, 4]); s.Add(9); })", "Made.AfterRemovals(new HashSet<int> { 1, 2, 3 }, s => s.SymmetricExceptWith([3, 4]))",
            "Made.AfterRemovals(new HashSet<int> { 1, 2, 3 }, s => s.Remove(3))"], "x.Remove(1); x.Add(7); x.Add(8);"),
        .. Either("OrderedDictionary<string, int>", ["Made.AfterRemovals(new OrderedDictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 }, d => d.Remove(\"a\"))"], "x[\"c\"] = 1; x.Insert(0, \"d\", 2);"),
        .. Either("PriorityQueue<int, int>", ["Made.AfterRemovals(new PriorityQueue<int, int>(Enumerable.Range(0, 20).Select(i => (i, i % 3))), q => { q.Dequeue(); q.Dequeue(); })"], "x.Enqueue(99, 1); x.Dequeue(); x.Dequeue();"),
        .. Either("PriorityQueue<int, int>", "new(new Descending())"),
        .. Either("SortedSet<Label>", ["Made.Relabeled(new SortedSet<Label>())"], "x.Add(new() { Text = \"c\" });"),
        .. Either("HashSet<Label>", ["Made.Relabeled(new HashSet<Label>())"], "x.Add(new() { Text = \"zzz\" });"),
        .. Either("HashSet<Label>", "[new() { Text = \"a\" }, new() { Text = \"b\" }]"),
        .. Either("SortedSet<Label>", "new() { new() { Text = \"b\" }, new() { Text = \"a\" } }"),
        .. Either("Dictionary<Label, int>", ["Made.With(new Dictionary<Label, int> { [new() { Text = \"a\" }] = 1 }, d => d.Keys.First().Text = \"b\")"], "x[new() { Text = \"b\" }] = 2;"),
    ];

    // One object in two places.
    private static IEnumerable<ValueCase> OneObject =>
    [
        .. Either("Windows", ["Made.TwoWindows(0)", "Made.TwoWindows(1)", "new Windows(new[] { 1, 2 }, new[] { 1, 2 })"], "x.A.Span[1] = 9;"),
        .. Either("(int[], Memory<int>)", ["Made.From(new[] { 1, 2 }, a => (a, a.AsMemory()))"], "x.Item1[0] = 7;"),
        .. Either("ArraySegment<int>[]", ["Made.From(new[] { 1, 2 }, a => new[] { new ArraySegment<int>(a), new ArraySegment<int>(a, 1, 1) })"], "x[1][0] = 7;"),
        .. Either("ReadOnlyCollection<int>[]", "Made.From(new List<int> { 1 }, l => new[] { l.AsReadOnly(), l.AsReadOnly() })", "Made.Twice(new List<int> { 1 }.AsReadOnly())"),
        .. Either("(Collection<int>, List<int>)", ["Made.From(new List<int> { 1 }, l => (new Collection<int>(l), l))"], "x.Item2.Add(3);"),
        .. Either("IPAddress[]", "Made.Twice(IPAddress.Parse(\"1.2.3.4\"))"),
        .. Either("Tuple<int, int>[]", "Made.Twice(Tuple.Create(1, 2))"),
        .. Either("ImmutableList<int>[]", "Made.Twice(ImmutableList.Create(1))", "Made.Twice(ImmutableList<int>.Empty)"),
        .. Either("ImmutableHashSet<int>[]", "Made.Twice(ImmutableHashSet.Create(1))"),
        .. Either("FrozenSet<int>[]", "Made.Twice(new[] { 1 }.ToFrozenSet())"),
        .. Either("StringBuilder[]", "Made.Twice(new StringBuilder(\"a\"))"),
        .. Either("BitArray[]", "Made.Twice(new BitArray(3))"),
        .. Either("Unit[]", "Made.Twice(Unit.Value)", "[new(), new()]"),
        .. Either("Version[]", "Made.Twice(new Version(1, 2))"),
        .. Either("CultureInfo[]", "Made.Twice(CultureInfo.GetCultureInfo(\"de-DE\"))"),
        .. Either("object[]", "Made.Twice<object>(new List<int>())", "Made.Twice<object>(\"a\")"),
        .. Either("int[][,]", "Made.Twice(new int[1, 1])"),
        .. Either("Queue<int>[]", "Made.Twice(new Queue<int>())"),
        .. Either("Dictionary<string, List<int>>", "Made.From(new List<int>(), l => new Dictionary<string, List<int>> { [\"a\"] = l, [\"b\"] = l })"),
        .. Either("(Constant, Dictionary<Constant, int>)", "Made.KeyAndTable()"),
        .. Either("Holding[]", "Made.From(new Constant(1), c => new[] { new Holding(c), new Holding(c) })"),
        .. Either("ImmutableArray<Constant>", "Made.From(new Constant(1), c => ImmutableArray.Create(c, c))"),
        .. Either("KeyValuePair<List<int>, List<int>>", "Made.From(new List<int>(), l => KeyValuePair.Create(l, l))"),
        .. Either("Shape", "Made.From<Shape, Shape>(new Shape.Circle(1), s => new Shape.Group([s, s]))"),
        .. Either("Linked<List<int>>", "Made.From(new List<int>(), l => new Linked<List<int>> { Head = l, Tail = new() { Head = l } })"),
    ];

    private static IEnumerable<ValueCase> Names =>
    [
        .. Exact("Tagged", "new Tagged.Item { X = 1, Y = 2 }", "new Elsewhere.Item { X = 1, Y = 2 }"),
        .. Either("Tagged", "new Elsewhere.Item<int> { X = 1, Y = 2 }", "new Elsewhere.Item<long> { X = 1, Y = 2 }"),
        .. Exact("Tagged[]", "[new Tagged.Item { Y = 2 }, new Elsewhere.Item { Y = 2 }]"),
        .. Exact("Renamed", "new Renamed(1)"),
        .. Exact("Again", "new Again(1)"),
        .. Exact("Behind", "new Behind { Items = [1], Table = new Dictionary<string, int> { [\"a\"] = 1 } }", "new Behind { Items = new List<int> { 1 }, Table = new SortedDictionary<string, int>() }", "new Behind()"),
        .. Either("Behind", "new Behind { Items = new List<int> { 1, 2 }.Where(x => x > 1).ToList().AsReadOnly() }", "new Behind { Items = new Numbers { 1 } }"),
        .. Either("Guarded", "new Guarded()"),
    ];
}
