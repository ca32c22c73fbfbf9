namespace Memo.Analyzers.Tests.Dependencies;

/// <summary>A memoized call whose result a static keeps: only the first reader runs it, and all of them depend on what it read.</summary>
public sealed class CachedReadTests
{
    private static IEnumerable<TestCaseData> Keepers =>
    [
        new TestCaseData("public static class T { public static readonly string V = C.F(\"a.txt\"); }", "T.V").SetName("A static field"),
        new TestCaseData("public static class T { public static string V { get; } = C.F(\"a.txt\"); }", "T.V").SetName("A static property"),
        new TestCaseData("public static class T { public static readonly string V; static T() { V = C.F(\"a.txt\"); } }", "T.V").SetName("A static constructor"),
        new TestCaseData("public static class T { static readonly Lazy<string> s_l = new(() => C.F(\"a.txt\")); public static string V => s_l.Value; }", "T.V").SetName("A lazy value"),
        new TestCaseData("public static class T { public static readonly string V = Get(); static string Get() => C.F(\"a.txt\"); }", "T.V").SetName("A static field that a helper fills"),
    ];

    [TestCaseSource(nameof(Keepers))]
    public void A_file_that_a_static_keeps_is_read_by_whoever_reads_the_static(string keeper, string value) =>
        AssertClosed("[Memoize, DependsOnFile(\"{p}\")] public static string F(string p) => File.ReadAllText(p);", keeper, value);

    [TestCaseSource(nameof(Keepers))]
    public void A_result_that_expires_does_so_for_whoever_reads_the_static(string keeper, string value) =>
        AssertClosed("[Memoize(ExpiresAfter = \"00:00:00.300\")] public static string F(string p) => p;", keeper, value);

    [TestCaseSource(nameof(Keepers))]
    public void A_result_that_depends_on_nothing_may_be_kept(string keeper, string value) => Assert.That(
        Manifest("[Memoize] public static string F(string p) => p;", keeper, value).FindingsOf("H"), Is.Empty);

    private static void AssertClosed(string method, string keeper, string value)
    {
        var manifest = Manifest(method, keeper, value);
        Assert.Multiple(() =>
        {
            Assert.That(manifest.FindingsOf("F"), Is.Empty);
            Assert.That(manifest.FindingsOf("H"), Is.Not.Empty);
            Assert.That(manifest.FindingsOf("G"), Is.Not.Empty);
        });
    }

    private static EmittedManifest Manifest(string method, string keeper, string value) => EmittedManifest.Of(
        $"{keeper}\npublic static class C {{ {method} [Memoize] public static string H() => {value} + \"!\"; [Memoize] public static string G() => {value}; }}");
}
