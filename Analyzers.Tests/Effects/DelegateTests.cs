namespace Memo.Analyzers.Tests.Effects;

public sealed class DelegateTests
{
    [Test]
    public Task A_lambda_made_here_is_known() => Check.Members("""
        private static int Twice(Func<int, int> f, int x) => f(f(x));
        [Memoize] public static int F(int x) => Twice(y => y + x, 1) + new[] { 1 }.Select(y => y * x).Sum();
        """);

    [Test]
    public async Task A_delegate_from_a_static_cannot_be_verified()
    {
        var findings = await Reported.InMembers("""
            public static Func<int, int> Hook = x => x;
            [Memoize] public static int F(int x) => Hook(x);
            """);
        Assert.That(findings.IdsAndLines(), Does.Contain("MEMO107 line 4"));
    }

    [Test]
    public async Task A_delegate_parameter_can_neither_be_keyed_nor_verified()
    {
        var findings = await Reported.InMembers("""
            [Memoize]
            public static int F(
                Func<int, int> f)
                => f(1);
            """);
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO201 line 5", "MEMO107 line 6"]));
    }

    [Test]
    public Task A_delegate_chosen_here_is_known() => Check.Members("""
        [Memoize]
        public static int F(int x)
        {
            Func<int, int> f = x > 1 ? Add : y => y - 1;
            var table = new Dictionary<string, Func<int, int>> { ["add"] = Add, ["sub"] = y => y - 1 };
            return f(x) + table["add"](x);
        }
        private static int Add(int x) => x + 1;
        """);

    [Test]
    public async Task A_delegate_in_a_field_of_the_receiver_cannot_be_verified()
    {
        var findings = await Reported.InFiles(("C.cs", """
            public sealed class D(int seed) { public Func<int, int> Hook { get; set; } = x => x; public int Run(int x) => Hook(x) + seed; }
            public static class C
            {
                [Memoize] public static int F(D d) => d.Run(1);
            }
            """));
        Assert.That(findings.IdsAndLines(), Does.Contain("MEMO107 line 4"));
    }

    [Test]
    public Task A_comparison_and_a_predicate_made_here_are_known() => Check.Members("""
        [Memoize]
        public static List<int> F(List<int> xs)
        {
            var ys = xs.Where(x => x > 0).ToList();
            ys.Sort((a, b) => b.CompareTo(a));
            ys.RemoveAll(y => y > 9);
            return ys.FindAll(y => y % 2 == 0).ConvertAll(y => y + 1);
        }
        """);
}
