using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Generation;

/// <summary>What collections are beyond their elements, and what therefore is another call, or no result.</summary>
public sealed class CollectionDetailTests
{
    [Test]
    public void A_result_with_gaps_is_not_stored_and_one_without_is()
    {
        using var program = new MemoizedProgram("""
            var a = C.Removed(3); a.Add(9); Console.WriteLine(string.Join(",", a));
            var b = C.RemovedKeys(3); b.Add(9, 9); Console.WriteLine(string.Join(",", b.Keys));
            var c = C.Made(3); c.Add(9); Console.WriteLine(string.Join(",", c));
            var d = C.Copied(3); d.Add(9, 9); Console.WriteLine(string.Join(",", d.Keys));
            static class C
            {
                [Memoize] public static HashSet<int> Removed(int n) { var set = Enumerable.Range(0, n).ToHashSet(); set.Remove(0); return set; }
                [Memoize] public static Dictionary<int, int> RemovedKeys(int n) { var map = Enumerable.Range(0, n).ToDictionary(x => x); map.Remove(0); return map; }
                [Memoize] public static HashSet<int> Made(int n) { var set = Enumerable.Range(0, n).ToHashSet(); set.Remove(0); set.Add(0); return set; }
                [Memoize] public static Dictionary<int, int> Copied(int n) => new(RemovedKeys(n));
            }
            """);
        var plain = program.Start("off").Output;
        Assert.That(program.Start().Output, Is.EqualTo(plain));
        var second = program.Start();
        Assert.That(second.Output, Is.EqualTo(plain));
        Assert.That(second.Of("hit"), Is.EqualTo(["C.Made(3)", "C.Copied(3)"]), string.Join('\n', second.Log));
        Assert.That(second.Log.Where(line => line.StartsWith("memo: miss ", StringComparison.Ordinal)), Has.Exactly(2).Contain("from which").And.Exactly(2).Contain("were removed"));
    }

    [Test]
    public void A_set_whose_copies_keep_gaps_is_no_argument_and_a_dictionary_is()
    {
        using var program = new MemoizedProgram("""
            var gaps = new HashSet<int> { 1, 2, 3 }; gaps.Remove(2);
            Console.WriteLine(C.Add(gaps)); Console.WriteLine(C.Add([1, 3]));
            var map = new Dictionary<int, int> { [1] = 1, [2] = 2, [3] = 3 }; map.Remove(2);
            Console.WriteLine(C.AddKey(map)); Console.WriteLine(C.AddKey(new() { [1] = 1, [3] = 3 }));
            static class C
            {
                [Memoize] public static string Add(HashSet<int> set) { var copy = new HashSet<int>(set) { 9 }; return string.Join(',', copy); }
                [Memoize] public static string AddKey(Dictionary<int, int> map) { var copy = new Dictionary<int, int>(map) { [9] = 9 }; return string.Join(',', copy.Keys); }
            }
            """);
        var plain = program.Start("off").Output;
        Assert.That(plain, Is.EqualTo("1,9,3\n1,3,9\n1,3,9\n1,3,9\n"));
        Assert.That(program.Start().Output, Is.EqualTo(plain));
        var second = program.Start();
        Assert.That(second.Output, Is.EqualTo(plain));
        Assert.That(second.Calls.Select(call => call.Split(' ')[0]), Is.EqualTo(["bypass", "hit", "hit", "hit"]), string.Join('\n', second.Log));
    }

