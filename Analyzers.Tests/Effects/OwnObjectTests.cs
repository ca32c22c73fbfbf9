namespace Memo.Analyzers.Tests.Effects;

/// <summary>An object that implements what the framework knows, and that the framework is given or not.</summary>
public sealed class OwnObjectTests
{
    private const string Types = """
        public abstract class V<T> : IEnumerable<T>
        {
            protected V(T[] cells) { Cells = cells; Count = cells.Length; }
            public T[] Cells { get; }
            public int Count { get; }
            public int Twice() => Count * 2;
            public int ThisWay() => this.Count();
            public IEnumerator<T> GetEnumerator() { Now(); yield break; }
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        public sealed class D : V<int> { public D(int[] cells) : base(cells) { } }
        public sealed class Key : IEquatable<Key> { public bool Equals(Key? other) => Now() > 3; public override bool Equals(object? other) => other is Key key && Equals(key); public override int GetHashCode() => 1; }
        public sealed class Store<T> { public int Count; public bool Has(T key) => EqualityComparer<T>.Default.Equals(key, key); }

        """;

    private static IEnumerable<Snippet> Objects =>
    [
        new("Made, and asked by its own members", Types, "int F(int[] xs) => new D(xs).Count + new D(xs).Twice();"),
        new("Handed to the framework by its own member", Types, "int F(int[] xs) => new D(xs).ThisWay();", "MEMO104"),
        new("Handed to the framework", Types, "int F(int[] xs) => new D(xs).Sum();", "MEMO104"),
        new("Enumerated", Types, "int F(int[] xs) { var n = 0; foreach (var x in new D(xs)) n += x; return n; }", "MEMO104"),
        new("A type argument that generic code compares", Types, "bool F(int x) => new Store<Key>().Has(new Key());", "MEMO104"),
    ];

    [TestCaseSource(nameof(Objects))]
    public Task What_the_framework_is_not_given_it_does_not_call(Snippet snippet) => snippet.Holds();
}
