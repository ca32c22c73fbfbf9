namespace Memo.Analyzers.Tests.Effects;

/// <summary>Generic code is resolved with its type arguments; overridable memoized methods hold every override; finalizers run too.</summary>
public sealed class GenericDispatchTests
{
    private const string Types = """
        public interface I { long V(); static virtual long Z() => 7; static abstract long S(); static abstract long P { get; } }
        public struct D : I { public long V() => Now(); public static long Z() => Now(); public static long S() => Now(); public static long P => Now(); }
        public struct E : I { public long V() => 1; public static long S() => 1; public static long P => 1; }
        static long Call<T>(T t) where T : I => t.V();
        static long CallS<T>() where T : I => T.S();
        static long CallP<T>() where T : I => T.P;
        static long CallZ<T>() where T : I => T.Z();
        static long Both<T, U>() where T : I where U : I => U.S();
        static long All<T>(IEnumerable<T> ts) where T : I { long n = 0; foreach (var t in ts) n += t.V(); return n; }
        sealed class Box<T>(T t) where T : I { public long Go() => t.V(); public static long GoS() => T.S(); public static readonly long Kept = T.S(); }
        static class Deep<T> where T : I { public static class Deeper { public static long Go() => T.S(); } }

        """;

    private static readonly (string Name, string Expression)[] Uses =
    [
        ("A constraint", "Call(new X())"),
        ("A static abstract method", "CallS<X>()"),
        ("A static abstract property", "CallP<X>()"),
        ("A static virtual method", "CallZ<X>()"),
        ("The second of two", "Both<E, X>()"),
        ("A sequence", "All(new[] { new X() })"),
        ("A list of a generic method", "All(new List<X> { new() })"),
        ("A generic class", "new Box<X>(new()).Go()"),
        ("A generic class's static", "Box<X>.GoS()"),
        ("A generic class's static field", "Box<X>.Kept"),
        ("A class in a generic class", "Deep<X>.Deeper.Go()"),
        ("A generic lambda's body", "Later<X>()()"),
        ("A generic local function", "Locally<X>()"),
        ("A generic iterator", "Iterated<X>().First()"),
        ("A generic async method", "Awaited<X>().Result"),
        ("A type argument in a type argument", "Nested<X>()"),
        ("A type argument of an interface", "Through(new Giver<X>())"),
        ("A boxed struct", "((I)new X()).V()"),
        ("A nullable struct", "Maybe<X>(new X())"),
    ];

    private const string Helpers = """
        static Func<long> Later<T>() where T : I => () => T.S();
        static long Locally<T>() where T : I { return Go(); static long Go() => T.S(); }
        static IEnumerable<long> Iterated<T>() where T : I { yield return T.S(); }
        static async Task<long> Awaited<T>() where T : I { await Task.Yield(); return T.S(); }
        struct W<T> : I where T : I { public long V() => T.S(); public static long S() => T.S(); public static long P => T.P; }
        static long Nested<T>() where T : I => CallS<W<T>>();
        interface IGiver<T> { T Give(); }
        sealed class Giver<T> : IGiver<T> where T : new() { public T Give() => new(); }
        static long Through<T>(IGiver<T> g) where T : I => g.Give().V();
        static long Maybe<T>(T? t) where T : struct, I => t?.V() ?? 1;

        """;

    private static IEnumerable<Snippet> Clocked => Uses.Select(u => Of(u.Name, u.Expression, "D", "MEMO104"));

    private static IEnumerable<Snippet> Clean => Uses.Select(u => Of(u.Name, u.Expression, "E"));

    private static Snippet Of(string name, string expression, string type, params string[] rules) =>
        new(name, Types + Helpers, "long F(int x) => " + expression.Replace("X", type, StringComparison.Ordinal) + ";", rules);

