using CsCheck;
using Memo.Keys;

namespace Memo.Runtime.Tests.Keys;

public sealed class KeyPropertyTests
{
    // Small sets of leaves, so that two values drawn are often equal and otherwise nearly so.
    private static Gen<Shape> Shapes(int depth)
    {
        Gen<Shape>[] leaves =
        [
            Gen.Int[0, 1].Select(number => (Shape)new Leaf("int", $"{number}", key => key.Write(number))),
            Gen.Int[0, 1].Select(number => (Shape)new Leaf("long", $"{number}", key => key.Write((long)number))),
            Constants.OneOf("", "a", "aa", "\ud800", "\udc00", "0").Select(text => (Shape)new Leaf("text", string.Join(' ', text.Select(unit => (int)unit)), key => key.Write(text))),
            Constants.OneOf(0.0, -0.0, double.NaN, 1.0).Select(number => (Shape)new Leaf("double", $"{BitConverter.DoubleToInt64Bits(number)}", key => key.Write(number))),
            Constants.OneOf(0m, new decimal(0, 0, 0, true, 0), 0.0m, 1m).Select(number => (Shape)new Leaf("decimal", string.Join(' ', decimal.GetBits(number)), key => key.Write(number))),
            Constants.OneOf<string?>([null]).Select(_ => (Shape)new Leaf("null", "", key => key.Write((string?)null))),
        ];
        if (depth == 0) return Gen.OneOf(leaves);
        var inner = Shapes(depth - 1);
        return Gen.OneOf(
        [
            .. leaves,
            inner.Array[0, 3].Select(items => (Shape)new Many("sequence", items)),
            inner.Array[0, 3].Select(items => (Shape)new Many("struct", items)),
            inner.Array[0, 1].Select(items => (Shape)new Many("nullable", items)),
            inner.Array[1, 2].Select(items => (Shape)new Many("reference", items)),
        ]);
    }

    [Test]
    public void Two_values_are_equal_exactly_when_their_keys_are() => Gen.Select(Shapes(3), Shapes(3)).Sample((x, y) =>
        (x.ToString() == y.ToString()) == (Key.Of(x.Write) == Key.Of(y.Write)));

    [Test]
    public void Two_lists_of_arguments_are_equal_exactly_when_their_keys_are() =>
        Gen.Select(Shapes(1).Array[0, 3], Shapes(1).Array[0, 3]).Sample((xs, ys) =>
            (Written(xs) == Written(ys)) == (Key.Of(key => Write(xs, key)) == Key.Of(key => Write(ys, key))));

    private static string Written(Shape[] shapes) => string.Join(", ", shapes.Select(shape => shape.ToString()));

    private static void Write(Shape[] shapes, KeyWriter key)
    {
        foreach (var shape in shapes) shape.Write(key);
    }

    /// <summary>A value of some type. Its text is what tells it from others; it is written by other means than a key.</summary>
    private abstract class Shape
    {
        public abstract void Write(KeyWriter key);
    }

    private sealed class Leaf(string type, string text, Action<KeyWriter> write) : Shape
    {
        public override void Write(KeyWriter key) => write(key);

        public override string ToString() => $"{type}:{text}";
    }

    private sealed class Many(string kind, Shape[] items) : Shape
    {
        public override void Write(KeyWriter key)
        {
            switch (kind)
            {
                case "sequence":
                    if (key.BeginSequence(this, items.Length, "Shape[]", false)) Inner(key);
                    break;
                case "reference":
                    if (key.BeginReference(this, typeof(Many), "Shape", false)) Inner(key);
                    break;
                case "struct":
                    key.BeginStruct("Shape");
                    Inner(key);
                    break;
                default:
                    if (key.BeginNullable(items.Length > 0)) items[0].Write(key);
                    break;
            }
        }

        public override string ToString() => $"{kind}({items.Length}:{Written(items)})";

        private void Inner(KeyWriter key)
        {
            foreach (var item in items) item.Write(key);
            key.End();
        }
    }
}
