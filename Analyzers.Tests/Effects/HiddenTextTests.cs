using Memo.Analyzers.Tests.Harness;

namespace Memo.Analyzers.Tests.Effects;

/// <summary>Texts of objects that tell more than their values do, made by code that does not name the object's type.</summary>
public sealed class HiddenTextTests
{
    [TestCase("string.Format(\"{0}\", e)", TestName = "An exception that is formatted")]
    [TestCase("string.Concat(\"a\", e)", TestName = "An exception that is appended to a text")]
    [TestCase("string.Join(\",\", new List<Exception> { e })", TestName = "A list of exceptions that is joined")]
    [TestCase("new StringBuilder().Append(e).ToString()", TestName = "An exception that a builder is given")]
    [TestCase("new StringBuilder().Append($\"{e}\").ToString()", TestName = "An exception in a text that a builder is given")]
    [TestCase("FormattableString.Invariant($\"{e}\")", TestName = "An exception in a text that is formatted later")]
    [TestCase("Text(e); static string Text(object o) => o.ToString()!", TestName = "An exception that a function takes for an object")]
    [TestCase("Text(e); static string Text<T>(T o) => o!.ToString()!", TestName = "An exception that a generic function takes")]
    [TestCase("new Box<Exception>(e).Text(); sealed class Box<T>(T held) { public string Text() => held + \"\"; }", TestName = "An exception that a generic class holds")]
    [TestCase("Text(e); static string Text<T>(T o) where T : Exception => \"a\" + o", TestName = "An exception behind a constraint")]
    [TestCase("new R(e).ToString(); sealed record R(Exception E)", TestName = "An exception in a record")]
    [TestCase("(e, 1).ToString()", TestName = "An exception in a pair")]
    [TestCase("new { e }.ToString()!", TestName = "An exception in an anonymous object")]
    [TestCase("new[] { e }.Select(Convert.ToString).First()!", TestName = "Exceptions that a method group is given")]
    [TestCase("new[] { e }.Select(Text).First(); static string Text(object o) => o.ToString()!", TestName = "Exceptions that a method group of the program is given")]
    [TestCase("string.Concat(new Own()); sealed class Own : Exception;", TestName = "An exception of the program")]
    public void They_tell_the_stack_trace(string code) => Assert.That(Findings(code), Has.Some.StartsWith("MEMO104 reads the stack trace"));

    [TestCase("string.Format(\"{0}\", e.Message)", TestName = "The message is formatted")]
    [TestCase("string.Join(\",\", new List<Exception> { e }.Select(one => one.Message))", TestName = "Messages are joined")]
    [TestCase("e.InnerException == null ? \"a\" : \"b\"", TestName = "An exception is compared to null")]
    [TestCase("Check(e); static string Check(Exception e) { ArgumentNullException.ThrowIfNull(e); return e.Message; }", TestName = "An exception is checked")]
    [TestCase("Text(e); static string Text<T>(T o) where T : Exception => o.Message", TestName = "The message behind a constraint")]
    [TestCase("new Own().ToString(); sealed class Own : Exception { public override string ToString() => \"own\"; }", TestName = "An exception that has a text of its own")]
    [TestCase("string.Concat(new Own()); sealed class Own : Exception { public override string ToString() => \"own\"; }", TestName = "An exception that has a text of its own, appended")]
    [TestCase("throw new InvalidOperationException($\"{e.Message}\", e)", TestName = "An exception is passed on")]
    public void They_tell_the_value(string code) => Assert.That(Findings(code), Is.Empty);

    private const string Sequence = "static IEnumerable<int> All() { yield return 1; }";

    [TestCase("$\"{All()}\"; " + Sequence, TestName = "The text of an iterator")]
    [TestCase("All() + \"\"; " + Sequence, TestName = "The text of an iterator, appended")]
    [TestCase("string.Format(\"{0} {1} {2} {3}\", 1, 2, 3, All()); " + Sequence, TestName = "The text of an iterator, formatted")]
    [TestCase("Later().ToString()!; static async Task<int> Later() { await Task.Yield(); return 1; }", TestName = "The text of a task")]
    public void They_tell_names_that_the_compiler_makes(string code) => Assert.That(Findings(code), Has.Some.StartsWith("MEMO104 depends on the name of a class that the compiler makes"));

    [TestCase("string.Concat(All()); " + Sequence, TestName = "The text of an iterator's elements")]
    [TestCase("$\"{string.Join(',', All())}\"; " + Sequence, TestName = "The text of an iterator's elements, joined")]
    [TestCase("$\"{All().Count()}\"; " + Sequence, TestName = "How many elements")]
    [TestCase("$\"{Later().Result}\"; static async Task<int> Later() { await Task.Yield(); return 1; }", TestName = "The text of a task's result")]
    public void They_tell_what_is_in_it(string code) => Assert.That(Findings(code), Is.Empty);

    // Where an exception `e` has been caught.
    private static string[] Findings(string code)
    {
        var at = code.IndexOf(';', StringComparison.Ordinal);
        var (value, members) = at < 0 ? (code, "") : (code[..at], code[(at + 1)..]);
        var end = members.Length == 0 || members.EndsWith('}') || members.EndsWith(';') ? "" : ";";
        return EmittedManifest.Of(SourceText.Class(
            $$"""[Memoize] public static string F(string x) { try { return int.Parse(x, CultureInfo.InvariantCulture) == 1 ? "a" : "b"; } catch (Exception e) { {{(value.StartsWith("throw ", StringComparison.Ordinal) ? "" : "return ")}}{{value}}; } } {{members}}{{end}}""")).FindingsOf("F");
    }
}
