namespace Memo.Analyzers.Tests.Generation;

/// <summary>The same program gives the same text, whichever of its methods is looked at first.</summary>
public sealed class SameTextTests
{
    private const int Runs = 5;

    private const string Shapes = """
        public abstract class Shape { public abstract double Area(); public virtual string Name => GetType().Name; public double Twice() => Area() * Kinds.Factor(this); }
        public sealed class Circle(double r) : Shape { public override double Area() => Numbers.Square(r) * Math.PI; public override string Name => "circle"; }
        public class Box(double a, double b) : Shape { public override double Area() => a * b + Shapes.Zero(this); }
        public sealed class Cube(double a) : Box(a, a) { public override double Area() => base.Area() * 6; }
        public static class Shapes { public static double Zero(Shape s) => s is Cube ? 0 : Numbers.Half(0); public static double Sum(IEnumerable<Shape> all) => all.Sum(s => s.Area()); }
        """;

    private const string Numbers = """
        public static class Numbers
        {
            static readonly Dictionary<int, double> s_known = new() { [1] = 2, [3] = 4 };
            public static double Square(double x) => x * x;
            public static double Half(double x) => x / 2 + s_known[1];
            public static bool IsEven(int n) => n == 0 || IsOdd(n - 1);
            public static bool IsOdd(int n) => n != 0 && IsEven(n - 1);
            public static int A(int n) => n < 1 ? 0 : B(n - 1) + D(n);
            public static int B(int n) => n < 1 ? 1 : C(n - 1);
            public static int C(int n) => n < 1 ? 2 : A(n - 1) + (IsEven(n) ? 1 : 0);
            public static int D(int n) => n < 1 ? 3 : E(n);
            public static int E(int n) => n < 2 ? 4 : D(n - 2);
        }
        """;

    private const string Kinds = """
        public interface IRule<T> { bool Holds(T x); T Next(T x) => x; }
        public sealed class Above(int n) : IRule<int> { public bool Holds(int x) => x > n; public int Next(int x) => Numbers.A(x); }
        public sealed class Long : IRule<string> { public bool Holds(string x) => x.Length > Kinds.Limit; }
        public static class Kinds
        {
            public static readonly int Limit = Numbers.B(4);
            static readonly Shape[] s_all = [new Circle(1), new Box(1, 2), new Cube(3)];
            public static double Factor(Shape s) => s.Name.Length + s_all.Length;
            public static T Last<T>(IRule<T> rule, T x) => rule.Holds(x) ? Last(rule, rule.Next(x)) : x;
            public static List<T> Where<T>(List<T> all, IRule<T> rule) { var kept = new List<T>(); foreach (var a in all) if (rule.Holds(a)) kept.Add(a); return kept; }
        }
        """;

    private const string Memoized = """
        public record struct Point(int X, int Y);
        public sealed record Row(string Name, double[] Values, Dictionary<string, Point> Points);
        public static partial class App
        {
            [Memoize] public static double Area(double x) => new Circle(x).Twice() + Shapes.Sum([new Box(x, 1), new Cube(x)]);
            [Memoize] public static bool Even(int n) => Numbers.IsEven(n) && Cycle(n) > 1;
            [Memoize] public static int Cycle(int n) => Numbers.A(n) + Numbers.E(n);
            [Memoize] public static int Last(int n) => Kinds.Last(new Above(3), n);
            [Memoize] public static List<string> Names(List<string> all) => Kinds.Where(all, new Long());
            [Memoize] public static Row Rows(string name, Point[] points) => new(name, [.. points.Select(p => p.X / 2.0)], points.ToDictionary(p => p.X + "", p => p));
            [Memoize] public static (int, string)? Pair(Point p) => p.X > 1 ? (Cycle(p.Y), p.X + "") : null;
            [Memoize] public static long Clock(int n) => n + Later(n);
            [Memoize] public static async Task<double> Slow(double x) { await Task.Yield(); return Area(x) + Numbers.Half(x); }
            static long Later(int n) => n < 1 ? DateTime.UtcNow.Ticks : Later(n - 1) + Environment.ProcessId;
            public static double All() => Area(1) + Cycle(2) + Last(3) + Rows("a", [new(1, 2)]).Values[0] + Pair(new(1, 2))!.Value.Item1 + Clock(1) + Names(["a"]).Count + (Even(1) ? 1 : 2);
            public static Task<double> Other() => Slow(2);
        }
        """;

    private static readonly (string Path, string Source)[] Files = [("/0/Shapes.cs", Shapes), ("/0/Numbers.cs", Numbers), ("/0/Kinds.cs", Kinds), ("/0/App.cs", Memoized)];

    [Test]
    public void Runs_write_the_same()
    {
        var first = Text(Files);
        Assert.That(first, Does.Contain("MEMO104").And.Contain("WriteKey"), "findings and codecs are among what is compared");
        for (var run = 1; run < Runs; run++) Assert.That(Text(Files), Is.EqualTo(first));
    }

    private static IEnumerable<(string Path, string Source)[]> Orders => [[.. Files.Reverse()], [Files[3], Files[0], Files[2], Files[1]], [Files[2], Files[3], Files[1], Files[0]], [Files[1], Files[2], Files[0], Files[3]]];

    [Test]
    public void The_order_of_the_files_is_not_written()
    {
        var first = Text(Files);
        foreach (var order in Orders) Assert.That(Text(order), Is.EqualTo(first));
    }

    [Test]
    public void Another_program_gives_another_text() =>
        Assert.That(Text([.. Files.Select(file => (file.Path, file.Source.Replace("x * x", "x * x * x", StringComparison.Ordinal)))]), Is.Not.EqualTo(Text(Files)));

    private static string Text((string, string)[] files)
    {
        var generated = Generated.From(Generated.Compile(files));
        Assert.That(generated.Problems, Is.Empty);
        return generated.Text;
    }
}
