namespace Memo.Analyzers.Tests.Effects;

/// <summary>Functions that run later, elsewhere or in disguise; text; and what only looks like a call.</summary>
public sealed class EdgeFunctionTests
{
    private const string Query = """
        public class Q { public long A; public Q Select(Func<int, long> f) { A = Now(); return this; } public Q Where(Func<int, bool> f) => this; public Q SelectMany(Func<int, Q> f, Func<int, int, long> g) { Now(); return this; } }
        public class R { public long A; public R Select(Func<int, long> f) => this; public R Where(Func<int, bool> f) { Now(); return this; } public R OrderBy(Func<int, int> f) { Now(); return this; } public R ThenBy(Func<int, int> f) => this; public R GroupBy(Func<int, int> f) { Now(); return this; } public R Cast<T>() { Now(); return this; } public R Join(int[] o, Func<int, int> a, Func<int, int> b, Func<int, int, long> c) { Now(); return this; } }

        """;

    private static IEnumerable<Edge> Functions =>
    [
        new("An iterator that nobody enumerates", "static IEnumerable<long> All() { yield return Now(); }", "var e = All(); return 1;", "return nameof(All).Length;"),
        new("An async void", "static async void Go() { await Task.Yield(); Now(); } static async void Not() { await Task.Yield(); }", "Go(); return 1;", "Not(); return 1;"),
        new("A task that nobody awaits", "static async Task Go() { await Task.Yield(); Now(); } static async Task Not() { await Task.Yield(); }", "_ = Go(); return 1;", "_ = Not(); return 1;"),
        new("An async lambda", "", "Func<Task<long>> f = async () => { await Task.Yield(); return Now(); }; return f().Result;", "Func<Task<long>> f = async () => { await Task.Yield(); return 1; }; return f().Result;"),
        new("A task that is run", "", "return Task.Run(() => Now()).Result;", "return Task.Run(() => 1L).Result;"),
        new("A task that goes on", "", "return Task.FromResult(1).ContinueWith(t => Now()).Result;", "return Task.FromResult(1).ContinueWith(t => 1L).Result;"),
        new("A static local function", "", "return L(); static long L() => Now();", "return L(); static long L() => 1;"),
        new("A local function in a local function", "", "return L(); long L() { return M(); long M() => Now(); }", "return L(); long L() { return 1; long M() => Now(); }"),
        new("A local function that is handed on", "static long Run(Func<long> f) => f();", "return Run(L); long L() => Now();", "return Run(L); long L() => 1;"),
        new("A generic local function", "", "return L<int>(); long L<T>() => Now();", "return L<int>(); long L<T>() => 1;"),
        new("A local iterator", "", "return L().First(); IEnumerable<long> L() { yield return Now(); }", "return L().First(); IEnumerable<long> L() { yield return 1; }"),
        new("A local async function", "", "return await L(); async Task<long> L() { await Task.Yield(); return Now(); }", "return await L(); async Task<long> L() { await Task.Yield(); return 1; }"),
        new("An anonymous method", "", "Func<long> f = delegate { return Now(); }; return f();", "Func<long> f = delegate { return 1; }; return f();"),
        new("A lambda with a default", "", "var f = (long a = 1) => a + Now(); return f();", "var f = (long a = 1) => a; return f();"),
        new("A replacement of a pattern", "", "return System.Text.RegularExpressions.Regex.Replace(\"a\", \"a\", m => Now() + \"\").Length;", "return System.Text.RegularExpressions.Regex.Replace(\"a\", \"a\", m => m.Value).Length;"),
        new("A dictionary that is asked", "", "return new System.Collections.Concurrent.ConcurrentDictionary<int, long>().GetOrAdd(1, k => Now());", "return new System.Collections.Concurrent.ConcurrentDictionary<int, long>().GetOrAdd(1, k => 1);"),
        new("A text that is made in place", "", "return string.Create(3, x, (s, a) => s[0] = (char)Now()).Length;", "return string.Create(3, x, (s, a) => s[0] = (char)a).Length;"),
        new("A callback of a token", "", "using var s = new CancellationTokenSource(); s.Token.Register(() => Now()); return 1;", "using var s = new CancellationTokenSource(); s.Token.Register(() => { }); return 1;"),
        new("A query's select of its own", Query, "return (from a in new Q() select 1L).A;", "return (from a in new R() select 1L).A;"),
        new("A query's where of its own", Query, "return (from a in new R() where a > 1 select 1L).A;", "return (from a in new R() select 1L).A;"),
        new("A query's two sources of its own", Query, "return (from a in new Q() from b in new Q() select 1L).A;", "return (from a in new R() select 1L).A;"),
        new("A query's order of its own", Query, "return (from a in new R() orderby a select 1L).A;", "return (from a in new R() select 1L).A;"),
        new("A query's group of its own", Query, "return (from a in new R() group a by a).A;", "return (from a in new R() select 1L).A;"),
        new("A query's cast of its own", Query, "return (from int a in new R() select 1L).A;", "return (from a in new R() select 1L).A;"),
        new("A query's join of its own", Query, "return (from a in new R() join b in new[] { 1 } on a equals b select 1L).A;", "return (from a in new R() select 1L).A;"),
        new("A query's key", "", "return (from a in new[] { 1 } group a by Now()).Count();", "return (from a in new[] { 1 } group a by 1L).Count();"),
        new("A query's let", "", "return (from a in new[] { 1 } let b = Now() select b).First();", "return (from a in new[] { 1 } let b = 1L select b).First();"),
        new("An extension property", "", "return 5.P;", "return 5.Q;") { TopLevel = "public static class X { extension(int a) { public long P => C.Now(); public long Q => a; } }" },
        new("A static extension", "", "return int.P();", "return int.Q();") { TopLevel = "public static class X { extension(int) { public static long P() => C.Now(); public static long Q() => 1; } }" },
        new("An extension that sets", "", "var d = new X.D(); d.P = 1; return 1;", "var d = new X.D(); return d.P;") { TopLevel = "public static class X { public class D; extension(D a) { public long P { get => 1; set => C.Now(); } } }" },
        new("A generic extension", "", "return new[] { 1 }.P;", "return new[] { 1 }.Q;") { TopLevel = "public static class X { extension<T>(T[] a) { public long P => C.Now(); public long Q => a.Length; } }" },
        new("An extension called as what it is", "", "return X.P(5);", "return X.Q(5);") { TopLevel = "public static class X { extension(int a) { public long P() => C.Now(); public long Q() => a; } }" },
        new("An awaiter by extension", "", "await new X.D(); return 1;", "await Task.Yield(); return new X.D() is null ? 1 : 2;") { TopLevel = "public static class X { public class D; public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(this D d) { C.Now(); return Task.CompletedTask.GetAwaiter(); } }" },
        new("A member of a file's own type", "", "return X.P();", "return X.Q();") { TopLevel = "public static class X { public static long P() => Own.P(); public static long Q() => Own.Q(); } file static class Own { public static long P() => C.Now(); public static long Q() => 1; }" },
        new("A partial event", "", "new X().E += () => { }; return 1;", "new X().E -= () => { }; return 1;") { TopLevel = "public partial class X { public partial event Action E; } public partial class X { public partial event Action E { add => C.Now(); remove { } } }" },
        new("An event's handler", "class P { public event Action? E; public void Go() => E?.Invoke(); }", "var p = new P(); p.E += () => Now(); return 1;", "var p = new P(); p.E += () => { }; return 1;"),
        new("A tree of an expression", "", "System.Linq.Expressions.Expression<Func<long>> e = () => Now(); return e.Compile()();", "return System.Linq.Expressions.ExpressionType.Add == 0 ? 1 : 2;") { Rule = "MEMO104|MEMO107" },
        new("A query that is translated", "", "return new[] { 1 }.AsQueryable().Select(a => Now()).First();", "return new[] { 1 }.AsEnumerable().Select(a => 1L).First();") { Rule = "MEMO104|MEMO107" },
        new("A dynamic call", "public class D { public long V() => Now(); }", "dynamic d = new D(); return d.V();", "object d = new D(); return d is null ? 1 : 2;") { Rule = "MEMO107" },
        new("A dynamic argument", "static long V(int a) => Now(); static long V(string a) => 1;", "dynamic d = x; return V(d);", "object d = x; return V(\"\");") { Rule = "MEMO107" },
        new("A dynamic construction", "public class D { public D(int a) => Now(); public D(string a) { } }", "dynamic d = x; return new D(d) is null ? 1 : 2;", "return new D(\"\") is null ? 1 : 2;") { Rule = "MEMO107" },
        new("A pointer to native code", "", "unsafe { return ((delegate* unmanaged<long>)x)(); }", "unsafe { return sizeof(nint) + x; }") { Rule = "MEMO107" },
        new("A name is no call", "static long P => Now();", "return P;", "return nameof(P).Length;"),
        new("A size and a type are no call", "public struct D { public long A; static D() => Now(); public D(long a) => A = a; }", "return new D(1).A;", "unsafe { return sizeof(D) + typeof(D).Name.Length; }"),
    ];

