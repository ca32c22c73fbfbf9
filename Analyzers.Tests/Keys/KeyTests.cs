namespace Memo.Analyzers.Tests.Keys;

public sealed class KeyTests
{
    private const string Types = """
        public enum Kind { A }
        public sealed record Person(string Name, int Age);
        public record struct Point(int X, int Y);
        public sealed class Bag { private readonly List<Point> _points = []; public int Count => _points.Count; public Kind Kind; }
        public sealed class Holder { public Stream? Stream; }

        """;

    [TestCase("bool")]
    [TestCase("int")]
    [TestCase("ulong")]
    [TestCase("char")]
    [TestCase("float")]
    [TestCase("double")]
    [TestCase("Half")]
    [TestCase("decimal")]
    [TestCase("string")]
    [TestCase("string?")]
    [TestCase("Guid")]
    [TestCase("DateTime")]
    [TestCase("DateTimeOffset")]
    [TestCase("TimeSpan")]
    [TestCase("DateOnly")]
    [TestCase("TimeOnly")]
    [TestCase("DayOfWeek")]
    [TestCase("int?")]
    [TestCase("Kind?")]
    [TestCase("int[]")]
    [TestCase("string[][]")]
    [TestCase("List<string>")]
    [TestCase("Dictionary<string, List<int>>")]
    [TestCase("HashSet<Guid>")]
    [TestCase("System.Collections.Immutable.ImmutableArray<int>")]
    [TestCase("KeyValuePair<string, int>")]
    [TestCase("(int, string)")]
    [TestCase("(int A, (string B, double C)[] D)")]
    [TestCase("Kind")]
    [TestCase("Person")]
    [TestCase("Point")]
    [TestCase("List<Person>")]
    [TestCase("Bag")]
    public Task Values_are_keyed_and_stored(string type) =>
        Check.Code(Types + SourceText.Class($"[Memoize] public static {type} F({type} x) => x;"));

    [TestCase("IEnumerable<int>")]
    [TestCase("IReadOnlyList<string>")]
    [TestCase("IReadOnlyCollection<int>")]
    [TestCase("IList<int>")]
    [TestCase("ICollection<Person>")]
    public Task Interfaces_of_collections_are_keyed_by_what_is_there(string type) =>
        Check.Code(Types + SourceText.Class($"[Memoize] public static int F({type} x) => x.Count();"));

    [TestCase("Func<int>")]
    [TestCase("Action")]
    [TestCase("Stream")]
    [TestCase("Task<int>")]
    [TestCase("IntPtr")]
    [TestCase("Thread")]
    [TestCase("System.Net.Http.HttpClient")]
    [TestCase("Holder")]
    [TestCase("List<Action>")]
    [TestCase("(int, Func<int>)")]
    [TestCase("IEnumerable<Stream>")]
    public Task What_is_no_value_cannot_be_part_of_a_key(string type) =>
        new AnalysisTest().File("C.cs", Types + SourceText.Class($"[Memoize] public static int F(int y, {type} {{|#0:x|}}) => y;")).Expecting("MEMO201").RunAsync();

    [TestCase("Func<int>")]
    [TestCase("Stream")]
    [TestCase("Thread")]
    [TestCase("Holder")]
    [TestCase("List<Action>")]
    [TestCase("Task<Stream>")]
    [TestCase("(int, Func<int>)")]
    public async Task What_is_no_value_cannot_be_stored(string type)
    {
        var findings = await Reported.InFiles(("C.cs", Types + "public static class C\n{\n[Memoize]\npublic static\n " + type + "\n F(int x) => null!;\n}"));
        Assert.That(findings.Select(f => f.Id), Is.Not.Empty.And.All.EqualTo("MEMO202"));
    }

    [Test]
    public Task A_parameter_that_is_not_keyed_is_fine() => Check.Members("""
        [Memoize] public static int F(int x, [NotKeyed("only reports progress")] IProgress<int> progress) => x;
        [Memoize] public static int G(int x, Action {|MEMO201:log|}) => x;
        """);

    [Test]
    public Task A_cancellation_token_is_never_keyed_and_never_reported() => Check.Members("""
        [Memoize] public static int F(int x, CancellationToken token = default) => x;
        """);

    [Test]
    public async Task Ref_and_out_parameters_are_reported_and_in_is_fine()
    {
        var findings = await Reported.InMembers("""
            [Memoize] public static int A(ref int x) => x;
            [Memoize] public static bool B(int x, out int y) { y = x; return true; }
            [Memoize] public static int C1(in int x) => x;
            [Memoize] public static int D(ReadOnlySpan<int> x) => x.Length;
            [Memoize] public static unsafe int E(int* x) => 1;
            """);
        Assert.That(findings.IdsAndLines().Where(f => f.StartsWith("MEMO205", StringComparison.Ordinal)),
            Is.EqualTo(["MEMO205 line 3", "MEMO205 line 4", "MEMO205 line 6", "MEMO205 line 7"]));
        Assert.That(findings.IdsAndLines(), Has.None.EndsWith("line 5"));
    }

    [Test]
    public async Task An_unsealed_class_is_fine_and_so_is_a_base_with_a_keyable_subclass()
    {
        var findings = await Reported.InFiles(("C.cs", """
            public class Shape { public int A; }
            public class Circle : Shape { public int B; }
            public static class C { [Memoize] public static int F(Shape shape) => shape.A; }
            """));
        Assert.That(findings.IdsAndLines(), Is.Empty);
    }

    [Test]
    public async Task A_class_that_contains_itself_is_keyed_by_value()
    {
        var findings = await Reported.InFiles(("C.cs", """
            public sealed class Node { public int A; public Node? Next; public List<Node> Children = []; }
            public static class C { [Memoize] public static int F(Node node) => node.A; [Memoize] public static Node G(int x) => new() { A = x }; }
            """));
        Assert.That(findings.IdsAndLines(), Is.Empty);
    }
}
