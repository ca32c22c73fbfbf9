namespace Memo.Analyzers.Tests.Effects;

public sealed class StaticStateTests
{
    [Test]
    public Task Reading_a_public_mutable_static_is_reported() => Check.Members("""
        public static int Factor = 2;
        [Memoize] public static int F(int x) => x * {|MEMO102:Factor|};
        """);

    [Test]
    public Task Reading_a_constant_is_fine() => Check.Members("""
        public const int Factor = 2;
        [Memoize] public static int F(int x) => x * Factor;
        """);

    [Test]
    public Task Reading_a_readonly_static_of_an_immutable_type_is_fine() => Check.Members("""
        public static readonly int Factor = 2;
        public static readonly string Name = "n";
        [Memoize] public static string F(int x) => Name + (x * Factor == 3 ? "a" : "b");
        """);

    [Test]
    public Task Reading_a_private_static_that_nothing_assigns_is_fine() => Check.Members("""
        private static int _factor = 2;
        [Memoize] public static int F(int x) => x * _factor;
        """);

    [Test]
    public Task Reading_a_private_static_that_another_method_assigns_is_reported() => Check.Members("""
        private static int _factor = 2;
        public static void Set(int factor) => _factor = factor;
        [Memoize] public static int F(int x) => x * {|MEMO102:_factor|};
        """);

    [Test]
    public Task Reading_a_static_property_with_a_setter_is_reported() => Check.Members("""
        public static int Factor { get; set; } = 2;
        [Memoize] public static int F(int x) => x * {|MEMO102:Factor|};
        """);

    [Test]
    public Task Reading_a_get_only_static_property_of_an_immutable_type_is_fine() => Check.Members("""
        public static int Factor { get; } = 2;
        [Memoize] public static int F(int x) => x * Factor;
        """);

    [Test]
    public Task A_private_lookup_table_that_is_only_read_is_fine() => Check.Members("""
        private static readonly Dictionary<string, int> Table = new() { ["a"] = 1, ["b"] = 2 };
        private static readonly int[] Weights = [1, 2, 3];
        private static readonly HashSet<string> StopWords = new(StringComparer.OrdinalIgnoreCase) { "the", "a" };
        [Memoize] public static int F(string x) => Table[x] * Weights[0] + (StopWords.Contains(x) ? 1 : 0);
        """);

    [Test]
    public Task A_private_lookup_table_filled_in_the_static_constructor_is_fine() => Check.Code("""
        public static class C
        {
            private static readonly Dictionary<int, int> Squares = new();
            static C()
            {
                for (var i = 0; i < 10; i++) Squares[i] = i * i;
            }
            [Memoize] public static int F(int x) => Squares[x];
        }
        """);

    [Test]
    public Task A_private_lookup_table_that_another_method_changes_is_reported() => Check.Members("""
        private static readonly Dictionary<string, int> Table = new() { ["a"] = 1 };
        public static void Learn(string word) => Table[word] = 2;
        [Memoize] public static int F(string x) => {|MEMO102:Table|}[x];
        """);

    [Test]
    public Task A_private_lookup_table_that_escapes_is_reported() => Check.Members("""
        private static readonly Dictionary<string, int> Table = new() { ["a"] = 1 };
        public static Dictionary<string, int> All() => Table;
        [Memoize] public static int F(string x) => {|MEMO102:Table|}[x];
        """);

    [Test]
    public Task A_public_readonly_table_can_be_changed_by_anyone() => Check.Members("""
        public static readonly List<int> Table = [1, 2];
        [Memoize] public static int F(int x) => {|MEMO102:Table|}[x];
        """);

    [Test]
    public Task A_public_immutable_table_is_fine() => Check.Members("""
        public static readonly System.Collections.Immutable.ImmutableArray<int> Table = [1, 2];
        [Memoize] public static int F(int x) => Table[x];
        """);

    [Test]
    public Task Assigning_a_static_is_reported() => Check.Members("""
        public static int Count;
        [Memoize] public static int F(int x) { {|MEMO103:Count = x|}; return x; }
        """);

    [Test]
    public async Task Counting_calls_in_a_static_changes_it()
    {
        var findings = await Reported.InMembers("""
            private static int _count;
            [Memoize] public static int F(int x) { _count++; return x; }
            """);
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO103 line 4"]));
    }

    [Test]
    public Task Assigning_a_local_is_fine() => Check.Members("""
        [Memoize] public static int F(int x) { var count = 0; count++; count = x; return count; }
        """);

    [Test]
    public async Task Caching_in_a_static_dictionary_changes_it()
    {
        var findings = await Reported.InMembers("""
            private static readonly Dictionary<int, int> Cache = new();
            [Memoize]
            public static int F(int x)
            {
                if (Cache.TryGetValue(x, out var known)) return known;
                Cache[x] = x * x;
                return x * x;
            }
            """);
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO103 line 8"]));
    }

    [Test]
    public async Task Adding_to_a_static_list_in_a_callee_is_reported()
    {
        var findings = await Reported.InMembers("""
            public static readonly List<int> Log = [];
            private static void Note(int x) => Log.Add(x);
            [Memoize] public static int F(int x) { Note(x); return x; }
            """);
        Assert.That(findings.IdsAndLines(), Does.Contain("MEMO103 line 5"));
    }

    [Test]
    public Task A_static_lazy_with_a_pure_factory_is_fine() => Check.Members("""
        private static readonly Lazy<int[]> Primes = new(() => [2, 3, 5]);
        [Memoize] public static int F(int x) => Primes.Value[x];
        """);

    [Test]
    public async Task A_static_initialized_from_the_clock_is_reported()
    {
        var findings = await Reported.InMembers("""
            private static readonly DateTime Started = DateTime.UtcNow;
            [Memoize] public static long F(int x) => Started.Ticks + x;
            """);
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO104 line 4"]));
    }

    [Test]
    public Task A_regex_in_a_static_is_a_value() => Check.Members("""
        private static readonly System.Text.RegularExpressions.Regex Word = new(@"\w+");
        [Memoize] public static int F(string x) => Word.Matches(x).Count;
        """);

    [Test]
    public Task A_lock_object_is_fine() => Check.Members("""
        private static readonly object Gate = new();
        [Memoize] public static int F(int x) { lock (Gate) return x + 1; }
        """);

    [Test]
    public Task Serializer_options_that_only_the_serializer_sees_are_fine() => Check.Members("""
        private static readonly System.Text.Json.JsonSerializerOptions Options =
            new() { WriteIndented = true, PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.CamelCase };
        [Memoize] public static string F(int[] x) => System.Text.Json.JsonSerializer.Serialize(x, Options);
        """);

    [Test]
    public Task Serializer_options_that_somebody_changes_are_not() => Check.Members("""
        private static readonly System.Text.Json.JsonSerializerOptions Options = new();
        public static void Indent() => Options.WriteIndented = true;
        [Memoize] public static string F(int[] x) => System.Text.Json.JsonSerializer.Serialize(x, {|MEMO102:Options|});
        """);
}
