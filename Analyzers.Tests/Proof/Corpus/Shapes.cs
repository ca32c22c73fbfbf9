namespace Corpus.Shapes;

[Flags]
public enum Traits { None, Round = 1, Regular = 2, Convex = 4, Simple = Regular | Convex }

public interface IShape
{
    double Area { get; }

    Traits Traits => Traits.None;

    string Describe() => $"{GetType().Name} of {Area.ToString("F2", CultureInfo.InvariantCulture)}";
}

public abstract class Shape : IShape
{
    private static int s_unused = 3;
    protected const double Tolerance = 1e-9;

    public abstract double Area { get; }

    public virtual double Perimeter => 0;

    public virtual Traits Traits => Traits.Convex;

    public bool IsBiggerThan(Shape other) => Area > other.Area + Tolerance;

    protected virtual string Name() => "shape";

    public sealed override string ToString() => Name() + " " + Math.Round(Area, 3).ToString(CultureInfo.InvariantCulture);

    public static int Unused() => s_unused;
}

public sealed class Circle(double radius) : Shape
{
    public double Radius { get; } = radius < 0 ? throw new ArgumentException("negative") : radius;

    public override double Area => Math.PI * Radius * Radius;

    public override double Perimeter => 2 * Math.PI * Radius;

    public override Traits Traits => base.Traits | Traits.Round;

    protected override string Name() => "circle";
}

public class Rectangle : Shape
{
    public Rectangle(double width, double height) => (Width, Height) = (width, height);

    public double Width { get; init; }

    public double Height { get; init; }

    public override double Area => Width * Height;

    public override double Perimeter => 2 * (Width + Height);

    protected override string Name() => Math.Abs(Width - Height) < Tolerance ? "almost a square" : "rectangle";
}

public sealed class Square : Rectangle
{
    public Square(double side) : base(side, side)
    {
    }

    public override Traits Traits => Traits.Simple;

    protected override string Name() => "square";
}

public sealed class Triangle : Shape
{
    private readonly Point _a, _b, _c;

    public Triangle(Point a, Point b, Point c)
    {
        _a = a;
        _b = b;
        _c = c;
    }

    public override double Area => Math.Abs((_b - _a).Cross(_c - _a)) / 2;

    public override double Perimeter => (_a - _b).Length + (_b - _c).Length + (_c - _a).Length;
}

public readonly record struct Point(double X, double Y = 0)
{
    public double Length => Math.Sqrt(X * X + Y * Y);

    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    public static Point operator *(Point a, double factor) => a with { X = a.X * factor, Y = a.Y * factor };

    public double Cross(Point other) => X * other.Y - Y * other.X;

    public double Dot(Point other) => X * other.X + Y * other.Y;
}

public static class Geometry
{
    [Memoize]
    public static double Total(double size) => Make(size).Sum(shape => shape.Area);

    [Memoize]
    public static string Names(double size) => string.Join(", ", Make(size).Select(shape => shape.ToString()));

    [Memoize]
    public static double Fence(double size)
    {
        var longest = 0.0;
        foreach (var shape in Make(size))
        {
            longest = Math.Max(longest, shape.Perimeter);
        }

        return longest;
    }

    [Memoize]
    public static string Tell(double radius)
    {
        IShape shape = new Circle(radius);
        return shape.Describe() + (shape.Traits & Traits.Round) + shape.Traits.HasFlag(Traits.Convex);
    }

    [Memoize]
    public static bool IsBigger(double a, double b) => new Square(a).IsBiggerThan(new Circle(b));

    [Memoize]
    public static Point[] Hull(Point[] points)
    {
        var sorted = points.Distinct().OrderBy(p => p.X).ThenBy(p => p.Y).ToArray();
        if (sorted.Length < 3) return sorted;
        Point[] lower = [.. Half(sorted)];
        Array.Reverse(sorted);
        Point[] upper = [.. Half(sorted)];
        return [.. lower[..^1], .. upper[..^1]];
    }

    [Memoize]
    public static Point Centre(Point[] points)
    {
        var (sum, area) = (new Point(0), 0.0);
        for (var i = 0; i < points.Length; i++)
        {
            ref readonly var a = ref points[i];
            ref readonly var b = ref points[(i + 1) % points.Length];
            var cross = a.Cross(b);
            sum += (a + b) * cross;
            area += cross / 2;
        }

        return area is > -1e-12 and < 1e-12 ? default : sum * (1 / (6 * area));
    }

    [Memoize]
    public static string Classify(double x, double y) => new Point(x, y) switch
    {
        { X: 0, Y: 0 } => "origin",
        (0, _) or (_, 0) => "axis",
        { Length: <= 1 } => "inside",
        { X: > 0, Y: > 0 } p when p.X.Equals(p.Y) => $"diagonal {p}",
        { X: > 0 and < 10, Y: not < 0 } => "near",
        _ => nameof(Classify),
    };

    private static List<Point> Half(Point[] sorted)
    {
        var chain = new List<Point>();
        foreach (var point in sorted)
        {
            while (chain.Count >= 2 && (chain[^1] - chain[^2]).Cross(point - chain[^1]) <= 0)
            {
                chain.RemoveAt(chain.Count - 1);
            }

            chain.Add(point);
        }

        return chain;
    }

    private static IEnumerable<Shape> Make(double size)
    {
        yield return new Circle(size);
        yield return new Rectangle(size, size + 1) { Width = size * 2 };
        if (size > 1) yield return new Square(size);
        yield return new Triangle(new(0), new(size), new(0, size));
    }
}
