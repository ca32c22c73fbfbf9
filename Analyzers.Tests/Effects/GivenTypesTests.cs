namespace Memo.Analyzers.Tests.Effects;

/// <summary>What generic code runs of the types that it is given, however it comes to run.</summary>
public sealed class GivenTypesTests
{
    private const string Types = """
        public interface IMake { static abstract long Make(); static abstract long Prop { get; } }
        public class U : IMake, IParsable<U> { public static long S; static U() { S = NOW; } public U() { } public static long Make() => 1; public static long Prop => 1; public static U Parse(string s, IFormatProvider? p) => null!; public static bool TryParse(string? s, IFormatProvider? p, out U c) { c = null!; return true; } }
        public class V { public long L; public V() { L = NOW; } public override string ToString() => "" + L; }
        public struct W : IMake { public static long Make() => NOW; public static long Prop => NOW; }
        public class Wrap<T> where T : new() { public object O = new T(); }
        static long St<T>() where T : IMake => T.Make();
        static long StP<T>() where T : IMake => T.Prop;
        static object Pa<T>(string s) where T : IParsable<T> => T.Parse(s, null);
        static object Nw<T>() where T : new() => new T();
        static class Sg<T> where T : new() { public static object P => new T(); public static readonly object R = new T(); public static object M() => new T(); public static object this_() => new T(); public static event Action E { add { _ = new T(); } remove { } } }
        struct Op<T> where T : new() { public static object operator +(Op<T> a, Op<T> b) => new T(); public static implicit operator Op<T>(int a) { _ = new T(); return default; } public static bool operator true(Op<T> a) { _ = new T(); return true; } public static bool operator false(Op<T> a) => false; public object this[int i] => new T(); public object Q => new T(); public void Deconstruct(out int a, out int b) { _ = new T(); a = b = 1; } public IEnumerator<int> GetEnumerator() { _ = new T(); yield return 1; } public void Dispose() { _ = new T(); } }
        public abstract class B { public abstract object Get(string s); }
        public class P<T> : B where T : IParsable<T> { public override object Get(string s) => T.Parse(s, CultureInfo.InvariantCulture); }
        public class PN<T> : B where T : new() { public override object Get(string s) => new T(); }
        public class PM<T> : B where T : IMake { public override object Get(string s) => T.Make(); }
        [AssumePure("x")] static B MadeD() => new P<DT>();
        [AssumePure("x")] static B MadeN() => new PN<V>();
        [AssumePure("x")] static B MadeM() => new PM<W>();
        [AssumePure("x")] static long Inside(string s) => new P<DT>().Get(s) is null ? 1 : 2;
        static readonly B StaticD = new P<DT>(); static readonly B StaticN = new PN<V>(); static readonly Dictionary<string, B> Table = new() { ["a"] = new P<DT>() };

        """;

    private static readonly (string Name, string Method)[] Uses =
    [
        ("The static constructor beside a static abstract method", "long F(int x) => St<U>();"),
        ("The static constructor beside a static abstract property", "long F(int x) => StP<U>();"),
        ("The static constructor beside Parse", "bool F(string x) => Pa<U>(x) is null;"),
        ("The static constructor before new T()", "bool F(string x) => Nw<U>() is null;"),
        ("What a generic type in another makes", "bool F(string x) => Nw<Wrap<V>>() is null;"),
        ("What a generic type twice in another makes", "bool F(string x) => new Wrap<Wrap<V>>() is null;"),
        ("A static property of a generic type", "bool F(string x) => Sg<V>.P is null;"),
        ("A static field of a generic type", "bool F(string x) => Sg<V>.R is null;"),
        ("A static method of a generic type as a delegate", "bool F(string x) { Func<object> f = Sg<V>.M; return f() is null; }"),
        ("A generic method as a delegate", "bool F(string x) { Func<object> f = Nw<V>; return f() is null; }"),
        ("An event of a generic type", "bool F(string x) { Sg<V>.E += () => { }; return true; }"),
        ("An operator of a generic type", "bool F(string x) => (default(Op<V>) + default(Op<V>)) is null;"),
        ("A conversion of a generic type", "bool F(string x) { Op<V> o = 1; return true; }"),
        ("A truth value of a generic type", "bool F(string x) { if (default(Op<V>)) return true; return false; }"),
        ("An indexer of a generic type", "bool F(string x) => default(Op<V>)[1] is null;"),
        ("A property of a generic type", "bool F(string x) => default(Op<V>).Q is null;"),
        ("A deconstruction of a generic type", "bool F(string x) { var (a, b) = default(Op<V>); return a > b; }"),
        ("An enumeration of a generic type", "bool F(string x) { foreach (var o in default(Op<V>)) return true; return false; }"),
        ("An object that is accepted by hand, and parses", "bool F(string x) => MadeD().Get(x) is null;"),
        ("An object that is accepted by hand, and makes", "bool F(string x) => MadeN().Get(x) is null;"),
        ("An object that is accepted by hand, and calls", "bool F(string x) => MadeM().Get(x) is null;"),
        ("A static object that parses", "bool F(string x) => StaticD.Get(x) is null;"),
        ("A static object that makes", "bool F(string x) => StaticN.Get(x) is null;"),
        ("An object in a static table that parses", "bool F(string x) => Table[x].Get(x) is null;"),
        ("An object that is not keyed", "bool F([NotKeyed(\"s\")] B b, string x) => b.Get(x) is null;"),
    ];

    // They are mutable static state as well.
    private static readonly string[] Mutable = ["A static field of a generic type", "An event of a generic type"];

    private static IEnumerable<Snippet> Clocked => Uses.Select(use => new Snippet(use.Name, Of("Now()", "DateTime"), use.Method, "MEMO104|MEMO107|MEMO108"));
    private static IEnumerable<Snippet> Plain => Uses.Where(use => !Mutable.Contains(use.Name)).Select(use => new Snippet(use.Name, Of("1", "Guid"), use.Method));
    private static IEnumerable<Snippet> Accepted => [new("All of it in what is accepted by hand", Of("Now()", "DateTime"), "bool F(string x) => Inside(x) > 1;")];

    [TestCaseSource(nameof(Clocked))]
    public Task Reads_the_clock(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Plain))]
    [TestCaseSource(nameof(Accepted))]
    public Task Is_pure(Snippet snippet) => snippet.Holds();

    private static string Of(string now, string parsed) => Types.Replace("NOW", now, StringComparison.Ordinal).Replace("DT", parsed, StringComparison.Ordinal);
}
