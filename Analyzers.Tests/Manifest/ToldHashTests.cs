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

    private static string Closure(params IEnumerable<MetadataReference> references) => TellingLibrary.User(User, references).Closure("F");
}
