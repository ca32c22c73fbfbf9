namespace Memo.Analyzers.Tests.Effects;

/// <summary>What stays open: objects and functions that come from where the closure cannot look cannot be verified.</summary>
public sealed class OpenCallTests
{
    private const string Types = """
        public interface I { long V(); }
        public sealed class D : I { public int A; public long V() => Now(); public override string ToString() => Now() + ""; }
        public sealed class Loud : IEnumerable<int>, IComparer<int>, IDisposable { public IEnumerator<int> GetEnumerator() { yield return (int)Now(); } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); public int Compare(int a, int b) => (int)Now(); public void Dispose() => Now(); }
        [AssumePure("one for each name")] static T Find<T>(string name) => (T)Activator.CreateInstance(Type.GetType(name)!)!;
        [AssumePure("one for each name")] static void FindOut<T>(string name, out T t) => t = (T)Activator.CreateInstance(Type.GetType(name)!)!;
        [AssumePure("always the same")] static B Made() => new Late();
        public class B { public virtual long V() => 1; }
        sealed class Late : B { public override long V() => Now(); }
        [AssumePure("nothing special")] static int Run(I i) => (int)i.V();
        sealed class Plugins { [AssumePure("one for each name")] public I this[string name] => (I)Activator.CreateInstance(Type.GetType(name)!)!; [AssumePure("the only one")] public static I Only => (I)Activator.CreateInstance(Type.GetType("D")!)!; }

        """;

    private static IEnumerable<Snippet> Assumed =>
    [
        new("An interface's member", Types, "long F(string x) => Find<I>(x).V();", "MEMO104|MEMO107"),
        new("An interface's member, out of an out", Types, "long F(string x) { FindOut<I>(x, out var i); return i.V(); }", "MEMO104|MEMO107"),
        new("An interface's member, out of an indexer", Types, "long F(string x) => new Plugins()[x].V();", "MEMO104|MEMO107"),
        new("An interface's member, out of a property", Types, "long F(string x) => Plugins.Only.V();", "MEMO104|MEMO107"),
        new("An interface's member in a helper", Types + "static long Call(I i) => i.V();", "long F(string x) => Call(Find<I>(x));", "MEMO104|MEMO107"),
        new("A virtual member", Types, "long F(string x) => Find<B>(x).V();", "MEMO104|MEMO107"),
        new("An object that is cast", Types, "long F(string x) => ((I)Find<object>(x)).V();", "MEMO104|MEMO107"),
        new("A text of an object", Types, "string F(string x) => Find<object>(x).ToString()!;", "MEMO104|MEMO107"),
        new("A text of an object in a text", Types, "string F(string x) => $\"{Find<object>(x)}\";", "MEMO104|MEMO107"),
        new("A function", Types, "long F(string x) => Find<Func<long>>(x)();", "MEMO107"),
        new("A sequence", Types, "long F(string x) => Find<IEnumerable<int>>(x).Sum();", "MEMO104|MEMO107"),
        new("A sequence in a loop", Types, "long F(string x) { foreach (var a in Find<IEnumerable<int>>(x)) return a; return 1; }", "MEMO104|MEMO107"),
        new("A comparer", Types, "long F(string x) => new[] { 1, 2 }.OrderBy(a => a, Find<IComparer<int>>(x)).First();", "MEMO104|MEMO107"),
        new("A thing to dispose of", Types, "long F(string x) { using var d = Find<IDisposable>(x); return 1; }", "MEMO104|MEMO107"),
        new("A function, out of an out", Types, "long F(string x) { FindOut<Func<long>>(x, out var f); return f(); }", "MEMO107"),
        new("A function in an object, out of an out", Types + "public sealed class Has { public Func<long> G = () => 1; }", "long F(string x) { FindOut<Has>(x, out var h); return h.G(); }", "MEMO107"),
        new("An interface's member, out of an out, beside another", Types + "sealed class Quiet : I { public long V() => 1; }", "long F(string x) { FindOut<I>(x, out var i); return i.V() + new Quiet().V(); }", "MEMO104"),
        new("A text of an object, out of an out", Types, "string F(string x) { FindOut<object>(x, out var o); return o.ToString()!; }", "MEMO104|MEMO107"),
        new("A number, out of an out", Types, "long F(string x) { FindOut<int>(x, out var i); return i; }"),
        new("What an assumed method makes is known", Types, "long F(string x) => Made().V();", "MEMO104"),
        new("What an assumed method does inside is assumed", Types, "long F(string x) => Run(new D());"),
        new("A sealed type without overrides", Types + "public sealed class Own { public int A; public long V() => A; }", "long F(string x) => Find<Own>(x).V();"),
        new("A number", Types, "long F(string x) => Find<int>(x) + Find<string>(x).Length;"),
    ];

    [TestCaseSource(nameof(Assumed))]
    public Task What_an_assumed_method_gives(Snippet snippet) => snippet.Holds();

    private const string Parameter = "[NotKeyed(\"it changes nothing\")] ";

    private static IEnumerable<Snippet> NotKeyed =>
    [
        new("An interface's member", Types, $"long F(int x, {Parameter}I o) => o.V();", "MEMO104|MEMO107"),
        new("An object that is cast", Types, $"long F(int x, {Parameter}object o) => ((I)o).V();", "MEMO104|MEMO107"),
        new("A text of an object", Types, $"string F(int x, {Parameter}object o) => o.ToString()!;", "MEMO104|MEMO107"),
        new("A text of an object in a list", Types, $"string F(int x, {Parameter}List<object> o) => string.Join(',', o);", "MEMO104|MEMO107"),
        new("A function", Types, $"long F(int x, {Parameter}Func<long> o) => o();", "MEMO107"),
        new("A sequence", Types, $"long F(int x, {Parameter}IEnumerable<int> o) => o.Sum();", "MEMO104|MEMO107"),
        new("A sequence in a loop", Types, $"long F(int x, {Parameter}IEnumerable<int> o) {{ foreach (var a in o) return a; return 1; }}", "MEMO104|MEMO107"),
        new("A comparer", Types, $"long F(int x, {Parameter}IComparer<int> o) => o.Compare(x, 1);", "MEMO104|MEMO107"),
        new("A comparer in a sort", Types, $"long F(int x, {Parameter}IComparer<int> o) => new[] {{ 1, x }}.Order(o).First();", "MEMO104|MEMO107"),
        new("A thing to dispose of", Types, $"long F(int x, {Parameter}IDisposable o) {{ o.Dispose(); return 1; }}", "MEMO104|MEMO106|MEMO107"),
        new("A lazy value", Types, $"long F(int x, {Parameter}Lazy<I> o) => o.Value.V();", "MEMO104|MEMO107"),
        new("A task's number", Types, $"async Task<long> F(int x, {Parameter}Task<int> o) => await o;"),
        new("A number", Types, $"long F(int x, {Parameter}int o) => o + x;"),
        new("A list of numbers", Types, $"long F(int x, {Parameter}int[] o) => o.Sum() + x;"),
    ];

    [TestCaseSource(nameof(NotKeyed))]
    public Task What_is_not_in_the_key(Snippet snippet) => snippet.Holds();
}
