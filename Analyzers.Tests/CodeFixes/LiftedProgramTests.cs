namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>Programs of many shapes in which something is lifted: they compile afterwards and have the finding no more, or it is not offered.</summary>
public sealed class LiftedProgramTests
{
    private const string Ticks = "DateTime.UtcNow.Ticks";

    [TestCase("public static long F(int x) => x + NOW; public static long G() => F(1);", "F(1, DateTime.UtcNow)", TestName = "A caller")]
    [TestCase("public static long F(int x = 2) => x + NOW; public static long G() => F() + F(3);", "F(DateTime.UtcNow) + F(DateTime.UtcNow, 3)", TestName = "An optional parameter")]
    [TestCase("public static long F(params int[] x) => x.Length + NOW; public static long G() => F() + F(1, 2);", "F(DateTime.UtcNow) + F(DateTime.UtcNow, 1, 2)", TestName = "A params array")]
    [TestCase("public static long F(int a, int b) => a + b + NOW; public static long G() => F(b: 1, a: 2);", "F(b: 1, a: 2, utcNow: DateTime.UtcNow)", TestName = "Named arguments")]
    [TestCase("public static long F(this int x) => x + NOW; public static long G() => 1.F() + F(2);", "1.F(DateTime.UtcNow) + F(2, DateTime.UtcNow)", TestName = "An extension method")]
    [TestCase("public static T F<T>(T x) { _ = NOW; return x; } public static int G() => F(1) + F<int>(2);", "F(1, DateTime.UtcNow) + F<int>(2, DateTime.UtcNow)", TestName = "A generic method")]
    [TestCase("public static long F(int x) => x + NOW; static readonly Func<int, long> s_f = x => F(x);", "s_f = x => F(x, DateTime.UtcNow)", TestName = "A lambda in an initializer")]
    [TestCase("public static long F(int x) => x + NOW; public static IEnumerable<long> G(int[] xs) => from x in xs select F(x);", "select F(x, DateTime.UtcNow)", TestName = "A query")]
    [TestCase("public static long F(int x) { return Inner(x); long Inner(int y) => y + NOW; } public static long G() => F(1);", "Inner(int y) => y + utcNow.Ticks", TestName = "A local function")]
    [TestCase("public static long F(int x) => x < 1 ? NOW : F(x - 1); public static long G() => F(1);", "F(x - 1, utcNow)", TestName = "A method that calls itself")]
    [TestCase("public static long F(int utcNow) => utcNow + NOW; public static long G() => F(1);", "F(int utcNow, DateTime utcNow1)", TestName = "A name that is taken")]
    [TestCase("/// <summary>As <see cref=\"F\"/> does.</summary>\npublic static long G() => F(1); public static long F(int x) => x + NOW;", "<see cref=\"F\"/>", TestName = "A reference in a comment")]
    [TestCase("public static long F(int x) => x + NOW; public static string G() => nameof(F);", "nameof(F)", TestName = "A name")]
    [TestCase("public static long F(int x)\n    {\n#if DEBUG\n        x++;\n#else\n        x--;\n#endif\n        return x + /* now */ NOW; // here\n    }", "/* now */ utcNow.Ticks; // here", TestName = "Comments and conditions")]
    public async Task It_compiles_and_the_finding_is_gone(string members, string expected)
    {
        using var bench = Open(members);
        await bench.Choose("App", "MEMO104", "Lift 'DateTime.UtcNow'");
        Assert.That((await bench.FindingsIn("App")).Where(found => found.Id.StartsWith("CS", StringComparison.Ordinal) || found.Id == "MEMO104"), Is.Empty, bench.Text("App", "C.cs"));
        Assert.That(bench.Text("App", "C.cs"), Does.Contain(expected));
    }

    [TestCase("public static long F(int x) => x + NOW; public static long F(int x, DateTime utcNow) => x;", TestName = "An overload that there is")]
    [TestCase("public static long F(int x) => x + NOW; public static Func<int, long> G() => F;", TestName = "A method group")]
    [TestCase("public static long F(int x) { Func<int, long> f = static y => H(y); return f(x); } static long H(int y) => y + NOW;", TestName = "A static lambda that cannot pass it on")]
    [TestCase("public static long F(int x) => x + new Part().N; sealed class Part { public long N = NOW; }", TestName = "An initializer")]
    [TestCase("public static long F(int x) => x + N; static long N => NOW;", TestName = "A property")]
    [TestCase("public static long F(IComparable x) => x.CompareTo(new Part()); sealed class Part : IComparable { public int CompareTo(object? o) => (int)NOW; }", TestName = "A member of the framework")]
    public async Task Where_it_would_not_compile_it_is_not_offered(string members)
    {
        using var bench = Open(members);
        Assert.That(await bench.MenuOf("App", "MEMO104"), Is.Empty);
    }

    [Test]
    public async Task A_type_that_callers_may_not_see_is_not_shown_to_them()
    {
        using var bench = new Workbench().Add("App", [], ("C.cs", """
            using Memo;
            enum Mode { Plain, Fancy }
            static class Settings { public static Mode Mode { get; set; } }
            public static class C { [Memoize] public static int F(int x) => x + (int)Settings.Mode; static void Set() => Settings.Mode = Mode.Fancy; }
            """));
        Assert.That(await bench.MenuOf("App", "MEMO102"), Has.None.StartsWith("Lift"));
    }

    private static Workbench Open(string members) => new Workbench().Add("App", [], ("C.cs", $$"""
        using Memo;
        public static class C
        {
            {{members.Replace("public static long F", "[Memoize] public static long F", StringComparison.Ordinal).Replace("public static T F", "[Memoize] public static T F", StringComparison.Ordinal).Replace("NOW", Ticks, StringComparison.Ordinal)}}
        }
        """));
}
