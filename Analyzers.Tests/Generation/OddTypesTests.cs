namespace Memo.Analyzers.Tests.Generation;

/// <summary>Arguments and results of types that generated code has to spell with care.</summary>
public sealed class OddTypesTests
{
    [Test]
    public void Types_of_every_name_and_place_come_back() => MemoizedProgram.RemembersAll(23, """
        using System.Collections.Immutable;
        Console.WriteLine(@class.@namespace.C.F(new @class.@record(1)).@int + " " + G<int>.In.F(new(3)).Y);
        Console.WriteLine(new Inst<string>("a").F(2) + new Inst<int>(7).F(2));
        Console.WriteLine(C.Gen<int>(1).A + C.Gen<string>("a").A.Length + C.Gen2(1L, "x").B);
        Console.WriteLine(C.Grid(new int[2, 2])[1, 1] + " " + C.Grids([new int[1, 2]])[0].Length + C.Maybe(null) + C.Maybe(new S { A = 1 })!.Value.A);
        Console.WriteLine(C.Init(new() { A = 1, B = [1] }).B.Count + C.With(new W(1)).Y);
        Console.WriteLine(C.Behind(new A1 { V = 1 }) + C.Behind(new A2 { V = 1 }) + " " + C.Some(1).V + C.Some(0).V);
        Console.WriteLine(C.Nest(new() { ["a"] = new() { ["b"] = [(1, "x")] } })["a"]["b"][0].Item2);
        Console.WriteLine(C.Mutual(new R1(1, new R2("a", null))).Next!.Name + C.Long((1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).Item10);
        Console.WriteLine(C.Normal(new Keyword { V = 3 }).V + C.Private(2).Name + (E)C.Undefined((E)5));
        namespace @class { public record @record(int @int); namespace @namespace { public static class C { [Memoize] public static @record F(@record @event) => @event with { @int = @event.@int + 1 }; } } }
        public class G<T> { public record In(T Y) { [Memoize] public static In F(In x) => x; } }
        public sealed class Inst<T>(T v) { private readonly T _v = v; [Memoize] public string F(int x) => FormattableString.Invariant($"{_v}{x}"); }
        public struct S { public int A; }
        public sealed class Ini { public required int A { get; init; } public IReadOnlyList<int> B { get; init; } = []; }
        public sealed record W(int X) { public int Y { get; init; } = X + 1; }
        public interface II { int V { get; } }
        public sealed record A1 : II { public int V { get; set; } }
        public struct A2 : II { public int V { get; set; } }
        public record R1(int X, R2? Next);
        public record R2(string Name, R1? Back);
        public enum E { A }
        public sealed class Keyword { public int V { get => field; set => field = value * 2; } }
        public sealed class Named { public string Name { get; private set; } = ""; public static Named Of(int x) => new() { Name = "n" + x }; }
        public sealed record Box<T>(T A);
        public readonly record struct Two<TA, TB>(TA A, TB B);
        public static class C
        {
            [Memoize] public static Box<T> Gen<T>(T x) => new(x);
            [Memoize] public static Two<TA, TB> Gen2<TA, TB>(TA a, TB b) => new(a, b);
            [Memoize] public static int[,] Grid(int[,] x) => x;
            [Memoize] public static int[][,] Grids(int[][,] x) => x;
            [Memoize] public static S? Maybe(S? x) => x;
            [Memoize] public static Ini Init(Ini x) => x;
            [Memoize] public static W With(W x) => x with { X = 9 };
            [Memoize] public static int Behind(II x) => x.V + (x is A1 ? 10 : 20);
            [Memoize] public static II Some(int x) => x > 0 ? new A1 { V = 1 } : new A2 { V = 2 };
            [Memoize] public static Dictionary<string, Dictionary<string, List<(int, string)>>> Nest(Dictionary<string, Dictionary<string, List<(int, string)>>> x) => x;
            [Memoize] public static R1 Mutual(R1 x) => x;
            [Memoize] public static (int, int, int, int, int, int, int, int, int, int) Long((int, int, int, int, int, int, int, int, int, int) x) => x;
            [Memoize] public static Keyword Normal(Keyword x) => x;
            [Memoize] public static Named Private(int x) => Named.Of(x);
            [Memoize] public static E Undefined(E x) => x;
        }
        """);
}