    [TestCaseSource(nameof(Functions))]
    public Task A_function_is_run(Edge edge) => edge.IsFollowed();

    [TestCaseSource(nameof(Functions))]
    public Task Another_function_is_not(Edge edge) => edge.IsNotSeenWhereItIsNot();

    private const string Handler = """
        [System.Runtime.CompilerServices.InterpolatedStringHandler]
        public ref struct H
        {
            public H(int a, int b, C.Log log, out bool go) { Now(); go = true; }
            public H(int a, int b) { }
            public void AppendLiteral(string s) { }
            public void AppendFormatted<T>(T t) => Now();
            public void AppendFormatted(string t) { }
            public void AppendFormatted(int t, int alignment) => Now();
            public void AppendFormatted(int t, string format) { }
        }
        public class Log { public long Write([System.Runtime.CompilerServices.InterpolatedStringHandlerArgument("")] H h) => 1; public long Put(H h) => 1; }
        [System.Runtime.CompilerServices.InterpolatedStringHandler]
        public ref struct L
        {
            public L(int a, int b) { }
            public void AppendLiteral(string s) => Now();
            public void AppendFormatted(int t) { }
        }
        public static long Lit(L h) => 1;
        public class D { public override string ToString() => Now() + ""; } public class E { public override string ToString() => ""; }

        """;