    [TestCaseSource(nameof(Clocked))]
    public Task A_type_argument_that_reads_the_clock(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Clean))]
    public Task A_type_argument_that_does_not(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Mathematics =>
    [
        new("A generic sum", "static T Sum<T>(IEnumerable<T> xs) where T : System.Numerics.INumber<T> { var n = T.Zero; foreach (var x in xs) n += x; return n; }", "double F(int[] x, double[] y) => Sum(x) + Sum(y);"),
        new("A generic mean", "static double Mean<T>(ReadOnlySpan<T> xs) where T : System.Numerics.INumberBase<T> { var n = T.AdditiveIdentity; foreach (var x in xs) n += x; return double.CreateChecked(n) / xs.Length; }", "double F(int[] x) => Mean<int>(x);"),
        new("A generic parse of a date", "static T Get<T>(string s) where T : IParsable<T> => T.Parse(s, CultureInfo.InvariantCulture);", "DateTime F(string x) => Get<DateTime>(x);", "MEMO104"),
        new("A generic parse of a date in a generic class", "static class P<T> where T : ISpanParsable<T> { public static T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); }", "DateTimeOffset F(string x) => P<DateTimeOffset>.Get(x);", "MEMO104"),
        new("A generic parse of a date in a class in a generic class", "static class P<T> where T : ISpanParsable<T> { public static class Q { public static T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); } }", "DateTime F(string x) => P<DateTime>.Q.Get(x);", "MEMO104"),
        new("A generic parse of a date in a class in a class in a generic class", "static class P<T> where T : ISpanParsable<T> { public static class Q { public static class R { public static T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); } } }", "DateTime F(string x) => P<DateTime>.Q.R.Get(x);", "MEMO104"),
        new("A generic parse of a date in a generic class in a generic class", "static class P<T> where T : ISpanParsable<T> { public static class Q<U> { public static T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); } }", "DateTime F(string x) => P<DateTime>.Q<int>.Get(x);", "MEMO104"),
        new("A generic parse of a date by the object of a class in a generic class", "class P<T> where T : ISpanParsable<T> { public sealed class Q { public T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); } }", "DateTime F(string x) => new P<DateTime>.Q().Get(x);", "MEMO104"),
        new("A generic parse of a date by a method group of a class in a generic class", "static class P<T> where T : ISpanParsable<T> { public static class Q { public static T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); } }", "DateTime F(string[] x) => x.Select(P<DateTime>.Q.Get).First();", "MEMO104"),
        new("A generic parse of a date by a method group", "static T Get<T>(string s) where T : IParsable<T> => T.Parse(s, CultureInfo.InvariantCulture);", "DateTime F(string[] x) => x.Select(Get<DateTime>).First();", "MEMO104"),
        new("A generic parse of a date in a base class", "class P<T> where T : ISpanParsable<T> { public static T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); } sealed class D : P<DateTime> { public static DateTime Go(string s) => Get(s); }", "DateTime F(string x) => D.Go(x);", "MEMO104"),
        new("A generic parse of a date by an inherited member", "class P<T> where T : ISpanParsable<T> { public T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); } sealed class D : P<DateTime>;", "DateTime F(string x) => new D().Get(x);", "MEMO104"),
        new("A generic parse of a date by an inherited override", "abstract class B { public abstract object Get(string s); } class P<T> : B where T : ISpanParsable<T> { public override object Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); } sealed class D : P<DateTime>;", "string F(string x) { B b = new D(); return ((IFormattable)b.Get(x)).ToString(\"o\", CultureInfo.InvariantCulture); }", "MEMO104"),
        new("A generic parse of a date by a field's initializer", "class P<T> where T : ISpanParsable<T> { public T V = T.Parse(\"12:00\".AsSpan(), CultureInfo.InvariantCulture); } sealed class D : P<DateTime>;", "DateTime F(string x) => new D().V;", "MEMO104"),
        new("A generic parse of a date by a constrained call", "interface IGet<T> { static abstract T Get(string s); } struct P<T> : IGet<T> where T : ISpanParsable<T> { public static T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); } static T Go<G, T>(string s) where G : IGet<T> => G.Get(s);", "DateTime F(string x) => Go<P<DateTime>, DateTime>(x);", "MEMO104"),
        new("A generic parse of a date through two helpers", "static T Get<T>(string s) where T : IParsable<T> => T.Parse(s, CultureInfo.InvariantCulture); static T Two<T>(string s) where T : IParsable<T> => Get<T>(s);", "DateTime F(string x) => Two<DateTime>(x);", "MEMO104"),
        new("A generic parse of a date in a list through a helper", "static T Get<T>(string s) where T : IParsable<T> => T.Parse(s, CultureInfo.InvariantCulture); static List<DateTime> Two(string s) => [Get<DateTime>(s)];", "DateTime F(string x) => Two(x)[0];", "MEMO104"),
        new("A generic parse of a number in a class in a generic class", "static class P<T> where T : ISpanParsable<T> { public static class Q { public static T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); } }", "Guid F(string x) => P<Guid>.Q.Get(x);"),
        new("A generic parse in a generic class", "static class P<T> where T : ISpanParsable<T> { public static T Get(string s) => T.Parse(s.AsSpan(), CultureInfo.InvariantCulture); }", "Guid F(string x) => P<Guid>.Get(x);"),
        new("A generic sum", "static T Sum<T>(T[] s) where T : System.Numerics.INumber<T> { var t = T.Zero; foreach (var a in s) t += a; return T.Abs(t); }", "double F(double[] x) => Sum(x) + (double)Sum(new decimal[] { 1 });"),
        new("A conversion to a date", "", "DateTime F(string x) => (DateTime)Convert.ChangeType(x, typeof(DateTime), CultureInfo.InvariantCulture);", "MEMO104"),
        new("A conversion to a date by its code", "", "int F(string x) => ((DateTime)Convert.ChangeType(x, TypeCode.DateTime, CultureInfo.InvariantCulture)).Hour;", "MEMO104"),
        new("A conversion to a number", "", "int F(string x) => (int)Convert.ChangeType(x, typeof(int), CultureInfo.InvariantCulture) + (int)Convert.ChangeType(x, TypeCode.Int32, CultureInfo.InvariantCulture);"),
        new("A generic parse", "static T Get<T>(string s) where T : IParsable<T> => T.Parse(s, CultureInfo.InvariantCulture);", "long F(string x) => Get<int>(x) + Get<long>(x);"),
        new("A generic text", "static string Text<T>(T t) where T : IFormattable => t.ToString(\"R\", CultureInfo.InvariantCulture);", "string F(double x) => Text(x) + Text(1);"),
        new("A generic clamp", "static T Clamp<T>(T x, T low, T high) where T : IComparable<T> => x.CompareTo(low) < 0 ? low : x.CompareTo(high) > 0 ? high : x;", "string F(string x) => Clamp(x, \"a\", \"b\");"),
        new("A generic dictionary", "static Dictionary<K, int> Count<K>(IEnumerable<K> xs) where K : notnull { var d = new Dictionary<K, int>(); foreach (var x in xs) d[x] = d.GetValueOrDefault(x) + 1; return d; }", "long F(string[] x) => Count(x).Count + Count(x.Select(s => s.Length)).Count;"),
        new("A number of one's own", "record struct M(int A) : System.Numerics.IAdditionOperators<M, M, M> { public static M operator +(M a, M b) => new((a.A + b.A) % 7); } static T Add<T>(T a, T b) where T : System.Numerics.IAdditionOperators<T, T, T> => a + b;", "int F(int x) => Add(new M(x), new M(1)).A;"),
        new("A number of one's own, and it reads the clock", "record struct M(int A) : System.Numerics.IAdditionOperators<M, M, M> { public static M operator +(M a, M b) => new((int)Now()); } static T Add<T>(T a, T b) where T : System.Numerics.IAdditionOperators<T, T, T> => a + b;", "int F(int x) => Add(new M(x), new M(1)).A;", "MEMO104"),
        new("A number of one's own in a checked context", "record struct M(int A) : System.Numerics.IAdditionOperators<M, M, M> { public static M operator +(M a, M b) => a; public static M operator checked +(M a, M b) => new((int)Now()); } static T Add<T>(T a, T b) where T : System.Numerics.IAdditionOperators<T, T, T> => checked(a + b);", "int F(int x) => Add(new M(x), new M(1)).A;", "MEMO104"),
        new("A conversion of one's own", "interface IFrom<T> where T : IFrom<T> { static abstract implicit operator T(int a); } struct M : IFrom<M> { public int A; public static implicit operator M(int a) => new() { A = (int)Now() }; } static T Make<T>(int a) where T : IFrom<T> => a;", "int F(int x) => Make<M>(x).A;", "MEMO104"),
        new("A comparison of one's own", "record struct M(int A) : System.Numerics.IComparisonOperators<M, M, bool> { public static bool operator <(M a, M b) => Now() > 1; public static bool operator >(M a, M b) => true; public static bool operator <=(M a, M b) => true; public static bool operator >=(M a, M b) => true; } static bool Less<T>(T a, T b) where T : System.Numerics.IComparisonOperators<T, T, bool> => a < b;", "bool F(int x) => Less(new M(x), new M(1));", "MEMO104"),
        new("Types that grow end", "static long Grow<T>(int n) where T : I2 => n == 0 ? T.S() : Grow<G2<T>>(n - 1); interface I2 { static abstract long S(); } struct E2 : I2 { public static long S() => Now(); } struct G2<T> : I2 where T : I2 { public static long S() => T.S(); }", "long F(int x) => Grow<E2>(x);", "MEMO104|MEMO107"),
        new("A default of a constraint", "static string Text<T>() where T : struct => default(T).ToString()!; struct M { public override string ToString() => Now() + \"\"; }", "string F(int x) => Text<M>();", "MEMO104"),
        new("Another default of a constraint", "static string Text<T>() where T : struct => default(T).ToString()!; public struct M { public override string ToString() => Now() + \"\"; } public struct N { public override string ToString() => \"\"; }", "string F(int x) => Text<N>();"),
        new("The default comparer of a type argument", "static int Order<T>(T a, T b) => Comparer<T>.Default.Compare(a, b); public sealed class M : IComparable<M> { public int CompareTo(M? o) => (int)Now(); }", "int F(int x) => Order(new M(), new M());", "MEMO104"),
        new("The default comparer of another type argument", "static int Order<T>(T a, T b) => Comparer<T>.Default.Compare(a, b); public sealed class M : IComparable<M> { public int CompareTo(M? o) => (int)Now(); public int A; }", "int F(int x) => Order(x, 1) + new M().A;"),
    ];

    [TestCaseSource(nameof(Mathematics))]
    public Task Generic_code_is_resolved_by_its_type_arguments(Snippet snippet) => snippet.Holds();

    private static async Task<string[]> Warnings(string source)
    {
        var full = "public static class K { public static long Now() => DateTime.UtcNow.Ticks; }\n" + source;
        Assert.That(Reported.Compile(("C.cs", full)).GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.Empty);
        return [.. (await Reported.InFiles(("C.cs", full))).Where(f => f.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info && f.Id.StartsWith("MEMO1", StringComparison.Ordinal)).Select(f => f.Id).Distinct()];
    }

    [TestCase("public class B { public int A; [Memoize] public virtual long F(int x) => 1; } public class D : B { public override long F(int x) => K.Now(); }", TestName = "An override of a memoized method")]
    [TestCase("public abstract class B { public int A; [Memoize] public abstract long F(int x); } public class D : B { public override long F(int x) => K.Now(); }", TestName = "An override of an abstract memoized method")]
    [TestCase("public class B { public int A; [Memoize] public virtual long F(int x) => 1; } public class D : B { public override long F(int x) => 1; } public class G : D { public override long F(int x) => K.Now(); }", TestName = "An override of an override of a memoized method")]
    [TestCase("public class B { public int A; [Memoize] public long F(int x) => V(); protected virtual long V() => 1; } public class D : B { protected override long V() => K.Now(); }", TestName = "An override that a memoized method calls on itself")]
    [TestCase("public class B { public int A; [Memoize] public long F(int x) => this.Go(); public virtual long V() => 1; } public class D : B { public override long V() => K.Now(); } public static class X { public static long Go(this B b) => b.V(); }", TestName = "An override that a helper calls on the receiver")]
    [TestCase("public interface I { long V(); } public class B : I { public int A; [Memoize] public long F(int x) => ((I)this).V(); public virtual long V() => 1; } public class D : B { public override long V() => K.Now(); }", TestName = "An override behind an interface of the receiver")]
    [TestCase("public class B { public int A; [Memoize] public long F(int x) => ToString()!.Length; } public class D : B { public override string ToString() => K.Now() + \"\"; }", TestName = "A ToString of a derived receiver")]
    [TestCase("public record B(int A) { [Memoize] public long F(int x) => ToString().Length; } public record D(int A) : B(A) { public long P => K.Now(); }", TestName = "A property that a derived record prints")]
    [TestCase("public record B(int A) { [Memoize] public bool F(int x) => this == new B(x); } public record D(int A) : B(A) { public virtual bool Equals(D? o) => K.Now() > 1; public override int GetHashCode() => 1; }", TestName = "The equality of a derived record")]
    public async Task An_overridable_method_holds_every_override(string source) => Assert.That(await Warnings(source), Does.Contain("MEMO104"));

    [TestCase("public class B { public int A; [Memoize] public virtual long F(int x) => 1; } public class D : B { public override long F(int x) => 2; }", TestName = "A pure override of a memoized method")]
    [TestCase("public class B { public int A; [Memoize] public virtual long F(int x) => 1; } public class D : B { public override long F(int x) => 2; public long G() => K.Now(); }", TestName = "A method beside the override")]
    [TestCase("public class B { public int A; [Memoize] public virtual long F(int x) => 1; } public class D : B { public new long F(int x) => K.Now(); }", TestName = "A method that hides a memoized method")]
    [TestCase("public class A0 { public int A; public virtual long F(int x) => K.Now(); } public class B : A0 { [Memoize] public override long F(int x) => 1; } public class D : A0 { public override long F(int x) => K.Now(); }", TestName = "A sister of a memoized override")]
    [TestCase("public sealed class B : A0 { [Memoize] public long F(int x) => V(); protected override long V() => 1; } public class A0 { public int A; protected virtual long V() => K.Now(); }", TestName = "A sealed receiver")]
    [TestCase("public class B { public int A; [Memoize] public long F(int x) => V(); protected virtual long V() => 1; } public class D : B { protected override long V() => 2; public long G() => K.Now(); }", TestName = "A pure override that a memoized method calls on itself")]
    public async Task A_pure_override_is_fine(string source) => Assert.That(await Warnings(source), Is.Empty);

    private static IEnumerable<Snippet> Finalizers =>
    [
        new("Of the type that is made", "class D { ~D() => Now(); public int A; }", "long F(int x) => new D().A;", "MEMO104"),
        new("Of its base", "class B { ~B() => Now(); public int A; } class D : B;", "long F(int x) => new D().A;", "MEMO104"),
        new("Of a type that a helper makes", "class D { ~D() => Now(); public int A; } static D Make() => new();", "long F(int x) => Make().A;", "MEMO104"),
        new("Of a type that a generic helper makes", "class D { ~D() => Now(); public int A; } static T Make<T>() where T : new() => new();", "long F(int x) => Make<D>().A;", "MEMO104"),
        new("Of a type that calls a virtual method when it goes", "class B { ~B() => Go(); protected virtual void Go() { } public int A; } class D : B { protected override void Go() => Now(); }", "long F(int x) => new D().A;", "MEMO104"),
        new("Of another type", "class D { ~D() => Now(); public int A; public static int M() => 1; }", "long F(int x) => D.M();"),
        new("Of a derived type that is not made", "class B { public int A; } class D : B { ~D() => Now(); }", "long F(int x) => new B().A;"),
        new("That does nothing", "class D { ~D() { } public int A; }", "long F(int x) => new D().A;"),
    ];

    [TestCaseSource(nameof(Finalizers))]
    public Task A_finalizer(Snippet snippet) => snippet.Holds();
}
