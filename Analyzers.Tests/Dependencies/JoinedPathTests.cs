namespace Memo.Analyzers.Tests.Dependencies;

/// <summary>Paths that are joined in a helper: what Path.Combine does depends on what it gets.</summary>
public sealed class JoinedPathTests
{
    private const string Helper = "private static string R(string d, string p) => File.ReadAllText(Path.Combine(d, p));";

    [TestCase("/{p}", "R(\"\", p)", TestName = "Nothing before the path")]
    [TestCase("{p}//abs/x.txt", "R(p, \"/abs/x.txt\")", TestName = "A rooted path after it")]
    [TestCase("{p}/", "R(p, \"\")", TestName = "Nothing after the path")]
    public async Task A_join_that_is_no_join_does_not_cover(string template, string read) =>
        Assert.That(await Ids($"[Memoize, DependsOnFile(\"{template}\")] public static string F(string p) => {read}; {Helper}"), Has.Some.EqualTo("MEMO101"));

    [TestCase("{p}/x.txt", "R(p, \"x.txt\")")]
    public async Task A_join_through_a_helper_covers(string template, string read) =>
        Assert.That(await Ids($"[Memoize, DependsOnFile(\"{template}\")] public static string F(string p) => {read}; {Helper}"), Is.Empty);

    [Test]
    public async Task Another_type_named_Path_joins_in_its_own_way()
    {
        var findings = await Reported.InFiles(
            ("Path.cs", "namespace App.IO; public static class Path { public static string Combine(string a, string b) => a + \"_\" + b; }"),
            ("C.cs", "public static class C { [Memoize, DependsOnFile(\"{a}/{b}\")] public static string F(string a, string b) => File.ReadAllText(App.IO.Path.Combine(a, b)); }"));
        Assert.That(findings.Select(f => f.Id), Has.Some.EqualTo("MEMO101"));
    }

    [TestCase("ref string r = ref (c ? ref p : ref q); r = q;", TestName = "By a choice of references")]
    [TestCase("ref string r = ref p; r = q;", TestName = "By a reference")]
    [TestCase("ref string r = ref q; r = ref p; r = q;", TestName = "By a reference that is set later")]
    [TestCase("Set(ref p, q);", TestName = "By a reference argument")]
    [TestCase("(c ? ref p : ref q) = \"b\";", TestName = "By a choice that is assigned")]
    [TestCase("(p, _) = (q, 1);", TestName = "By a deconstruction")]
    public async Task A_parameter_that_gets_another_value_is_another_path(string statement) =>
        Assert.That(await Ids("[Memoize, DependsOnFile(\"{p}\")] public static string F(string p, string q, bool c) { " + statement +
            " return File.ReadAllText(p); } private static void Set(ref string a, string b) => a = b;"), Has.Some.EqualTo("MEMO101"));

    [Test]
    public async Task The_parts_of_a_partial_method_share_their_parameters()
    {
        var findings = await Reported.InFiles(("C.cs", """
            public static partial class C { [Memoize, DependsOnFile("{p}")] public static partial string F(string p); }
            public static partial class C { public static partial string F(string p) => File.ReadAllText(p); }
            """));
        Assert.That(findings.Where(f => f.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info).Select(f => f.ToString()), Is.Empty);
    }

    private static async Task<string[]> Ids(string members) =>
        [.. (await Reported.InMembers(members)).Where(f => f.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info).Select(f => f.Id)];
}