    private static IEnumerable<Edge> Texts =>
    [
        new("A handler's constructor with arguments", Handler, "return new Log().Write($\"a\");", "return new Log().Put($\"a\");"),
        new("A handler's generic part", Handler, "return new Log().Put($\"{x}\");", "return new Log().Put($\"{\"a\"}\");"),
        new("A handler's aligned part", Handler, "return new Log().Put($\"{x,3}\");", "return new Log().Put($\"{x:3}\");"),
        new("A handler's literal", Handler, "return Lit($\"a\");", "return Lit($\"{1}\");"),
        new("A part of a text by an invariant format", Handler, "return string.Create(CultureInfo.InvariantCulture, $\"{new D()}\").Length;", "return string.Create(CultureInfo.InvariantCulture, $\"{new E()}\").Length;"),
        new("A part of a text that is a formattable text", Handler, "FormattableString f = $\"{new D()}\"; return FormattableString.Invariant(f).Length;", "FormattableString f = $\"{new E()}\"; return FormattableString.Invariant(f).Length;"),
        new("A sum of texts", Handler, "var s = \"\"; s += new D(); return s.Length;", "var s = \"\"; s += new E(); return s.Length;"),
        new("A struct in a sum of texts", "struct S { public override string ToString() => Now() + \"\"; } struct T { public override string ToString() => \"\"; }", "return (\"\" + new S()).Length;", "return (\"\" + new T()).Length;"),
        new("A nullable struct in a text", "struct S { public override string ToString() => Now() + \"\"; } struct T { public override string ToString() => \"\"; }", "S? s = new S(); return $\"{s}\".Length;", "T? s = new T(); return $\"{s}\".Length;"),
        new("A list of parts that are joined", Handler, "return string.Join(';', new List<object> { new D() }).Length;", "return string.Join(';', new List<object> { new E() }).Length;"),
        new("A text of an element of a tuple", Handler, "return (new D(), 1).ToString().Length;", "return (new E(), 1).ToString().Length;"),
        new("A text of a nullable's value", "struct S { public override string ToString() => Now() + \"\"; } struct T { public override string ToString() => \"\"; }", "S? s = new S(); return s.ToString()!.Length;", "T? s = new T(); return s.ToString()!.Length;"),
    ];

    [TestCaseSource(nameof(Texts))]
    public Task A_text_runs_it(Edge edge) => edge.IsFollowed();

    [TestCaseSource(nameof(Texts))]
    public Task Another_text_does_not(Edge edge) => edge.IsNotSeenWhereItIsNot();
}
