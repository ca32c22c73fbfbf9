using Memo.Analyzers.Tests.Harness;

namespace Memo.Analyzers.Tests.Manifest;

/// <summary>What a library and the project that uses it do to objects and functions that they pass to each other.</summary>
public sealed class ToldObjectsTests
{
    private const string Owned = "A([1]); static int A(List<int> xs) ";
    private const string Static = "A(s_xs); static readonly List<int> s_xs = [1]; static int A(List<int> xs) ";

    [TestCase("public static class Lib { public static List<int> Same(List<int> xs) => xs; }", "{ Lib.Same(xs).Add(1); return xs.Count; }")]
    [TestCase("public sealed class Box(List<int> xs) { public List<int> Xs => xs; }", "{ new Box(xs).Xs.Add(1); return xs.Count; }")]
    [TestCase("public static class Lib { public static void Add(List<int> xs, List<int> ys) { var zs = xs.Count > 0 ? xs : ys; zs.Add(1); } }", "{ Lib.Add(xs, xs); return xs.Count; }")]
    [TestCase("public static class Lib { public static IEnumerable<int> Lazy(List<int> xs) { xs.Add(1); yield return 1; } }", "=> Lib.Lazy(xs).Count() + xs.Count")]
    public void A_change_concerns_whoever_holds_the_object(string library, string body)
    {
        Assert.That(Findings(library, Static + body), Has.Some.StartsWith("MEMO103"));
        Assert.That(Findings(library, Owned + body), Is.Empty);
    }

    [TestCase("public sealed class Box(List<int> xs) { public void Add() => xs.Add(1); }", "{ new Box(xs).Add(); return xs.Count; }")]
    [TestCase("public sealed class Box { public List<int>? Xs; public void Add() => Xs!.Add(1); }", "{ var box = new Box(); box.Xs = xs; box.Add(); return xs.Count; }")]
    [TestCase("public sealed class Box { List<int>? _xs; public void Set(List<int> xs) => _xs = xs; public void Add() => _xs!.Add(1); }", "{ var box = new Box(); box.Set(xs); box.Add(); return xs.Count; }")]
    [TestCase("public static class Lib { public static Action Adder(List<int> xs) => () => xs.Add(1); }", "{ Lib.Adder(xs)(); return xs.Count; }")]
    public void A_change_of_what_an_object_holds_concerns_whoever_put_it_there(string library, string body) =>
        Assert.That(Findings(library, Static + body), Has.Some.StartsWith("MEMO103"));

    [TestCase("public static class Lib { public static int Run(IComparer<int> by) => by.Compare(1, 2); }", "Lib.Run(new Own()); sealed class Own : IComparer<int> { public int Compare(int a, int b) => VALUE; }")]
    [TestCase("public static class Lib { public static int Run(object any) => any.ToString()!.Length; }", "Lib.Run(new List<object> { new Own() }[0]); sealed class Own { public override string ToString() => new string('a', VALUE); }")]
    [TestCase("public static class Lib { public static int Run(Exception any) => any.Message.Length; }", "Lib.Run(new Own()); sealed class Own : Exception { public override string Message => new string('a', VALUE); }")]
    [TestCase("public static class Lib { public static int Run(Lazy<int> any) => any.Value; }", "Lib.Run(new(() => VALUE))")]
    public void Code_of_the_user_that_a_library_runs_counts(string library, string code)
    {
        Assert.That(Findings(library, code.Replace("VALUE", "Environment.TickCount", StringComparison.Ordinal)), Has.Some.StartsWith("MEMO104"));
        Assert.That(Findings(library, code.Replace("VALUE", "3", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("public class Base { protected int N = 1; public Base() => Init(); protected virtual void Init() { } }", "new Own().Value; sealed class Own : Base { public int Value => N; protected override void Init() => N = 2; }", "MEMO108")]
    [TestCase("public static class Lib { static readonly int[] s_all = [1]; public static int[] All => s_all; }", "Lib.All[0]", "MEMO102")]
    [TestCase("public static class Lib { public static Func<int>? F; public static int Run() => F!(); }", "Lib.Run()", "MEMO107")]
    [TestCase("public sealed class P { static int s_n; public int N { get; } = s_n++; }", "new P().N", "MEMO103")]
    [TestCase("public static class Lib { public static int Run(int x, out int y) { y = Environment.TickCount; return x; } }", "A(); static int A() { Lib.Run(1, out var y); return y; }", "MEMO104")]
    [TestCase("public static class Lib { public static async Task Later(List<int> xs) { await Task.Delay(5); xs.Add(1); } }", "A(); static int A() { var xs = new List<int>(); Lib.Later(xs); return xs.Count; }", "MEMO108")]
    [TestCase("public static class Lib { public static void Run(Action f) => Task.Run(f); }", "A(); static int A() { var n = 0; Lib.Run(() => n++); return n; }", "MEMO108")]
    [TestCase("public static class Lib { [Memoize, DependsOnFile(\"{path}\")] public static string Read(string path) => File.ReadAllText(path); public static string Twice(string path) => Read(path) + Read(path); }", "Lib.Twice(\"a\").Length", "MEMO108")]
    [TestCase("public static class Lib { [Memoize, DependsOnFile(\"{path}\")] public static string Read(string path) => File.ReadAllText(path); }", "Lib.Read(\"a\").Length", "MEMO101")]
    public void What_is_not_seen_through_is_a_finding(string library, string code, string rule) => Assert.That(Findings(library, code), Has.Some.StartsWith(rule));

    private static string[] Findings(string library, string code)
    {
        var at = code.IndexOf(';', StringComparison.Ordinal);
        var (call, members) = at < 0 ? (code, "") : (code[..at], code[(at + 1)..]);
        var end = members.Length == 0 || members.EndsWith('}') ? "" : ";";
        return TellingLibrary.User($$"""static class C { [Memoize] public static int F(int x) => {{call}}; {{members}}{{end}} }""", TellingLibrary.Of(library)).FindingsOf("F");
    }
}
