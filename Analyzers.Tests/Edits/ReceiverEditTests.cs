using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Edits;

/// <summary>An edit of a body may change which fields of its object a method reads.</summary>
public sealed class ReceiverEditTests
{
    [TestCase("A", "A + B")]
    [TestCase("A", "Own(this)")]
    [TestCase("A", "Read()")]
    [TestCase("Read()", "A")]
    public void Another_field_is_in_the_key_after_it(string before, string after)
    {
        BuiltPast.CheckInTurn((Program(before), null), (Program(after), null), (Program(before), null));
        Assert.That(Keyed(before), Is.Not.EqualTo(Keyed(after)));
    }

    [Test]
    public void So_may_one_of_a_body_that_is_called()
    {
        BuiltPast.CheckInTurn((Program("Read()"), null), (Program("Read()", "A"), null), (Program("Read()"), null));
        Assert.That(Keyed("Read()"), Is.Not.EqualTo(Generated.From(Program("Read()", "A")).Text));
    }

    [Test]
    public void Where_the_same_is_read_the_next_build_goes_on() =>
        Assert.That(BuiltPast.CheckInTurn((Program("A"), null), (Program("A + 1"), null), (Program("2 * A"), null)), Is.EqualTo(2));

    [Test]
    public void The_order_of_a_dictionary_is_in_the_key_after_an_edit_that_sees_it()
    {
        static CSharpCompilation Of(string body) => Generated.Compile([("/0/C.cs", $$"""
            using System.Linq;
            System.Console.WriteLine(C.M(new() { [1] = 2 }));
            public static class C { [Memo.Memoize] public static int M(System.Collections.Generic.Dictionary<int, int> d) { return {{body}}; } }
            """)], OutputKind.ConsoleApplication);
        BuiltPast.CheckInTurn((Of("d[1]"), null), (Of("d.First().Value"), null), (Of("d[1]"), null));
        Assert.That(Generated.From(Of("d[1]")).Text, Is.Not.EqualTo(Generated.From(Of("d.First().Value")).Text));
    }

    [Test]
    public async Task What_an_edit_reads_is_reported_in_an_editor()
    {
        var program = await EditedProgram.Open(("C.cs", Source("A", "B")));
        Assert.That(program.Found, Is.Empty);
        await program.Edit("C.cs", "M(int x) { return A; }", "M(int x) { return File is null ? A : B; }");
        Assert.That(program.Found, Has.One.StartsWith("MEMO206"));
        await program.Edit("C.cs", "File is null ? A : B", "A");
        Assert.That(program.Found, Is.Empty);
    }

    [Test]
    public void An_accessor_that_names_its_field_gives_the_type_one()
    {
        static CSharpCompilation Of(string accessor) => Generated.Compile([("/0/C.cs", $$"""
            System.Console.WriteLine(new C { P = 1 }.M());
            public sealed class C
            {
                public int P { get { return {{accessor}}; } set { } }
                [Memo.Memoize] public int M() { return P; }
            }
            """)], OutputKind.ConsoleApplication);
        BuiltPast.CheckInTurn((Of("1"), null), (Of("field"), null), (Of("1"), null));
    }

    private static string Keyed(string body) => Generated.From(Program(body)).Text;

    private static CSharpCompilation Program(string body, string read = "B") => Generated.Compile([("/0/C.cs", Source(body, read)), ("/0/Main.cs", "System.Console.WriteLine(new C().M(1));")], OutputKind.ConsoleApplication);

    private static string Source(string body, string read) => $$"""
        public sealed class C
        {
            public int A, B;
            public System.IO.Stream? File;
            [Memo.Memoize] public int M(int x) { return {{body}}; }
            private int Read() { return {{read}}; }
            private static int Own(C c) => c.B;
        }
        """;
}
