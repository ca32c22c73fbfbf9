using CsCheck;

namespace Memo.Analyzers.Tests.Keys.Random;

/// <summary>Draws types: leaves, collections of types, tuples and own types of types, down to some depth.</summary>
internal static class RandomTypes
{
    /// <summary>In the meaning of values in which one object is in two places, and a program can tell.</summary>
    public const string IsTwice = "twice ";

    private static readonly RandomType[] Leaves =
    [
        RandomType.Leaf("int", "0", "1"),
        RandomType.Leaf("long", "0L", "1L << 32"),
        RandomType.Leaf("bool", "false", "true"),
        RandomType.Leaf("char", @"'\ud800'", @"'\udfff'", "'0'"),
        RandomType.Leaf("string", "\"\"", "\"a\"", @"""a\0""", @"""\ud800""", @"""\ufffd"""),
        RandomType.Leaf("double", "0.0", "-0.0", "double.NaN", "BitConverter.UInt64BitsToDouble(0x7ff8000000000001)"),
        RandomType.Leaf("decimal", "0m", "0.0m", "new decimal(0, 0, 0, true, 0)"),
        RandomType.Leaf("DateTime", "new DateTime(1)", "new DateTime(1, DateTimeKind.Utc)", "new DateTime(1, DateTimeKind.Local)"),
        RandomType.Leaf("DayOfWeek", "DayOfWeek.Sunday", "(DayOfWeek)(-1)"),
        RandomType.Leaf("Guid", "Guid.Empty", "new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)"),
    ];

    public static Gen<RandomType> OfDepth(int depth)
    {
        if (depth == 0) return Gen.OneOf(Leaves);
        var inner = OfDepth(depth - 1);
        return Gen.OneOf(
            OfDepth(0),
            inner.Select(Maybe),
            inner.Select(item => Sequence(item, $"{item.Name}[]", (name, items) => $"new {name} {{ {items} }}")),
            inner.Select(item => Sequence(item, $"List<{item.Name}>", (name, items) => $"new {name} {{ {items} }}")),
            inner.Select(item => Sequence(item, $"Queue<{item.Name}>", (name, items) => $"new {name}(new List<{item.Name}> {{ {items} }})")),
            inner.Select(item => Sequence(item, $"ImmutableArray<{item.Name}>", (_, items) => $"ImmutableArray.CreateRange(new {item.Name}[] {{ {items} }})", Sharing.Open)),
            inner.Select(AnySequence),
            inner.Select(Dictionary),
            inner.Select(Grid),
            Gen.Const(Set()),
            Gen.Const(AnyLeaf()),
            inner.Select(Twice),
            Gen.Select(inner, inner).Select((a, b) => Tuple(a, b)),
            Gen.Select(inner, inner).Select((a, b) => Own("Record", "public sealed record", a, b)),
            Gen.Select(inner, inner).Select((a, b) => Own("Struct", "public readonly record struct", a, b) with { IsStruct = true }),
            Gen.Select(inner, inner).Select((a, b) => Class(a, b)),
            Gen.Select(inner, inner).Select((a, b) => Hierarchy(a, b)),
            Gen.Select(inner, inner).Select((a, b) => Generic(a, b)));
    }

    private static RandomType Maybe(RandomType type) => type.IsNullable ? type : type with
    {
        Name = type.Name + "?",
        Values = Gen.Frequency((1, Gen.Const(new RandomValue("null", "null"))), (2, type.Values.Select(value => value with { Expression = $"({type.Name}?)({value.Expression})" }))),
        IsNullable = true,
    };

    private static RandomType Sequence(RandomType item, string name, Func<string, string, string> expression, Sharing shared = Sharing.Seen) =>
        RandomType.Of([item], name, item.Values.Array[0, 2].Select(items => new RandomValue(expression(name, Expressions(items)), $"[{Meanings(items)}]")), shared);

    private static RandomType AnySequence(RandomType item) => RandomType.Of([item], $"IReadOnlyList<{item.Name}>", Gen.Select(item.Values.Array[1, 2], Gen.Bool)
        .Select((items, isList) => new RandomValue($"new {(isList ? $"List<{item.Name}>" : $"{item.Name}[]")} {{ {Expressions(items)} }}", $"{(isList ? "list" : "array")}[{Meanings(items)}]")), Sharing.Seen);

