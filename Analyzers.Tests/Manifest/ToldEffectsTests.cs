using Memo.Analyzers.Referenced;
using System.Globalization;
using Memo.Analyzers.Tests.Harness;

namespace Memo.Analyzers.Tests.Manifest;

/// <summary>What a library's members do is known where only its manifest is.</summary>
public sealed class ToldEffectsTests
{
    [TestCase("public static int G(int x) => x * 2;", "Lib.G(x)", null)]
    [TestCase("public static int G(int x) => (int)System.DateTime.UtcNow.Ticks;", "Lib.G(x)", "MEMO104")]
    [TestCase("public static int G(int x) => H(x); static int H(int x) => x + System.Environment.TickCount;", "Lib.G(x)", "MEMO104")]
    [TestCase("public static int G(int x) => x; static int H(int x) => x + System.Environment.TickCount;", "Lib.G(x)", null)]
    [TestCase("public static int G(int x) => System.Environment.GetEnvironmentVariable(\"X\") is null ? x : 0;", "Lib.G(x)", "MEMO105")]
    [TestCase("static int s_n; public static int G(int x) => s_n + x; public static void Set(int x) => s_n = x;", "Lib.G(x)", "MEMO102")]
    [TestCase("static readonly int s_n = 3; public static int G(int x) => s_n + x;", "Lib.G(x)", null)]
    [TestCase("static int s_n; public static int G(int x) => s_n = x;", "Lib.G(x)", "MEMO103")]
    [TestCase("public static int G(int x) => System.IO.File.ReadAllText(\"a.txt\").Length + x;", "Lib.G(x)", "MEMO101")]
    [TestCase("public static int G(int x) => typeof(Lib).GetMethods().Length + x;", "Lib.G(x)", "MEMO107")]
    [TestCase("static readonly long s_start = System.DateTime.UtcNow.Ticks; public static int G(int x) => x;", "Lib.G(x)", "MEMO107")]
    public void Static_members(string library, string call, string? rule) => Expect(rule, $$"""public static class Lib { {{library}} }""", call);

    [TestCase("public static void G(int[] xs) => xs[0] = 1;", "Lib.G(x); return x[0];", true)]
    [TestCase("public static void G(int[] xs) => xs[0] = 1;", "var mine = new int[] { x.Length }; Lib.G(mine); return mine[0];", false)]
    [TestCase("public static int G(int[] xs) => xs[0];", "return Lib.G(x);", false)]
    public void Changes_of_arguments(string library, string code, bool isFinding)
    {
        var findings = TellingLibrary.User($$"""static class C { [Memoize] public static int F(int[] x) { {{code}} } }""", TellingLibrary.Of($$"""public static class Lib { {{library}} }""")).FindingsOf("F");
        Assert.That(findings, isFinding ? Has.Some.StartsWith("MEMO106") : Is.Empty);
    }

    [Test]
    public void A_result_that_others_hold_too_is_not_the_callers_to_change()
    {
        const string Shared = "public static class Lib { static readonly System.Collections.Generic.List<int> s_all = [1]; public static System.Collections.Generic.List<int> G() => s_all; }";
        const string Own = "public static class Lib { public static System.Collections.Generic.List<int> G() => [1]; }";
        const string User = "static class C { [Memoize] public static int F(int x) { var list = Lib.G(); list.Add(x); return list.Count; } }";
        Assert.Multiple(() =>
        {
            Assert.That(TellingLibrary.User(User, TellingLibrary.Of(Shared)).FindingsOf("F"), Is.Not.Empty);
            Assert.That(TellingLibrary.User(User, TellingLibrary.Of(Own)).FindingsOf("F"), Is.Empty);
        });
    }

