namespace Memo.Analyzers.Tests.Effects;

/// <summary>Which code a virtual call runs: that of the types that the closure can hold, never that of every type of the program.</summary>
public sealed class DispatchTests
{
    /// <summary>D reads the clock, E does not.</summary>
    private const string Classes = """
        public class B { public virtual long V() => 1; public long W() => 2; }
        public class D : B { public override long V() => Now(); }
        public class E : B { public override long V() => 3; }
        static long Call(B b) => b.V();

        """;

    private const string Interfaces = """
        public interface I { long V(); }
        public class D : I { public long V() => Now(); public long W() => 2; }
        public class E : I { public long V() => 3; }
        public struct S : I { public long V() => 4; }
        public struct T : I { public long V() => Now(); }
        static long Call(I i) => i.V();

        """;

    private static IEnumerable<Snippet> OneTarget =>
    [
        new("The very type that is made", Classes, "long F(int x) => new B().V() + new D().W();"),
        new("The very type that is made, and it reads the clock", Classes, "long F(int x) => new D().V();", "MEMO104"),
        new("A sealed class", Classes + "public sealed class G : B { public override long V() => 1; }", "long F(int x) { G g = new(); return g.V() + new D().W(); }"),
        new("A sealed class that does not override", Classes + "public sealed class G : D;", "long F(int x) { G g = new(); return g.V(); }", "MEMO104"),
        new("A sealed override", Classes + "public class G : B { public sealed override long V() => 1; }", "long F(int x) { G g = new(); return g.V() + new D().W(); }"),
        new("A method that is not virtual", Classes, "long F(int x) { B b = new D(); return b.W(); }"),
        new("A method that hides one", Classes + "public class G : E { public new virtual long V() => Now(); }", "long F(int x) { E e = new G(); return e.V(); }"),
        new("A method that hides one, called", Classes + "public class G : E { public new virtual long V() => Now(); }", "long F(int x) { var g = new G(); return g.V(); }", "MEMO104"),
        new("The base's own method", Classes + "public class G : B { public override long V() => base.V(); }", "long F(int x) => new G().V();"),
        new("The base's own method, and it reads the clock", Classes + "public class G : D { public override long V() => base.V(); }", "long F(int x) => new G().V();", "MEMO104"),
        new("A struct", Interfaces, "long F(int x) => new S().V();"),
        new("A struct through an interface", Interfaces, "long F(int x) => Call(new S());"),
        new("Another struct through an interface", Interfaces, "long F(int x) => Call(new T());", "MEMO104"),
        new("An explicit implementation is not the method of the same name", Interfaces + "public class G : I { public long V() => 1; long I.V() => Now(); }", "long F(int x) => new G().V();"),
        new("An explicit implementation", Interfaces + "public class G : I { public long V() => 1; long I.V() => Now(); }", "long F(int x) => Call(new G());", "MEMO104"),
    ];

