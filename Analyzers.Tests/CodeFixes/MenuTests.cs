namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>What a person reads in the light bulb's menu, the best first.</summary>
public sealed class MenuTests
{
    [TestCase("MEMO101", "[Memoize] public static string F(string path) => File.ReadAllText(path);",
        "Declare the dependency: [DependsOnFile(\"{path}\")]", "Read through 'TrackedFile'")]
    [TestCase("MEMO101", "[Memoize] public static int F(string path) => Directory.GetFiles(path).Length;",
        "Declare the dependency: [DependsOnDirectory(\"{path}\")]", "Read through 'TrackedDirectory'")]
    [TestCase("MEMO101", "[Memoize] public static string F(string path) => File.ReadAllText(path.Trim());", "Read through 'TrackedFile'")]
    [TestCase("MEMO101", "[Memoize] public static string F(string path) => Read(path); static string Read(string p) => File.ReadAllText(p);",
        "Declare the dependency: [DependsOnFile(\"{path}\")]", "Read through 'TrackedFile'")]
    [TestCase("MEMO102", "public static int Limit = 3; [Memoize] public static int F(int x) => x + Limit;",
        "Declare the dependency: [DependsOnStatic(typeof(C), nameof(C.Limit))]", "Make 'Limit' readonly", "Lift 'Limit' to a parameter")]
    [TestCase("MEMO102", "public static int Limit { get; set; } [Memoize] public static int F(int x) => x + Limit;",
        "Declare the dependency: [DependsOnStatic(typeof(C), nameof(C.Limit))]", "Lift 'Limit' to a parameter")]
    [TestCase("MEMO104", "[Memoize] public static long F(int x) => x + DateTime.UtcNow.Ticks;", "Lift 'DateTime.UtcNow' to a parameter")]
    [TestCase("MEMO105", "[Memoize] public static string? F(int x) => Environment.GetEnvironmentVariable(\"HOME\") + x;",
        "Declare the dependency: [DependsOnEnvironment(\"HOME\")]", "Lift 'Environment.GetEnvironmentVariable(\"HOME\")' to a parameter")]
    [TestCase("MEMO105", "[Memoize] public static string F(double x) => x.ToString();",
        "Declare the dependency: [DependsOnCulture]", "Use the invariant culture")]
    [TestCase("MEMO105", "[Memoize] public static int F(int x) => x + Environment.ProcessorCount;", "Lift 'Environment.ProcessorCount' to a parameter")]
    [TestCase("MEMO106", "[Memoize] public static int F(List<int> items) { items.Sort(); return items[0]; }", "Copy 'items' first")]
    [TestCase("MEMO107", "[Memoize] public static object? F(string name) => Made(name); static object? Made(string n) => Activator.CreateInstance(Type.GetType(n)!);",
        "Assume that 'Made' is pure: [AssumePure(\"why\")]", "Assume everywhere that 'Activator.CreateInstance' is pure: [assembly: AssumePure(…, \"why\")]")]
    [TestCase("MEMO109", "[Memoize] public static int F(int x) { Tell(x); return x; } static void Tell(int x) => Console.WriteLine(x);",
        "Assume that 'Tell' is pure: [AssumePure(\"why\")]", "Assume everywhere that 'Console.WriteLine' is pure: [assembly: AssumePure(…, \"why\")]")]
    [TestCase("MEMO201", "[Memoize] public static int F(int x, Action<string> log) => x;", "Leave 'log' out of the key, if it does not decide the result: [NotKeyed(\"why\")]")]
    [TestCase("MEMO204", "[Memoize] public static IEnumerable<int> F(int[] x) => x.Where(i => i > 0);", "Return a list: 'ToList()'")]
    [TestCase("MEMO301", "[Memoize] public static void F(int x) { }", "Remove [Memoize]")]
    [TestCase("MEMO401", "[Memoize, DependsOnFile(\"{paht}\")] public static string F(string path) => path;", "Change the template to \"{path}\"", "Remove [DependsOnFile]")]
    [TestCase("MEMO402", "[Memoize, DependsOnFile(\"{path}\")] public static string F(string path) => path;", "Remove [DependsOnFile]")]
    [TestCase("MEMO403", "[Memoize, AssumePure(\"It computes\")] public static int F(int x) => x;", "Remove [AssumePure]")]
    [TestCase("MEMO404", "[Memoize, DependsOnDirectory(\"{d}\")] public static int F(string d) => Directory.GetFiles(d, \"*\", SearchOption.AllDirectories).Length;",
        "Widen the dependency: [DependsOnDirectory(\"{d}\", Recursive = true)]", "Read through 'TrackedDirectory'")]
    public async Task The_menu_says_what_can_be_done(string rule, string members, params string[] titles)
    {
        await EachDoesWhatItSays(rule, members, titles);
        using var bench = new Workbench().Add("App", [], ("C.cs", $"using Memo;\npublic static class C\n{{\n    {members}\n}}\n"));
        Assert.That(await bench.MenuOf("App", rule), Is.EqualTo(titles));
    }

    // Whatever is chosen, the program compiles, has a finding less, and all its comments.
    private static async Task EachDoesWhatItSays(string rule, string members, string[] titles)
    {
        string[] comments = ["/// <summary>What it does.</summary>", "// above", "/* before */", "/* behind */", "// at the end", "#region All", "#endregion"];
        var commented = members.Replace("[Memoize", "\n    /// <summary>What it does.</summary>\n    // above\n    [Memoize", StringComparison.Ordinal);
        var arrow = commented.IndexOf("=> ", commented.IndexOf("[Memoize", StringComparison.Ordinal), StringComparison.Ordinal);
        var end = arrow < 0 ? commented.IndexOf('}') : commented.IndexOf(';', arrow);
        commented = arrow < 0 ? commented.Insert(end + 1, " // at the end\n    ").Insert(end, "/* behind */ ").Insert(commented.IndexOf("{ ", commented.IndexOf("[Memoize", StringComparison.Ordinal), StringComparison.Ordinal) + 2, "/* before */ ")
            : commented.Insert(end + 1, " // at the end\n    ").Insert(end, " /* behind */").Insert(arrow + 3, "/* before */ ");
        foreach (var title in titles)
        {
            using var bench = new Workbench().Add("App", [], ("C.cs", $"using Memo;\n\n#region All\npublic static class C\n{{\n    {commented}\n}}\n#endregion\n"));
            var before = (await bench.FindingsIn("App")).Count(found => found.Id == rule);
            await bench.Choose("App", rule, title);
            var after = await bench.FindingsIn("App");
            Assert.That(after.Where(found => found.Id.StartsWith("CS", StringComparison.Ordinal)), Is.Empty, title + "\n" + bench.Text("App", "C.cs"));
            Assert.That(after.Count(found => found.Id == rule), Is.LessThan(before), title + "\n" + bench.Text("App", "C.cs"));
            Assert.That(comments.Where(comment => !bench.Text("App", "C.cs").Contains(comment, StringComparison.Ordinal)), Is.Empty, title + "\n" + bench.Text("App", "C.cs"));
        }
    }
}
