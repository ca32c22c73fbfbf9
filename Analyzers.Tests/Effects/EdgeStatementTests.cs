namespace Memo.Analyzers.Tests.Effects;

/// <summary>Patterns, loops, disposal and deconstruction over the program's types.</summary>
public sealed class EdgeStatementTests
{
    private static IEnumerable<Edge> Patterns =>
    [
        new("A nested property", "class D { public G P => new(); } class G { public long Q => Now(); public long R => 1; }", "return new D() is { P.Q: 1 } ? 1 : 2;", "return new D() is { P.R: 1 } ? 1 : 2;"),
        new("A property in a switch", "class D { public long Q => Now(); public long R => 1; }", "return new D() switch { { Q: > 1 } => 1, _ => 2 };", "return new D() switch { { R: > 1 } => 1, _ => 2 };"),
        new("A property in a switch statement", "class D { public long Q => Now(); public long R => 1; }", "switch (new D()) { case { Q: 1 }: return 1; default: return 2; }", "switch (new D()) { case { R: 1 }: return 1; default: return 2; }"),
        new("A count of a list pattern", "class D { public int Count => (int)Now(); public int this[int i] => 1; } class E { public int Count => 1; public int this[int i] => 1; }", "return new D() is [1, ..] ? 1 : 2;", "return new E() is [1, ..] ? 1 : 2;"),
        new("An element of a list pattern", "class D { public int Count => 1; public int this[int i] => (int)Now(); } class E { public int Count => 1; public int this[int i] => 1; }", "return new D() is [1, ..] ? 1 : 2;", "return new E() is [1, ..] ? 1 : 2;"),
        new("An element of a list pattern by index", "class D { public int Length => 1; public int this[Index i] => (int)Now(); } class E { public int Length => 1; public int this[Index i] => 1; }", "return new D() is [.., 1] ? 1 : 2;", "return new E() is [.., 1] ? 1 : 2;"),
        new("A slice of a list pattern", "class D { public int Length => 1; public int this[int i] => 1; public int Slice(int a, int b) => (int)Now(); }", "return new D() is [1, .. var r] ? r : 2;", "return new D() is [1, ..] ? 1 : 2;"),
        new("A slice of a list pattern by range", "class D { public int Length => 1; public int this[Index i] => 1; public int this[Range r] => (int)Now(); }", "return new D() is [1, .. 5] ? 1 : 2;", "return new D() is [1, ..] ? 1 : 2;"),
        new("A tuple that is asked for as an object", "class D : System.Runtime.CompilerServices.ITuple { public int Length => (int)Now(); public object? this[int i] => 1; } class E : System.Runtime.CompilerServices.ITuple { public int Length => 2; public object? this[int i] => 1; }", "object o = new D(); return o is (1, 2) ? 1 : 2;", "object o = new E(); return o is (1, 2) ? 1 : 2;"),
        new("A positional pattern by extension", "", "return new X.T() is (1, 2) ? 1 : 2;", "return new X.U() is (1, 2) ? 1 : 2;") { TopLevel = "public static class X { public class T; public class U; public static void Deconstruct(this T t, out long a, out long b) => (a, b) = (C.Now(), 1); public static void Deconstruct(this U t, out long a, out long b) => (a, b) = (1, 1); }" },
        new("A record's property", "record D(long A) { public long A { get => Now(); init { } } } record E(long A);", "return new D(1) is { A: 1 } ? 1 : 2;", "return new E(1) is { A: 1 } ? 1 : 2;"),
        new("A type's static constructor is not run by a pattern", "class D { public static long A; static D() => A = Now(); } static object Get(int x) => x;", "return Get(x) is D ? D.A : 1;", "return Get(x) is D ? 2 : 1;"),
    ];

    [TestCaseSource(nameof(Patterns))]
    public Task A_pattern_runs_it(Edge edge) => edge.IsFollowed();

    [TestCaseSource(nameof(Patterns))]
    public Task Another_pattern_does_not(Edge edge) => edge.IsNotSeenWhereItIsNot();

    private const string Walk = "public struct Y { int _n; public int Current => 1; public bool MoveNext() => _n++ < 1; }\n";

