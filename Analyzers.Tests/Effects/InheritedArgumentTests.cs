namespace Memo.Analyzers.Tests.Effects;

/// <summary>A type argument that a class gives to its base or interface: what generic code does with it counts wherever an object of that class may be.</summary>
public sealed class InheritedArgumentTests
{
    private const string Types = """
        public abstract class B { public abstract object Get(string s); }
        public class P<T> : B where T : IParsable<T> { public override object Get(string s) => T.Parse(s, CultureInfo.InvariantCulture); public static object Run(string s) => T.Parse(s, CultureInfo.InvariantCulture); }
        public class Q<T> : P<T> where T : IParsable<T>;
        public class Text : B { public override object Get(string s) => s; }
        public sealed class D : P<X>;
        public sealed class D2 : Q<X>;
        public interface I { object Get(string s); }
        public interface IP<T> : I where T : IParsable<T> { object I.Get(string s) => T.Parse(s, CultureInfo.InvariantCulture); }
        public interface IQ : IP<X>;
        public sealed class DI : IP<X>;
        public sealed class DQ : IQ;
        public struct SQ : IQ;
        public interface IRun { static abstract object Run(string s); }
        public class PR<T> : IRun where T : IParsable<T> { public static object Run(string s) => T.Parse(s, CultureInfo.InvariantCulture); }
        public sealed class DR : PR<X>;
        public interface IPR<T> : IRun where T : IParsable<T> { static object IRun.Run(string s) => T.Parse(s, CultureInfo.InvariantCulture); }
        public struct SR : IPR<X>;
        public interface IPV<T> where T : IParsable<T> { static virtual object Run(string s) => T.Parse(s, CultureInfo.InvariantCulture); }
        public struct SV : IPV<X>;
        public sealed class SVC : IPV<X>;
        static object Go<R>(string s) where R : IRun => R.Run(s);
        static object GoUp<R>(string s) where R : IRun => Go<R>(s);
        static object GoV<R, T>(string s) where R : IPV<T> where T : IParsable<T> => R.Run(s);
        sealed class Runs<R> where R : IRun { public object Of(string s) => R.Run(s); }
        sealed class HoldsRuns { public readonly Runs<DR> R = new(); }
        [AssumePure("a table")] static B Made() => Table["a"]();
        [AssumePure("a table")] static object Anything() => Table["a"]();
        [AssumePure("a table")] static I MadeI() => (I)(object)Table["a"]();
        static readonly Dictionary<string, Func<B>> Table = new() { ["a"] = () => new Text(), ["b"] = () => (B)Activator.CreateInstance(Type.GetType("D")!)! };
        public struct Clocked : IParsable<Clocked> { public static Clocked Parse(string s, IFormatProvider? p) { _ = Now(); return default; } public static bool TryParse(string? s, IFormatProvider? p, out Clocked c) { c = default; return Now() > 1; } }
        public struct Plain : IParsable<Plain> { public static Plain Parse(string s, IFormatProvider? p) => default; public static bool TryParse(string? s, IFormatProvider? p, out Plain c) { c = default; return true; } }
        public sealed class ClockedClass : IParsable<ClockedClass> { public static ClockedClass Parse(string s, IFormatProvider? p) { _ = Now(); return null!; } public static bool TryParse(string? s, IFormatProvider? p, out ClockedClass c) { c = default!; return Now() > 1; } }
        public sealed class PlainClass : IParsable<PlainClass> { public static PlainClass Parse(string s, IFormatProvider? p) => null!; public static bool TryParse(string? s, IFormatProvider? p, out PlainClass c) { c = default!; return true; } }

        """;

    private static readonly (string Name, string Method)[] Uses =
    [
        ("A parameter that is not keyed", "bool F([NotKeyed(\"the same\")] B b, string x) => b.Get(x) is null;"),
        ("An interface that is not keyed", "bool F([NotKeyed(\"the same\")] I b, string x) => b.Get(x) is null;"),
        ("An object that is not keyed", "bool F([NotKeyed(\"the same\")] object b, string x) => ((B)b).Get(x) is null;"),
        ("What is accepted by hand", "bool F(string x) => Made().Get(x) is null;"),
        ("An object that is accepted by hand", "bool F(string x) => ((B)Anything()).Get(x) is null;"),
        ("An interface that is accepted by hand", "bool F(string x) => MadeI().Get(x) is null;"),
        ("A base of a base", "bool F(string x) { B b = new D2(); return b.Get(x) is null; }"),
        ("A base", "bool F(string x) { B b = new D(); return b.Get(x) is null; }"),
        ("An interface's member", "bool F(string x) { I b = new DI(); return b.Get(x) is null; }"),
        ("An interface's interface", "bool F(string x) { I b = new DQ(); return b.Get(x) is null; }"),
        ("An interface of a struct", "bool F(string x) { I b = new SQ(); return b.Get(x) is null; }"),
        ("An interface of a struct that is passed", "static object Call<T>(T t, string s) where T : I => t.Get(s);\nbool F(string x) => Call(default(SQ), x) is null;"),
        ("A static member", "bool F(string x) => D.Run(x) is null;"),
        ("A static member of a base of a base", "bool F(string x) => D2.Run(x) is null;"),
        ("A static abstract member", "bool F(string x) => Go<DR>(x) is null;"),
        ("A static abstract member two levels down", "bool F(string x) => GoUp<DR>(x) is null;"),
        ("A static abstract member of a generic class", "bool F(string x) => new Runs<DR>().Of(x) is null;"),
        ("A static abstract member of a generic class in a field", "bool F(string x) => new HoldsRuns().R.Of(x) is null;"),
        ("A static abstract member that an interface implements", "bool F(string x) => Go<SR>(x) is null;"),
        ("A static virtual member", "bool F(string x) => GoV<SV, X>(x) is null;"),
        ("A static virtual member of a class", "bool F(string x) => GoV<SVC, X>(x) is null;"),
        ("A method group", "bool F(string[] x) => x.Select(Go<DR>).First() is null;"),
        ("A type that is made by its name", "bool F(string x) => ((B)Activator.CreateInstance(typeof(D))!).Get(x) is null;"),
        ("A type that is made for a type parameter", "static T Make<T>() where T : new() => new();\nbool F(string x) { B b = Make<D>(); return b.Get(x) is null; }"),
    ];

    private static Snippet Of((string Name, string Method) use, string argument, params string[] rules)
    {
        var lines = use.Method.Split('\n');
        return new($"{use.Name}, {argument}", (Types + string.Concat(lines[..^1])).Replace("X>", argument + ">", StringComparison.Ordinal),
            lines[^1].Replace("X>", argument + ">", StringComparison.Ordinal), rules);
    }

    private static IEnumerable<Snippet> Clocked => Uses.SelectMany(use => new[] { "DateTime", "Clocked", "ClockedClass" }, (use, argument) => Of(use, argument, "MEMO104|MEMO107|MEMO108"));

    private static IEnumerable<Snippet> Clean => Uses.Where(use => !use.Name.EndsWith("by its name", StringComparison.Ordinal) && !use.Name.StartsWith("An object", StringComparison.Ordinal)).SelectMany(use => new[] { "Guid", "Plain", "PlainClass" }, (use, argument) => Of(use, argument));

    [TestCaseSource(nameof(Clocked))]
    public Task It_reads_the_clock(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Clean))]
    public Task It_does_not(Snippet snippet) => snippet.Holds();
}
