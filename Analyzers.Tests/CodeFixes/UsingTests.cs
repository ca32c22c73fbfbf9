namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>What a fix writes is named as shortly as the file allows, and the using that it takes is added.</summary>
public sealed class UsingTests
{
    [TestCase("MEMO105", "Use the invariant culture", "[Memo.Memoize] public static string F(double x) => x.ToString();", "using System.Globalization;", "x.ToString(CultureInfo.InvariantCulture)")]
    [TestCase("MEMO101", "Read through 'TrackedFile'", "[Memo.Memoize] public static string F(string x) => System.IO.File.ReadAllText(x);", "using Memo;", "=> TrackedFile.ReadAllText(x)")]
    [TestCase("MEMO104", "Lift 'System.DateTime.UtcNow'", "[Memo.Memoize] public static long F(int x) => System.DateTime.UtcNow.Ticks; public static long G() => F(1);", "using System;", "F(int x, DateTime utcNow)")]
    [TestCase("MEMO202", "Return ", "[Memo.Memoize] public static System.Collections.IList F(int x) => new System.Collections.Generic.List<int>();", "using System.Collections.Generic;", "static List<int> F(")]
    [TestCase("MEMO204", "Return a list", "[Memo.Memoize] public static System.Collections.Generic.IEnumerable<int> F(int[] x) => System.Linq.Enumerable.Where(x, i => i > 0);", "", "System.Linq.Enumerable.ToList(System.Linq.Enumerable.Where(x, i => i > 0))")]
    public async Task It_is_added(string rule, string title, string member, string expected, string code)
    {
        using var bench = new Workbench(usings: "").Add("App", [], ("C.cs", $"namespace App\n{{\n    public static class C {{ {member} }}\n}}\n"));
        await bench.Choose("App", rule, title);
        Assert.That(bench.Text("App", "C.cs"), Does.StartWith(expected).And.Contain(code));
        Assert.That((await bench.FindingsIn("App")).Where(found => found.Id.StartsWith("CS", StringComparison.Ordinal)), Is.Empty, bench.Text("App", "C.cs"));
    }
}
