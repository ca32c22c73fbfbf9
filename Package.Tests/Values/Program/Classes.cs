#pragma warning disable CS0414, CS0169, CS0649, IDE0044, IDE0051, IDE0052 // fields that only the judge reads
using System.Collections.ObjectModel;

namespace Own;

public sealed class Private
{
    private readonly int _a;
    private double _b;
    private List<string?>? _c;

    public Private(int a) { _a = a; _b = -0.0; _c = ["x", null, "\ud800"]; }
}

public class Base
{
    private int _hidden = 1;
    protected string Protected = "p";
    public int Public;

    public Base(int value) { _hidden = value; Public = value + 1; }
}

public class Middle : Base
{
    private int _hidden = 2;

    public Middle(int value) : base(value) => _hidden = -value;
}

public sealed class Leaf : Middle
{
    private readonly int _hidden = 3;
    public new string? Public = "new";

    public Leaf(int value) : base(value) { }
}

public sealed class Normalizing
{
    private string _name = "";

    public string Name { get => _name; set => _name = value.Trim().ToUpperInvariant(); }

    public static Normalizing Raw(string name) => new() { _name = name };
}

public sealed class GetOnly(int x)
{
    public int X { get; } = x + 1;
    public List<int> Items { get; } = [x];
}

public sealed class Captures(int x, string? y)
{
    public int Sum() => x + (y?.Length ?? 0);
    public void Grow() => x++;
}

public sealed class Throwing
{
    private int _x = 1;

    public int X => throw new InvalidOperationException("never call me");
    public int Y { set => throw new InvalidOperationException("nor me" + value); }
}

public sealed class NoConstructor
{
    private readonly int _x;

    private NoConstructor(int x) => _x = x;

    public static NoConstructor Made(int x) => new(x);
}

public sealed class Several
{
    public int A = 1, B = 2;

    public Several(int a) => A = a;
    public Several(int a, int b) => (A, B) = (a, b);
    public Several(string notAMember) => A = notAMember.Length;
}

public sealed class RequiredMembers
{
    public required int X { get; init; }
    public required string? Y { get; set; }
    public int? Z { get; init; } = 5;
}

public sealed class Defaults
{
    public string? Text { get; set; } = "not null";
    [System.Text.Json.Serialization.JsonIgnore] public int Ignored { get; set; } = 3;
    [NonSerialized] public int NotSerialized = 4;
    [System.Text.Json.Serialization.JsonPropertyName("Text")] public int Renamed = 5;
}

public sealed class Tree
{
    public int Value;
    public List<Tree> Children = [];
    public Tree? Parent;

    public static Tree Of(int depth) => depth == 0 ? new() : new() { Value = depth, Children = { Of(depth - 1), Of(depth - 1) } };

    public static Tree WithParents() { var root = new Tree(); root.Children.Add(new() { Parent = root }); return root; }
}

public sealed class Node
{
    public int Value;
    public Node? Next;

    public static Node Chain(int length)
    {
        Node? first = null;
        for (var i = 0; i < length; i++) first = new() { Value = i, Next = first };
        return first!;
    }

    public static Node Ring() { var node = new Node(); node.Next = node; return node; }
}

public sealed class Pair
{
    public List<int>? First, Second;

    public static Pair Shared() { List<int> one = [1]; return new() { First = one, Second = one }; }
}

public sealed class Loop
{
    public object? Self;
    public List<Loop?> Items = [];
}

public class Words : List<string>
{
    public string? Title;
    private int _count = 7;
}

public sealed class Scores : Dictionary<string, int>
{
    public int Best;
}

public sealed class Numbers : Collection<int>
{
    protected override void InsertItem(int index, int item) => base.InsertItem(index, item * 2);
}

public sealed class Enumerated : IEnumerable<int>
{
    private readonly int[] _items = [1, 2, 3];

    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_items).GetEnumerator();
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed class Indexed
{
    private readonly int[] _cells = new int[3];

    public int this[int index] { get => _cells[index]; set => _cells[index] = value; }
}

public sealed class Lazily
{
    private int? _cached;

    public int Value => _cached ??= 42;
}

public sealed class Empty;

public sealed class WithEvent
{
    public int X = 1;
    public event Action? Changed;
    public void Raise() => Changed?.Invoke();
}

public sealed class WithDelegate
{
    public Func<int, int> Function = x => x + 1;
}

public sealed class WithObject
{
    public object? Any;
}

public sealed class Finalized
{
    public int X = 1;
    ~Finalized() => X = 0;
}

public sealed class Disposed : IDisposable
{
    private bool _disposed;
    public void Dispose() => _disposed = true;
}

public sealed class Outer
{
    public int X = 1;
    public Inner Part = new();

    public sealed class Inner
    {
        private readonly int _y = 2;
        public Deeper Rest;
        public struct Deeper { public int Z; }
    }
}

public static class Holder
{
    [Memo.Memoize] public static int CountHidden() => Hidden.Made().Count;

    private sealed record Hidden(int Count) { public static Hidden Made() => new(1); }
}

public class OwnException(string message, int code) : Exception(message) { public int Code { get; } = code; }

public sealed class ByLength : IComparer<string>, IEqualityComparer<string>
{
    public int Compare(string? x, string? y) => (x?.Length ?? 0).CompareTo(y?.Length ?? 0);
    public bool Equals(string? x, string? y) => x?.Length == y?.Length;
    public int GetHashCode(string text) => text.Length;
}

public sealed class Descending : IComparer<int>
{
    public int Compare(int x, int y) => y.CompareTo(x);
}

public abstract class Tagged
{
    public int X;

    public sealed class Item : Tagged { public int Y; }
}

public static class Elsewhere
{
    public sealed class Item : Tagged { public long Y; }
    public sealed class Item<T> : Tagged { public T? Y; }
}

public class Renamed(int x)
{
    private readonly int x = x;
    public int X { get; } = x + 1;
    public int _x = x + 2;
    public int @class = x + 3;
    public int é日 = x + 4;
}

public sealed class Again(int x) : Renamed(x)
{
    public new int X { get; set; } = x + 10;
    public int @int => field + x;
}

public sealed class Behind
{
    public IReadOnlyList<int>? Items;
    public IDictionary<string, int>? Table;
}

public sealed class Guarded
{
    private readonly object _gate = new();
    public int X = 1;
}

public sealed class Unit
{
    public static readonly Unit Value = new();
}

public sealed class Label : IComparable<Label>
{
    public string Text { get; set; } = "";
    public int CompareTo(Label? other) => string.CompareOrdinal(Text, other?.Text);
    public override bool Equals(object? other) => other is Label label && label.Text == Text;
    public override int GetHashCode() => Text.Length;
}
