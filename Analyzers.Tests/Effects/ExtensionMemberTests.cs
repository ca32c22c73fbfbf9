using Memo.Analyzers.Tests.Harness;

namespace Memo.Analyzers.Tests.Effects;

/// <summary>Members of extension blocks do to what they are called on what members of its class would do.</summary>
public sealed class ExtensionMemberTests
{
    private const string Extensions = """
        public struct Count { public int N; }
        static class Extensions
        {
            extension(List<int> one) { public void Put(int n) => one.Add(n); public int Twice => 2 * one.Count; public int Last { get => one[^1]; set => one.Add(value); } }
            extension<T>(List<T> one) { public void PutAny(T n) => one.Add(n); public void Later(T n) { var add = () => one.Add(n); add(); } public static void Into(List<T> list, T n) => list.Add(n); }
            extension(ref Count one) { public void Up() => one.N++; public int Next => one.N++; }
            extension(Count one) { public void Lost() => one.N++; }
            extension(Func<int> one) { public int Run() => one(); }
        }
        """;

    [TestCase("{ s_xs.Put(1); return s_xs.Count; }", TestName = "A method changes the list")]
    [TestCase("{ var xs = s_xs; xs.Put(1); return xs.Count; }", TestName = "A method changes the list that a variable holds")]
    [TestCase("{ s_xs.PutAny(1); return s_xs.Count; }", TestName = "A generic method changes the list")]
    [TestCase("{ s_xs.Later(1); return s_xs.Count; }", TestName = "A lambda in a method changes the list")]
    [TestCase("{ s_xs.Last = 1; return s_xs.Count; }", TestName = "A setter changes the list")]
    [TestCase("{ List<int>.Into(s_xs, 1); return s_xs.Count; }", TestName = "A static method changes the list that it is given")]
    [TestCase("{ s_count.Up(); return s_count.N; }", TestName = "A method changes a struct in its place")]
    [TestCase("=> s_count.Next;", TestName = "A getter changes a struct in its place")]
    [TestCase("{ Extensions.Put(s_xs, 1); return s_xs.Count; }", TestName = "A method that is called by its class changes the list")]
    public void What_they_change_is_changed(string body) => Assert.That(Findings(body), Has.Some.Matches<string>(finding => finding[..7] is "MEMO102" or "MEMO103" or "MEMO108"));

    [TestCase("=> s_xs.Count; public static void Other() => s_xs.Put(1);", TestName = "A list that a method changes elsewhere")]
    [TestCase("=> s_count.N; public static void Other() => s_count.Up();", TestName = "A struct that a method changes elsewhere")]
    [TestCase("=> s_xs.Count; public static void Other() => Extensions.Put(s_xs, 1);", TestName = "A list that a method changes elsewhere, called by its class")]
    public void What_others_change_with_them_can_change(string members) => Assert.That(Findings(members), Has.Some.StartsWith("MEMO102"));

    [TestCase("{ List<int> xs = [x]; xs.Put(1); xs.Later(2); xs.Last = 3; return xs.Twice; }", TestName = "A list that is made here")]
    [TestCase("{ var count = new Count(); count.Up(); return count.Next; }", TestName = "A struct that is here")]
    [TestCase("=> s_xs.Twice; public static int Other() => s_xs.Twice;", TestName = "A table that is only read")]
    [TestCase("=> s_count.N; public static void Other() => s_count.Lost();", TestName = "A struct of which a copy is changed")]
    [TestCase("=> new Func<int>(() => 1).Run();", TestName = "A function that is made here")]
    public void What_stays_or_is_made_here_is_no_finding(string members) => Assert.That(Findings(members), Is.Empty);

    [TestCase("=> s_run.Run(); private static Func<int> s_run = () => 1; public static void Other() => s_run = () => 2;", TestName = "A function that a static holds")]
    [TestCase("=> new Func<int>(() => Environment.TickCount).Run();", TestName = "A function that reads the clock")]
    public void What_they_run_runs(string members) => Assert.That(Findings(members), Is.Not.Empty);

    private static string[] Findings(string body) => EmittedManifest.Of(
        $$"""{{Extensions}} public static class C { private static readonly List<int> s_xs = [1]; private static Count s_count; [Memoize] public static int F(int x) {{body}} }""").FindingsOf("F");
}
