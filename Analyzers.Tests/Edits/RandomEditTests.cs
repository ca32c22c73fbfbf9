using System.Text;
using Microsoft.CodeAnalysis.Text;
using static System.FormattableString;

namespace Memo.Analyzers.Tests.Edits;

/// <summary>Edits at random, in programs at random. Each is compared with a first look at the same files.</summary>
public sealed class RandomEditTests
{
    private const int Files = 4;
    private const int Methods = 6;

    // Marks where statements are put in and taken out again.
    private const string Here = "/*here*/";

    [Test]
    public async Task Whatever_is_edited_the_same_is_reported_as_at_a_first_look([Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        var program = await EditedProgram.Open([.. Enumerable.Range(0, Files).Select(file => (Name(file), Source(file, random)))]);
        var taken = 0;
        for (var step = 0; step < 25; step++)
        {
            taken += await program.Change(Pick(random, out var file), Edit(program.Text(file), random)) ? 1 : 0;

            string Pick(Random from, out string name) => name = Name(from.Next(Files));
        }

        Assert.That(taken, Is.GreaterThan(5));
    }

    private static TextChange Edit(string text, Random random)
    {
        var places = Places(text);
        var at = places[random.Next(places.Count)];
        var end = text.IndexOf('\n', at);
        return random.Next(12) switch
        {
            0 => new(new(at, 0), "\n"),
            1 => new(new(0, 0), "// a line\n"),
            2 => new(new(at, 0), "/* seen */ "),
            3 => Declared(text, random),
            4 or 5 => new(TextSpan.FromBounds(at, end), ""),
            _ => new(TextSpan.FromBounds(at, at), " " + Statement(random)),
        };
    }

    private static TextChange Declared(string text, Random random) => random.Next(5) switch
    {
        0 => new(new(text.IndexOf("static readonly", StringComparison.Ordinal), 0), Invariant($"static int N{random.Next()}; ")),
        1 => new(new(text.IndexOf("[1, 2]", StringComparison.Ordinal) + 1, 0), "3, "),
        2 => new(new(0, 0), Invariant($"using U{random.Next()} = System.Int32;\n")),
        3 => new(new(text.IndexOf("namespace", StringComparison.Ordinal), 0), "\n\n"),
        _ => new(new(text.LastIndexOf('}'), 0), Invariant($"sealed class T{random.Next()} : IThing {{ public int Do(int x) => Console.Read(); }}\n")),
    };

    private static List<int> Places(string text)
    {
        var found = new List<int>();
        for (var at = text.IndexOf(Here, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Here, at + 1, StringComparison.Ordinal))
        {
            found.Add(at + Here.Length);
        }

        return found;
    }

    private static string Name(int file) => Invariant($"F{file}.cs");

    private static string Source(int file, Random random)
    {
        var text = new StringBuilder(Invariant($"namespace App;\npublic interface I{file} : IThing {{ }}\n"));
        if (file == 0) text.Append("public interface IThing { int Do(int x); }\n");
        text.Append(Invariant($"sealed class T{file} : I{file}\n{{\npublic int Do(int x)\n{{\n{Here}\nreturn x;\n}}\n}}\n"));
        text.Append(Invariant($"static class C{file}\n{{\ninternal static readonly int[] s_table = [1, 2];\ninternal static int s_count;\n"));
        text.Append(Invariant($"internal static int Get {{ get {{\n{Here}\nreturn 1; }} }}\n"));
        for (var i = 0; i < Methods; i++)
        {
            var memoized = random.Next(3) == 0 ? "[Memoize] public " : "internal ";
            text.Append(Invariant($"{memoized}static int M{i}(int x)\n{{\n{Here}{(random.Next(2) == 0 ? " " + Statement(random) : "")}\nreturn x;\n}}\n"));
            text.Append(Invariant($"internal static void A{i}(int[] a)\n{{\n{Here}\n}}\n"));
        }

        return text.Append("}\n").ToString();
    }

    private static string Statement(Random random)
    {
        var (file, method) = (random.Next(Files), random.Next(Methods));
        return random.Next(16) switch
        {
            0 => "Console.WriteLine(1);",
            1 => "_ = DateTime.Now;",
            2 => Invariant($"_ = C{file}.s_table[0];"),
            3 => Invariant($"C{file}.s_count++;"),
            4 => Invariant($"if (Environment.TickCount > 1) C{file}.s_table[0] = 2;"),
            5 => Invariant($"_ = new T{file}().Do(1);"),
            6 => Invariant($"{{ IThing t = new T{file}(); _ = t.Do(C{method % Files}.s_count); }}"),
            7 => Invariant($"{{ Func<int, int> f = y => C{file}.M{method}(y); f(1); }}"),
            8 => Invariant($"{{ int L(int y) => C{file}.M{method}(y); _ = L(1); }}"),
            9 => Invariant($"C{file}.A{method}(C{method % Files}.s_table);"),
            10 => Invariant($"{{ var b = new[] {{ 1 }}; C{file}.A{method}(b); _ = b[0]; }}"),
            11 => Invariant($"_ = C{file}.Get;"),
            12 => "_ = Nothing(1);",
            13 => "Conso",
            _ => Invariant($"_ = C{file}.M{method}(1);"),
        };
    }
}
