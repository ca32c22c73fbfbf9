namespace Memo.Analyzers.Tests.Effects;

/// <summary>Changes that happen later than the call that causes them: in iterators, tasks, callbacks and captured variables.</summary>
public sealed class LaterTests
{
    private const string Types = """
        public sealed class Holder { public List<int> L = []; public int N; }
        static IEnumerable<int> Eat(List<int> l) { yield return 1; l.Clear(); }
        static IEnumerable<int> EatAtTheEnd(List<int> l) { try { yield return 1; } finally { l.Clear(); } }
        static IEnumerable<List<int>> Give(List<int> l) { yield return l; }
        static async Task Late(List<int> l) { await Task.Yield(); l.Add(1); }
        static async ValueTask<int> LateValue(List<int> l) { await Task.Yield(); l.Add(1); return 1; }
        static async void LateVoid(List<int> l) { await Task.Yield(); l.Add(1); }
        static async Task<List<int>> Back(List<int> l) { await Task.Yield(); return l; }
        static async IAsyncEnumerable<int> Stream(List<int> l) { await Task.Yield(); l.Add(1); yield return 1; }
        static async IAsyncEnumerable<List<int>> StreamOf(List<int> l) { await Task.Yield(); yield return l; }
        static Func<int> Later(List<int> l) => () => { l.Add(1); return 1; };
        static Func<List<int>> Get(List<int> l) => () => l;
        static Action<int> Adder(List<int> l) => l.Add;
        static (Func<int> Get, Action<int> Set) Pair(int[] a) => (() => a[0], v => a[0] = v);
        static Task Run(Func<Task> f) => f();

        """;

    /// <summary>Each changes <c>l</c>, a list.</summary>
    private static readonly (string Name, string Body)[] Ways =
    [
        ("An iterator", "foreach (var a in Eat(l)) { }"),
        ("An iterator by a query", "n += Eat(l).Where(a => a > 0).Count();"),
        ("An iterator at its end", "n += EatAtTheEnd(l).First();"),
        ("An iterator that gives it", "Give(l).First().Add(1);"),
        ("An iterator of the method itself", "IEnumerable<int> Own() { l.Add(1); yield return 1; } n += Own().Sum();"),
        ("A query", "n += new[] { 1 }.Select(a => { l.Add(a); return a; }).Sum();"),
        ("A query under a name", "var q = new[] { 1 }.Where(a => { l.Add(a); return true; }); foreach (var a in q) { }"),
        ("A query in another query", "n += new[] { 1 }.SelectMany(a => new[] { 2 }.Select(b => { l.Add(b); return b; })).Sum();"),
        ("A task", "await Late(l);"),
        ("A task that is not awaited", "_ = Late(l);"),
        ("A task that is awaited later", "var t = Late(l); n++; await t;"),
        ("A task among many", "await Task.WhenAll(Late(l), Task.CompletedTask);"),
        ("A task of a value", "n += await LateValue(l);"),
        ("An async void", "LateVoid(l);"),
        ("A task that gives it back", "(await Back(l)).Add(1);"),
        ("A task that gives it back, blocked for", "Back(l).Result.Add(1);"),
        ("A task that gives it back, gone on from", "await Back(l).ContinueWith(t => t.Result.Add(1));"),
        ("A task that is run", "await Task.Run(() => l.Add(1));"),
        ("An async lambda", "Func<Task> f = async () => { await Task.Yield(); l.Add(1); }; await f();"),
        ("An async lambda for a helper", "await Run(async () => { await Task.Yield(); l.Add(1); });"),
        ("An asynchronous sequence", "await foreach (var a in Stream(l)) { }"),
        ("An asynchronous sequence that gives it", "await foreach (var a in StreamOf(l)) a.Add(1);"),
        ("A function that a helper makes", "n += Later(l)();"),
        ("A function that gives it", "Get(l)().Add(1);"),
        ("A method group that a helper makes", "Adder(l)(1);"),
        ("A captured variable", "var m = l; Action f = () => m.Add(1); f();"),
        ("A captured variable of a helper", "Action<Action> go = f => f(); go(() => l.Add(1));"),
        ("A captured holder", "var h = new Holder { L = l }; Action f = () => h.L.Add(1); f();"),
        ("A captured holder that is filled later", "var h = new Holder(); Action f = () => h.L.Add(1); h.L = l; f();"),
        ("A lazy value", "var z = new Lazy<int>(() => { l.Add(1); return 1; }); n += z.Value;"),
        ("A lazy value that is it", "var z = new Lazy<List<int>>(() => l); z.Value.Add(1);"),
        ("A thread", "var t = new Thread(() => l.Add(1)); t.Start(); t.Join();"),
        ("A token's callback", "using var s = new CancellationTokenSource(); using var r = s.Token.Register(() => l.Add(1)); s.Cancel();"),
        ("A comparison", "new List<int> { 1, 2 }.Sort((a, b) => { l.Add(a); return a - b; });"),
        ("A factory of a dictionary", "new System.Collections.Concurrent.ConcurrentDictionary<int, int>().GetOrAdd(1, k => { l.Add(k); return k; });"),
        ("A local function in a local function", "void A() { B(); void B() => l.Add(1); } A();"),
        ("A recursion of a local function", "void A(int i) { if (i == 0) l.Add(1); else A(i - 1); } A(3);"),
        ("A recursion of a lambda", "Action<int> f = null!; f = i => { if (i == 0) l.Add(1); else f(i - 1); }; f(3);"),
        ("A function in a dictionary", "var d = new Dictionary<string, Action> { [\"a\"] = () => l.Add(1) }; d[\"a\"]();"),
        ("A sum of functions", "Action f = () => { }; f += () => l.Add(1); f();"),
        ("A function with the list as its argument", "Action<List<int>> f = m => m.Add(1); f(l);"),
        ("A function that keeps a ref", "var a = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l); a[0] = 1;"),
        ("A finally", "try { n++; } finally { l.Add(1); }"),
        ("A filter", "try { n++; } catch (Exception) when (l.Remove(1)) { }"),
        ("A using's end", "using (new End(() => l.Add(1))) n++;"),
    ];

    private const string More = "sealed class End(Action a) : IDisposable { public void Dispose() => a(); }\n";

    /// <summary>What these change, they change at the same time as the rest runs: another matter than whose it is.</summary>
    private static readonly string[] Unordered = ["An async void", "A task that is not awaited", "A task that is run", "A thread"];

    private static IEnumerable<Snippet> OfTheArgument => Ways.Select(w => new Snippet(
        w.Name, Types + More, "async Task<int> F(List<int> l) { var n = 0; await Task.Yield(); " + w.Body + " return n; }", "MEMO106"));

    private static IEnumerable<Snippet> OfWhatWasMade => Ways.Where(w => !Unordered.Contains(w.Name)).Select(w => new Snippet(
        w.Name, Types + More, "async Task<int> F(int x) { var l = new List<int> { x }; var n = 0; await Task.Yield(); " + w.Body + " return n; }"));

    private static IEnumerable<Snippet> OfAStatic => Ways.Select(w => new Snippet(
        w.Name, Types + More + "public static readonly List<int> S = [1];", "async Task<int> F(int x) { var l = S; var n = 0; await Task.Yield(); " + w.Body + " return n; }", "MEMO103"));

    [TestCaseSource(nameof(OfTheArgument))]
    public Task An_argument_is_changed_later(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(OfWhatWasMade))]
    public Task What_was_made_may_be_changed_later(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(OfAStatic))]
    public Task A_static_is_changed_later(Snippet snippet) => snippet.Holds();
}
