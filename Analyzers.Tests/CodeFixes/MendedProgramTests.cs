namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>Fixes in programs of many shapes: the program compiles afterwards, and has nothing left to say.</summary>
public sealed class MendedProgramTests
{
    private const string Declare = "Declare the dependency";

    [TestCase("MEMO101", Declare, "public static class C { [Memoize] public static string F(string @class) => File.ReadAllText(@class); }", "[DependsOnFile(\"{class}\")]", TestName = "A parameter named by a keyword")]
    [TestCase("MEMO101", Declare, "public static class C { [Memoize] public static string F(string größe) => File.ReadAllText(größe + \"/{a}\\\\b\\\".txt\"); }", "[DependsOnFile(\"{größe}/{{a}}\\\\b\\\".txt\")]", TestName = "Braces, quotes and letters of other alphabets")]
    [TestCase("MEMO101", Declare, "public sealed class C(string root) { [Memoize] public string F(string name) => root + File.ReadAllText(name); }", "[DependsOnFile(\"{name}\")]", TestName = "A class with a primary constructor")]
    [TestCase("MEMO101", Declare, "public sealed record C(string Root) { [Memoize] public string F(string name) { return File.ReadAllText(name); } }", "[DependsOnFile(\"{name}\")]", TestName = "A record")]
    [TestCase("MEMO101", Declare, "public static partial class C { [Memoize] public static partial string F(string path); } public static partial class C { public static partial string F(string path) => File.ReadAllText(path); }", "[Memoize][DependsOnFile(\"{path}\")] public static partial string F(string path);", TestName = "A partial method")]
    [TestCase("MEMO101", Declare, "public static class C { [Memoize] public static T F<T>(string path, T x) where T : struct { _ = File.ReadAllText(path); return x; } }", "[DependsOnFile(\"{path}\")]", TestName = "A generic method")]
    [TestCase("MEMO101", Declare, "public static class C { [Memoize] public static string F(this string path) => File.ReadAllText(path); }", "[DependsOnFile(\"{path}\")]", TestName = "An extension method")]
    [TestCase("MEMO101", Declare, "public static class C { extension(string text) { [Memoize] public static string F(string path) => File.ReadAllText(path); } }", "[DependsOnFile(\"{path}\")]", TestName = "A member of an extension block")]
    [TestCase("MEMO101", Declare, "public static class C { public static class D { [System.Obsolete, Memoize(Version = \"2\")] internal static string F(string path) => File.ReadAllText(path); } }", "[DependsOnFile(\"{path}\")]", TestName = "An attribute among others, in a nested class")]
    [TestCase("MEMO101", Declare, "public static class C { [Memoize] public static async Task<string> F(string path) => await File.ReadAllTextAsync(path); }", "[DependsOnFile(\"{path}\")]", TestName = "An async method")]
    [TestCase("MEMO101", Declare, "public static class C { [Memoize] public static string F(string path) { return Read(); string Read() => File.ReadAllText(path); } }", "[DependsOnFile(\"{path}\")]", TestName = "A local function")]
    [TestCase("MEMO101", "Read through 'TrackedFile'", "public static class C { [Memoize] public static string[] F(string path) { using var reader = File.OpenText(path.Trim()); return [reader.ReadToEnd()]; } }", "using var reader = TrackedFile.OpenText(path.Trim());", TestName = "A reader")]
    [TestCase("MEMO101", "Read through 'TrackedFile'", "public static class C { [Memoize] public static string F(string path) => System.IO.File.ReadAllText(path: path.Trim(), System.Text.Encoding.UTF8); }", "=> TrackedFile.ReadAllText(path: path.Trim(), System.Text.Encoding.UTF8)", TestName = "A qualified name and a named argument")]
    [TestCase("MEMO102", Declare, "public static class C { public static class D { public static int Limit = 3; } [Memoize] public static int F(int x) => x + D.Limit; static void Set() => D.Limit = 4; }", "[DependsOnStatic(typeof(D), nameof(D.Limit))]", TestName = "A static of a nested class")]
    [TestCase("MEMO102", Declare, "namespace A.B { public static class Limit { public static int Value = 3; } } namespace A { public static class C { [Memoize] public static int F(int x) => x + B.Limit.Value; static void Set() => B.Limit.Value = 4; } }", "nameof(B.Limit.Value)", TestName = "A static of another namespace")]
    [TestCase("MEMO106", "Copy 'xs' first", "public static class C { [Memoize] public static int F(int[] xs) => Least(xs); static int Least(int[] all) { Array.Sort(all); return all[0]; } }", "xs = [.. xs];", TestName = "An expression body that a helper makes a change for")]
    [TestCase("MEMO106", "Copy 'xs' first", "public static partial class C { [Memoize] public static partial int F(int[] xs); } public static partial class C { public static partial int F(int[] xs) { Array.Sort(xs); return xs[0]; } }", "xs = [.. xs];", TestName = "The body of a partial method")]
    [TestCase("MEMO106", "Copy 'xs' first", "public static class C { [Memoize] public static int F(Dictionary<string, int> xs) { xs[\"a\"] = 1; return xs.Count; } }", "xs = new(xs, xs.Comparer);", TestName = "A dictionary with its comparer")]
    [TestCase("MEMO203", "Return a copy", "public static class C { [Memoize] public static int[] F(int[] xs, bool all) => all ? xs : []; }", "all ? [.. xs] : []", TestName = "A choice")]
    [TestCase("MEMO204", "Return a list", "public static class C { [Memoize] public static IEnumerable<int> F(int[] xs) { if (xs.Length > 3) return xs.Take(3); return xs.Select(x => x + 1); } }", "return xs.Take(3).ToList(); return xs.Select(x => x + 1).ToList();", TestName = "Two statements")]
    [TestCase("MEMO302", "Call it through a lambda", "public static class C { [Memoize] public static int F(int x) => x; public static int[] G(int[] xs) => xs.Select(F).ToArray(); }", "xs.Select(x => F(x)).ToArray()", TestName = "A method group")]
    [TestCase("MEMO401", "Change the template", "public static class C { [Memoize, DependsOnFile(\"{Path}/a\")] public static string F(string path) => File.ReadAllText(path + \"/a\"); }", "DependsOnFile(\"{path}/a\")", TestName = "A name in another case")]
    [TestCase("MEMO401", "Change the template", "public static class C { [Memoize, DependsOnFile(@\"{o.Pth}/a\")] public static string F(Options o) => File.ReadAllText(o.Path + \"/a\"); } public sealed record Options(string Path);", "{o.Path}/a", TestName = "A member, in a verbatim text")]
    public async Task It_is_mended(string rule, string title, string source, string expected)
    {
        using var bench = new Workbench().Add("App", [], ("C.cs", "using Memo;\n\n" + source + "\n"));
        await bench.Choose("App", rule, title);
        Assert.That(bench.Text("App", "C.cs"), Does.Contain(expected));
        Assert.That((await bench.FindingsIn("App")).Where(found => found.Id == rule || found.Id.StartsWith("CS", StringComparison.Ordinal)), Is.Empty, bench.Text("App", "C.cs"));
    }
}
