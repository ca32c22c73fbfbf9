using Memo.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Manifest;

/// <summary>The hash of a method follows what a library runs for it, and nothing else of the library.</summary>
public sealed class ToldHashTests
{
    private const string User = "static class C { [Memoize] public static int F(int x) => Lib.G(x); }";
    private const string Library = "public static class Lib { public static int G(int x) => H(x) + 1; static int H(int x) => x; public static int Other(int x) => x; }";

    [TestCase("=> x; public", "=> 2 * x; public", true)]
    [TestCase("H(x) + 1", "H(x) + 2", true)]
    [TestCase("Other(int x) => x", "Other(int x) => 3 * x", false)]
    [TestCase("H(", "Inner(", false)]
    [TestCase("static int H", "/* helps */ static int H", false)]
    public void An_edit_counts_where_it_is_reached(string before, string after, bool counts)
    {
        var edited = Library.Replace(before, after, StringComparison.Ordinal);
        Assert.That(edited, Is.Not.EqualTo(Library));
        Assert.That(Closure(TellingLibrary.Of(edited)) != Closure(TellingLibrary.Of(Library)), Is.EqualTo(counts));
    }

    [TestCase("2", true)]
    [TestCase("/* still */ 1", false)]
    public void An_edit_two_libraries_away_counts(string body, bool counts)
    {
        Assert.That(Through(body) != Through("1"), Is.EqualTo(counts));

        static string Through(string body)
        {
            var last = TellingLibrary.Of($$"""public static class Last { public static int N() => {{body}}; }""", "Last");
            return Closure(TellingLibrary.Of("public static class Lib { public static int G(int x) => x + Last.N(); }", references: last), last);
        }
    }

    [TestCase("public enum Color { Red = 1 } public static class Lib { }", "Red = 1", "Red = 2", "(int)Color.Red", true)]
    [TestCase("public enum Color { Red = 1 } public static class Lib { }", "Red = 1", "Red = 0x1", "(int)Color.Red", false)]
    [TestCase("public static class Lib { public const int N = 1; }", "N = 1", "N = 2", "Lib.N", true)]
    [TestCase("public static class Lib { public static int G(int x = 1) => x; }", "x = 1", "x = 2", "Lib.G()", true)]
    [TestCase("public readonly struct Size(int n) { public readonly int N = n; public static Size operator +(Size a, Size b) => new(a.N + b.N); }", "a.N + b.N", "a.N * b.N", "(new Size(x) + new Size(1)).N", true)]
    [TestCase("public readonly struct Size(int n) { public readonly int N = n; public static implicit operator int(Size a) => a.N; }", "=> a.N", "=> a.N + 1", "(int)new Size(x)", true)]
    [TestCase("public static class Lib { public static System.Collections.Generic.IEnumerable<int> All() { yield return 1; } }", "return 1", "return 2", "Lib.All().Count()", true)]
    [TestCase("public static class Lib { public static async Task<int> Later(int x) { await Task.Yield(); return x; } }", "return x", "return x + 1", "Lib.Later(x).Result", true)]
    [TestCase("public static class Lib { static readonly int s_n = 1; public static int G(int x) => s_n + x; }", "s_n = 1", "s_n = 2", "Lib.G(x)", true)]
    [TestCase("public static class Lib { static readonly int s_n = 1; static Lib() { s_m = 1; } static readonly int s_m; public static int G(int x) => s_m + x; }", "s_m = 1", "s_m = 2", "Lib.G(x)", true)]
    [TestCase("public static class Lib { public static int G(int x) => new Part().Of(x); sealed class Part { int _n = 1; public int Of(int x) => _n + x; } }", "_n = 1", "_n = 2", "Lib.G(x)", true)]
    [TestCase("public static class Lib { public static int G(int x) => x.Twice(); static int Twice(this int x) => x + x; }", "x + x", "3 * x", "Lib.G(x)", true)]
    [TestCase("public static class Lib { public static int G(Func<int, int> f) => f(1); }", "f(1)", "f(2)", "Lib.G(y => y)", true)]
    [TestCase("public abstract class Shape { public static int G(int x) => new Square().Area() + x; abstract internal int Area(); } sealed class Square : Shape { internal override int Area() => 1; }", "=> 1", "=> 2", "Shape.G(x)", true)]
    [TestCase("public static class Lib { public static string G(int x) => new Part(x).ToString(); record Part(int Width); }", "Width", "Height", "Lib.G(x).Length", true)]
    [TestCase("public static class Lib { public static string G(int x) => new Part(x).ToString(); record Part(int Width) { static int Other() => 1; } }", "=> 1", "=> 2", "Lib.G(x).Length", false)]
    public void What_a_call_may_run_counts(string library, string before, string after, string call, bool counts)
    {
        var user = $$"""static class C { [Memoize] public static int F(int x) => {{call}}; }""";
        var edited = library.Replace(before, after, StringComparison.Ordinal);
        Assert.That(edited, Is.Not.EqualTo(library));
        Assert.That(Told(user, edited) != Told(user, library), Is.EqualTo(counts));

        // What would be in the key: the hash, and the assembly where it stands for what is not told.
        static string Told(string user, string library)
        {
            var manifest = TellingLibrary.User(user, TellingLibrary.Of(library));
            return manifest.ExternalsOf("F").Contains("Lib") ? manifest.Closure("F") + library : manifest.Closure("F");
        }
    }

