namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>MEMO202: the type that survives is there, and only the declaration hides it.</summary>
public sealed class UseConcreteTypeTests
{
    [TestCase("System.Collections.IList F(int x) => new[] { x }; public static int G() { var n = 0; foreach (var one in F(1)) n++; return n; }", "Return 'int[]', which survives", "int[] F(int x) => new[] { x };", TestName = "An interface of collections, and a caller that goes through it")]
    [TestCase("System.Collections.IEnumerable F(int x) => new List<int> { x };", "Return 'List<int>', which survives", "List<int> F(int x) => new List<int> { x };", TestName = "A sequence of objects")]
    [TestCase("IComparable F(int x) { if (x > 3) return x; /* small */ return -x; }", "Return 'int', which survives", "int F(int x) { if (x > 3) return x; /* small */ return -x; }", TestName = "A value behind an interface")]
    [TestCase("dynamic F(int x) => x.ToString(System.Globalization.CultureInfo.InvariantCulture);", "Return 'string', which survives", "string F(int x)", TestName = "A dynamic")]
    [TestCase("async Task<Array> F(int x) { await Task.Yield(); return new[] { x }; }", "Return 'int[]', which survives", "async Task<int[]> F(int x)", TestName = "What a task gives")]
    [TestCase("Dictionary<string, int>.KeyCollection F(Dictionary<string, int> x) => x.Keys; // all", "Return a copy that survives: 'string[]'", "string[] F(Dictionary<string, int> x) => [.. x.Keys]; // all", TestName = "The keys of a dictionary")]
    [TestCase("System.Collections.Concurrent.ConcurrentBag<int> F(int x) => [x];", null, null, TestName = "A collection expression has no type of its own")]
    [TestCase("System.Collections.Concurrent.ConcurrentBag<int> F(int x) => new(new[] { x });", "Return a copy that survives: X", null, TestName = "A bag that is made by its declared type")]
    [TestCase("IComparable F(int x) => x > 3 ? x : \"small\";", null, null, TestName = "Values of two types")]
    [TestCase("IComparable F(int x) { if (x > 3) return x; return \"small\"; }", null, null, TestName = "Values of two types by two statements")]
    [TestCase("System.Collections.IList F(int x) => new[] { x }; public static int G() => F(1).Count;", null, null, TestName = "A caller of a member that is not to be seen any more")]
    [TestCase("Stream F(int x) => new MemoryStream(x);", null, null, TestName = "A type that does not survive either")]
    [TestCase("System.Collections.IList F(int x) => new[] { x }; public static void G(int x) { var all = F(x); all = new List<int>(); }", null, null, TestName = "A caller that would not compile")]
    public async Task It_is_returned_as_what_it_is(string members, string? title, string? expected)
    {
        using var bench = new Workbench().Add("App", [], ("C.cs", $"using Memo;\npublic static class C\n{{\n    [Memoize] public static {members}\n}}\n"));
        var menu = await bench.MenuOf("App", "MEMO202");
        if (title is null || expected is null)
        {
            Assert.That(menu, Is.Empty);
            return;
        }

        Assert.That(menu, Is.EqualTo([title]));
        await bench.Choose("App", "MEMO202", title);
        Assert.That(bench.Text("App", "C.cs"), Does.Contain(expected));
        Assert.That((await bench.FindingsIn("App")).Where(found => found.Id == "MEMO202" || found.Id.StartsWith("CS", StringComparison.Ordinal)), Is.Empty, bench.Text("App", "C.cs"));
    }

    [Test]
    public async Task What_an_interface_asks_for_stays()
    {
        using var bench = new Workbench().Add("App", [], ("C.cs", "using Memo;\ninterface I { IComparable F(int x); }\npublic sealed class C : I { [Memoize] public IComparable F(int x) => x; }"));
        Assert.That(await bench.MenuOf("App", "MEMO202"), Is.Empty);
    }

    [Test]
    public async Task The_using_of_a_type_is_added()
    {
        using var bench = new Workbench().Add("App", [],
            ("Part.cs", "namespace App.Parts; public sealed record Part(int N) : IFormattable { public string ToString(string? format, IFormatProvider? provider) => \"\"; public static Part Of(int x) => new(x); }"),
            ("C.cs", "using Memo;\n\npublic static class C\n{\n    [Memoize] public static IFormattable F(int x) => App.Parts.Part.Of(x);\n}\n"));
        await bench.Choose("App", "MEMO202", "Return 'App.Parts.Part', which survives");
        Assert.That(bench.Text("App", "C.cs"), Does.Contain("using App.Parts;").And.Contain("[Memoize] public static Part F(int x) => App.Parts.Part.Of(x)"));
        await bench.ShouldBeClean();
    }
}
