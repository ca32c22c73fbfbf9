namespace Memo.Analyzers.Tests.Effects;

/// <summary>Whether a static is ever assigned, wherever the code that could do so is and however it does.</summary>
public sealed class StaticAssignmentTests
{
    private const string Struct = "struct P { public int A; public Q Inner; public void Set() => A = 2; public void Deep() => Inner.Set(); public int Twice() => A * 2; public int Both { get => A; set => A = value; } public ref int At => throw null!; } struct Q { public int B; public void Set() => B = 2; public int C() => B; } static P s_p;\n";

    private static Snippet Static(string name, string field, string touch, string read, params string[] rules) =>
        new(name, field + "\npublic static void Touch() { " + touch + " }", "int F(int x) => " + read + " + x;", rules);

    private static IEnumerable<Snippet> Assigned =>
    [
        Static("A field of a struct", Struct, "s_p.A = 2;", "s_p.A", "MEMO102"),
        Static("A field of a struct that is counted", Struct, "s_p.A++;", "s_p.A", "MEMO102"),
        Static("A field of a struct in a struct", Struct, "s_p.Inner.B = 2;", "s_p.Inner.B", "MEMO102"),
        Static("A struct by its method", Struct, "s_p.Set();", "s_p.A", "MEMO102"),
        Static("A struct by a method of what is in it", Struct, "s_p.Inner.Set();", "s_p.A", "MEMO102"),
        Static("A struct by a method that calls one", Struct, "s_p.Deep();", "s_p.A", "MEMO102"),
        Static("A struct by its setter", Struct, "s_p.Both = 2;", "s_p.A", "MEMO102"),
        Static("A struct by an object initializer's neighbour", Struct, "(s_p.A, _) = (1, 2);", "s_p.A", "MEMO102"),
        Static("A struct by ref", Struct + "static void Change(ref int a) => a = 2;", "Change(ref s_p.A);", "s_p.A", "MEMO102"),
        Static("A struct by a ref local", Struct, "ref var r = ref s_p; r.A = 2;", "s_p.A", "MEMO102"),
        Static("A struct by a ref extension", Struct, "s_p.Zero();", "s_p.A", "MEMO102") with { TopLevel = "" , Members = Struct.Replace("struct P", "internal struct P", StringComparison.Ordinal).Replace("struct Q", "internal struct Q", StringComparison.Ordinal) + "static void Zero(this ref P p) => p.A = 0; public static void Touch() => s_p.Zero();" },
        Static("A struct that is only asked", Struct, "var a = s_p.Twice() + s_p.Inner.C() + s_p.Both; var b = s_p; b.A = 3; b.Set();", "s_p.A"),
        Static("A struct behind a ref readonly local", Struct, "ref readonly var r = ref s_p; var a = r.A;", "s_p.A"),
        Static("A struct with a primary constructor that counts", "struct P(int a) { public int Up() => ++a; public int A => a; } static P s_p = new(1);", "s_p.Up();", "s_p.A", "MEMO102"),
        Static("A struct that a generic method changes", "interface IUp { void Up(); } struct P : IUp { public int A; public void Up() => A++; } static class H<T> where T : IUp { internal static T? Value; public static void Go() => Value!.Up(); }", "H<P>.Go();", "H<P>.Value.A", "MEMO102"),
        Static("A tuple's item", "static (int A, int B) s_t = (1, 2);", "s_t.A = 3;", "s_t.A", "MEMO102"),
        Static("A nullable", "static int? s_n = 1;", "var a = s_n.GetValueOrDefault() + s_n.Value;", "s_n.Value"),
        Static("Interlocked", "static int s_a = 1;", "Interlocked.Exchange(ref s_a, 2);", "s_a", "MEMO102"),
        Static("Unsafe over a place to read", "static int s_a = 1;", "System.Runtime.CompilerServices.Unsafe.AsRef(in s_a) = 2;", "s_a", "MEMO102"),
        Static("Unsafe over a local that refers to it", "static int s_a = 1;", "ref readonly int a = ref s_a; System.Runtime.CompilerServices.Unsafe.AsRef(in a) = 2;", "s_a", "MEMO102"),
        Static("A typed reference", "static int s_a = 1;", "var a = __makeref(s_a); __refvalue(a, int) = 2;", "s_a", "MEMO102"),
        Static("Unsafe in a helper that takes a place to read", "static int s_a = 1; static void Change(in int a) => System.Runtime.CompilerServices.Unsafe.AsRef(in a) = 2;", "Change(in s_a);", "s_a", "MEMO102"),
        Static("A span over it", "static int s_a = 1;", "System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref s_a, 1)[0] = 2;", "s_a", "MEMO102"),
        Static("A deconstruction", "static int s_a = 1;", "(s_a, _) = (2, 3);", "s_a", "MEMO102"),
        Static("A nested deconstruction", "static int s_a = 1;", "(_, (s_a, _)) = (2, (3, 4));", "s_a", "MEMO102"),
        Static("An out argument", "static int s_a = 1;", "int.TryParse(\"1\", out s_a);", "s_a", "MEMO102"),
        Static("A lambda", "static int s_a = 1;", "Action a = () => s_a = 2; a();", "s_a", "MEMO102"),
        Static("A coalescing assignment", "static string? s_a;", "s_a ??= \"b\";", "s_a!.Length", "MEMO102"),
        Static("A loop variable", "static int s_a = 1;", "foreach (var (a, b) in new[] { (1, 2) }) s_a = a;", "s_a", "MEMO102"),
        Static("Another class's static constructor", "static int s_a = 1; static class Other { public static int B; static Other() => s_a = Environment.ProcessId; }", "Other.B = 1;", "s_a", "MEMO102"),
        Static("The static constructor of another instantiation", "static class G<T> { internal static int A = 1; static G() => G<int>.A = Environment.ProcessId; }", "", "G<int>.A", "MEMO102|MEMO103|MEMO104|MEMO105"),
        Static("A field for each thread", "[ThreadStatic] static int s_a = 1;", "", "s_a", "MEMO102"),
        Static("A property for each thread", "[field: ThreadStatic] static int A { get; } = 1;", "", "A", "MEMO102"),
        Static("A property with its own store", "public static int A { get => field; set => field = value; }", "", "A", "MEMO102"),
        Static("A property that its class sets by a deconstruction", "static int A { get; set; } = 1;", "(A, _) = (1, 2);", "A", "MEMO102"),
        Static("An internal field that nothing assigns", "internal static int A = 1;", "", "A"),
        Static("A field of an internal class that nothing assigns", "internal static class P { public static int A = 1; }", "var a = P.A;", "P.A"),
        Static("A property that nothing sets", "static int A { get; set; } = 1;", "", "A"),
        Static("A property with a private setter that nothing uses", "public static int A { get; private set; } = 1;", "", "A"),
        Static("A property with a protected setter", "public class P { public static int A { get; protected set; } = 1; }", "", "P.A", "MEMO102"),
        Static("A field that a readonly ref return shows", "static int s_a = 1; public static ref readonly int R => ref s_a;", "", "s_a"),
        Static("A field from another table", "static readonly int[] s_a = [1, 2]; static readonly int[] s_b = [.. s_a, 3]; static readonly int s_c = s_b.Sum();", "", "s_b[x] + s_c"),
        Static("An exact object of an open class", "public class B { public virtual int V() => 1; } static class H { public static readonly B A; static H() { A = new B(); } }", "", "H.A.V()"),
        Static("An own comparer without state", "sealed class By : IComparer<int> { public int Compare(int a, int b) => b.CompareTo(a); } public static readonly IComparer<int> Order = new By();", "", "Order.Compare(1, 2)"),
        Static("One of two objects", "public class B { public int N; } public static readonly object A = Environment.ProcessId > 3 ? new B() : \"a\";", "((B)A).N = 2;", "((B)A).N", "MEMO102"),
    ];

