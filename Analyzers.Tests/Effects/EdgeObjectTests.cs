namespace Memo.Analyzers.Tests.Effects;

/// <summary>How objects come to be, are compared and shown, and the initializers of their types.</summary>
public sealed class EdgeObjectTests
{
    private static IEnumerable<Edge> Creations =>
    [
        new("A chained constructor", "class D { public long A; public D() : this(Now()) { } public D(long a) => A = a; }", "return new D().A;", "return new D(1).A;"),
        new("A constructor of a struct", "struct D { public long A; public D() => A = Now(); }", "return new D().A;", "return default(D).A + (new D[1])[0].A;"),
        new("An initializer of a struct's field", "struct D { public long A = Now(); public D(int a) { } }", "return new D(1).A;", "return default(D).A;"),
        new("An initializer of a base's field", "class B { public long A = Now(); } class D : B; class B2 { public long A = 1; } class E : B2;", "return new D().A;", "return new E().A;"),
        new("A primary constructor's parameter in a field", "class D(long a) { public readonly long A = a + Now(); } class E(long a) { public readonly long A = a; }", "return new D(1).A;", "return new E(1).A;"),
        new("A primary constructor's parameter that is captured", "class D(Func<long> f) { public long A() => f(); public long B() => 1; }", "return new D(() => Now()).A();", "return new D(() => 1).A();"),
        new("A partial constructor", "partial class D { public long A; public partial D(); public D(int a) { } } partial class D { public partial D() { A = Now(); } }", "return new D().A;", "return new D(1).A;"),
        new("A required property", "class D { public required long A { get => _a; set => _a = Now(); } long _a; } class E { public required long A { get; set; } }", "return new D { A = 1 }.A;", "return new E { A = 1 }.A;"),
        new("An object in an object initializer", "class D { public G P { get; } = new(); } class G { public long A { get; set { field = Now(); } } public long B { get; set; } }", "return new D { P = { A = 1 } }.P.A;", "return new D { P = { B = 1 } }.P.B;"),
        new("A getter that an initializer goes through", "class D { public G P { get { Now(); return new(); } } public G Q => new(); } class G { public long B { get; set; } }", "return new D { P = { B = 1 } } is null ? 1 : 2;", "return new D { Q = { B = 1 } } is null ? 1 : 2;"),
        new("A collection in an object initializer", "class D { public L P { get; } = new(); } class L : System.Collections.IEnumerable { public void Add(int a) => Now(); public void Add(string a) { } public System.Collections.IEnumerator GetEnumerator() => null!; }", "return new D { P = { 1 } } is null ? 1 : 2;", "return new D { P = { \"\" } } is null ? 1 : 2;"),
        new("An indexer in an initializer", "class D { public long this[int i] { get => 1; set => Now(); } public long this[string i] { get => 1; set { } } }", "return new D { [1] = 2 }[1];", "return new D { [\"\"] = 2 }[1];"),
        new("An element that calls Add with two", "class D : System.Collections.IEnumerable { public void Add(int a, int b) => Now(); public void Add(int a) { } public System.Collections.IEnumerator GetEnumerator() => null!; }", "return new D { { 1, 2 } } is null ? 1 : 2;", "return new D { 1 } is null ? 1 : 2;"),
        new("An anonymous object", "", "return new { A = Now() }.A;", "return new { A = 1 }.A;"),
        new("An anonymous object that is copied", "", "return (new { A = 1L, B = 2 } with { A = Now() }).A;", "return (new { A = 1L, B = 2 } with { B = 3 }).A;"),
        new("A struct that is copied", "struct D { public long A { get; init { field = Now(); } } public long B { get; init; } }", "return (new D() with { A = 1 }).A;", "return (new D() with { B = 1 }).A;"),
        new("A collection expression that spreads", "class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return (int)Now(); } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "int[] a = [1, .. new D()]; return a[0];", "int[] a = [1, .. new[] { 2 }]; return a[0];"),
        new("A spread into its own type", "class D : IEnumerable<int> { public void Add(int a) => Now(); public IEnumerator<int> GetEnumerator() { yield break; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "D d = [.. new[] { 1 }]; return d is null ? 1 : 2;", "var d = new D(); return d is null ? 1 : 2;"),
        new("A constructor of its own collection", "class D : IEnumerable<int> { public D() => Now(); public D(int a) { } public void Add(int a) { } public IEnumerator<int> GetEnumerator() { yield break; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "D d = [1]; return d is null ? 1 : 2;", "return new D(1) { 1 } is null ? 1 : 2;"),
        new("Many arguments of its own collection", "class D : IEnumerable<int> { public void Add(int a) => Now(); public IEnumerator<int> GetEnumerator() { yield break; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); } static long Take(params D d) => 1;", "return Take(1, 2);", "return Take(new D());"),
        new("Many arguments of a collection that a builder makes", "[System.Runtime.CompilerServices.CollectionBuilder(typeof(M), \"Make\")] class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield break; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); } static class M { public static D Make(ReadOnlySpan<int> xs) { Now(); return new(); } } static long Take(params D d) => 1;", "return Take(1, 2);", "return Take(new D());"),
        new("A collection expression in a collection expression", "class D : IEnumerable<int> { public void Add(int a) => Now(); public IEnumerator<int> GetEnumerator() { yield break; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "List<D> d = [[1]]; return d.Count;", "List<D> d = [new D()]; return d.Count;"),
        new("A field of its own behind a property", "class D { public long A => field == 0 ? field = Now() : field; public long B { get; set => field = value; } }", "return new D().A;", "return new D { B = 1 }.B;"),
        new("A lazy property", "class D { long? _a; public long A => _a ??= Now(); public long B => _a ??= 1; }", "return new D().A;", "return new D().B;"),
        new("A partial property", "partial class D { public partial long A { get; } public long B => 1; } partial class D { public partial long A => Now(); }", "return new D().A;", "return new D().B;"),
        new("A partial indexer", "partial class D { public partial long this[int i] { get; } public long B => 1; } partial class D { public partial long this[int i] => Now(); }", "return new D()[1];", "return new D().B;"),
        new("A ref indexer", "class D { long _a; public ref long this[int i] { get { Now(); return ref _a; } } public ref long B => ref _a; }", "return new D()[1];", "return new D().B;"),
        new("A ref indexer that is assigned", "class D { long _a; public ref long this[int i] { get { Now(); return ref _a; } } public ref long B => ref _a; }", "new D()[1] = 2; return 1;", "new D().B = 2; return 1;"),
        new("A property that is deconstructed into", "class D { public long A { get; set => field = Now(); } public long B { get; set; } }", "var d = new D(); (d.A, d.B) = (1, 2); return d.A;", "var d = new D(); (d.B, _) = (1, 2); return d.A;"),
        new("A property that is counted up", "class D { public long A { get => Now(); set { } } public long B { get; set; } }", "var d = new D(); d.A++; return 1;", "var d = new D(); d.B++; return 1;"),
        new("A property that is counted up and not read back", "class D { long _a; public long A { get => _a; set => _a = Now(); } }", "var d = new D(); d.A += 1; return 1;", "var d = new D(); return d.A + 1;"),
        new("A property that is filled", "class D { public string? A { get => Now() + \"\"; set { } } public string? B { get; set; } }", "var d = new D(); d.A ??= \"\"; return 1;", "var d = new D(); d.B ??= \"\"; return 1;"),
        new("A setter behind a question mark", "class D { public long A { get; set => field = Now(); } public long B { get; set; } }", "D? d = new(); d?.A = 1; return 1;", "D? d = new(); d?.B = 1; return 1;"),
        new("A compound setter behind a question mark", "class D { public long A { get; set => field = Now(); } public long B { get; set; } }", "D? d = new(); d?.A += 1; return 1;", "D? d = new(); d?.B += 1; return 1;"),
        new("An event behind a question mark", "class D { public event Action A { add => Now(); remove { } } }", "D? d = new(); d?.A += () => { }; return 1;", "D? d = new(); d?.A -= () => { }; return 1;"),
        new("An index from the end", "class D { public int Length => (int)Now(); public int this[int i] => i; } class E { public int Length => 1; public int this[int i] => i; }", "return new D()[^1];", "return new E()[^1] + new D()[1];"),
        new("An index of its own from the end", "class D { public long this[Index i] => Now(); public long this[int i] => i; }", "return new D()[^1];", "return new D()[1];"),
        new("A range of its own", "class D { public long this[Range i] => Now(); public long this[int i] => i; }", "return new D()[1..];", "return new D()[1];"),
        new("A range from the end", "class D { public int Length => (int)Now(); public int Slice(int a, int b) => a; } class E { public int Length => 1; public int Slice(int a, int b) => b; }", "return new D()[..^1];", "return new E()[..^1] + new D().Slice(1, 2);"),
    ];

    [TestCaseSource(nameof(Creations))]
    public Task An_object_s_code_is_run(Edge edge) => edge.IsFollowed();

    [TestCaseSource(nameof(Creations))]
    public Task Its_other_code_is_not(Edge edge) => edge.IsNotSeenWhereItIsNot();

    private static IEnumerable<Edge> Records =>
    [
        new("A printed property", "record D(int A) { public long P => Now(); } record E(int A) { long P => Now(); }", "return new D(1).ToString().Length;", "return new E(1).ToString().Length;"),
        new("A printed property of the base", "record B { public long P => Now(); } record D(int A) : B; record B2 { } record E(int A) : B2;", "return new D(1).ToString().Length;", "return new E(1).ToString().Length;"),
        new("PrintMembers of its own", "record D(int A) { protected virtual bool PrintMembers(StringBuilder b) { Now(); return true; } }", "return new D(1).ToString().Length;", "return new D(1).A;"),
        new("PrintMembers of a derived one", "record D(int A); record E(int A) : D(A) { protected override bool PrintMembers(StringBuilder b) { Now(); return true; } }", "D d = new E(1); return d.ToString().Length;", "D d = new D(1); return d.ToString().Length;"),
        new("A text of a record in a record", "record D(E A); record E(int A) { public override string ToString() => Now() + \"\"; }", "return new D(new(1)).ToString().Length;", "return new D(new(1)).A.A;"),
        new("A sealed text of the base", "record B { public sealed override string ToString() => Now() + \"\"; } record D(int A) : B;", "return new D(1).ToString().Length;", "return new D(1).A;"),
        new("A contract of equality", "record D(int A) { protected virtual Type EqualityContract { get { Now(); return typeof(int); } } }", "return new D(1) == new D(2) ? 1 : 2;", "return new D(1).A;"),
        new("A contract of equality of a derived one", "record D(int A); record E(int A) : D(A) { protected override Type EqualityContract { get { Now(); return typeof(int); } } }", "D d = new E(1); return d == new E(2) ? 1 : 2;", "D d = new D(1); return d == new D(2) ? 1 : 2;"),
        new("An equality of its own", "record D(int A) { public virtual bool Equals(D? o) => Now() > 1; public override int GetHashCode() => 1; }", "return new D(1) != new D(2) ? 1 : 2;", "return new D(1).A;"),
        new("An equality of its own in a record", "record D(E A); record E(int A) { public virtual bool Equals(E? o) => Now() > 1; public override int GetHashCode() => 1; }", "return new D(new(1)) == new D(new(2)) ? 1 : 2;", "return new D(new(1)).A.A;"),
        new("An equality of a field", "record D { public E? F = new(); } class E { public override bool Equals(object? o) => Now() > 1; public override int GetHashCode() => 1; }", "return new D() == new D() ? 1 : 2;", "return new D().F is null ? 1 : 2;"),
        new("An equality of a private field in a record struct", "record struct D(int A) { readonly E? _e = new(); } class E { public override bool Equals(object? o) => Now() > 1; public override int GetHashCode() => 1; }", "return new D(1).Equals(new D(2)) ? 1 : 2;", "return new D(1).A;"),
        new("An equality of its own in a derived record, asked of the base", "record D(int A); record E(int A) : D(A) { public virtual bool Equals(E? o) => Now() > 1; public override int GetHashCode() => 1; }", "D a = new E(1), b = new E(2); return a == b ? 1 : 2;", "D a = new D(1), b = new D(2); return a == b ? 1 : 2;"),
        new("An equality of its own in a derived record, in a set", "record D(int A); record E(int A) : D(A) { public virtual bool Equals(E? o) => Now() > 1; public override int GetHashCode() => 1; }", "return new HashSet<D> { new E(1), new E(2) }.Count;", "return new HashSet<D> { new D(1), new D(2) }.Count;"),
        new("A copy of a derived one", "record D(long A); record E(long A) : D(A) { protected E(E e) : base(e) => Now(); }", "D d = new E(1); return (d with { A = 2 }).A;", "D d = new D(1); return (d with { A = 2 }).A;"),
        new("A property that takes the position's place", "record D(long A) { public long A { get; init { field = Now(); } } = A; public long B { get; init; } }", "return (new D(1) with { A = 2 }).A;", "return (new D(1) with { B = 2 }).A;"),
        new("A getter that takes the position's place, deconstructed", "record D(long A, long B) { public long A { get => Now(); init { } } } record E(long A, long B);", "var (a, b) = new D(1, 2); return a;", "var (a, b) = new E(1, 2); return a;"),
        new("A deconstruction of its own", "record D(long A, long B) { public void Deconstruct(out long a, out long b) { a = Now(); b = 1; } public void Deconstruct(out long a, out long b, out long c) => (a, b, c) = (1, 2, 3); }", "var (a, b) = new D(1, 2); return a;", "var (a, b, c) = new D(1, 2); return a;"),
        new("A record class's parameter that the base gets", "record B(long A); record D(long A) : B(A + Now()); record E(long A) : B(A);", "return ((B)new D(1)).A;", "return ((B)new E(1)).A;"),
    ];

    [TestCaseSource(nameof(Records))]
    public Task A_record_s_code_is_run(Edge edge) => edge.IsFollowed();

    [TestCaseSource(nameof(Records))]
    public Task Another_use_of_a_record_does_not_run_it(Edge edge) => edge.IsNotSeenWhereItIsNot();

    private static IEnumerable<Edge> Statics =>
    [
        new("A field's initializer", "class D { public static readonly long A = Now(); public static int M() => 1; } class E { public static readonly long A = 1; }", "return D.A;", "return E.A;"),
        new("A constant is no field", "class D { public static readonly long A = Now(); public const long B = 1; }", "return D.A;", "return D.B;"),
        new("A static constructor of what is made", "class D { public int A; static D() => Now(); } class E { public int A; }", "return new D().A;", "return new E().A;"),
        new("A static constructor of the base of what is made", "class B { public int A; static B() => Now(); public static int M() => 1; } class D : B; class E { public int A; }", "return new D().A;", "return new E().A;"),
        new("A static constructor of a derived class", "class B { public static int M() => 1; } class D : B { static D() => Now(); public static int N() => 1; }", "return D.N();", "return D.M();"),
        new("A static constructor of a struct", "struct D { public int A; static D() => Now(); public D(int a) => A = a; }", "return new D(1).A;", "return default(D).A;"),
        new("A static constructor of a generic class", "class D<T> { public static int A; static D() => Now(); } class E<T> { public static readonly int A = 1; }", "return D<int>.A;", "return E<int>.A;"),
        new("A static property's initializer", "class D { public static long A { get; } = Now(); } class E { public static long A { get; } = 1; }", "return D.A;", "return E.A;"),
        new("A static constructor of an interface", "interface I { static readonly long A = Now(); static long M() => A; } interface J { static long M() => 1; }", "return I.M();", "return J.M();"),
        new("A static constructor of an interface with a default member", "interface I { static readonly long A = Now(); long M() => A; } class D : I; interface J { long M() => 1; } class E : J;", "return ((I)new D()).M();", "return ((J)new E()).M();"),
        new("A static constructor that another's runs", "class D { public static readonly long A = E.A; } class E { public static readonly long A = Now(); public const long B = 1; } class G { public static readonly long A = E.B; }", "return D.A;", "return G.A;"),
        new("A nested class's outer class", "class D { public static readonly long A = Now(); public static class N { public static long M() => A; public static long O() => 1; } }", "return D.N.M();", "return D.N.O();"),
        new("A module initializer is no edge", "", "return M.Start();", "return M.Other();") { TopLevel = "public static class M { public static long Start() => C.Now(); public static long Other() => 1; [System.Runtime.CompilerServices.ModuleInitializer] internal static void Go() => C.Now(); }" },
    ];

    [TestCaseSource(nameof(Statics))]
    public Task A_type_s_first_use_runs_it(Edge edge) => edge.IsFollowed();

    [TestCaseSource(nameof(Statics))]
    public Task What_does_not_touch_the_type_does_not(Edge edge) => edge.IsNotSeenWhereItIsNot();
}
