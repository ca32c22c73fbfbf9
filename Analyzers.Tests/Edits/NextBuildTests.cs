using Memo.Analyzers.Closures.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Edits;

/// <summary>A build after another one in the same compiler server: all files are read again, and what was found out before is used where it holds.</summary>
public sealed class NextBuildTests
{
    private const string Root = """
        namespace App;

        public static class Pipeline
        {
            [Memoize] public static int Clean(int x) => Words.First(x) + Table.Of(x);
            [Memoize] public static string Other(string text) { return text + Words.Line(); }
            [Memoize] public static int Size<T>(T x) => typeof(T).Name.Length + Words.First(1);
        }
        """;

    private const string Words = """
        namespace App;

        static class Words
        {
            public static int First(int x) => Second(x) * 2;
            static int Second(int x) { return x + 1; }
            public static int Line([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;
            public static int Alone(int x) => x;
        }
        """;

    private const string Table = """
        namespace App;

        static class Table
        {
            static readonly int[] s_table = [1, 2, 3];
            public static int Of(int x) => s_table[x % 3];
            public static void Other(int x) { _ = x; }
        }

        static class Program
        {
            public static int All() => Pipeline.Clean(1) + Pipeline.Other("").Length;
            public static object Sized() => Pipeline.Size(1);
            public record Own(int A);
        }
        """;

    private static IEnumerable<TestCaseData> Edits =>
    [
        Went("nothing", "", ""),
        Went("a comment", "namespace App;\n\nstatic class Words", "// what words are\nnamespace App;\n\nstatic class Words"),
        Went("a body that is reached", "return x + 1;", "return x + 2;"),
        Went("a body that nothing reaches", "Alone(int x) => x;", "Alone(int x) => -x;"),
        Went("a body that reads the clock", "return x + 1;", "return x + Environment.TickCount;"),
        Went("a body that calls others", "return x + 1;", "return Table.Of(x) + Alone(x);"),
        Went("a body that calls a memoized method", "return x + 1;", "return Pipeline.Other(\"\").Length;"),
        Went("a body with calls that are intercepted", "=> Pipeline.Clean(1)", "=> Pipeline.Clean(3) + Pipeline.Clean(4)"),
        Went("a body with a call for other type arguments", "=> Pipeline.Size(1)", "=> Pipeline.Size((Left: 1, \"b\")) + Pipeline.Size(new List<Own[]> { }) + Pipeline.Size<string?>(null) + Pipeline.Size(1)"),
        Anew("a table that is no longer one", "{ _ = x; }", "{ s_table[0] = x; }"),
        Anew("a line more above code that knows its line", "[Memoize] public static string Other", "\n    [Memoize] public static string Other"),
        Anew("a signature", "static int Second(int x)", "static int Second(long x)"),
        Anew("a method more", "static int Second(int x)", "static int Third() => 1;\n    static int Second(int x)"),
        Anew("an initializer", "[1, 2, 3]", "[1, 2, 4]"),
        Anew("an attribute", "[Memoize] public static int Clean", "[Memoize(Version = \"2\")] public static int Clean"),
        Anew("a memoized method less", "[Memoize] public static int Clean", "public static int Clean"),
        Anew("a using", "namespace App;\n\nstatic class Table", "using Int = System.Int32;\nnamespace App;\n\nstatic class Table"),
    ];

    [TestCaseSource(nameof(Edits))]
    public void What_is_generated_is_what_a_first_build_generates(string before, string after, bool goesOn)
    {
        var now = Program((Root, Words, Table));
        var past = Program((Edited(Root), Edited(Words), Edited(Table)));
        Assert.That(BuiltPast.Check(now, past), Is.EqualTo(goesOn ? 1 : 0));
        Assert.That(BuiltPast.Check(past, now), Is.EqualTo(goesOn ? 1 : 0));

        string Edited(string text) => before.Length > 0 ? text.Replace(before, after, StringComparison.Ordinal) : text;
    }

    [Test]
    public void One_build_goes_on_from_what_many_before_it_left()
    {
        var builds = Enumerable.Range(1, 12).Select(number => Program((Root, Words.Replace("x + 1", "x + " + number, StringComparison.Ordinal), Table)));
        Assert.That(BuiltPast.CheckInTurn([.. builds.Select(build => ((Compilation)build, (ProjectSettings?)null))]), Is.EqualTo(11));
    }

    [Test]
    public void A_member_of_an_extension_block_is_not_the_method_that_the_compiler_makes_of_it()
    {
        const string Block = """
            public static class X { extension(string a) { [Memoize] public string F() => a + "!"; } }
            public static class A { public static string Use() => "a".F() + X.F("b"); }
            """;
        var past = Generated.Compile([("/0/App.cs", Block.Replace("\"b\"", "\"c\"", StringComparison.Ordinal))]);
        Assert.That(BuiltPast.Check(Generated.Compile([("/0/App.cs", Block)]), past), Is.Zero, "it begins anew");
    }

    [Test]
    public void Another_framework_another_setting_another_reference_begin_anew()
    {
        var program = Program((Root, Words, Table));
        Assert.Multiple(() =>
        {
            Assert.That(BuiltPast.Check(program, program.WithOptions(program.Options.WithOverflowChecks(true))), Is.Zero);
            Assert.That(BuiltPast.Check(program, program.RemoveReferences(program.References.First(reference => reference.Display!.Contains("Http", StringComparison.Ordinal)))), Is.Zero);
            Assert.That(BuiltPast.Check(program, program.AddSyntaxTrees(Parse("Other.cs", "static class Other;"))), Is.Zero);
            Assert.That(BuiltPast.Check(program, program.RemoveAllSyntaxTrees().AddSyntaxTrees(program.SyntaxTrees.Select(Moved))), Is.Zero, "a file at another path");
        });
    }

    [Test]
    public void Severities_are_those_of_the_build_itself()
    {
        const string Clock = "return x + Environment.TickCount;";
        var past = Program((Root, Words.Replace("return x + 1;", Clock, StringComparison.Ordinal), Table));
        var accepted = ProjectSettings.ForAll("dotnet_diagnostic.MEMO104.severity = none");
        Assert.That(BuiltPast.CheckInTurn((past, null), (past, accepted), (past, null)), Is.EqualTo(2));
    }

    [Test]
    public void What_is_kept_has_an_end()
    {
        var program = Program((Root, Words, Table));
        _ = BuiltPast.Check(program, program);
        Assert.That(KeptEngines.All, Is.Not.Empty.And.Count.LessThanOrEqualTo(8));
    }

    private static TestCaseData Went(string what, string before, string after) => new TestCaseData(before, after, true).SetArgDisplayNames(what);

    private static TestCaseData Anew(string what, string before, string after) => new TestCaseData(before, after, false).SetArgDisplayNames(what);

    private static CSharpCompilation Program((string Root, string Words, string Table) files) =>
        Generated.Compile([("/0/Root.cs", files.Root), ("/0/Words.cs", files.Words), ("/0/Table.cs", files.Table)]);

    private static SyntaxTree Parse(string name, string text) => CSharpSyntaxTree.ParseText(text, Program(("", "", "")).SyntaxTrees[0].Options as CSharpParseOptions, "/0/" + name);

    private static SyntaxTree Moved(SyntaxTree tree) => tree.WithFilePath("/1" + tree.FilePath);
}
