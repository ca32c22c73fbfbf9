namespace Memo.Analyzers.Tests.Effects;

public sealed class NondeterminismTests
{
    [TestCase("DateTime.Now.Ticks", "DateTime.Now")]
    [TestCase("DateTime.UtcNow.Ticks", "DateTime.UtcNow")]
    [TestCase("DateTimeOffset.Now.Ticks", "DateTimeOffset.Now")]
    [TestCase("Guid.NewGuid().GetHashCode()", "Guid.NewGuid()")]
    [TestCase("Random.Shared.Next()", "Random.Shared")]
    [TestCase("new Random().Next()", "new Random()")]
    [TestCase("Environment.TickCount64", "Environment.TickCount64")]
    [TestCase("System.Diagnostics.Stopwatch.GetTimestamp()", "System.Diagnostics.Stopwatch.GetTimestamp()")]
    [TestCase("Environment.CurrentManagedThreadId", "Environment.CurrentManagedThreadId")]
    [TestCase("Thread.CurrentThread.ManagedThreadId", "Thread.CurrentThread")]
    [TestCase("Path.GetRandomFileName().Length", "Path.GetRandomFileName()")]
    [TestCase("System.Security.Cryptography.RandomNumberGenerator.GetInt32(5)", "System.Security.Cryptography.RandomNumberGenerator.GetInt32(5)")]
    [TestCase("new object().GetHashCode()", "new object().GetHashCode()")]
    [TestCase("\"a\".GetHashCode()", "\"a\".GetHashCode()")]
    [TestCase("HashCode.Combine(1, 2)", "HashCode.Combine(1, 2)")]
    [TestCase("GC.GetTotalMemory(false)", "GC.GetTotalMemory(false)")]
    [TestCase("System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(new object())", "System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(new object())")]
    public async Task What_changes_from_run_to_run_is_reported(string expression, string at)
    {
        var source = "[Memoize] public static long F(int x) => x + " + expression + ";";
        var findings = await Reported.InMembers(source);
        Assert.That(findings.IdsAndLines(), Is.Not.Empty.And.All.EqualTo("MEMO104 line 3"));
        var marked = findings[0].Location.SourceTree!.ToString().Substring(findings[0].Location.SourceSpan.Start);
        Assert.That(marked, Does.StartWith(at));
    }

    [TestCase("new Random(42).Next()")]
    [TestCase("new Guid(\"00000000-0000-0000-0000-000000000001\").ToByteArray()[0]")]
    [TestCase("new DateTime(2024, 1, 1).AddDays(x).Ticks")]
    [TestCase("TimeSpan.FromHours(x).Ticks")]
    [TestCase("5.GetHashCode()")]
    [TestCase("new HashSet<string> { \"a\" }.Count")]
    [TestCase("new Dictionary<string, int> { [\"a\"] = 1 }.Keys.First().Length")]
    public Task What_is_the_same_in_every_run_is_not(string expression) =>
        Check.Members("[Memoize] public static long F(int x) => x + " + expression + ";");

    [Test]
    public Task A_random_that_the_caller_seeds_is_fine_in_a_helper() => Check.Members("""
        [Memoize] public static int F(int seed) => Draw(new Random(seed));
        private static int Draw(Random random) => random.Next(10) + random.Next(5);
        """);

    [Test]
    public Task The_clock_in_a_helper_is_reported_at_the_call() => Check.Members("""
        [Memoize] public static long F(int x) => x + {|MEMO104:Stamp()|};
        private static long Stamp() => DateTime.UtcNow.Ticks;
        """);

    [Test]
    public Task Order_by_hash_code_is_reported_when_it_shows() => Check.Members("""
        [Memoize]
        public static List<string> F(string[] words)
        {
            var groups = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
            foreach (var word in words) groups[word] = 1;
            return {|MEMO104:groups.Keys|}.ToList();
        }
        """);

    [Test]
    public Task Looking_up_and_ordering_hide_the_order_by_hash_code() => Check.Members("""
        [Memoize]
        public static int F(string[] words)
        {
            var groups = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
            foreach (var word in words) groups[word] = 1;
            return groups.Count + (groups.ContainsKey("a") ? 1 : 0);
        }
        """);

    [Test]
    public Task Which_task_ends_first_is_reported() => Check.Members("""
        [Memoize]
        public static async Task<int> F(int x) => await await {|MEMO104:Task.WhenAny(Later(x), Later(1))|};
        private static async Task<int> Later(int x) { await Task.Yield(); return x; }
        """);

    [Test]
    public Task Waiting_for_all_tasks_is_fine() => Check.Members("""
        [Memoize]
        public static async Task<int> F(int x) => (await Task.WhenAll(Later(x), Later(1))).Sum();
        private static async Task<int> Later(int x) { await Task.Yield(); return x; }
        """);

    [Test]
    public Task A_user_s_hash_code_called_by_a_collection_leaks_nothing() => Check.Code("""
        public sealed class Name(string text)
        {
            public override bool Equals(object? other) => other is Name name && name.Text == Text;
            public override int GetHashCode() => Text.GetHashCode();
            public string Text { get; } = text;
        }
        public static class C
        {
            [Memoize] public static int F(string x) => new HashSet<Name> { new(x), new("a") }.Count;
            [Memoize] public static int G(string x) => {|MEMO104:new Name(x).GetHashCode()|};
        }
        """);
}
