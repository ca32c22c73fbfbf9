using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Robustness;

/// <summary>Code as it is while somebody types.</summary>
public sealed class BrokenCodeTests
{
    private static IEnumerable<string> Programs =>
    [
        "public static class C { [Memoize] public static int F(int x) => ; }",
        "public static class C { [Memoize] public static int F(int x) { return",
        "public static class C { [Memoize] public static F(int x) => 1; }",
        "public static class C { [Memoize] public static int F(int) => 1; }",
        "public static class C { [Memoize] public static int F(Unknown x) => x.Y.Z(1, ); }",
        "public static class C { [Memoize] public static Unknown<int> F(List<Unknown> x) => Unknown.Make(x); public static void G() => F(null); }",
        "public static class C { [Memoize] public static int F(int x) => F; }",
        "public static class C { [Memoize] public static int F(int x) => F(\"a\", 2); }",
        "public static class C { [Memoize] public static int F(int x) => x; [Memoize] public static int F(int y) => y; public static int G() => F(1); }",
        "public static class C { [Memoize] public int F(int x) => x; }",
        "public class C { [Memoize] public int F(int x); }",
        "public class C : Unknown { [Memoize] public override int F(int x) => base.F(x); }",
        "public class C : C { [Memoize] public int F(int x) => x; }",
        "public class C : D { [Memoize] public int F(C x) => 1; } public class D : C { }",
        "public struct C { public C Self; [Memoize] public int F(C x) => 1; }",
        "public static class C { [Memoize(Version = 3, Nothing = 1)] public static int F(int x) => x; }",
        "public static class C { [Memoize, Memoize] public static int F(int x) => x; public static int G() => F(1); }",
        "public static class C { [DependsOnFile] [Memoize] public static int F(int x) => x; }",
        "public static class C { [DependsOnFile(null), Memoize] public static string F(string x) => File.ReadAllText(x); }",
        "public static class C { [DependsOnFile(\"{x}\" + Unknown), Memoize] public static string F(string x) => File.ReadAllText(x); }",
        "public static class C { [DependsOn<Unknown>, DependsOn<int>, DependsOn<>, DependsOn, Memoize] public static int F(int x) => x; public static int G() => F(1); }",
        "public static class C { [DependsOn<IDependency>, DependsOn<D>, Memoize] public static int F(int x) => x; public static int G() => F(1); } class D : IDependency { }",
        "public static class C { [DependsOnStatic(typeof(Unknown), \"A\"), DependsOnStatic(typeof(int*), \"A\"), DependsOnStatic(typeof(D<,>.E), null), DependsOnStatic, Memoize] public static int F(int x) => x; public static int G() => F(1); }",
        "public static class C { static Unknown A; static var B; static int D => ; [DependsOnStatic(typeof(C), \"A\"), DependsOnStatic(typeof(C), \"B\"), DependsOnStatic(typeof(C), nameof(D)), Memoize] public static int F(int x) => D; public static int G() => F(1); }",
        "public static class C { [DependsOnDirectory(3, Pattern = 3, Recursive = \"a\"), DependsOnDirectory(\"a\", Pattern = Unknown), DependsOnEnvironment(1), DependsOnCulture(1), Memoize] public static int F(int x) => x; public static int G() => F(1); }",
        "public static class C { [AssumePure, Memoize] public static int F(int x) => x; }",
        "[assembly: AssumePure(\"M:Nothing(\", \"why\")] [assembly: AssumePure(null, null)] public static class C { [Memoize] public static int F(int x) => x; }",
        "public static class C { [Memoize] public static int F(int x) { foreach (var a in x) { } using (x) { } lock (x) { } await x; yield return x; throw x; } }",
        "public static class C { [Memoize] public static int F(int x) { var a = a + 1; var (b, c) = x; x is [1] or { A: 2 }; goto nowhere; } }",
        "public static class C { [Memoize] public static int F(int x) => new Unknown { A = 1, [2] = 3 } with { B = 4 } + x switch { 1 => }; }",
        "public static class C { [Memoize] public static int F(int x) => (y => y.Z)(x) + new[] { }.Length + default + null; }",
        "public static class C { [Memoize] public static int F<T>(T x) where T : Unknown, class, struct => x.A; }",
        "public static class C { [Memoize] extern public static int F(int x); [Memoize] abstract static int G(int x); }",
        "public static class C { [Memoize] public static int F(this x) => 1; [Memoize] public static int G(params int x) => 1; [Memoize] static int H(ref out int x) => 1; }",
        "public static class C { int P { [Memoize] get => ; set } [Memoize] int this[] => 1; [Memoize] event Action E; [Memoize] const int K; }",
        "[Memoize] int F(int x) => x; F(1); class { }",
        "namespace { public static class C { [Memoize] public static int F(int x) => x; } }",
        "public static class C { [Memoize] public static int F(int x) { int L(int y) => L; return L(1)(2); } }",
        "public static class C { [Memoize] public static int F(int x) => Math.Abs(); static int G => F(; }",
        "public enum E { A = F(1) } public static class C { [Memoize] public static int F(int x = F(2)) => (int)E.A; const int K = K; static readonly int[] T = { K, T[0] }; [Memoize] public static int H(int y) => T[0]; }",
        "public record R(int A, int A) : R { [Memoize] public int F(R r) => A; }",
        "public interface I : I { [Memoize] int F(I x); } public class D : I { [Memoize] public int F(I x) => x.F(this); }",
        "public static class C { [Memoize] public static void F( { } [Memoize] [Memoize",
        "#if\n#else\n#region\npublic static class C { [Memoize] public static int F(int x) => x; }",
        "public static class C { [Memoize] public static int F(int x) => \"\"\"; }",
        "",
    ];

    [TestCaseSource(nameof(Programs))]
    public async Task No_analyzer_fails(string source)
    {
        var findings = await Reported.InFiles(("C.cs", source));
        Assert.That(findings.Where(f => f.Id == "AD0001").Select(f => f.Message()), Is.Empty);
    }

    [TestCaseSource(nameof(Programs))]
    public void The_generator_does_not_fail(string source)
    {
        var generated = Generated.From(source);
        Assert.That(generated.FromGenerator.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()), Is.Empty);
    }

    [Test]
    public void A_project_without_the_runtime_is_left_alone()
    {
        var compilation = Generated.Compile([("/0/App.cs", "namespace Memo { public class MemoizeAttribute : Attribute { } } public static class C { [Memoize] public static int F(int x) => x; }")]);
        compilation = compilation.RemoveReferences(References.All[^1]);
        Assert.That(Generated.From(compilation).FromGenerator, Is.Empty);
    }

    [Test]
    public async Task A_malformed_effect_catalog_is_told_line_by_line_and_the_defaults_hold()
    {
        var test = new AnalysisTest { WithoutCatalog = true }.EffectCatalog("=\nM:\nX:Y = nonsense(\n").File("C.cs", SourceText.Class("""
            [Memoize] public static long F(int x) => x + {|MEMO104:DateTime.UtcNow|}.Ticks;
            """));
        await test.RunAsync();
        Assert.That(test.AboutCatalog.Select(d => d.Location.GetLineSpan().StartLinePosition.Line), Is.EqualTo([0, 1, 2]));
    }
}
