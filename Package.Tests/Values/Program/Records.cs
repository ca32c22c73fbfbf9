#pragma warning disable CS0414, CS0169, CS0649, IDE0044, IDE0051, IDE0052 // fields that only the judge reads
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Own;

public sealed record Person(string Name, int Age);
public record Open(int X);
public record Derived(int X, double Y) : Open(X);
public sealed record Nominal { public int X { get; init; } public string? Y { get; set; } }
public sealed record Secretive(int X) { private int _seen = X * 2; public int Seen() => ++_seen; }
public sealed record Replaced(int X) { public int X { get; } = X + 1; }
public record struct Point(int X, int Y);
public readonly record struct Money(decimal Amount, string Currency);
public record struct Counter(int X) { private int _calls = 0; public int Next() => X + ++_calls; }
public sealed record Line(Point From, Point? To, Money[] Prices);
public sealed record Nested(Person Who, List<Person> Friends, Dictionary<string, Person> ByName);
public sealed record Twice(Person A, Person B);
public sealed record Arrays(int[] A, int[] B);
public sealed record Chain(int X, Chain? Next);
public sealed record SelfEqual(int X) { public bool Equals(SelfEqual? other) => false; public override int GetHashCode() => 0; }
public sealed record Holding(Constant Content);
public sealed class Named(int x) { private readonly int _x = x; public override bool Equals(object? other) => other is Named named && named._x == _x; public override int GetHashCode() => _x; }
public sealed record Windows(Memory<int> A, Memory<int> B);
public sealed record Doubles(double A, float B, Half C, decimal D, double? E);

public abstract record Shape
{
    private Shape() { }
    public sealed record Circle(double Radius) : Shape;
    public sealed record Square(double Side, Shape? Inside) : Shape;
    public sealed record Group(List<Shape> Parts) : Shape;
    public sealed record Nothing : Shape;
}

public abstract class Expression
{
    private readonly int _line = 1;
    internal Expression() { }
}
public sealed class Constant(int value) : Expression { public int Value { get; } = value; }
public sealed class Sum(Expression left, Expression right) : Expression { public Expression Left { get; } = left; public Expression Right { get; } = right; }

public abstract class OpenBase { public int X; }
public class OpenLeaf : OpenBase { public int Y; }

public interface IThing { int X { get; } }
public sealed class Thing : IThing { public int X { get; set; } }

public readonly struct Fixed
{
    private readonly int _a;
    public Fixed(int a) => _a = a * 3;
    public Fixed(int a, int b) => _a = a - b;
}

public struct Mutable { public int A; private string? _b; public Mutable(int a) { A = a; _b = "b"; } }
public struct Explicitly { public int A = 4; public Explicitly() { } }
public struct OfReferences { public List<int>? Items; public Person? Person; }
public struct Blank;

[StructLayout(LayoutKind.Explicit)]
public struct Overlaid
{
    [FieldOffset(0)] public int Whole;
    [FieldOffset(0)] public short Low;
    [FieldOffset(2)] public short High;
}

[StructLayout(LayoutKind.Explicit)]
public struct Reinterpreted
{
    [FieldOffset(0)] public double Number;
    [FieldOffset(0)] public long Bits;
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Packed { public byte A; public long B; }

[InlineArray(4)]
public struct Four { private int _first; }

public unsafe struct Buffered { public fixed int Cells[4]; }

public enum OfByte : byte { A = 1, B = 255 }
public enum OfSByte : sbyte { A = -128 }
public enum OfShort : short { A = -1 }
public enum OfUShort : ushort { A = 65535 }
public enum OfInt { A, B = int.MinValue }
public enum OfUInt : uint { A = uint.MaxValue }
public enum OfLong : long { A = long.MinValue }
public enum OfULong : ulong { A = ulong.MaxValue }
[Flags] public enum Flags { None = 0, One = 1, Two = 2, Both = 3 }

public sealed class Box<T> { public T? Value; private readonly T[] _rest = []; public Box() { } public Box(params T[] rest) => _rest = rest; }
public sealed record Two<TA, TB>(TA A, TB B);
public record struct Maybe<T>(bool Has, T Value);
public class Many<T> { protected readonly List<T> Items = []; public Many(params T[] items) => Items.AddRange(items); }
public sealed class Named<T> : Many<KeyValuePair<string, T>> { public string? Name; public Named(string name, T value) : base(new KeyValuePair<string, T>(name, value)) => Name = name; }
public sealed class Linked<T> { public T? Head; public Linked<T>? Tail; }
public sealed class Enclosing<T> { public sealed class Item { public T? Value; } }
public abstract record Result<T>
{
    private Result() { }
    public sealed record Fine(T Value) : Result<T>;
    public sealed record Failed(string Why) : Result<T>;
}
public sealed class Sorted<T>(IComparer<T> comparer) { public SortedSet<T> Items = new(comparer); }