    [Test]
    public void A_file_that_a_parameter_names_can_be_declared()
    {
        const string Library = "public static class Lib { public static string Read(string file) => System.IO.File.ReadAllText(file); }";
        Assert.Multiple(() =>
        {
            Assert.That(TellingLibrary.User("static class C { [Memoize, DependsOnFile(\"{path}\")] public static int F(string path) => Lib.Read(path).Length; }", TellingLibrary.Of(Library)).FindingsOf("F"), Is.Empty);
            Assert.That(TellingLibrary.User("static class C { [Memoize, DependsOnFile(\"{path}\")] public static int F(string path, string other) => Lib.Read(other).Length; }", TellingLibrary.Of(Library)).FindingsOf("F"), Has.Some.StartsWith("MEMO101"));
        });
    }

    [Test]
    public void What_a_member_reads_through_TrackedFile_is_no_finding_unless_a_static_keeps_it()
    {
        const string Library = """
            using Memo;
            public static class Lib
            {
                public static string Read(string file) => Trimmed(file);
                public static System.Func<string> Later(string file) => () => TrackedFile.ReadAllText(file);
                private static string Trimmed(string file) => TrackedFile.ReadAllText(file).Trim();
            }
            """;
        const string Keeper = "static class T { public static readonly string V = Lib.Read(\"a\"); public static readonly System.Lazy<string> L = new(Lib.Later(\"a\")); }";
        Assert.Multiple(() =>
        {
            Assert.That(FindingsOf("Lib.Read(\"a\").Length + x"), Is.Empty);
            Assert.That(FindingsOf("T.V.Length + x"), Is.Not.Empty);
            Assert.That(FindingsOf("T.L.Value.Length + x"), Is.Not.Empty);
        });

        IEnumerable<string> FindingsOf(string result) =>
            TellingLibrary.User($$"""{{Keeper}} static class C { [Memoize] public static int F(int x) => {{result}}; }""", TellingLibrary.Of(Library)).FindingsOf("F");
    }

    [TestCase("public sealed class Part { public override string ToString() => TrackedFile.ReadAllText(\"a\"); } public static class Lib { public static object Make() => new Part(); }", "Lib.Make().ToString()!.Length + x")]
    [TestCase("public static class Lib { static readonly string s_text = TrackedFile.ReadAllText(\"a\"); public static int G(int x) => x; }", "Lib.G(x)")]
    [TestCase("public static class Lib { static readonly string s_text = TrackedFile.ReadAllText(\"a\"); public static int G(int x) => s_text.Length; }", "Lib.G(x)")]
    [TestCase("public static class Lib { static readonly System.Lazy<string> s_text = new(() => TrackedFile.ReadAllText(\"a\")); public static int G(int x) => s_text.Value.Length; }", "Lib.G(x)")]
    public void What_a_library_keeps_or_hides_of_what_it_read_is_a_finding(string library, string call) =>
        Assert.That(TellingLibrary.User($$"""static class C { [Memoize] public static int F(int x) => {{call}}; }""", TellingLibrary.Of("using Memo; " + library)).FindingsOf("F"), Is.Not.Empty);

    [TestCase("public sealed class Part { public int N; public override string ToString() => \"part\"; }", null)]
    [TestCase("public sealed class Part { public int N; public override string ToString() => System.DateTime.UtcNow.ToString(); }", "MEMO104")]
    public void What_is_called_through_a_base_type_belongs_to_who_makes_the_object(string type, string? rule) =>
        Expect(rule, type + " public static class Lib { public static object Make(int x) => new Part { N = x }; }", "Lib.Make(x).ToString()!.Length");

    [TestCase("1", null)]
    [TestCase("System.Environment.TickCount", "MEMO104")]
    public void What_an_object_makes_when_it_is_asked_belongs_to_who_makes_that(string current, string? rule) => Expect(rule, $$"""
        using System.Collections;
        using System.Collections.Generic;
        sealed class Numbers : IEnumerable<int>
        {
            public IEnumerator<int> GetEnumerator() => new Enumerator();
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        }
        sealed class Enumerator : IEnumerator<int>
        {
            public int Current => {{current}};
            object IEnumerator.Current => Current;
            public bool MoveNext() => false;
            public void Reset() { }
            public void Dispose() { }
        }
        public static class Lib { public static IEnumerable<int> All() => new Numbers(); }
        """, "System.Linq.Enumerable.Sum(Lib.All()) + x");

