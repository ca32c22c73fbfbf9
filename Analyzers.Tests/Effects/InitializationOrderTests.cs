namespace Memo.Analyzers.Tests.Effects;

/// <summary>Static initializers of two classes that read each other: what has run before decides what they give.</summary>
public sealed class InitializationOrderTests
{
    [TestCase("static class A { public static readonly int X = B.Y + 1; } static class B { public static readonly int Y = A.X + 1; }")]
    [TestCase("static class A { public static readonly int X = B.Get(); } static class B { static readonly int s_y = A.X + 1; public static int Get() => s_y; }")]
    [TestCase("static class A { public static readonly int X; static A() => X = B.Y; } static class B { public static readonly int Y; static B() => Y = A.X + 1; }")]
    [TestCase("static class A { public static int X { get; } = B.Y; } static class B { public static readonly int Y = D.Z; } static class D { public static readonly int Z = A.X + 1; }")]
    public async Task Depend_on_which_class_is_first(string classes)
    {
        var findings = await Reported.InFiles(("C.cs", $"{classes}\npublic static class C {{ [Memoize] public static int F(int x) => x + A.X; }}"));
        Assert.That(findings.IdsAndLines().Distinct(), Is.EqualTo(["MEMO104 line 2"]));
    }

    [TestCase("static class A { public static readonly int X = B.Y + 1; } static class B { public static readonly int Y = 1; }")]
    [TestCase("static class A { public static readonly int X = Y + 1; public static readonly int Y = X + 1; }")]
    [TestCase("static class A { public static readonly int X = Make(3); static int Make(int n) => n == 0 ? 1 : Make(n - 1) + B.Y; } static class B { public static readonly int Y = 1; public static int Z => A.X; }")]
    [TestCase("sealed record E(int V) { public static readonly E One = new(1); public static readonly E Two = new(One.V + 1); } static class A { public static readonly int X = E.Two.V; }")]
    public async Task Do_not_where_only_one_reads_the_other(string classes)
    {
        var findings = await Reported.InFiles(("C.cs", $"{classes}\npublic static class C {{ [Memoize] public static int F(int x) => x + A.X; }}"));
        Assert.That(findings.IdsAndLines(), Is.Empty);
    }
}
