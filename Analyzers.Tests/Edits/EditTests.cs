using System.Text;
using static System.FormattableString;

namespace Memo.Analyzers.Tests.Edits;

/// <summary>What is reported after edits. Each edit is compared with a first look at the same files.</summary>
public sealed class EditTests
{
    private const string Root = """
        namespace App;

        public static class Pipeline
        {
            [Memoize]
            public static string Clean(string text)
            {
                var all = Words.Of(text);
                return string.Concat(all) + Table.Name(all.Length);
            }

            [Memoize] public static IEnumerable<string> All(string text) => Words.All(text);
            [Memoize] public static Stream? Open(string text) => null;

            [Memoize] public static int Sum(string text) { return All(text).Count() + 1; }

            [Memoize] public static int Count(IShape shape, int x) => shape.Area(x) + new Square().Area(x);

            [Memoize, DependsOnFile("a.txt")]
            public static string Read(int x) { return File.ReadAllText("a.txt") + x; }
        }
        """;

    private const string Words = """
        namespace App;

        static class Words
        {
            public static string[] Of(string text)
            {
                return Split(text);
            }

            static string[] Split(string text) => text.Split(Blank);

            static char Blank => ' ';

            public static int Long(string[] words) => words.Length;

            public static IEnumerable<string> All(string text) { var words = Of(text); return words; }

            static long Now => Environment.TickCount64;

            public static string Logged(string text) { Console.WriteLine(text); return text; }
        }
        """;

    private const string Table = """
        namespace App;

        static class Table
        {
            internal static readonly string[] Names = ["a", "b", "c"];
            const int Last = 2;
            static readonly int s_offset = Offset();

            public static string Name(int i) => Names[Math.Min(i, Last)];

            static int Offset() => 1;

            public static void Other() { _ = s_offset; }
        }
        """;

    private const string Shapes = """
        namespace App;

        public interface IShape { int Area(int x); }

        public sealed class Square : IShape { public int Area(int x) { return x * x; } }

        public sealed class Round : IShape
        {
            public int Area(int x)
            {
                return 3 * x * x;
            }
        }

        static class Elsewhere
        {
            public static int Use(IShape shape) { return shape.Area(1); }

            public static void Touch() { }

            public static void Log(string text) { Console.WriteLine(text); }
        }
        """;

    private static Task<EditedProgram> Open() => EditedProgram.Open(("Root.cs", Root), ("Words.cs", Words), ("Table.cs", Table), ("Shapes.cs", Shapes));

    private static IEnumerable<TestCaseData> Bodies =>
    [
        Case("An effect of the method itself", "Root.cs", "var all", "Console.WriteLine(text); var all"),
        Case("Blanks and a comment above", "Root.cs", "namespace App;", "// moved\n\n\nnamespace App;"),
        Case("A comment in the body", "Root.cs", "var all", "/* all */ var all"),
        Case("An effect in a callee of another file", "Words.cs", "return Split", "_ = DateTime.Now; return Split"),
        Case("An effect in a callee's callee, behind an arrow", "Words.cs", "text.Split(Blank)", "text.Split(Blank, Random.Shared.Next())"),
        Case("A call that leads to an effect", "Words.cs", "return Split(text)", "return Split(Logged(text))"),
        Case("A lambda", "Words.cs", "return Split(text)", "Func<string, string> f = t => t + Now; return Split(f(text))"),
        Case("A local function", "Words.cs", "return Split(text);", "return Split(Twice(text)); static string Twice(string t) { Console.Write(t); return t + t; }"),
        Case("A virtual call", "Root.cs", "var all = Words.Of(text);", "var all = Words.Of(text); Elsewhere.Use(new Round());"),
        Case("A type that is made", "Root.cs", "string.Concat(all)", "string.Concat(all) + Elsewhere.Use(text.Length > 1 ? new Square() : new Round())"),
        Case("An effect where a type is dispatched to", "Shapes.cs", "return 3 * x", "Console.WriteLine(x); return 3 * x"),
        Case("An effect in a getter", "Words.cs", "Blank => ' '", "Blank => (char)Environment.TickCount"),
        Case("A name that is not there", "Words.cs", "return Split", "return Spli"),
        Case("A statement that is being typed", "Words.cs", "return Split", "Conso return Split"),
        Case("A file that nobody reaches", "Shapes.cs", "Console.WriteLine(text)", "Console.Write(text)"),
        Case("A declared dependency that nothing reads any more", "Root.cs", "File.ReadAllText(\"a.txt\")", "\"a\""),
        Case("Another file than is declared", "Root.cs", "File.ReadAllText(\"a.txt\")", "File.ReadAllText(\"a.txt\" + x)"),
        Case("A static that is read, as nobody changes it", "Shapes.cs", "Touch() { }", "Touch() { _ = Table.Names[0]; }"),
        Case("A caller through the cache", "Words.cs", "return Split(text)", "return Split(Pipeline.Read(1))"),
        Case("A recursive call", "Words.cs", "return Split(text)", "return text == \"\" ? Of(Pipeline.Clean(text)) : Split(text)"),
        Case("A mutated argument", "Words.cs", "words.Length;", "words.Length; // "),
    ];