    private static IEnumerable<Edge> Loops =>
    [
        new("MoveNext", "class D { public E GetEnumerator() => new(); } class E { public int Current => 1; public bool MoveNext() => Now() > 1; }", "foreach (var a in new D()) return a; return 1;", "return new D().GetEnumerator().Current;"),
        new("A current that is not read", "class D { public E GetEnumerator() => new(); } class E { public long Current => Now(); public bool MoveNext() => false; }", "foreach (var a in new D()) { } return 1;", "return new D().GetEnumerator().MoveNext() ? 1 : 2;"),
        new("An enumerator by extension", Walk, "foreach (var a in new X.T()) return a; return 1;", "return new X.T() is null ? 1 : 2;") { TopLevel = "public static class X { public class T; public static C.Y GetEnumerator(this T t) { C.Now(); return new(); } }" },
        new("An enumerator by extension block", Walk, "foreach (var a in new X.T()) return a; return 1;", "return new X.T() is null ? 1 : 2;") { TopLevel = "public static class X { public class T; extension(T t) { public C.Y GetEnumerator() { C.Now(); return new(); } } }" },
        new("An enumerator that is a ref struct", "class D { public E GetEnumerator() => new(); } ref struct E { public int Current => 1; public bool MoveNext() => false; public void Dispose() => Now(); }", "foreach (var a in new D()) return a; return 1;", "return new D().GetEnumerator().Current;"),
        new("A loop over an old sequence", "class D : System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() { yield return Now(); } } class E : System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() { yield return 1; } }", "foreach (var a in new D()) return 2; return 1;", "foreach (var a in new E()) return 2; return 1;"),
        new("An enumerator that a ref gives", "class D { long _a; public E GetEnumerator() => new(); public ref struct E { long _n; public ref long Current => throw new Exception(Now() + \"\"); public bool MoveNext() => false; } }", "foreach (ref var a in new D()) return a; return 1;", "return new D() is null ? 1 : 2;"),
        new("A deconstruction in a loop", "class P { public void Deconstruct(out long a, out long b) => (a, b) = (Now(), 1); public long A => 1; }", "foreach (var (a, b) in new List<P> { new() }) return a; return 1;", "foreach (var p in new List<P> { new() }) return p.A; return 1;"),
        new("A deconstruction in a deconstruction in a loop", "class P { public void Deconstruct(out long a, out long b) => (a, b) = (Now(), 1); public long A => 1; }", "foreach (var (_, (a, b)) in new Dictionary<int, P> { [1] = new() }) return a; return 1;", "foreach (var (_, p) in new Dictionary<int, P> { [1] = new() }) return p.A; return 1;"),
        new("An asynchronous sequence", "static async IAsyncEnumerable<long> A() { await Task.Yield(); yield return Now(); } static async IAsyncEnumerable<long> B() { await Task.Yield(); yield return 1; }", "await foreach (var a in A()) return a; return 1;", "await foreach (var a in B()) return a; return 1;"),
        new("An asynchronous sequence that is configured", "static async IAsyncEnumerable<long> A() { await Task.Yield(); yield return Now(); } static async IAsyncEnumerable<long> B() { await Task.Yield(); yield return 1; }", "await foreach (var a in A().ConfigureAwait(false)) return a; return 1;", "await foreach (var a in B().WithCancellation(default)) return a; return 1;"),
        new("An asynchronous enumerator of its own", "class D { public E GetAsyncEnumerator() => new(); } class E { public int Current => 1; public async Task<bool> MoveNextAsync() { await Task.Yield(); return Now() > 1; } }", "await foreach (var a in new D()) return a; return 1;", "await Task.Yield(); return new D().GetAsyncEnumerator().Current;"),
        new("The end of an asynchronous enumerator", "class D { public E GetAsyncEnumerator() => new(); } class E { public int Current => 1; public async Task<bool> MoveNextAsync() { await Task.Yield(); return false; } public async ValueTask DisposeAsync() { await Task.Yield(); Now(); } }", "await foreach (var a in new D()) return a; return 1;", "await new D().GetAsyncEnumerator().MoveNextAsync(); return 1;"),
        new("An awaiter by extension", "public class W; public class X : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public bool GetResult() => false; public void OnCompleted(Action a) { } } class D { public E GetAsyncEnumerator() => new(); } class E { public int Current => 1; public W MoveNextAsync() => new(); }", "await foreach (var a in new D()) return a; return 1;", "await Task.Yield(); return new D().GetAsyncEnumerator().Current;") { TopLevel = "public static class Z { public static C.X GetAwaiter(this C.W w) { C.Now(); return new(); } }" },
        new("An awaiter of a framework type by extension", "public class W; public class X : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public bool GetResult() => false; public void OnCompleted(Action a) { } } class D { public E GetAsyncEnumerator() => new(); } class E { public int Current => 1; public TimeSpan MoveNextAsync() => new(); }", "await foreach (var a in new D()) return a; return 1;", "await Task.Yield(); return new D().GetAsyncEnumerator().Current;") { TopLevel = "public static class Z { public static C.X GetAwaiter(this TimeSpan w) { C.Now(); return new(); } }" },
        new("An awaiter by an extension block", "public class W; public class X : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public bool GetResult() => false; public void OnCompleted(Action a) { } } class D { public E GetAsyncEnumerator() => new(); } class E { public int Current => 1; public W MoveNextAsync() => new(); }", "await foreach (var a in new D()) return a; return 1;", "await Task.Yield(); return new D().GetAsyncEnumerator().Current;") { TopLevel = "public static class Z { extension(C.W w) { public C.X GetAwaiter() { C.Now(); return new(); } } }" },
        new("An awaiter of a base", "public class W; public class X : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public bool GetResult() => false; public void OnCompleted(Action a) { } } class B { public X GetAwaiter() { Now(); return new(); } } class V : B; class D { public E GetAsyncEnumerator() => new(); } class E { public int Current => 1; public V MoveNextAsync() => new(); }", "await foreach (var a in new D()) return a; return 1;", "await Task.Yield(); return new D().GetAsyncEnumerator().Current;"),
        new("An asynchronous enumerator by extension", "public class E { public int Current => 1; public async Task<bool> MoveNextAsync() { await Task.Yield(); return false; } }", "await foreach (var a in new X.T()) return a; return 1;", "await Task.Yield(); return new X.T() is null ? 1 : 2;") { TopLevel = "public static class X { public class T; public static C.E GetAsyncEnumerator(this T t) { C.Now(); return new(); } }" },
    ];

