using Memo.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Dependencies;

/// <summary>What is read through TrackedFile and TrackedDirectory, each call tells at run time: it is no finding, unless a static keeps it.</summary>
public sealed class TrackedReadTests
{
    private static IEnumerable<TestCaseData> Keepers =>
    [
        new TestCaseData("public static readonly string V = Read();").SetName("A static field"),
        new TestCaseData("public static string V { get; } = Read();").SetName("A static property"),
        new TestCaseData("public static readonly string V; static T() { V = Read(); }").SetName("A static constructor"),
        new TestCaseData("static readonly Lazy<string> s_l = new(() => Read()); public static string V => s_l.Value;").SetName("A lazy value"),
        new TestCaseData("static readonly Lazy<string> s_l = new(Read); public static string V => s_l.Value;").SetName("A lazy value of a method group"),
        new TestCaseData("static readonly Task<string> s_t = TrackedFile.ReadAllTextAsync(\"a.txt\"); public static string V => s_t.Result;").SetName("A task"),
        new TestCaseData("static readonly IEnumerable<string> s_l = TrackedFile.ReadLines(\"a.txt\"); public static string V => string.Concat(s_l);").SetName("A lazy sequence"),
        new TestCaseData("static readonly string[] s_all = new[] { \"a.txt\" }.Select(TrackedFile.ReadAllText).ToArray(); public static string V => s_all[0];").SetName("A table"),
        new TestCaseData("public static readonly string V = string.Join(',', TrackedDirectory.GetFiles(\"in\"));").SetName("A listing"),
        new TestCaseData("public static readonly bool B = TrackedFile.Exists(\"a.txt\"); public static string V => B ? \"\" : \"-\";").SetName("Whether a file exists"),
        new TestCaseData("public sealed class Holder { private readonly Lazy<string> _l = new(() => Read()); public string Text => _l.Value; } static readonly Holder s_h = new(); public static string V => s_h.Text;").SetName("A lazy value in an object"),
        new TestCaseData("public sealed class Holder { private string? _v; public string Text => _v ??= Read(); } static readonly Holder s_h = new(); public static string V => s_h.Text;").SetName("A cache in an object"),
        new TestCaseData("public sealed class Holder { public readonly string Text = Read(); } static readonly Holder s_h = new(); public static string V => s_h.Text;").SetName("A field of an object"),
        new TestCaseData("public sealed class Holder { public string Text; public Holder() => Text = TrackedFile.ReadAllText(\"a.txt\"); } static readonly Holder s_h = new(); public static string V => s_h.Text;").SetName("A constructor of an object"),
        new TestCaseData("public record Holder(string Text) { public static Holder Made { get; } = new(Read()); } public static string V => Holder.Made.Text;").SetName("A record"),
        new TestCaseData("public class Base { public readonly string Text = Read(); } public sealed class Holder : Base; static readonly Holder s_h = new(); public static string V => s_h.Text;").SetName("A field of a base"),
        new TestCaseData("public static class Of<X> { public static readonly string V = Read(); } public static string V => Of<int>.V;").SetName("A static of a generic type"),
        new TestCaseData("static readonly System.Threading.ThreadLocal<string> s_l = new(() => Read()); public static string V => s_l.Value!;").SetName("A value of a thread"),
        new TestCaseData("[ThreadStatic] private static string? s_v; public static string V => s_v ??= Read();").SetName("A static of a thread"),
        new TestCaseData("public static string V => field ??= Read();").SetName("A static property that is filled later"),
        new TestCaseData("private static string? s_v; public static string V => System.Threading.LazyInitializer.EnsureInitialized(ref s_v, () => Read());").SetName("A lazy initializer"),
        new TestCaseData("private static string s_v = \"\"; [System.Runtime.CompilerServices.ModuleInitializer] internal static void Start() => s_v = Read(); public static string V => s_v;").SetName("A module initializer"),
        new TestCaseData("static readonly Dictionary<string, Lazy<string>> s_all = new() { [\"a\"] = new(() => Read()) }; public static string V => s_all[\"a\"].Value;").SetName("A table of lazy values"),
        new TestCaseData("static readonly (string Text, int N) s_t = (Read(), 1); public static string V => s_t.Text;").SetName("A tuple"),
        new TestCaseData("static readonly string s_t = $\"<{TrackedFile.ReadAllText(\"a.txt\")}>\"; public static string V => s_t;").SetName("A text that is put together"),
        new TestCaseData("static readonly FileStream s_t = TrackedFile.OpenRead(\"a.txt\"); public static string V => s_t.ReadByte() + \"\";").SetName("A stream"),
        new TestCaseData("static readonly string s_t = Local(); static string Local() { return Inner(); static string Inner() => TrackedFile.ReadAllText(\"a.txt\"); } public static string V => s_t;").SetName("A local function"),
        new TestCaseData("interface IReads { static abstract string Get(); } struct Reads : IReads { public static string Get() => Read(); } static string Of<X>() where X : IReads => X.Get(); static readonly string s_t = Of<Reads>(); public static string V => s_t;").SetName("A static abstract member"),
        new TestCaseData("interface IReads { string Get(); } sealed class Reads : IReads { public string Get() => Read(); } static readonly string s_t = Of(new Reads()); static string Of(IReads r) => r.Get(); public static string V => s_t;").SetName("An interface"),
        new TestCaseData("private static string? s_v; public static string V => s_v ??= Read();").SetName("A cache"),
        new TestCaseData("private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> s_all = new(); public static string V => s_all.GetOrAdd(\"a\", TrackedFile.ReadAllText);").SetName("A table that is filled later"),
    ];