    [TestCase("public sealed class Box(int n) { public int Twice() => 2 * n; }", null)]
    [TestCase("public sealed class Box(int n) { public int Twice() => n + System.Environment.TickCount; }", "MEMO104")]
    public void Members_of_objects(string library, string? rule) => Expect(rule, library, "new Box(x).Twice()");

    [TestCase("x => x + 1", null)]
    [TestCase("x => x + System.Environment.TickCount", "MEMO104")]
    public void A_function_that_is_passed_is_run(string function, string? rule) =>
        Expect(rule, "public static class Lib { public static int Apply(System.Func<int, int> f, int x) => f(x); }", $"Lib.Apply({function}, x)");

    [TestCase("public abstract class Shape { protected abstract int Side(); public int Area() => Side() * Side(); } public sealed class Square : Shape { protected override int Side() => 2; }", "new Square().Area() + x")]
    [TestCase("public class Open { public virtual int Side() => 2; }", "new Open().Side() + x")]
    [TestCase("public interface ISide { int Side(); } public static class Lib { public static int G(ISide side) => side.Side(); }", "Lib.G(null!) + x")]
    [TestCase("public static class Lib { public static T G<T>(T x) => x; }", "Lib.G(x)")]
    [TestCase("public static class Lib { public static void G(ref int[] x) => x = [1]; }", "G(x); static int G(int x) { int[] xs = []; Lib.G(ref xs); return x; }")]
    [TestCase("public sealed class Ended { ~Ended() { } }", "new Ended().GetHashCode() * 0 + x")]
    public void What_others_can_put_code_into_stays_unknown(string library, string call) =>
        Expect("MEMO108", library, call.Contains(';', StringComparison.Ordinal) ? call[..call.IndexOf(';', StringComparison.Ordinal)] : call, call.Contains(';', StringComparison.Ordinal) ? call[(call.IndexOf(';', StringComparison.Ordinal) + 1)..] : "");

    [Test]
    public void An_object_of_the_users_own_type_is_not_judged_by_its_base()
    {
        const string Library = "public class Base { public int Twice(int x) => 2 * x; }";
        Assert.Multiple(() =>
        {
            Assert.That(TellingLibrary.User("sealed class Own : Base; static class C { [Memoize] public static int F(int x) => new Own().Twice(x); }", TellingLibrary.Of(Library)).FindingsOf("F"), Has.Some.StartsWith("MEMO108"));
            Assert.That(TellingLibrary.User("static class C { [Memoize] public static int F(int x) => new Base().Twice(x); }", TellingLibrary.Of(Library)).FindingsOf("F"), Is.Empty);
        });
    }

    [TestCase("{ \"schema\": 2, \"assembly\": \"Lib\", \"methods\": [], \"exports\": [ENTRY] }")]
    [TestCase("{ \"schema\": 1, \"assembly\": \"Other\", \"methods\": [], \"exports\": [ENTRY] }")]
    [TestCase("{ \"schema\": 1, \"assembly\": \"Lib\", \"methods\": [] }")]
    [TestCase("{ \"schema\": 1, \"assembly\": \"Lib\", \"exports\": [ENTRY")]
    [TestCase("no JSON")]
    [TestCase("")]
    public void A_manifest_that_cannot_be_used_counts_as_none(string json) => Assert.Multiple(() =>
    {
        Assert.That(FindingsWith(json), Has.Some.StartsWith("MEMO108"));
        Assert.That(FindingsWith("{ \"schema\": 1, \"assembly\": \"Lib\", \"methods\": [], \"exports\": [ENTRY] }"), Is.Empty);
    });

