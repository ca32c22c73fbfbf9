namespace Memo.Analyzers.Tests.Keys;

/// <summary>In which order a dictionary or set was filled is in the key, unless the method only looks things up.</summary>
public sealed class LookedUpOnlyTests
{
    private static string[] Calls(string method, string first, string second)
    {
        using var program = new MemoizedProgram($$"""
            Console.WriteLine(C.F({{first}}));
            Console.WriteLine(C.F({{second}}));
            public static class C
            {
                [Memoize] public static {{method}}
                private static string Joined(IEnumerable<KeyValuePair<string, int>> all) => string.Join(",", all);
            }
            """);
        var off = program.Start("off");
        var run = program.Start();
        Assert.That(run.Output, Is.EqualTo(off.Output));
        return [.. run.Calls.Select(call => call.Split(' ')[0])];
    }

    private const string Forth = "new() { [\"a\"] = 1, [\"b\"] = 2 }";
    private const string Back = "new() { [\"b\"] = 2, [\"a\"] = 1 }";

    [TestCase("int F(Dictionary<string, int> d) => d[\"a\"];")]
    [TestCase("int F(Dictionary<string, int> d) => d.TryGetValue(\"b\", out var x) ? x : d.Count;")]
    [TestCase("bool F(Dictionary<string, int> d) { bool Has(string key) => d.ContainsKey(key); return Has(\"a\") && d.ContainsValue(2); }")]
    [TestCase("int F(Dictionary<string, int> d) => 1;")]
    public void A_dictionary_of_which_things_are_looked_up_is_one_in_any_order(string method) => Assert.That(Calls(method, Forth, Back), Is.EqualTo(["miss", "hit"]));

    [TestCase("int F(Dictionary<string, int> d) => d.First().Value;")]
    [TestCase("string F(Dictionary<string, int> d) => Joined(d);")]
    [TestCase("string F(Dictionary<string, int> d) => string.Join(\",\", d.Keys) + d[\"a\"];")]
    [TestCase("int F(Dictionary<string, int> d) { foreach (var (_, value) in d) return value; return d.Count; }")]
    [TestCase("int F(Dictionary<string, int> d) { var other = d; return other.Values.First(); }")]
    [TestCase("string F(Dictionary<string, int> d) { Func<IEnumerable<KeyValuePair<string, int>>> all = () => d; return string.Join(\",\", all()) + d.Count; }")]
    public void One_whose_order_may_show_is_not(string method) => Assert.That(Calls(method, Forth, Back), Is.EqualTo(["miss", "miss"]));

    [TestCase("new() { [\"a\"] = 1, [\"b\"] = 3 }")]
    [TestCase("new() { [\"a\"] = 1 }")]
    [TestCase("new() { [\"a\"] = 1, [\"c\"] = 2 }")]
    [TestCase("new(StringComparer.OrdinalIgnoreCase) { [\"a\"] = 1, [\"b\"] = 2 }")]
    public void Another_one_is_another(string other) =>
        Assert.That(Calls("int? F(Dictionary<string, int> d) => d.ContainsKey(\"A\") ? 7 : d.ContainsKey(\"b\") ? d[\"b\"] : null;", Forth, other), Is.EqualTo(["miss", "miss"]));

    [TestCase("new() { 3, 2, 1 }", "hit")]
    [TestCase("new(new HashSet<int> { 1, 2, 3 }.Where(x => x != 1)) { 1 }", "hit")]
    [TestCase("new() { 1, 2 }", "miss")]
    public void So_is_a_set(string other, string outcome) => Assert.That(Calls("bool F(HashSet<int> s) => s.Contains(2);", "new() { 1, 2, 3 }", other), Is.EqualTo(["miss", outcome]));

    [Test]
    public void The_same_object_that_is_enumerated_elsewhere_is_in_the_key_with_its_order()
    {
        using var program = new MemoizedProgram("""
            Dictionary<string, int> forth = new() { ["a"] = 1, ["b"] = 2 }, back = new() { ["b"] = 2, ["a"] = 1 };
            Console.WriteLine(C.F(forth, forth));
            Console.WriteLine(C.F(back, back));
            Console.WriteLine(new D { All = forth }.G(forth));
            Console.WriteLine(new D { All = back }.G(back));
            public static class C { [Memoize] public static string F(Dictionary<string, int> d, Dictionary<string, int> e) => d["a"] + string.Join(",", e); }
            public sealed class D { public Dictionary<string, int> All = []; [Memoize] public string G(Dictionary<string, int> d) => d["a"] + string.Join(",", All); }
            """);
        var off = program.Start("off");
        var run = program.Start();
        Assert.That(run.Output, Is.EqualTo(off.Output));
        Assert.That(run.Of("miss"), Has.Length.EqualTo(4));
    }
}
