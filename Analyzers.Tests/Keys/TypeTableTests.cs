namespace Memo.Analyzers.Tests.Keys;

/// <summary>
/// Which types of the framework are accepted as parameters and as results today: exactly those that the generated code keys and gives
/// back bit for bit. A type moves to the first list when its encoder is written, never before.
/// </summary>
public sealed class TypeTableTests
{
    private const string Usings = "using System.Collections.Concurrent;\nusing System.Collections.Frozen;\nusing System.Collections.Immutable;\nusing System.Collections.ObjectModel;\nusing System.Numerics;\n";

    [TestCase("bool")]
    [TestCase("sbyte")]
    [TestCase("byte")]
    [TestCase("short")]
    [TestCase("ushort")]
    [TestCase("int")]
    [TestCase("uint")]
    [TestCase("long")]
    [TestCase("ulong")]
    [TestCase("Int128")]
    [TestCase("UInt128")]
    [TestCase("float")]
    [TestCase("double")]
    [TestCase("Half")]
    [TestCase("decimal")]
    [TestCase("char")]
    [TestCase("string")]
    [TestCase("DayOfWeek")]
    [TestCase("DateTime")]
    [TestCase("DateTimeOffset")]
    [TestCase("TimeSpan")]
    [TestCase("DateOnly")]
    [TestCase("TimeOnly")]
    [TestCase("Guid")]
    [TestCase("Version")]
    [TestCase("Uri")]
    [TestCase("BigInteger")]
    [TestCase("int?")]
    [TestCase("byte[]")]
    [TestCase("string[]")]
    [TestCase("int[][]")]
    [TestCase("List<double>")]
    [TestCase("HashSet<string>")]
    [TestCase("Dictionary<Guid, decimal>")]
    [TestCase("ImmutableArray<int>")]
    [TestCase("KeyValuePair<string, int>")]
    [TestCase("(int, string)")]
    [TestCase("(int, int, int, int, int, int, int, int, string)")]
    [TestCase("Vector2")]
    [TestCase("Vector3")]
    [TestCase("Vector4")]
    [TestCase("Quaternion")]
    [TestCase("Plane")]
    [TestCase("Matrix3x2")]
    [TestCase("Matrix4x4")]
    [TestCase("Vector3[]")]
    [TestCase("Vector3?")]
    [TestCase("Memory<byte>")]
    [TestCase("ReadOnlyMemory<int>")]
    [TestCase("ArraySegment<int>")]
    [TestCase("int[,]")]
    [TestCase("LinkedList<int>")]
    [TestCase("Queue<int>")]
    [TestCase("Stack<int>")]
    [TestCase("PriorityQueue<string, int>")]
    [TestCase("SortedSet<int>")]
    [TestCase("SortedDictionary<string, int>")]
    [TestCase("SortedList<string, int>")]
    [TestCase("OrderedDictionary<string, int>")]
    [TestCase("ConcurrentDictionary<string, int>")]
    [TestCase("ConcurrentQueue<int>")]
    [TestCase("ObservableCollection<int>")]
    [TestCase("Collection<int>")]
    [TestCase("ReadOnlyCollection<int>")]
    [TestCase("ReadOnlyDictionary<string, int>")]
    [TestCase("ImmutableList<int>")]
    [TestCase("ImmutableHashSet<int>")]
    [TestCase("ImmutableSortedSet<int>")]
    [TestCase("ImmutableDictionary<string, int>")]
    [TestCase("ImmutableSortedDictionary<string, int>")]
    [TestCase("ImmutableQueue<int>")]
    [TestCase("ImmutableStack<int>")]
    [TestCase("FrozenSet<string>")]
    [TestCase("FrozenDictionary<string, int>")]
    [TestCase("ISet<int>")]
    [TestCase("IDictionary<string, int>")]
    [TestCase("IReadOnlyDictionary<string, int>")]
    [TestCase("Tuple<int, string>")]
    [TestCase("Complex")]
    [TestCase("Rune")]
    [TestCase("Index")]
    [TestCase("Range")]
    [TestCase("StringBuilder")]
    [TestCase("System.Collections.BitArray")]
    [TestCase("System.Drawing.Point")]
    [TestCase("System.Net.IPAddress")]
    [TestCase("CultureInfo")]
    [TestCase("object")]
    [TestCase("object[]")]
    [TestCase("string[,,]")]
    [TestCase("int[][,]")]
    [TestCase("System.Collections.DictionaryEntry")]
    [TestCase("ReadOnlyMemory<char>")]
    [TestCase("ReadOnlySet<int>")]
    [TestCase("Tuple<int, int, int, int, int, int, int, Tuple<string>>")]
    [TestCase("HashSet<int[]>")]
    [TestCase("Dictionary<(int, string), object>")]
    [TestCase("System.Text.Json.JsonElement")]
    [TestCase("System.Text.Json.JsonDocument")]
    [TestCase("System.Text.Json.Nodes.JsonNode")]
    [TestCase("ValueTuple")]
    [TestCase("IEnumerable<int>")]
    [TestCase("IReadOnlyCollection<int>")]
    [TestCase("IReadOnlyList<int>")]
    [TestCase("ICollection<int>")]
    [TestCase("IList<int>")]
    [TestCase("IReadOnlySet<int>")]
    public async Task A_type_that_comes_back_exactly_is_accepted(string type)
    {
        var source = Program(type);
        Assert.That((await Reported.InFiles(("C.cs", source))).IdsAndLines(), Is.Empty);
        var generated = Generated.From(source + "public static class Use { public static object? Run(" + type + " x) => (C.F(x), C.G(x)); }");
        Assert.That(generated.Problems, Is.Empty);
        Assert.That(EmittedManifest.Of(generated).FindingsOf("F"), Is.Empty);
    }

