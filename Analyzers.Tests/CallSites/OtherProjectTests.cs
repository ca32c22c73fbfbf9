namespace Memo.Analyzers.Tests.CallSites;

/// <summary>Calls of another project's memoized methods: a build refers to what that project made, an editor to the project itself.</summary>
public sealed class OtherProjectTests
{
    [TestCase("public class Box { readonly int _n = 3; [Memoize] public int Of(int x) => x + _n; }", "new Box().Of(1)")]
    [TestCase("public class Box(int n) { [Memoize] public int Of(int x) => x + n; }", "new Box(2).Of(1)")]
    [TestCase("public class Box(System.Func<int> n) { [Memoize] public int Of(int x) => x + n(); }", "new Box(() => 2).Of(1)")]
    [TestCase("public record Box(int N) { [Memoize] public virtual int Of(int x) => x + N; }", "new Own().Of(1); sealed record Own() : Box(4) { public override int Of(int x) => base.Of(x) + 1; }")]
    [TestCase("public struct Box { public int N; [Memoize] public readonly int Of(int x) => x + N; }", "default(Box).Of(1)")]
    [TestCase("public struct Box { public int N; [Memoize] public int Of(int x) => x + N++; }", "new Box().Of(1)")]
    [TestCase("public interface Box { [Memoize] int Of(int x) => x; }", "((Box)new Own()).Of(1); sealed class Own : Box { }")]
    [TestCase("public class Box<T> { readonly T[] _all = []; [Memoize] public int Of(int x) => x + _all.Length; }", "new Box<string>().Of(1)")]
    [TestCase("public static class Box { [Memoize] public static int Of(this int x) => x; }", "1.Of()")]
    [TestCase("public static class Box { [Memoize] public static Part Of(Part x) => x; } public sealed class Part(int n) { public int N { get; } = n; }", "Box.Of(new Part(3)).N")]
    [TestCase("public static class Box { [Memoize, DependsOnFile(\"{p.Path}\")] public static int Of(Part p) => File.ReadAllText(p.Path).Length; } public sealed record Part(string Path);", "Box.Of(new Part(\"a\"))")]
    public void An_editor_says_what_the_build_says(string library, string call) =>
        Assert.That(TellingLibrary.User($"public static class User {{ public static int Run() => {call.Split(';')[0]}; [Memoize] public static int F(int x) => x; }} {string.Join(';', call.Split(';').Skip(1))}",
            TellingLibrary.Of("using Memo;\n" + library, "Lib")).FindingsOf("F"), Is.Empty);
}