    private static IEnumerable<TestCaseData> Others =>
    [
        Case("A write makes a table state", "Shapes.cs", "Touch() { }", "Touch() { Table.Names[0] = \"\"; }"),
        Case("A write in the file of the table", "Table.cs", "_ = s_offset;", "Names[1] = \"\";"),
        Case("A lazy result in a callee", "Words.cs", "return words;", "return words.Where(word => word != text);"),
        Case("A signature", "Words.cs", "Logged(string text)", "Logged(string text, int n = 0)"),
        Case("A modifier", "Words.cs", "public static int Long", "internal static int Long"),
        Case("An attribute", "Words.cs", "public static string[] Of", "[Obsolete] public static string[] Of"),
        Case("An attribute on a method that makes it memoized", "Words.cs", "public static string[] Of", "[Memoize] public static string[] Of"),
        Case("An assumption", "Words.cs", "public static string Logged", "[AssumePure(\"\")] public static string Logged"),
        Case("A constant", "Table.cs", "Last = 2", "Last = 1"),
        Case("A field's initializer", "Table.cs", "s_offset = Offset()", "s_offset = Environment.ProcessId"),
        Case("A readonly that goes", "Table.cs", "static readonly int s_offset", "static int s_offset"),
        Case("A using", "Words.cs", "namespace App;", "using X = System.Console; namespace App;"),
        Case("A new member", "Words.cs", "static long Now", "static int New() => 1; static long Now"),
        Case("A member that goes", "Words.cs", "public static int Long(string[] words) => words.Length;", ""),
        Case("A block for an arrow", "Words.cs", "=> text.Split(Blank);", "{ return text.Split(Blank); }"),
        Case("A base type", "Shapes.cs", "sealed class Round : IShape", "sealed class Round : IShape, IDisposable"),
        Case("A brace that goes", "Words.cs", "return Split(text);\n    }", "return Split(text);\n    "),
        Case("A directive", "Words.cs", "return Split", "\n#nullable disable\nreturn Split"),
        Case("An iterator", "Shapes.cs", "return shape.Area(1);", "yield return 1;"),
        Case("Lines that are counted otherwise", "Words.cs", "namespace App;", "#line 100\nnamespace App;"),
        Case("A new type", "Words.cs", "namespace App;", "namespace App; sealed class Cube : IShape { public int Area(int x) => Environment.ProcessId; }"),
    ];

    private static TestCaseData Case(string name, string file, string old, string @new) => new TestCaseData(file, old, @new).SetArgDisplayNames(name);

    [TestCaseSource(nameof(Bodies))]
    public async Task An_edit_in_a_body_is_seen_without_looking_at_everything_again(string file, string old, string @new)
    {
        var program = await Open();
        var before = program.Found;
        Assert.That(await program.Edit(file, old, @new), Is.True);
        Assert.That(await program.Edit(file, @new, old), Is.True);
        Assert.That(program.Found, Is.EqualTo(before));
        Assert.That(await program.Edit("Root.cs", "namespace App;", "\nnamespace App;"), Is.True);
        Assert.That(await program.Edit(file, old, @new), Is.True);
    }

    [TestCaseSource(nameof(Others))]
    public async Task After_an_edit_that_others_are_bound_by_everything_is_looked_at_again(string file, string old, string @new)
    {
        var program = await Open();
        Assert.That(await program.Edit(file, old, @new), Is.False);
        await program.Edit(file, @new, old);
        await program.Edit("Root.cs", "var all", "Console.WriteLine(text); var all");
        await program.Edit(file, old, @new);
        await program.Edit("Root.cs", "namespace App;", "\n\nnamespace App;");
    }

    [Test]
    public async Task The_edits_shown_here_are_such_as_to_change_what_is_reported()
    {
        var silent = new List<string>();
        foreach (var edit in Bodies.Take(14))
        {
            var program = await Open();
            var before = program.Found;
            await program.Edit((string)edit.Arguments[0]!, (string)edit.Arguments[1]!, (string)edit.Arguments[2]!);
            if (program.Found.SequenceEqual(before)) silent.Add((string)edit.Arguments[2]!);
        }

        Assert.That(silent, Is.Empty);
    }

    [Test]
    public async Task One_edit_after_the_other_adds_up()
    {
        var program = await Open();
        foreach (var edit in Bodies)
        {
            var (file, old, @new) = ((string)edit.Arguments[0]!, (string)edit.Arguments[1]!, (string)edit.Arguments[2]!);
            if (program.Text(file).Contains(old, StringComparison.Ordinal))
            {
                Assert.That(await program.Edit(file, old, @new), Is.True);
            }
        }
    }

    [Test]
    public async Task A_line_number_that_code_is_told_is_the_one_that_is_there_now()
    {
        var program = await EditedProgram.Open(("A.cs", """
            using System.Runtime.CompilerServices;
            public static class A
            {
                public static void Empty() { }
                [Memoize] public static string F(string x) => At("b") + At2(x + x);
                static string At(string name, [CallerLineNumber] int line = 0) => File.ReadAllText(name + line);
                static string At2(string name, [CallerArgumentExpression("name")] string text = "") => File.ReadAllText(text);
            }
            """));
        await program.Edit("A.cs", "Empty() { }", "Empty() {\n }");
        await program.Edit("A.cs", "x + x", "x  + x");
    }

    [Test]
    public async Task Work_after_an_edit_does_not_grow_with_the_code_that_is_reached()
    {
        Assert.That(await Work(400), Is.EqualTo(await Work(100)));

        static async Task<int> Work(int methods)
        {
            var members = new StringBuilder("static class M {\n");
            for (var i = 0; i < methods; i++) members.Append(Invariant($"public static int M{i}(int x) {{ return M{i + 1}(x) + 1; }}\n"));
            members.Append(Invariant($"static int M{methods}(int x) => Environment.TickCount;\n}}"));
            var program = await EditedProgram.Open(("M.cs", members.ToString()), ("Root.cs", "static class R { [Memoize] public static int F(int x) { return M.M0(x); } }"));
            Assert.That(await program.Edit("Root.cs", "return", "_ = x; return"), Is.True);
            return program.Engine.Summarized;
        }
    }
}