    [TestCase("ConcurrentBag<int>")]
    [TestCase("ILookup<string, int>")]
    [TestCase("Vector<int>")]
    [TestCase("System.Drawing.Color")]
    [TestCase("System.Text.RegularExpressions.Regex")]
    [TestCase("TimeZoneInfo")]
    [TestCase("Encoding")]
    [TestCase("nint")]
    [TestCase("System.Collections.ArrayList")]
    [TestCase("Exception")]
    [TestCase("Random")]
    [TestCase("Lazy<int>")]
    [TestCase("Func<int>")]
    [TestCase("Stream")]
    [TestCase("System.Xml.Linq.XElement")]
    [TestCase("dynamic")]
    [TestCase("System.Collections.IEnumerable")]
    [TestCase("List<Lazy<int>>")]
    [TestCase("IReadOnlyList<Stream>")]
    [TestCase("ImmutableHashSet<int[]>")]
    [TestCase("FrozenSet<object>")]
    [TestCase("HashSet<Tuple<int, int[]>>")]
    public async Task A_type_without_an_encoder_is_refused(string type)
    {
        var found = await Reported.InFiles(("C.cs", Program(type)));
        Assert.That(found.Select(d => d.Id), Has.Some.EqualTo("MEMO201"));
        Assert.That(found.Select(d => d.Id), Has.Some.EqualTo("MEMO202").Or.Some.EqualTo("MEMO204"));
        var manifest = EmittedManifest.Of(Program(type));
        Assert.That(manifest.FindingsOf("F"), Has.Some.StartsWith("MEMO201 "));
        Assert.That(manifest.FindingsOf("G"), Has.Some.StartsWith("MEMO20"));
    }

    [Test]
    public async Task A_type_is_a_parameter_and_no_result() => Assert.That(
        (await Reported.InFiles(("C.cs", Program("Type")))).Where(d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info).Select(d => $"{d.Id} {d.Location.GetLineSpan().StartLinePosition.Line}"),
        Is.EqualTo(["MEMO202 8"]));

    [Test]
    public void Vectors_and_matrices_come_back_bit_for_bit() => Harness.MemoizedProgram.RemembersAll(7, """
        using System.Numerics;
        Console.WriteLine(C.A(new(1, float.NaN)).Y + " " + BitConverter.SingleToInt32Bits(C.B(new(-0f, 1, 2)).X));
        Console.WriteLine(C.D(new(1, 2, 3, 4)) + " " + C.E(new(1, 2, 3, 4)) + " " + C.G(new(1, 2, 3, 4)));
        Console.WriteLine(C.H(Matrix3x2.CreateRotation(1)) + " " + C.I([Matrix4x4.CreateRotationX(1)])[0]);
        public static class C
        {
            [Memoize] public static Vector2 A(Vector2 x) => x;
            [Memoize] public static Vector3 B(Vector3 x) => x;
            [Memoize] public static Vector4 D(Vector4 x) => x * 2;
            [Memoize] public static Quaternion E(Quaternion x) => x * 2;
            [Memoize] public static Plane G(Plane x) => new(x.Normal, x.D + 1);
            [Memoize] public static Matrix3x2 H(Matrix3x2 x) => x * x;
            [Memoize] public static Matrix4x4[] I(Matrix4x4[] x) => [x[0] * x[0]];
        }
        """);

    private static string Program(string type) => Usings + $$"""
        public static class C
        {
            [Memoize] public static int F({{type}} x) => 1;
            [Memoize] public static {{type}} G({{type}} x) => x;
        }

        """;
}
