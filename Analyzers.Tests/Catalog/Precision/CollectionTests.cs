namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>Collections that the method makes are its own; looking into a given one is harmless, changing it is not.</summary>
public sealed class CollectionTests
{
    [Test]
    public Task A_given_list_is_looked_into_and_not_changed() => Check.Members("""
        [Memoize] public static int A(List<int> x) => x.Count + x[0] + x.IndexOf(1) + (x.Contains(2) ? 1 : 0) + x.FindAll(a => a > 1).Count + x.GetRange(0, 1).Count;
        [Memoize] public static int B(List<int> x) { {|MEMO106:x.Add(1)|}; return x.Count; }
        [Memoize] public static int C1(List<int> x) { var l = new List<int>(x) { 1 }; l.AddRange(x); l.RemoveAt(0); l.Clear(); return l.Count; }
        [Memoize] public static List<string> D(List<string> x) { {|MEMO106:x.Sort(StringComparer.Ordinal)|}; return x; }
        [Memoize] public static int[] E(int[] x) { {|MEMO106:Array.Reverse(x)|}; return x; }
        [Memoize] public static int[] F(int[] x) => x.AsEnumerable().Reverse().ToArray();
        [Memoize] public static int G(Dictionary<string, int> x) => x.TryGetValue("a", out var a) ? a : x.GetValueOrDefault("b");
        [Memoize] public static int H(Dictionary<string, int> x) => {|MEMO106:x.Remove("a")|} ? 1 : 0;
        """);

    [Test]
    public Task Collections_of_the_method_itself_are_its_own() => Check.Members("""
        [Memoize] public static int A(int x) { var q = new Queue<int>(); q.Enqueue(x); return q.Dequeue(); }
        [Memoize] public static int B(int x) { var s = new Stack<int>([x]); return s.Pop(); }
        [Memoize] public static int C1(int x) { var q = new PriorityQueue<int, int>(); q.Enqueue(x, 1); return q.Dequeue(); }
        [Memoize] public static int D(int x) { var l = new LinkedList<int>(); l.AddLast(x); return l.First!.Value; }
        [Memoize] public static int E(int x) { var h = new HashSet<int>(); return h.Add(x) ? 1 : 0; }
        [Memoize] public static int F(int x) { var b = System.Collections.Immutable.ImmutableArray.CreateBuilder<int>(); b.Add(x); return b.ToImmutable()[0]; }
        [Memoize] public static int G(int[] x) => x.Where(a => a > 1).GroupBy(a => a % 2).Select(g => g.Count()).Zip(x).Sum(p => p.First + p.Second);
        """);

    [Test]
    public Task Immutable_collections_are_copied_when_they_change() => Check.Members("""
        [Memoize] public static System.Collections.Immutable.ImmutableArray<int> A(System.Collections.Immutable.ImmutableArray<int> x) => x.Add(1).Sort();
        [Memoize] public static bool B(System.Collections.Immutable.ImmutableArray<int> x, System.Collections.Immutable.ImmutableArray<int> y) => x.SequenceEqual(y);
        [Memoize] public static bool C1(System.Collections.Immutable.ImmutableArray<int> x, System.Collections.Immutable.ImmutableArray<int> y) => {|MEMO104:x == y|};
        [Memoize] public static bool D(System.Collections.Immutable.ImmutableArray<int> x, System.Collections.Immutable.ImmutableArray<int> y) => {|MEMO104:x.Equals(y)|};
        """);

    [Test]
    public Task Spans_write_where_they_point_to() => Check.Members("""
        [Memoize] public static int A(int[] x) { Span<int> s = stackalloc int[4]; s.Fill(1); s.Sort(); return s.IndexOf(1); }
        [Memoize] public static int B(int[] x) { var s = x.AsSpan(); {|MEMO106:s.Sort()|}; return s[0]; }
        [Memoize] public static int C1(int[] x) => x.AsSpan(1).IndexOf(1) + x.AsSpan().Count(2) + (x.AsSpan().SequenceEqual([1]) ? 1 : 0);
        [Memoize] public static int D(int[] x) { var copy = x.AsSpan().ToArray(); copy.AsSpan().Reverse(); return copy[0]; }
        [Memoize] public static int E(int[] x) { {|MEMO106:new[] { 1 }.CopyTo(x.AsSpan())|}; return x[0]; }
        [Memoize] public static bool F(string x, string y) => {|MEMO104:x.AsSpan() == y.AsSpan()|};
        [Memoize] public static byte[] G(int x) { var a = new byte[4]; System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(a, x); return a; }
        [Memoize] public static byte[] H(byte[] x) { {|MEMO106:System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(x, 1)|}; return x; }
        [Memoize] public static int I(byte[] x) => System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(x) + BitConverter.ToInt32(x) + System.Runtime.InteropServices.MemoryMarshal.Read<int>(x);
        """);

    [Test]
    public Task Memory_that_was_used_before_holds_what_was_left_in_it() => Check.Members("""
        [Memoize] public static int A(int x) => {|MEMO104:System.Buffers.ArrayPool<int>.Shared.Rent(4)|}[0];
        [Memoize] public static int B(int x) => {|MEMO104:GC.AllocateUninitializedArray<int>(4)|}[0];
        [Memoize] public static int C1(int x) => GC.AllocateArray<int>(4)[0] + (new int[4])[0];
        """);
}
