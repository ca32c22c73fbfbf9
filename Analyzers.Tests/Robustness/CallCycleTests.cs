namespace Memo.Analyzers.Tests.Robustness;

/// <summary>Virtual calls that go round: an effect that comes back to where it was is no other one, and the analysis of the cycle ends.</summary>
public sealed class CallCycleTests
{
    // Whoever gets such an object as a collection may call each of these, and each of them hands it to code that may.
    private const string Buffer = """
        public abstract class Buffer<T> : ICollection<T>
        {
            public abstract int Count { get; }
            public abstract T this[int index] { get; }
            public virtual bool IsReadOnly => false;
            public virtual bool Contains(T item) => this.Take(Count).Any(known => EqualityComparer<T>.Default.Equals(known, item));
            public virtual void CopyTo(T[] array, int arrayIndex)
            {
                for (int i = 0, j = arrayIndex; i < Count; i++, j++)
                    array[j] = this[i];
            }
            public virtual IEnumerator<T> GetEnumerator() => this.Take(Count).GetEnumerator();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            void ICollection<T>.Add(T item) => throw new NotSupportedException();
            void ICollection<T>.Clear() => throw new NotSupportedException();
            bool ICollection<T>.Remove(T item) => throw new NotSupportedException();
        }

        public sealed class Squares : Buffer<int>
        {
            public override int Count => 3;
            public override int this[int index] => index * index;
        }

        public sealed class Seconds : Buffer<int>
        {
            public override int Count => 3;
            public override int this[int index] => DateTime.Now.Second;
        }

        """;

    [TestCase("new Squares().Contains(x)")]
    [TestCase("new Squares().GetEnumerator().MoveNext()")]
    [TestCase("new Squares().ToArray().Length > x")]
    public async Task A_cycle_is_seen_through(string expression) => Assert.That(await Findings(expression), Has.None.Contains("a cycle of calls"));

    [Test]
    public async Task And_what_is_in_it_is_found() => Assert.That(await Findings("new Seconds().Contains(x)"), Has.Some.Contains("reads the clock"));

    private static async Task<string[]> Findings(string expression) =>
        [.. (await Reported.InFiles(("C.cs", Buffer + $"public static class C {{ [Memoize] public static bool F(int x) => {expression}; }}"))).Select(finding => finding.GetMessage(null))];
}
