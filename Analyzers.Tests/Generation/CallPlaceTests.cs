namespace Memo.Analyzers.Tests.Generation;

/// <summary>Calls in places, and of methods, where generated code could fail to reach what the program reaches: each is remembered.</summary>
public sealed class CallPlaceTests
{
    [Test]
    public void A_protected_method_is_remembered() => MemoizedProgram.RemembersAll(3, """
        Console.WriteLine(new Derived().Run());
        Console.WriteLine(new Base().Own());
        public class Base
        {
            [Memoize] protected static int Shared(int x) => x + 1;
            [Memoize] private protected static int Narrow(int x) => x + 2;
            [Memoize] protected int Instance(int x) => x + 3;
            public int Own() => Instance(3);
        }
        public sealed class Derived : Base { public int Run() => Shared(1) * Narrow(2); }
        """);

    [Test]
    public void A_method_whose_neighbours_are_local_to_their_file_is_remembered() => MemoizedProgram.RemembersAll(2, """
        Console.WriteLine(C.F(1));
        Console.WriteLine(Beside.Run());
        public static class C { [Memoize] public static int F(int x) => Beside.Add(x); }
        file static class Beside
        {
            public static int Add(int x) => x + 1;
            public static int Run() => C.F(2);
        }
        """);

    [Test]
    public void A_call_in_an_unsafe_context_is_remembered() => MemoizedProgram.RemembersAll(2, """
        unsafe
        {
            var x = 1;
            var p = &x;
            Console.WriteLine(C.F(*p));
        }

        Console.WriteLine(U.Run(2));
        public static class C { [Memoize] public static int F(int x) => x + 1; }
        public static unsafe class U { public static int Run(int x) { int* p = &x; return C.F(p[0]); } }
        """);

    [Test]
    public void Annotations_of_null_change_nothing() => MemoizedProgram.RemembersAll(5, """
        Console.WriteLine(C.F(null) is null);
        Console.WriteLine(C.F("a"));
        Console.WriteLine(C.G([null, "b"])[0] is null);
        Console.WriteLine(C.H(null) is null);
        Console.WriteLine(O.F("c"));
        public static class C
        {
            [Memoize] public static string? F(string? x) => x is null ? null : x + "!";
            [Memoize] public static List<string?> G(string?[] xs) => new(xs);
            [Memoize] public static int? H(int? x) => x;
        }
        #nullable disable
        public static class O { [Memoize] public static string F(string x) => x + "?"; }
        """);

    [Test]
    public void Calls_in_iterators_queries_and_constructor_initializers_are_remembered() => MemoizedProgram.RemembersAll(5, """
        foreach (var x in C.Both(1)) Console.WriteLine(x);
        await foreach (var x in C.Later(3)) Console.WriteLine(x);
        Console.WriteLine(string.Join(",", from x in new[] { 4 } select C.F(x)));
        Console.WriteLine(new D(5).Value);
        public static class C
        {
            [Memoize] public static int F(int x) => x * x;
            public static IEnumerable<int> Both(int x) { yield return F(x); yield return F(x + 1); }
            public static async IAsyncEnumerable<int> Later(int x) { await Task.Yield(); yield return F(x); }
        }
        public class B(int value) { public int Value => value; }
        public sealed class D(int x) : B(C.F(x));
        """);

    [Test]
    public void A_class_has_many_names() => MemoizedProgram.RemembersAll(4, """
        using static N.C;
        using Other = N.C;
        Console.WriteLine(F(1));
        Console.WriteLine(Other.F(2));
        Console.WriteLine(global::N.C.F(3));
        Console.WriteLine(N.D.F(4));
        namespace N
        {
            public class C { [Memoize] public static int F(int x) => x + 1; }
            public sealed class D : C;
        }
        """);

    [Test]
    public void A_receiver_known_by_its_constraint_is_remembered() => MemoizedProgram.RemembersAll(1, """
        Console.WriteLine(Use(new Scale(2)));
        static int Use<T>(T scale) where T : Scale => scale.Of(10);
        public class Scale(int factor) { [Memoize] public int Of(int x) => x * factor; }
        """);

    [Test]
    public void Modifiers_of_parameters_are_repeated() => MemoizedProgram.RemembersAll(4, """
        var n = 1;
        Console.WriteLine(C.F(in n));
        Console.WriteLine(C.Run());
        Console.WriteLine(3.E());
        Console.WriteLine(new D().F(4));
        public static class C
        {
            [Memoize] public static int F(scoped in int x) => x + 1;
            [Memoize] private static int Hidden(scoped in int x) => x + 2;
            [Memoize] public static int E(this scoped in int x) => x + 3;
            public static int Run() => Hidden(2);
        }
        public sealed class D { [Memoize] public int F(scoped in int x) => x + 4; }
        """);

    [Test]
    public void What_a_caller_has_agreed_to_use_is_remembered() => MemoizedProgram.RemembersAll(2, """
        #pragma warning disable CS0618, TRIAL1
        Console.WriteLine(C.Old(1));
        Console.WriteLine(C.New(2));
        public static class C
        {
            [Memoize, Obsolete("use another")] public static int Old(int x) => x + 1;
            [Memoize, System.Diagnostics.CodeAnalysis.Experimental("TRIAL1")] public static int New(int x) => x + 2;
        }
        """);

    private const string SameNames = """
        namespace N
        {
            internal static class C
            {
                [Memoize] internal static int F(int x) => x + 1;
                [Memoize] private static int Hidden(int x) => x + 1;
                public static int Run(int x) => Hidden(x);
            }
            internal sealed class D(int y) { [Memoize] public int F(int x) => x * y; }
        }
        """;

    [Test]
    public void Two_projects_define_the_same_names() => MemoizedProgram.RemembersAll(6, """
        Console.WriteLine(N.C.F(1) + " " + N.C.Run(1) + " " + new N.D(2).F(1));
        Console.WriteLine(Lib.Run());

        """ + SameNames, SameNames.Replace("x + 1", "x + 10", StringComparison.Ordinal).Replace("x * y", "x - y", StringComparison.Ordinal) + """

        public static class Lib { public static string Run() => N.C.F(1) + " " + N.C.Run(1) + " " + new N.D(2).F(1); }
        """);
}