    [Test]
    public void A_friend_is_told_of_what_is_internal()
    {
        const string Internal = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App\")] static class Lib { internal static int G(int x) => x; static int Own(int x) => x; }";
        Assert.Multiple(() =>
        {
            Assert.That(TellingLibrary.User(User, TellingLibrary.Of(Internal)).FindingsOf("F"), Is.Empty);
            Assert.That(Ids(TellingLibrary.Generate(Internal)), Is.EqualTo(new[] { "M:Lib.G(System.Int32)" }));
            Assert.That(Ids(TellingLibrary.Generate("static class Lib { internal static int G(int x) => x; } public static class Seen { public static int H() => 1; }")), Is.EqualTo(new[] { "M:Seen.H" }));
        });

        static string[] Ids(Generated library) => [.. EmittedManifest.Of(library).Root.GetProperty("exports").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()!)];
    }

    [Test]
    public void The_next_build_of_a_user_sees_a_library_that_was_built_again()
    {
        var builds = new[] { Library, Library.Replace("H(x) + 1", "H(x) + 2", StringComparison.Ordinal), Library.Replace("=> x; public", "=> 2 * x; public", StringComparison.Ordinal), Library };
        Assert.That(BuiltPast.CheckInTurn([.. builds.Select(library => ((Compilation)Generated.Compile([("/0/App.cs", User)], references: TellingLibrary.Of(library)), (ProjectSettings?)null))]), Is.Zero, "it begins anew");
    }

    [Test]
    public void The_next_build_of_a_library_tells_what_is_so_now() => Assert.That(
        BuiltPast.CheckBodies(Generated.Compile([("/lib/Lib.cs", Library + "public sealed class Part(int n) { public int Twice() => 2 * n; public override string ToString() => Lib.G(n).ToString(); }")], assemblyName: "Lib"),
            ProjectSettings.In(("/lib/.globalconfig", "is_global = true\nbuild_property.MemoManifest = public\n"))), Is.Positive);

    [Test]
    public void What_another_type_does_when_it_is_called_through_a_base_type_counts()
    {
        Assert.That(Made("\"a\""), Is.Not.EqualTo(Made("\"b\"")));

        static string Made(string text) => Closure(TellingLibrary.Of(
            $$"""public sealed class Part { public override string ToString() => {{text}}; } public static class Lib { public static int G(int x) => Make(x).GetHashCode() * 0; public static object Make(int x) => new Part(); }"""));
    }

    [Test]
    public void The_manifest_that_was_read_is_named_and_the_assembly_is_not()
    {
        var externals = TellingLibrary.User(User, TellingLibrary.Of(Library)).ExternalsOf("F");
        Assert.That(externals, Has.Length.EqualTo(1).And.All.StartsWith("Lib#"));
    }

    [Test]
    public void A_member_that_nothing_is_told_of_is_the_assembly()
    {
        var externals = TellingLibrary.User("static class C { [Memoize] public static int F(int x) => Lib.G<int>(x); }",
            TellingLibrary.Of("public static class Lib { public static int G<T>(int x) => x; }")).ExternalsOf("F");
        Assert.That(externals, Is.EqualTo(new[] { "Lib" }));
    }

    [Test]
    public void What_a_library_was_shown_of_its_partial_types_is_passed_on()
    {
        var (once, twice) = (Of("1"), Of("2"));
        Assert.Multiple(() =>
        {
            Assert.That(once.PartsOf("F"), Is.EqualTo(["Lib!Lib=Object/0/1/0/0", "Lib!Part=Object/0/2/0/0"]));
            Assert.That(once.ExternalsOf("F"), Has.Length.EqualTo(1).And.All.StartsWith("Lib#"));
            Assert.That(once.Closure("F"), Is.Not.EqualTo(twice.Closure("F")));
        });

        static EmittedManifest Of(string n) => TellingLibrary.User(User, TellingLibrary.Of(
            $$"""public static partial class Lib { public static int G(int x) => new Part().Of(x); } sealed partial class Part { public int Of(int x) => {{n}} * x; }"""));
    }

    private static string Closure(params IEnumerable<MetadataReference> references) => TellingLibrary.User(User, references).Closure("F");
}
