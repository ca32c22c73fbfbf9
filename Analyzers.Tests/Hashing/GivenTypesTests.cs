using static Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Edits of a type that generic code is given: by a call, two and three levels up, or by a class that derives from it.</summary>
public sealed class GivenTypesTests
{
    private const string Generic = """
        public abstract class B { public abstract int Get(); }
        public interface IMake { static abstract int Make(); int Inst(); }
        public class Nw<T> : B where T : new() { public override int Get() => new T().GetHashCode(); }
        public class Ac<T> : B { public override int Get() => Activator.CreateInstance<T>()!.GetHashCode(); }
        public class Ty<T> : B { public override int Get() => Activator.CreateInstance(typeof(T))!.GetHashCode(); }
        public class St<T> : B where T : IMake { public override int Get() => T.Make(); }
        public class Df<T> : B where T : struct, IMake { public override int Get() => default(T).Inst(); }
        public class Js<T> : B where T : new() { public override int Get() => System.Text.Json.JsonSerializer.Serialize(new T()).Length; }
        public class Jd<T> : B where T : new() { public override int Get() => System.Text.Json.JsonSerializer.Deserialize<T>("{\"A\":1}")!.GetHashCode(); }
        public class Cm<T> : B where T : new() { public override int Get() => Comparer<T>.Default.Compare(new T(), new T()); }
        public class Eq<T> : B where T : new() { public override int Get() => EqualityComparer<T>.Default.Equals(new T(), new T()) ? 1 : 0; }
        public class Nt<T> : B where T : new() { public override int Get() => new In().Get(); class In : B { public override int Get() => new T().GetHashCode(); } }
        public class Lz<T> : B where T : new() { readonly Lazy<T> _l = new(); public override int Get() => _l.Value!.GetHashCode(); }
        public sealed class Other : IMake { public static int Make() => 5; public int Inst() => 1; }

        static int NwM<T>() where T : new() => new T().GetHashCode();
        static int AcM<T>() => Activator.CreateInstance<T>()!.GetHashCode();
        static int TyM<T>() => Activator.CreateInstance(typeof(T))!.GetHashCode();
        static int StM<T>() where T : IMake => T.Make();
        static int DfM<T>() where T : IMake => default(T)!.Inst();
        static int JsM<T>() where T : new() => System.Text.Json.JsonSerializer.Serialize(new T()).Length;
        static int JdM<T>() => System.Text.Json.JsonSerializer.Deserialize<T>("{\"A\":1}")!.GetHashCode();
        static int CmM<T>() where T : new() => Comparer<T>.Default.Compare(new T(), new T());
        static int NtM<T>() where T : new() { return In(); static int In() => Enumerable.Range(0, 1).Select(_ => new T()).First().GetHashCode(); }
        static int LzM<T>() where T : new() => new Lazy<T>().Value!.GetHashCode();
        static int Two<T>() where T : IMake, new() => CALLM<T>();
        static int Three<T>() where T : IMake, new() => Two<T>();
        class Deep<T> where T : IMake, new() { public class In { public int Go() => CALLM<T>(); } }

        """;

    private const string F = "[Memoize, AssumePure(\"made by their types\")] public static int F(int x) ";

    private static readonly string[] Classes = ["Nw", "Ac", "Ty", "St", "Df", "Js", "Jd", "Cm", "Eq", "Nt", "Lz"];
    private static readonly string[] Methods = ["NwM", "AcM", "TyM", "StM", "DfM", "JsM", "JdM", "CmM", "NtM", "LzM"];

    private static IEnumerable<Edit> Derived => Classes.SelectMany(name => new[]
    {
        F + "=> New(new D());", F + "=> new D().Get();", F + $"=> New(new {name}<U>());", F + "=> Some().Get();", F + "=> New(By<D>());",
        "[Memoize, AssumePure(\"y\")] public static int F([NotKeyed(\"the same\")] B b, int x) => b.Get();",
    }.Select(method => Members($"{name}: {method}", OfClass(name, method, 1), OfClass(name, method, 2))));

    private static IEnumerable<Edit> Called => Methods.SelectMany(name => new[] { $"{name}<U>()", "Two<U>()", "Three<U>()", "new Deep<U>.In().Go()", "new Der().Go()" }
        .Select(call => Members($"{name}: {call}", OfMethod(name, call, 1), OfMethod(name, call, 2))));

    private static IEnumerable<Edit> NotGiven => Classes.Select(name =>
        Members(name, OfClass(name, F + "=> New(new D());", 1), OfClass(name, F + "=> New(new D());", 1) + Given(name, 2).Replace(" U", " Unused", StringComparison.Ordinal)));

    [TestCaseSource(nameof(Derived))]
    [TestCaseSource(nameof(Called))]
    public void Changes(Edit edit) => Assert.That(Hash.Of(edit.After), Is.Not.EqualTo(Hash.Of(edit.Before)));

    [TestCaseSource(nameof(NotGiven))]
    public void Stays(Edit edit) => Assert.That(Hash.Of(edit.After), Is.EqualTo(Hash.Of(edit.Before)));

    private static string OfClass(string name, string method, int n) => method + "\n" + Without(name).Replace("CALLM", "NwM", StringComparison.Ordinal) + $$"""
        public sealed class D : {{name}}<U>;
        static int New(B b) => b.Get();
        static B By<T>() where T : B, new() => new T();
        [AssumePure("by name")] static B Some() => (B)Activator.CreateInstance(Type.GetType("D")!)!;

        """ + Given(name, n);

    private static string OfMethod(string name, string call, int n) =>
        F + $"=> {call};\n" + Generic.Replace("CALLM", name, StringComparison.Ordinal) + "class Der : Deep<U>.In;\n" + Given(name, n);

    // Only one of the classes: another one that derives from B would be an edge of its own.
    private static string Without(string name) => string.Join('\n', Generic.Split('\n').Where(line =>
        !line.Contains("public class ", StringComparison.Ordinal) || line.Contains("class " + name + "<", StringComparison.Ordinal)));

    private static string Given(string name, int n) => name is "Df" or "DfM"
        ? $"public struct U : IMake, IComparable<U> {{ public int A => 1; public static int Make() => 7; public int Inst() => {n}; public int CompareTo(U o) => 1; }}"
        : $$"""
        public class U : IMake, IComparable<U>
        {
            public U() { H = {{n}}; }
            public int H;
            public int A { get => {{n}}; set { H = {{n}} + value; } }
            public static int Make() => {{n}};
            public int Inst() => {{n}};
            public int CompareTo(U? o) => {{n}};
            public override bool Equals(object? o) => {{n}} > 1;
            public override int GetHashCode() => H;
        }
        """;
}