    [TestCase("{ \"schema\": 2, \"assembly\": \"Lib\", \"exports\": [] }", "the manifest of 'Lib' has the form 2, which this version does not read")]
    [TestCase("{ \"schema\": 1, \"assembly\": \"Other\", \"exports\": [] }", "the manifest of 'Lib' was written for 'Other'")]
    [TestCase("no JSON", "the manifest of 'Lib' is not readable")]
    [TestCase("{ \"schema\": 1, \"assembly\": \"Lib\", \"methods\": [] }", null)]
    [TestCase("{ \"schema\": 1, \"assembly\": \"Lib\", \"exports\": [] }", null)]
    public async Task A_manifest_that_cannot_be_used_is_reported_where_it_is_needed(string json, string? problem)
    {
        var library = TellingLibrary.WithManifest("public static class Lib { public static int G(int x) => x; }", json);
        var found = await Reported.Under(null, Generated.Compile(
            [("/0/App.cs", "static class C { [Memoize] public static int F(int x) => Lib.G(x); [Memoize] public static int Beside(int x) => x; }")], references: library));
        Assert.That(found.Where(d => d.Id == "MEMO304").Select(d => d.Message()), Is.EqualTo(
            problem is null ? Array.Empty<string>() : [$"'F' runs code that is not visible: {problem}; every change of its assembly makes the remembered results unknown"]));
    }

    [Test]
    public void A_manifest_of_fifty_megabytes_is_none()
    {
        const string Entry = "{ \"id\": \"M:Lib.G(System.Int32)\", \"closure\": \"0000000000000000000000000000000000000000000000000000000000000000\", \"externals\": [], \"effects\": [\"pure\"] }";
        static string Json(int blanks) => "{ \"schema\": 1, \"assembly\": \"Lib\"," + new string(' ', blanks) + "\"exports\": [" + Entry + "] }";
        Assert.That(ManifestReader.Read("Lib", Json(1_000_000), out var none)?.Find("M:Lib.G(System.Int32)"), Is.Not.Null, none);
        Assert.That(ManifestReader.Read("Lib", Json(50_000_000), out var problem), Is.Null);
        Assert.That(problem, Does.Match("^has 5[0-9]{7} characters; no more than 16000000 are read$"));
    }

    [TestCase("reads-mind")]
    [TestCase("pure\", \"reads-file")]
    public void A_term_that_is_not_known_makes_the_member_unknown(string terms) =>
        Assert.That(FindingsWith("{ \"schema\": 1, \"assembly\": \"Lib\", \"exports\": [ENTRY] }", terms), Has.Some.StartsWith("MEMO108"));

    [Test]
    public void A_library_that_does_not_ask_for_it_tells_nothing()
    {
        var plain = Generated.From(Generated.Compile([("/lib/Lib.cs", "public static class Lib { [Memoize] public static int G(int x) => x; }")], assemblyName: "Lib"));
        Assert.That(EmittedManifest.Of(plain).Root.TryGetProperty("exports", out _), Is.False);
    }

    private static string[] FindingsWith(string json, string terms = "pure")
    {
        var entry = "{ \"id\": \"M:Lib.G(System.Int32)\", \"closure\": \"" + new string('0', 64) + "\", \"externals\": [], \"effects\": [\"" + terms + "\"] }";
        return TellingLibrary.User("static class C { [Memoize] public static int F(int x) => Lib.G(x); }",
            TellingLibrary.WithManifest("public static class Lib { public static int G(int x) => x; }", json.Replace("ENTRY", entry, StringComparison.Ordinal))).FindingsOf("F");
    }

    private static void Expect(string? rule, string library, string call, string members = "")
    {
        var user = string.Create(CultureInfo.InvariantCulture, $$"""static class C { [Memoize] public static int F(int x) => {{call}}; {{members}} }""");
        foreach (var reference in new[] { TellingLibrary.Of(library), TellingLibrary.Whole(library) })
        {
            Assert.That(TellingLibrary.User(user, reference).FindingsOf("F"), rule is null ? Is.Empty : Has.Some.StartsWith(rule));
        }
    }
}
