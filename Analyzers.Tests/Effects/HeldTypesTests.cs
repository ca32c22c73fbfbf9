namespace Memo.Analyzers.Tests.Effects;

/// <summary>Objects that come from outside of the closure can be of any type that their place allows.</summary>
public sealed class HeldTypesTests
{
    private const string Types = """
        public interface I { long V(); }
        public class D : I { public long V() => Now(); }
        public class E : I { public long V() => 1; }
        static long Call(I i) => i.V();

        """;

    private static IEnumerable<Snippet> FromOutside =>
    [
        new("A collection that says nothing", Types, "long F([NotKeyed(\"the same\")] System.Collections.ArrayList x) => Call((I)x[0]!);", "MEMO104"),
        new("A list of interfaces", Types, "long F([NotKeyed(\"the same\")] List<I> x) => Call(x[0]);", "MEMO104"),
        new("A static", Types + "public static I? S;", "long F(int x) => Call(S!);", "MEMO102", "MEMO104"),
        new("A static of anything", Types + "public static object? S;", "long F(int x) => Call((I)S!);", "MEMO102", "MEMO104"),
        new("A type that an attribute names", Types + "public class Maker { public I Make() => new E(); } [System.ComponentModel.TypeConverter(typeof(D))] public class P { public I? Q; } ",
            "long F([NotKeyed(\"the same\")] P x) => Call(x.Q!);", "MEMO104"),
        new("A base's method group", "class B { public virtual long V() => Now(); } class C1 : B { public override long V() => 1; public Func<long> W() => base.V; }", "long F(int x) => new C1().W()();", "MEMO104"),
    ];

    [TestCaseSource(nameof(FromOutside))]
    public Task It_may_be_there(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> MadeHere =>
    [
        new("A list of what is made", Types, "long F(int x) => new List<I> { new E() }.Sum(Call);"),
        new("A list of text beside", Types, "long F([NotKeyed(\"the same\")] List<string> x) => Call(new E());"),
        new("A base's method group of a type whose own reads the clock", "class B { public virtual long V() => 1; } class C1 : B { public override long V() => Now(); public Func<long> W() => base.V; }", "long F(int x) => new C1().W()();"),
    ];

    [TestCaseSource(nameof(MadeHere))]
    public Task Nothing_else_is_there(Snippet snippet) => snippet.Holds();
}