    private static RandomType Dictionary(RandomType item) => RandomType.Of([item], $"Dictionary<string, {item.Name}>", Gen.Select(Gen.OneOf<string>("", "a", "b", "ab", "ba"), item.Values.Array[2])
        .Select((keys, items) => new RandomValue(
            $"new Dictionary<string, {item.Name}> {{ {string.Join(", ", keys.Select((key, i) => $"[\"{key}\"] = {items[i].Expression}"))} }}",
            $"{{{string.Join("; ", keys.Select((key, i) => $"{key}: {items[i].Meaning}"))}}}")), Sharing.Seen);

    /// <summary>An array of two dimensions, unless its items are arrays: those are written in another order.</summary>
    private static RandomType Grid(RandomType item) => item.Name.TrimEnd('?').EndsWith(']') ? Tuple(item, item) : RandomType.Of([item], $"Tuple<{item.Name}[,]>",
        Gen.Select(item.Values.Array[2], Gen.Bool).Select((items, isRow) => new RandomValue(
            $"new Tuple<{item.Name}[,]>(new {item.Name}[,] {{ {{ {string.Join(isRow ? ", " : " }, { ", items.Select(value => value.Expression))} }} }})",
            $"{(isRow ? "row" : "column")}[{Meanings(items)}]")), Sharing.Seen);

    // An enum is known only where the program names it.
    private static RandomType AnyLeaf() => RandomType.Of([], "object",
        Gen.OneOf([.. Leaves.Where(leaf => leaf.Name != "DayOfWeek").Select(leaf => leaf.Values.Select(value => new RandomValue($"(object)({value.Expression})", $"{leaf.Name} {value.Meaning}")))]), Sharing.Open);

    private static RandomType Set() => RandomType.Of([], "HashSet<int>",
        Gen.OneOf<string>("", "0", "1", "0, 1", "1, 0").Select(items => new RandomValue($"new HashSet<int> {{ {items} }}", $"{{{items}}}")), Sharing.Seen);

    /// <summary>Two places with one object, or with two.</summary>
    private static RandomType Twice(RandomType item) => item.Shared == Sharing.Open ? Tuple(item, item) : RandomType.Of([item], $"{item.Name}[]",
        Gen.Select(item.Values, item.Values, Gen.Bool).Select((one, other, isOne) => isOne
            ? new RandomValue($"Made.Twice<{item.Name}>({one.Expression})", item.Shared == Sharing.Hidden || one.Meaning == "null" ? $"[{Meanings([one, one])}]" : IsTwice + one.Meaning)
            : new RandomValue($"new {item.Name}[] {{ {Expressions([one, other])} }}", $"[{Meanings([one, other])}]")), Sharing.Seen);

    private static RandomType Tuple(RandomType a, RandomType b) =>
        RandomType.Of([a, b], $"({a.Name}, {b.Name})", Both(a, b, (x, y) => $"({x}, {y})"), Within(a, b)) with { IsStruct = true };

    private static RandomType Own(string kind, string declaration, RandomType a, RandomType b)
    {
        var name = RandomType.NameFor(kind, [a, b]);
        return RandomType.Of([a, b], name, Both(a, b, (x, y) => $"new {name}({x}, {y})"), Within(a, b), $"{declaration} {name}({a.Name} A, {b.Name} B);");
    }

    private static RandomType Class(RandomType a, RandomType b)
    {
        var name = RandomType.NameFor("Class", [a, b]);
        return RandomType.Of([a, b], name, Both(a, b, (x, y) => $"new {name}({x}, {y})"), Sharing.Seen,
            $"public class {name}Base({a.Name} x) {{ private {a.Name} _x = x; }} public sealed class {name}({a.Name} x, {b.Name} y) : {name}Base(x) {{ private readonly {b.Name} _x = y; }}");
    }

    private static RandomType Hierarchy(RandomType a, RandomType b)
    {
        var name = RandomType.NameFor("Closed", [a, b]);
        return RandomType.Of([a, b], name,
            Gen.OneOf(a.Values.Select(value => new RandomValue($"new {name}.One({value.Expression})", $"one {value.Meaning}")), b.Values.Select(value => new RandomValue($"new {name}.Other({value.Expression})", $"other {value.Meaning}"))),
            Sharing.Open, $"public abstract record {name} {{ private {name}() {{ }} public sealed record One({a.Name} X) : {name}; public sealed record Other({b.Name} X) : {name}; }}");
    }

    private static RandomType Generic(RandomType a, RandomType b)
    {
        var type = RandomType.Of([a, b], $"Two<{a.Name}, {b.Name}>", Both(a, b, (x, y) => $"new Two<{a.Name}, {b.Name}>({x}, {y})"), Within(a, b));
        return type with { Declarations = new Dictionary<string, string>(type.Declarations) { ["Two"] = "public sealed record Two<TA, TB>(TA A, TB B);" } };
    }

    private static Gen<RandomValue> Both(RandomType a, RandomType b, Func<string, string, string> expression) =>
        Gen.Select(a.Values, b.Values).Select((x, y) => new RandomValue(expression(x.Expression, y.Expression), $"({x.Meaning}; {y.Meaning})"));

    private static Sharing Within(RandomType a, RandomType b) => a.Shared == Sharing.Hidden && b.Shared == Sharing.Hidden ? Sharing.Hidden : Sharing.Open;

    private static string Expressions(RandomValue[] values) => string.Join(", ", values.Select(value => value.Expression));

    private static string Meanings(RandomValue[] values) => string.Join("; ", values.Select(value => value.Meaning));
}