    [TestCaseSource(nameof(Assigned))]
    public Task A_static_that_is_assigned_or_not(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Elsewhere =>
    [
        Elsewhere_("A using static", "using static C; public static class N { public static void Set() => A = 2; }", "MEMO102"),
        Elsewhere_("An alias", "using K = C; public static class N { public static void Set() => K.A = 2; }", "MEMO102"),
        Elsewhere_("A qualified name", "public static class N { public static void Set() => global::C.A = 2; }", "MEMO102"),
        Elsewhere_("Another part", "public static partial class C { public static void Set() => A = 2; }", "MEMO102"),
        Elsewhere_("A module initializer", "public static class N { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Set() => C.A = 2; }", "MEMO102"),
        Elsewhere_("A name that is escaped", "public static class N { public static void Set() => C.@A = 2; }", "MEMO102"),
        Elsewhere_("Another member of this name", "public class N { public int A; public void Set() => A = 2; public static void Other(N n) => n.A = 3; }"),
        Elsewhere_("A reader", "public static class N { public static int Get() => C.A; }"),
    ];

    private static Snippet Elsewhere_(string name, string other, params string[] rules) =>
        new(name, "internal static int A = 1;", "int F(int x) => A + x;", rules) { TopLevel = other };

    [TestCaseSource(nameof(Elsewhere))]
    public Task An_internal_field_that_other_code_assigns_or_not(Snippet snippet) => snippet.Holds();
}