    [TestCaseSource(nameof(Loops))]
    public Task A_loop_runs_it(Edge edge) => edge.IsFollowed();

    [TestCaseSource(nameof(Loops))]
    public Task Without_the_loop_it_is_not_run(Edge edge) => edge.IsNotSeenWhereItIsNot();

    private static IEnumerable<Edge> Ends =>
    [
        new("An awaiter by extension", "public class D { public W DisposeAsync() => new(); } public class W; public class X : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public bool GetResult() => false; public void OnCompleted(Action a) { } }", "await using var d = new D(); return 1;", "await Task.Yield(); return new D() is null ? 1 : 2;") { TopLevel = "public static class Z { public static C.X GetAwaiter(this C.W w) { C.Now(); return new(); } }" },
        new("A ref struct's Dispose", "ref struct D { public int A; public void Dispose() => Now(); }", "using var d = new D(); return d.A;", "var d = new D(); return d.A;"),
        new("A generic Dispose", "struct D : IDisposable { public void Dispose() => Now(); } struct E : IDisposable { public void Dispose() { } } static long Use<T>(T t) where T : IDisposable { using (t) return 1; }", "return Use(new D());", "using var e = new E(); return 1;"),
        new("An asynchronous Dispose", "class D : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Yield(); Now(); } }", "await using var d = new D(); return 1;", "var d = new D(); await Task.Yield(); return 1;"),
        new("An asynchronous Dispose of its own", "class D { public async Task DisposeAsync() { await Task.Yield(); Now(); } }", "await using (new D()) return 1;", "await Task.Yield(); return new D() is null ? 1 : 2;"),
        new("An asynchronous Dispose that is configured", "class D : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Yield(); Now(); } }", "await using (new D().ConfigureAwait(false)) return 1;", "await Task.Yield(); return new D() is null ? 1 : 2;"),
        new("A Dispose by an override", "class B : IDisposable { public void Dispose() => Dispose(true); protected virtual void Dispose(bool b) { } } class D : B { protected override void Dispose(bool b) => Now(); }", "using (new D()) return 1;", "using (new B()) return 1;"),
        new("A disposable stream of its own", "class D : MemoryStream { protected override void Dispose(bool b) => Now(); }", "using (var d = new D()) return 1;", "using (var d = new MemoryStream()) return 1;"),
        new("What lies in a finally", "", "try { return 1; } finally { Now(); }", "try { return 1; } finally { x++; }"),
        new("What an iterator leaves behind", "static IEnumerable<int> All() { try { yield return 1; } finally { Now(); } } static IEnumerable<int> None() { try { yield return 1; } finally { } }", "foreach (var a in All()) return 1; return 2;", "foreach (var a in None()) return 1; return 2;"),
        new("A filter of exceptions", "static bool Late(Exception e) => Now() > 1; static bool Never(Exception e) => e.Data is null;", "try { return 1; } catch (Exception e) when (Late(e)) { return 2; }", "try { return 1; } catch (Exception e) when (Never(e)) { return 2; }"),
        new("An exception's own message", "class D : Exception { public override string Message => Now() + \"\"; } class E : Exception { public override string Message => \"\"; }", "try { throw new D(); } catch (Exception e) { return e.Message.Length; }", "try { throw new E(); } catch (Exception e) { return e.Message.Length; }"),
        new("A pinned reference", "class D { long _a; public ref long GetPinnableReference() { Now(); return ref _a; } public ref long Other() => ref _a; }", "unsafe { fixed (long* p = new D()) return *p; }", "return new D().Other();") { Rule = "MEMO104|MEMO107" },
        new("A lock's scope is none of the program's", "", "lock (new Lock()) return Now();", "var l = new Lock(); lock (l) return 1;"),
        new("What a conditional method is given", "[System.Diagnostics.Conditional(\"NEVER\")] static void Log(long a) { } static void Put(long a) { }", "Put(Now()); return 1;", "Log(Now()); return 1;"),
        new("What an assertion of a debug build is given", "static bool Check() => Now() > 1;", "if (!Check()) throw new Exception(); return 1;", "System.Diagnostics.Debug.Assert(Check()); return 1;"),
    ];

    [TestCaseSource(nameof(Ends))]
    public Task It_is_run_at_the_end(Edge edge) => edge.IsFollowed();

    [TestCaseSource(nameof(Ends))]
    public Task Its_neighbour_does_not_run_it(Edge edge) => edge.IsNotSeenWhereItIsNot();
}