    [Test]
    public void A_class_is_compared_by_identity_whatever_its_Equals_says()
    {
        using var program = new MemoizedProgram("""
            var one = new Named("x");
            Console.WriteLine(C.Same(one, one)); Console.WriteLine(C.Same(one, new Named("x")));
            var record = new Point(1);
            Console.WriteLine(C.Equal(record, record)); Console.WriteLine(C.Equal(record, new Point(1)));
            sealed class Named(string name) { public string Name { get; } = name; public override bool Equals(object? other) => base.Equals(other); public override int GetHashCode() => Name.Length; }
            sealed record Point(int X);
            static class C
            {
                [Memoize] public static bool Same(Named x, Named y) => x == y;
                [Memoize] public static bool Equal(Point x, Point y) => x == y;
            }
            """);
        var plain = program.Start("off").Output;
        Assert.That(plain, Is.EqualTo("True\nFalse\nTrue\nTrue\n"));
        Assert.That(program.Start().Output, Is.EqualTo(plain));
        var second = program.Start();
        Assert.That(second.Output, Is.EqualTo(plain));
        Assert.That(second.Of("hit"), Has.Length.EqualTo(2), string.Join('\n', second.Log));
    }

    [Test]
    public void A_record_that_says_itself_what_is_equal_has_an_identity()
    {
        using var program = new MemoizedProgram("""
            var one = new Own("x");
            Console.WriteLine(C.Equal(one, one)); Console.WriteLine(C.Equal(one, new Own("x")));
            sealed record Own(string Name) { public bool Equals(Own? other) => ReferenceEquals(this, other); public override int GetHashCode() => 1; }
            static class C { [Memoize] public static bool Equal(Own x, Own y) => x == y; }
            """);
        program.Start();
        Assert.That(program.Start().Output, Is.EqualTo("True\nFalse\n"));
    }

    [Test]
    public void Comparers_that_have_a_name_are_part_of_keys_and_results_and_others_are_refused()
    {
        using var program = new MemoizedProgram("""
            Dictionary<string, int> Map(StringComparer? comparer) => new(comparer) { ["a"] = 1 };
            Console.WriteLine(C.Get(Map(null))); Console.WriteLine(C.Get(Map(StringComparer.Ordinal))); Console.WriteLine(C.Get(Map(StringComparer.OrdinalIgnoreCase)));
            Console.WriteLine(C.Get(Map(StringComparer.InvariantCulture)));
            Console.WriteLine(C.Make(1).Contains("A")); Console.WriteLine(C.Make(1).Comparer == StringComparer.OrdinalIgnoreCase); Console.WriteLine(C.Sorted(1).Min);
            static class C
            {
                [Memoize] public static int Get(Dictionary<string, int> map) => map.GetValueOrDefault("A");
                [Memoize] public static HashSet<string> Make(int n) => new(StringComparer.OrdinalIgnoreCase) { "a" };
                [Memoize] public static SortedSet<string> Sorted(int n) => new(StringComparer.Ordinal) { "a", "B" };
            }
            """);
        program.Start();
        var second = program.Start();
        Assert.That(second.Output, Is.EqualTo("0\n0\n1\n0\nTrue\nTrue\nB\n"));
        Assert.That(second.Calls.Select(call => call.Split(' ')[0]), Is.EqualTo(["hit", "hit", "hit", "bypass", "hit", "hit", "hit"]), string.Join('\n', second.Log));
    }

    [Test]
    public void Equal_content_of_collections_without_an_order_is_one_call()
    {
        using var program = new MemoizedProgram("""
            using System.Collections.Immutable;
            Console.WriteLine(C.Count(["a", "b", "c"])); Console.WriteLine(C.Count(["c", "b", "a"])); Console.WriteLine(C.Count(["c", "b"]));
            Console.WriteLine(C.Sum(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }.ToImmutableDictionary())); Console.WriteLine(C.Sum(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }.ToImmutableDictionary()));
            Console.WriteLine(C.Sum(new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 }.ToImmutableDictionary()));
            static class C
            {
                [Memoize] public static int Count(ImmutableHashSet<string> set) => set.Count + (set.Contains("a") ? 10 : 0);
                [Memoize] public static int Sum(ImmutableDictionary<string, int> map) => map["a"];
            }
            """);
        var first = program.Start();
        Assert.That(first.Calls.Select(call => call.Split(' ')[0]), Is.EqualTo(["miss", "hit", "miss", "miss", "hit", "miss"]), string.Join('\n', first.Log));
        Assert.That(program.Start().Of("hit"), Has.Length.EqualTo(6));
        Assert.That(first.Output, Is.EqualTo("13\n13\n2\n1\n1\n2\n"));
    }