    [TestCaseSource(nameof(OneTarget))]
    public Task A_call_with_one_target(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Held =>
    [
        new("Another class of the program", Classes, "long F(int x) => Call(new B());"),
        new("A sister class", Classes, "long F(int x) => Call(new E());"),
        new("The class itself", Classes, "long F(int x) => Call(new D());", "MEMO104"),
        new("A class derived from it", Classes + "public class G : D;", "long F(int x) => Call(new G());", "MEMO104"),
        new("A class derived from it that overrides again", Classes + "public class G : D { public override long V() => 1; }", "long F(int x) => Call(new G());"),
        new("A class that others make", Classes + "public static B Other() => new D();", "long F(int x) => Call(new E());"),
        new("A class that is only named", Classes, "long F(int x) { B b = new E(); return b is D ? 1 : typeof(D) == b.GetType() ? 2 : (b as D)?.W() ?? nameof(D).Length + Call(b); }"),
        new("A class that a factory makes", Classes + "static B Make(int n) => n > 1 ? new D() : new E();", "long F(int x) => Call(Make(x));", "MEMO104"),
        new("A class that a factory does not make", Classes + "static B Make(int n) => n > 1 ? new B() : new E();", "long F(int x) => Call(Make(x));"),
        new("A class that a factory of a factory makes", Classes + "static B Make() => Make2(); static B Make2() { B b = new D(); return b; }", "long F(int x) => Call(Make());", "MEMO104"),
        new("A class that a lambda makes", Classes, "long F(int x) { Func<B> f = () => new D(); return Call(f()); }", "MEMO104"),
        new("A class that a lambda does not make", Classes, "long F(int x) { Func<B> f = () => new E(); return Call(f()); }"),
        new("A class that a local function makes", Classes, "long F(int x) { return Call(Make()); static B Make() => new D(); }", "MEMO104"),
        new("A class that an unused local function makes", Classes, "long F(int x) { return Call(new E()); static B Make() => new D(); }"),
        new("A class that a switch makes", Classes, "long F(int x) { B b = x switch { 1 => new E(), 2 => new B(), _ => new D() }; return b.V(); }", "MEMO104"),
        new("A class that a switch does not make", Classes, "long F(int x) { B b = x switch { 1 => new E(), _ => new B() }; return b.V(); }"),
        new("A class out of an array", Classes, "long F(int x) { B[] bs = [new E(), new D()]; return bs[x].V(); }", "MEMO104"),
        new("A class out of a list", Classes, "long F(int x) { var bs = new List<B> { new E() }; bs.Add(new D()); return bs.Sum(b => b.V()); }", "MEMO104"),
        new("Classes out of a list", Classes, "long F(int x) { var bs = new List<B> { new E() }; bs.Add(new B()); return bs.Sum(b => b.V()); }"),
        new("A class out of a dictionary", Classes, "long F(int x) { var bs = new Dictionary<int, B> { [1] = new D() }; return bs.TryGetValue(x, out var b) ? b.V() : 1; }", "MEMO104"),
        new("A class out of a tuple", Classes, "long F(int x) { (B A, int) t = (new D(), 1); var (b, _) = t; return b.V(); }", "MEMO104"),
        new("A class out of a record", Classes + "record R(B A);", "long F(int x) { var r = new R(new E()) with { A = new D() }; return r.A.V(); }", "MEMO104"),
        new("A class out of a record with classes", Classes + "record R(B A);", "long F(int x) { var r = new R(new E()) with { A = new B() }; return r.A.V(); }"),
        new("A class out of a field initializer", Classes + "class H { public B A = new D(); }", "long F(int x) => new H().A.V();", "MEMO104"),
        new("A class out of a base constructor", Classes + "class H { public B A; protected H(B a) => A = a; } class H2() : H(new D());", "long F(int x) => new H2().A.V();", "MEMO104"),
        new("A class out of a static constructor", Classes + "static class H { public static readonly B A; static H() { A = new D(); } }", "long F(int x) => Call(H.A);", "MEMO104"),
        new("A class out of a static lazy", Classes + "static readonly Lazy<B> s_b = new(() => new D());", "long F(int x) => Call(s_b.Value);", "MEMO104"),
        new("A class out of an iterator", Classes + "static IEnumerable<B> All() { yield return new E(); yield return new D(); }", "long F(int x) => All().Sum(Call);", "MEMO104"),
        new("Classes out of an iterator", Classes + "static IEnumerable<B> All() { yield return new E(); yield return new B(); }", "long F(int x) => All().Sum(Call);"),
        new("A class out of an async method", Classes + "static async Task<B> Make() { await Task.Yield(); return new D(); }", "async Task<long> F(int x) => Call(await Make());", "MEMO104"),
        new("A class out of an out argument", Classes + "static void Make(out B b) => b = new D();", "long F(int x) { Make(out var b); return b.V(); }", "MEMO104"),
        new("A class out of a ref argument", Classes + "static void Make(ref B b) => b = new D();", "long F(int x) { B b = new E(); Make(ref b); return b.V(); }", "MEMO104"),
        new("A class out of an implicit conversion", Classes + "public class K { public static implicit operator B(K k) => new D(); }", "long F(int x) => Call(new K());", "MEMO104"),
        new("A class out of a generic new", Classes + "static T Make<T>() where T : new() => new T();", "long F(int x) => Call(Make<D>());", "MEMO104"),
        new("Another class out of a generic new", Classes + "static T Make<T>() where T : new() => new T();", "long F(int x) => Call(Make<E>());"),
        new("A class out of two generic news", Classes + "static T Make<T>() where T : new() => new T(); static B Two<A1, A2>() where A1 : B, new() where A2 : B, new() => Make<A2>();", "long F(int x) => Call(Two<E, D>());", "MEMO104"),
        new("A class out of a generic class", Classes + "class Pool<T> where T : B, new() { public B Get() => new T(); }", "long F(int x) => Call(new Pool<D>().Get());", "MEMO104"),
        new("Another class out of a generic class", Classes + "class Pool<T> where T : B, new() { public B Get() => new T(); }", "long F(int x) => Call(new Pool<E>().Get());"),
        new("A class out of the generic activator", Classes, "long F(int x) => Call(Activator.CreateInstance<D>());", "MEMO104|MEMO107"),
        new("A class out of the activator", Classes, "long F(int x) => Call((B)Activator.CreateInstance(typeof(D))!);", "MEMO107"),
        new("A class out of the runtime", Classes, "long F(int x) => Call((B)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(D)));", "MEMO107"),
        new("A class out of a serializer", Classes, "long F(string x) => Call(System.Text.Json.JsonSerializer.Deserialize<D>(x)!);", "MEMO104|MEMO107"),
        new("A class out of an object that is cast", Classes + "static object Make() => new D();", "long F(int x) => Call((B)Make());", "MEMO104"),
        new("A class out of a pattern", Classes + "static object Make() => new D();", "long F(int x) => Make() is B b ? b.V() : 1;", "MEMO104"),
        new("A class out of a sequence that is cast", Classes + "static object[] Make() => [new D()];", "long F(int x) => Make().Cast<B>().Sum(b => b.V()) + Make().OfType<B>().Sum(b => b.W());", "MEMO104"),
        new("A class that is made after the call", Classes, "long F(int x) { B b = new E(); long n = 0; for (var i = 0; i < x; i++) { n += b.V(); b = new D(); } return n; }", "MEMO104"),
        new("A copy of a record", "public record B { public virtual long V() => 1; } public record D : B { public override long V() => Now(); } static long Call(B b) => b.V();", "long F(int x) { B b = new D(); return Call(b with { }); }", "MEMO104"),
        new("Another record's copy", "public record B { public virtual long V() => 1; } public record D : B { public override long V() => Now(); } static long Call(B b) => b.V();", "long F(int x) { B b = new(); return Call(b with { }); }"),
    ];

    [TestCaseSource(nameof(Held))]
    public Task A_virtual_call_runs_the_overrides_of_what_the_closure_holds(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Implemented =>
    [
        new("Another implementation of the program", Interfaces, "long F(int x) => Call(new E());"),
        new("The implementation", Interfaces, "long F(int x) => Call(new D());", "MEMO104"),
        new("An implementation in a base class", "public interface I { long V(); } public class B { public long V() => Now(); } public class D : B, I; public class E : I { public long V() => 1; } static long Call(I i) => i.V();", "long F(int x) => Call(new D());", "MEMO104"),
        new("An implementation by a virtual method", "public interface I { long V(); } public class B : I { public virtual long V() => 1; } public class D : B { public override long V() => Now(); } static long Call(I i) => i.V();", "long F(int x) => Call(new D());", "MEMO104"),
        new("An implementation by another virtual method", "public interface I { long V(); } public class B : I { public virtual long V() => 1; } public class D : B { public override long V() => Now(); } static long Call(I i) => i.V();", "long F(int x) => Call(new B());"),
        new("An implementation that a derived class takes over", "public interface I { long V(); } public class B : I { public long V() => 1; } public class D : B, I { long I.V() => Now(); } static long Call(I i) => i.V();", "long F(int x) => Call(new D());", "MEMO104"),
        new("A default member", "public interface I { long V() => Now(); } public class D : I; public class E : I { public long V() => 1; } static long Call(I i) => i.V();", "long F(int x) => Call(new D());", "MEMO104"),
        new("A default member that is not used", "public interface I { long V() => Now(); } public class D : I; public class E : I { public long V() => 1; } static long Call(I i) => i.V();", "long F(int x) => Call(new E());"),
        new("A default member of a derived interface", "public interface I { long V(); } public interface J : I { long I.V() => Now(); } public class D : J; public class E : I { public long V() => 1; } static long Call(I i) => i.V();", "long F(int x) => Call(new D());", "MEMO104"),
        new("A default member of an interface that nobody takes", "public interface I { long V(); } public interface J : I { long I.V() => Now(); } public class D : J; public class E : I { public long V() => 1; } static long Call(I i) => i.V();", "long F(int x) => Call(new E());"),
        new("A default member that makes a class", "public interface I { I Make() => new D(); long V() => 1; } public class D : I { public long V() => Now(); } public class E : I; static long Call(I i) => i.V();", "long F(int x) => Call(((I)new E()).Make());", "MEMO104"),
        new("A default member that calls back", "public interface I { long V() => W(); long W(); } public class D : I { public long W() => Now(); } public class E : I { public long W() => 1; } static long Call(I i) => i.V();", "long F(int x) => Call(new D());", "MEMO104"),
        new("A default member that calls another back", "public interface I { long V() => W(); long W(); } public class D : I { public long W() => Now(); } public class E : I { public long W() => 1; } static long Call(I i) => i.V();", "long F(int x) => Call(new E());"),
        new("A template method", "public abstract class B { public long Run() => V(); protected abstract long V(); } public class D : B { protected override long V() => Now(); } public class E : B { protected override long V() => 1; }", "long F(int x) { B b = new D(); return b.Run(); }", "MEMO104"),
        new("Another template method", "public abstract class B { public long Run() => V(); protected abstract long V(); } public class D : B { protected override long V() => Now(); } public class E : B { protected override long V() => 1; }", "long F(int x) { B b = new E(); return b.Run(); }"),
        new("A virtual call in a base constructor", "public abstract class B { public long A; protected B() { A = V(); } protected abstract long V(); } public class D : B { protected override long V() => Now(); } public class E : B { protected override long V() => 1; }", "long F(int x) => new D().A;", "MEMO104"),
        new("Another virtual call in a base constructor", "public abstract class B { public long A; protected B() { A = V(); } protected abstract long V(); } public class D : B { protected override long V() => Now(); } public class E : B { protected override long V() => 1; }", "long F(int x) => new E().A;"),
        new("A virtual property", "public abstract class B { public abstract long P { get; } } public class D : B { public override long P => Now(); } public class E : B { public override long P => 1; } static long Call(B b) => b.P;", "long F(int x) => Call(new D());", "MEMO104"),
        new("Another virtual property", "public abstract class B { public abstract long P { get; } } public class D : B { public override long P => Now(); } public class E : B { public override long P => 1; } static long Call(B b) => b.P;", "long F(int x) => Call(new E());"),
        new("An indexer of an interface", "public interface I { long this[int i] { get; } } public class D : I { public long this[int i] => Now(); } public class E : I { public long this[int i] => i; } static long Call(I i) => i[1];", "long F(int x) => Call(new D());", "MEMO104"),
        new("Another indexer of an interface", "public interface I { long this[int i] { get; } } public class D : I { public long this[int i] => Now(); } public class E : I { public long this[int i] => i; } static long Call(I i) => i[1];", "long F(int x) => Call(new E());"),
        new("A covariant override", "public class B { public virtual B V() => this; public long N = 1; } public class D : B { public override D V() { N = Now(); return this; } } static long Call(B b) => b.V().N;", "long F(int x) => Call(new D());", "MEMO104"),
        new("A generic virtual method", "public abstract class B { public abstract T V<T>(T t); } public class D : B { public override T V<T>(T t) { Now(); return t; } } public class E : B { public override T V<T>(T t) => t; } static long Call(B b) => b.V(1L);", "long F(int x) => Call(new D());", "MEMO104"),
        new("Another generic virtual method", "public abstract class B { public abstract T V<T>(T t); } public class D : B { public override T V<T>(T t) { Now(); return t; } } public class E : B { public override T V<T>(T t) => t; } static long Call(B b) => b.V(1L);", "long F(int x) => Call(new E());"),
        new("A variant interface", "public interface I<out T> { T V(); } public class D : I<string> { public string V() => Now() + \"\"; } public class E : I<string> { public string V() => \"\"; } static long Call(I<object> i) => i.V() is null ? 1 : 2;", "long F(int x) => Call(new D());", "MEMO104"),
        new("Another variant interface", "public interface I<out T> { T V(); } public class D : I<string> { public string V() => Now() + \"\"; } public class E : I<string> { public string V() => \"\"; } static long Call(I<object> i) => i.V() is null ? 1 : 2;", "long F(int x) => Call(new E());"),
        new("A constraint by the interface itself", Interfaces + "static long Through<U>(U u) where U : I => u.V();", "long F(int x) => Through<I>(new E());"),
        new("A constraint by the interface itself, and it reads the clock", Interfaces + "static long Through<U>(U u) where U : I => u.V();", "long F(int x) => Through<I>(new D());", "MEMO104"),
        new("An interface of one type argument", "public interface I<T> { long V(); } public class D : I<string>, I<int> { long I<string>.V() => Now(); long I<int>.V() => 1; } static long Call<T>(I<T> i) => i.V();", "long F(int x) => Call<string>(new D());", "MEMO104"),
    ];

    [TestCaseSource(nameof(Implemented))]
    public Task A_call_of_an_interface_runs_what_is_held(Snippet snippet) => snippet.Holds();
}