    [Test]
    public Task What_is_read_through_them_needs_no_declaration() => Check.Members("""
        [Memoize] public static string A(string p) => TrackedFile.ReadAllText(p);
        [Memoize] public static int B(string p) => Lines(p).Count();
        private static IEnumerable<string> Lines(string p) => TrackedFile.ReadLines(p).Where(line => line.Length > 0);
        [Memoize] public static byte[] C1(string p) { using var s = TrackedFile.OpenRead(p); var b = new byte[s.Length]; s.ReadExactly(b); return b; }
        [Memoize] public static string D(string p) { using var r = TrackedFile.OpenText(p); return r.ReadToEnd(); }
        [Memoize] public static int E(string p) => TrackedDirectory.Exists(p) ? TrackedDirectory.GetFiles(p, "*.csv", SearchOption.AllDirectories).Sum(f => TrackedFile.ReadAllBytes(f).Length) : 0;
        [Memoize] public static async Task<int> F(string p) => (await TrackedFile.ReadAllLinesAsync(p)).Length;
        [Memoize] public static string[] G(string p) => [.. TrackedDirectory.EnumerateFiles(p).Select(TrackedFile.ReadAllText)];
        [Memoize] public static string H(string p) { var all = new Lazy<string>(() => TrackedFile.ReadAllText(p)); return all.Value; }
        [Memoize] public static DateTime I(string p) => TrackedFile.GetLastWriteTimeUtc(p);
        [Memoize] public static async Task<int> J(string p) { var n = 0; await foreach (var line in TrackedFile.ReadLinesAsync(p)) n += line.Length; return n; }
        [Memoize] public static int K(string p) { using var r = new BinaryReader(TrackedFile.Open(p, FileMode.Open, FileAccess.Read)); return r.ReadInt32(); }
        """);

    [Test]
    public Task What_is_read_beside_them_does() => Check.Members("""
        [Memoize] public static string A(string p) => TrackedFile.Exists(p) ? {|MEMO101:File.ReadAllText(p)|} : "";
        [Memoize] public static int B(string p) => TrackedDirectory.GetFiles(p).Sum(f => {|MEMO101:File.ReadAllBytes(f)|}.Length);
        [Memoize] public static string C1(string p) { using var s = TrackedFile.OpenRead(p); return {|MEMO105:s.Name|}; }
        """);

    [Test]
    public Task Whether_a_declared_file_is_read_through_them_is_not_known() => Check.MembersWithInfo("""
        [Memoize, DependsOnFile("{p}")] public static int A(string p) => Length(p);
        private static int Length(string p) => TrackedFile.ReadAllText(p).Length;
        [Memoize, {|MEMO402:DependsOnFile("{p}")|}] public static int B(string p) => p.Length;
        """);

    [TestCaseSource(nameof(Keepers))]
    public void What_a_static_keeps_is_a_finding_of_whoever_reads_it(string keeper)
    {
        var manifest = EmittedManifest.Of($$"""
            public static class T { {{keeper}} internal static string Read() => TrackedFile.ReadAllText("a.txt"); }
            public static class C
            {
                [Memoize] public static string G() => T.V;
                [Memoize] public static string H() => Helper() + "!";
                private static string Helper() => T.V;
            }
            """);
        Assert.Multiple(() =>
        {
            Assert.That(manifest.FindingsOf("G"), Is.Not.Empty);
            Assert.That(manifest.FindingsOf("H"), Is.Not.Empty);
        });
    }

    [Test]
    public void What_only_a_method_holds_is_none() => Assert.That(EmittedManifest.Of("""
        public static class T { public static readonly int Most = 3; internal static string Read() => TrackedFile.ReadAllText("a.txt"); }
        public static class C { [Memoize] public static string G() => T.Read() + T.Most; }
        """).FindingsOf("G"), Is.Empty);

    [Test]
    public void Each_member_is_in_the_catalog()
    {
        var runtime = Reported.Compile(("C.cs", ""));
        foreach (var name in (string[])["Memo.TrackedFile", "Memo.TrackedDirectory"])
        {
            var members = runtime.GetTypeByMetadataName(name)!.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public).ToList();
            Assert.That(members, Has.Count.GreaterThan(10));
            foreach (var member in members)
            {
                Assert.That(EffectCatalog.Embedded.Find(member), Has.Property("IsTraced").True.And.Property("IsFresh").True, member.ToDisplayString());
            }
        }
    }
}