    [Test]
    public void An_object_in_an_immutable_value_keeps_the_order_in_the_key()
    {
        static string Generate(string value) => Generated.From($$"""
            using System.Collections.Immutable;
            C.F(ImmutableDictionary<string, {{value}}>.Empty);
            sealed record Plain(string Text);
            sealed record Holder(ImmutableList<int> Numbers);
            static class C { [Memoize] public static int F(ImmutableDictionary<string, {{value}}> map) => map.Count; }
            """, OutputKind.ConsoleApplication).Text;
        Assert.Multiple(() =>
        {
            Assert.That(Generate("Plain"), Does.Contain("BeginUnordered"));
            Assert.That(Generate("Holder"), Does.Not.Contain("BeginUnordered"));
            Assert.That(Generate("(ImmutableList<int>, int)"), Does.Not.Contain("BeginUnordered"));
        });
    }

    [Test]
    public void An_object_that_is_not_of_the_known_types_is_refused_by_value()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(C.Text(new[] { 1 })); Console.WriteLine(C.Text(1)); Console.WriteLine(C.Text(1L)); Console.WriteLine(C.Make(1)); Console.WriteLine(C.Make(2));
            static class C
            {
                [Memoize] public static string Text(object x) => x is int ? "int" : x is long ? "long" : "other";
                [Memoize] public static object Make(int n) => n == 1 ? new int[0] : 2;
            }
            """);
        program.Start();
        var second = program.Start();
        Assert.That(second.Output, Is.EqualTo("other\nint\nlong\nSystem.Int32[]\n2\n"));
        Assert.That(second.Calls.Select(call => call.Split(' ')[0]), Is.EqualTo(["bypass", "hit", "hit", "miss", "hit"]), string.Join('\n', second.Log));
    }

    [Test]
    public void A_type_is_part_of_a_key()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(C.IsList(typeof(List<int>))); Console.WriteLine(C.IsList(typeof(List<long>))); Console.WriteLine(C.IsList(null));
            static class C { [Memoize] public static bool IsList(Type? type) => type == typeof(List<int>); }
            """);
        Assert.That(program.Start().Output, Is.EqualTo("True\nFalse\nFalse\n"));
        var second = program.Start();
        Assert.That(second.Output, Is.EqualTo("True\nFalse\nFalse\n"));
        Assert.That(second.Of("hit"), Has.Length.EqualTo(3));
    }

    [Test]
    public void Boxes_that_are_one_object_are_not_two_equal_ones()
    {
        using var program = new MemoizedProgram("""
            object one = 1; object other = 1;
            Console.WriteLine(C.Same(one, one)); Console.WriteLine(C.Same(one, other));
            static class C { [Memoize] public static bool Same(object x, object y) => ReferenceEquals(x, y); }
            """);
        program.Start();
        Assert.That(program.Start().Output, Is.EqualTo("True\nFalse\n"));
    }

    [Test]
    public void A_type_derived_later_is_another_contract()
    {
        const string Source = "Console.WriteLine(C.Make(1).Name); abstract record Shape(string Name); sealed record Dot(string Name) : Shape(Name); /*more*/ static class C { [Memoize] public static Shape Make(int n) => new Dot(\"dot\"); }";
        using var program = new MemoizedProgram(Source);
        program.Start();
        program.Compile(Source.Replace("/*more*/", "sealed record Line(string Name, int Length) : Shape(Name);", StringComparison.Ordinal));
        Assert.That(program.Start().Output, Is.EqualTo("dot\n"));
        Assert.That(program.Start().Of("hit"), Has.Length.EqualTo(1));
    }
}
