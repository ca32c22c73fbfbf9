namespace Memo.Analyzers.Tests.Effects;

/// <summary>
/// Every way to write into a thing <c>t</c>: found when it is the argument, a static, or a table that somebody else writes; harmless when it is new.
/// </summary>
public sealed class WriteTests
{
    private static readonly (string Name, string Type, string Made, string Read, string Write)[] Writes =
    [
        ("An element", "int[]", "[1, 2]", "t[0]", "t[0] = 5;"),
        ("The last element", "int[]", "[1, 2]", "t[0]", "t[^1] = 5;"),
        ("An element with another", "int[]", "[1, 2]", "t[0]", "t[0] |= 5;"),
        ("An element, counted up", "int[]", "[1, 2]", "t[0]", "++t[0];"),
        ("An element behind a question mark", "int[]", "[1, 2]", "t[0]", "t?[0] = 5;"),
        ("An element in a deconstruction", "int[]", "[1, 2]", "t[0]", "(t[0], _) = (5, 6);"),
        ("An element as out", "int[]", "[1, 2]", "t[0]", "int.TryParse(\"5\", out t[0]);"),
        ("An element as ref", "int[]", "[1, 2]", "t[0]", "Bump(ref t[0]);"),
        ("An element by Interlocked", "int[]", "[1, 2]", "t[0]", "Interlocked.Increment(ref t[0]);"),
        ("An element by Volatile", "int[]", "[1, 2]", "t[0]", "Volatile.Write(ref t[0], 5);"),
        ("An element by a ref local", "int[]", "[1, 2]", "t[0]", "ref var r = ref t[0]; r = 5;"),
        ("An element by a ref return", "int[]", "[1, 2]", "t[0]", "At(t) = 5;"),
        ("An element by a ref of a condition", "int[]", "[1, 2]", "t[0]", "var b = t.Length > 1; (b ? ref t[0] : ref t[1]) = 5;"),
        ("An element by a number", "int[]", "[1, 2]", "t[0]", "t.SetValue(5, 0);"),
        ("An element of what is called an Array", "int[]", "[1, 2]", "t[0]", "Array a = t; a.SetValue(5, 0);"),
        ("An element of what is called an object", "int[]", "[1, 2]", "t[0]", "object o = t; ((int[])o)[0] = 5;"),
        ("An element of what a pattern names", "int[]", "[1, 2]", "t[0]", "if (t is { Length: > 0 } u) u[0] = 5;"),
        ("An element of what an interface names", "int[]", "[1, 2]", "t[0]", "IList<int> l = t; l[0] = 5;"),
        ("An element of what an old interface names", "int[]", "[1, 2]", "t[0]", "System.Collections.IList l = t; l[0] = 5;"),
        ("An element of a span", "int[]", "[1, 2]", "t[0]", "t.AsSpan()[0] = 5;"),
        ("A span that is filled", "int[]", "[1, 2]", "t[0]", "t.AsSpan().Fill(5);"),
        ("A span that is cleared", "int[]", "[1, 2]", "t[0]", "t.AsSpan(1).Clear();"),
        ("A span that is reversed", "int[]", "[1, 2]", "t[0]", "t.AsSpan().Reverse();"),
        ("A span that is sorted", "int[]", "[1, 2]", "t[0]", "t.AsSpan().Sort();"),
        ("A span under a name", "int[]", "[1, 2]", "t[0]", "Span<int> s = t; s[0] = 5;"),
        ("A span that is made", "int[]", "[1, 2]", "t[0]", "var s = new Span<int>(t); s[0] = 5;"),
        ("A span in a helper", "int[]", "[1, 2]", "t[0]", "Fill(t);"),
        ("A span's slice in a helper", "int[]", "[1, 2]", "t[0]", "Fill(t.AsSpan()[1..]);"),
        ("A span in a loop", "int[]", "[1, 2]", "t[0]", "foreach (ref var a in t.AsSpan()) a = 5;"),
        ("A span that is copied over", "int[]", "[1, 2]", "t[0]", "new[] { 5 }.AsSpan().CopyTo(t);"),
        ("A span of bytes of it", "int[]", "[1, 2]", "t[0]", "System.Runtime.InteropServices.MemoryMarshal.AsBytes(t.AsSpan())[0] = 5;"),
        ("A reference to its data", "int[]", "[1, 2]", "t[0]", "System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(t) = 5;"),
        ("A memory", "int[]", "[1, 2]", "t[0]", "t.AsMemory().Span[0] = 5;"),
        ("A memory under a name", "int[]", "[1, 2]", "t[0]", "Memory<int> m = t; m.Span.Fill(5);"),
        ("A segment", "int[]", "[1, 2]", "t[0]", "var s = new ArraySegment<int>(t); s[0] = 5;"),
        ("A pinned array", "int[]", "[1, 2]", "t[0]", "unsafe { fixed (int* p = t) *p = 5; }"),
        ("A sort", "int[]", "[1, 2]", "t[0]", "Array.Sort(t);"),
        ("A sort beside another", "int[]", "[1, 2]", "t[0]", "Array.Sort(new[] { 2, 1 }, t);"),
        ("A reversal", "int[]", "[1, 2]", "t[0]", "Array.Reverse(t);"),
        ("A fill", "int[]", "[1, 2]", "t[0]", "Array.Fill(t, 5);"),
        ("A copy over it", "int[]", "[1, 2]", "t[0]", "Array.Copy(new[] { 5 }, t, 1);"),
        ("A list's copy over it", "int[]", "[1, 2]", "t[0]", "new List<int> { 5 }.CopyTo(t);"),
        ("A block that is copied over it", "int[]", "[1, 2]", "t[0]", "Buffer.BlockCopy(new[] { 5 }, 0, t, 0, 4);"),
        ("A shuffle", "int[]", "[1, 2]", "t[0]", "new Random(1).Shuffle(t);"),
        ("A generic helper", "int[]", "[1, 2]", "t[0]", "Put(t, 5);"),
        ("A helper with params", "int[]", "[1, 2]", "t[0]", "Many(t);"),
        ("A helper's helper", "int[]", "[1, 2]", "t[0]", "Put2(t);"),
        ("An extension", "int[]", "[1, 2]", "t[0]", "t.Zero();"),
        ("A lambda", "int[]", "[1, 2]", "t[0]", "Action<int[]> f = u => u[0] = 5; f(t);"),
        ("A lambda that captures it", "int[]", "[1, 2]", "t[0]", "var u = t; Action f = () => u[0] = 5; f();"),
        ("A local function", "int[]", "[1, 2]", "t[0]", "Set(t); static void Set(int[] u) => u[0] = 5;"),
        ("An object around it", "int[]", "[1, 2]", "t[0]", "new Cursor(t).Write(5);"),
        ("A wrapper with an indexer", "int[]", "[1, 2]", "t[0]", "new Cursor(t)[0] = 5;"),
        ("A struct around it", "int[]", "[1, 2]", "t[0]", "new View { T = t }.Set();"),
        ("A tuple around it", "int[]", "[1, 2]", "t[0]", "(int[] A, int) p = (t, 1); p.A[0] = 5;"),
        ("An enumerator that writes", "int[]", "[1, 2]", "t[0]", "foreach (var a in Writing(t)) { }"),
        ("Bytes of a stream", "byte[]", "[1, 2]", "t[0]", "_ = new MemoryStream([5]).Read(t);"),
        ("Bytes of a stream, exactly", "byte[]", "[1, 2]", "t[0]", "new MemoryStream([5, 6]).ReadExactly(t, 0, 2);"),
        ("Bytes of a stream over it", "byte[]", "[1, 2]", "t[0]", "new MemoryStream(t).WriteByte(5);"),
        ("Bytes of a random", "byte[]", "[1, 2]", "t[0]", "new Random(1).NextBytes(t);"),
        ("Bytes of a text", "byte[]", "[1, 2]", "t[0]", "Encoding.UTF8.GetBytes(\"a\", 0, 1, t, 0);"),
        ("Bytes of a number", "byte[]", "[1, 2]", "t[0]", "System.Buffers.Binary.BinaryPrimitives.WriteInt16BigEndian(t, 5);"),
        ("Bytes of a number by its converter", "byte[]", "[1, 2]", "t[0]", "BitConverter.TryWriteBytes(t, (short)5);"),
        ("Bytes of a hash", "byte[]", "[1, 2]", "t[0]", "System.Security.Cryptography.SHA256.TryHashData([1], t, out _);"),
        ("Bytes of a written number", "byte[]", "[1, 2]", "t[0]", "5.TryFormat(t, out _, default, CultureInfo.InvariantCulture);"),
        ("Bytes of a buffer", "byte[]", "[1, 2]", "t[0]", "Buffer.SetByte(t, 0, 5);"),
        ("Bytes of a writer", "byte[]", "[1, 2]", "t[0]", "using (var w = new BinaryWriter(new MemoryStream(t))) w.Write((byte)5);"),
        ("Letters of a text", "char[]", "['a', 'b']", "t[0]", "\"xy\".CopyTo(t);"),
        ("Letters of a written number", "char[]", "['a', 'b']", "t[0]", "5.TryFormat(t, out _, default, CultureInfo.InvariantCulture);"),
        ("Letters of a reader", "char[]", "['a', 'b']", "t[0]", "new StringReader(\"xy\").Read(t, 0, 1);"),
        ("Letters of a builder", "char[]", "['a', 'b']", "t[0]", "new StringBuilder(\"xy\").CopyTo(0, t, 0, 1);"),
        ("A list's element", "List<int>", "[1, 2]", "t[0]", "t[0] = 5;"),
        ("A list's end", "List<int>", "[1, 2]", "t[0]", "t.Add(5);"),
        ("A list's end by an interface", "List<int>", "[1, 2]", "t[0]", "((ICollection<int>)t).Add(5);"),
        ("A list's end by an initializer", "Owner", "new()", "t.All.Count", "_ = new Keeper { It = t };"),
        ("A list's end by a method group", "List<int>", "[1, 2]", "t[0]", "Array.ForEach([5], t.Add);"),
        ("A list's middle", "List<int>", "[1, 2]", "t[0]", "t.Insert(0, 5);"),
        ("A list's order", "List<int>", "[1, 2]", "t[0]", "t.Reverse();"),
        ("A list's many", "List<int>", "[1, 2]", "t[0]", "t.RemoveAll(a => a > 1);"),
        ("A list's span", "List<int>", "[1, 2]", "t[0]", "System.Runtime.InteropServices.CollectionsMarshal.AsSpan(t)[0] = 5;"),
        ("A list's span that is filled", "List<int>", "[1, 2]", "t[0]", "System.Runtime.InteropServices.CollectionsMarshal.AsSpan(t).Fill(5);"),
        ("A list's span in a loop", "List<int>", "[1, 2]", "t[0]", "foreach (ref var a in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(t)) a = 5;"),
        ("A list's count", "List<int>", "[1, 2]", "t[0]", "System.Runtime.InteropServices.CollectionsMarshal.SetCount(t, 1);"),
        ("A dictionary's value", "Dictionary<string, int>", "new() { [\"a\"] = 1 }", "t[\"a\"]", "t[\"a\"] = 5;"),
        ("A dictionary's value by reference", "Dictionary<string, int>", "new() { [\"a\"] = 1 }", "t[\"a\"]", "System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(t, \"a\", out _)++;"),
        ("A dictionary's value by an interface", "Dictionary<string, int>", "new() { [\"a\"] = 1 }", "t[\"a\"]", "((IDictionary<string, int>)t)[\"a\"] = 5;"),
        ("A dictionary's key", "Dictionary<string, int>", "new() { [\"a\"] = 1 }", "t[\"a\"]", "t.TryAdd(\"b\", 5);"),
        ("A dictionary's key that goes", "Dictionary<string, int>", "new() { [\"a\"] = 1 }", "t[\"a\"]", "t.Remove(\"a\", out _);"),
        ("A dictionary by its other lookup", "Dictionary<string, int>", "new() { [\"a\"] = 1 }", "t[\"a\"]", "t.GetAlternateLookup<ReadOnlySpan<char>>()[\"a\"] = 5;"),
        ("A concurrent dictionary", "System.Collections.Concurrent.ConcurrentDictionary<string, int>", "new() { [\"a\"] = 1 }", "t[\"a\"]", "t.AddOrUpdate(\"a\", 1, (k, v) => v + 1);"),
        ("A set", "HashSet<int>", "[1, 2]", "t.Count", "t.Add(5);"),
        ("A set by another", "HashSet<int>", "[1, 2]", "t.Count", "t.IntersectWith([1]);"),
        ("A queue", "Queue<int>", "new([1])", "t.Peek()", "t.TryDequeue(out _);"),
        ("A stack", "Stack<int>", "new([1])", "t.Peek()", "t.Push(5);"),
        ("A heap", "PriorityQueue<int, int>", "new([(1, 1)])", "t.Peek()", "t.EnqueueDequeue(5, 5);"),
        ("A linked list", "LinkedList<int>", "new([1])", "t.First!.Value", "t.First!.ValueRef = 5;"),
        ("A builder of text", "StringBuilder", "new(\"a\")", "t.Length", "t.Append('b');"),
        ("A builder of text by its interpolation", "StringBuilder", "new(\"a\")", "t.Length", "t.Append(CultureInfo.InvariantCulture, $\"{5}\");"),
        ("A builder of text by its letter", "StringBuilder", "new(\"a\")", "t.Length", "t[0] = 'b';"),
        ("A builder of an array", "System.Collections.Immutable.ImmutableArray<int>.Builder", "System.Collections.Immutable.ImmutableArray.CreateBuilder<int>()", "t.Count", "t.Add(5);"),
        ("A tree of JSON", "System.Text.Json.Nodes.JsonObject", "new() { [\"a\"] = 1 }", "t.Count", "t[\"b\"] = 5;"),
        ("A tree of XML", "System.Xml.Linq.XElement", "new(\"a\")", "t.Value.Length", "t.Add(new System.Xml.Linq.XElement(\"b\"));"),
        ("An object's property", "Owner", "new()", "t.N", "t.N = 5;"),
        ("An object's property behind a question mark", "Owner", "new()", "t.N", "t?.N = 5;"),
        ("An object's property that is counted up", "Owner", "new()", "t.N", "t.N += 5;"),
        ("An object's method", "Owner", "new()", "t.N", "t.Up();"),
        ("An object's method by a delegate", "Owner", "new()", "t.N", "Action f = t.Up; f();"),
        ("An object's list", "Owner", "new()", "t.All.Count", "t.All.Add(5);"),
        ("An object's struct", "Owner", "new()", "t.P.A", "t.P.A = 5;"),
        ("An object's struct by its method", "Owner", "new()", "t.P.A", "t.P.Set();"),
        ("An object's field as ref", "Owner", "new()", "t.F", "Bump(ref t.F);"),
        ("An object's setter by an interface", "Owner", "new()", "t.N", "((IOwner)t).N = 5;"),
        ("An object's event", "Owner", "new()", "t.N", "t.E += () => { };"),
        ("A list's end by an assignment if there is none", "Owner", "new()", "t.All.Count", "new Asker().It ??= t;"),
        ("A list's end by a deconstruction", "Owner", "new()", "t.All.Count", "(new Keeper().It, _) = (t, 1);"),
        ("An object's operator of one step", "Owner", "new()", "t.N", "t++;"),
        ("A field by a delegate of a ref", "Owner", "new()", "t.F", "Do d = Bump; d(ref t.F);"),
        ("A field by a lambda of a ref", "Owner", "new()", "t.F", "Do d = (ref int a) => a = 5; d(ref t.F);"),
        ("An object's operator", "Owner", "new()", "t.N", "t += 5;"),
        ("An object in a helper", "Owner", "new()", "t.N", "Change(t);"),
        ("An object in a query", "Owner", "new()", "t.N", "_ = new[] { t }.Select(o => o.N = 5).ToList();"),
        ("An object in a loop", "Owner[]", "[new()]", "t[0].N", "foreach (var o in t) o.N = 5;"),
        ("An object in an array", "Owner[]", "[new()]", "t[0].N", "t[0].N = 5;"),
        ("An object in a dictionary", "Dictionary<string, Owner>", "new() { [\"a\"] = new() }", "t[\"a\"].N", "if (t.TryGetValue(\"a\", out var o)) o.Up();"),
        ("A struct in an array", "S[]", "[new()]", "t[0].A", "t[0].A = 5;"),
        ("A struct in an array by its method", "S[]", "[new()]", "t[0].A", "t[0].Set();"),
        ("A struct in an array in a loop", "S[]", "[new()]", "t[0].A", "foreach (ref var s in t.AsSpan()) s.A = 5;"),
        ("A struct in a list's span", "List<S>", "[new()]", "t[0].A", "System.Runtime.InteropServices.CollectionsMarshal.AsSpan(t)[0].A = 5;"),
        ("An array in an array", "int[][]", "[[1]]", "t[0][0]", "t[0][0] = 5;"),
        ("A cell of a matrix", "int[,]", "new int[2, 2]", "t[0, 0]", "t[0, 0] = 5;"),
        ("A bit", "System.Collections.BitArray", "new(2)", "t[0] ? 1 : 2", "t.Not();"),
    ];

    private const string Members = """
        public interface IOwner { int N { get; set; } }
        public struct S { public int A; public void Set() => A = 5; }
        public sealed class Owner : IOwner { public int N { get; set; } public int F; public List<int> All = []; public S P; public event Action? E; public void Up() => N++; public void operator +=(int n) => N += n; public void operator ++() => N++; public void Raise() => E?.Invoke(); }
        sealed class Asker { public Owner? It { get => null; set => value!.All.Add(5); } }
        delegate void Do(ref int x);
        sealed class Keeper { public Owner It { set => value.All.Add(5); } }
        sealed class Cursor(int[] u) { public void Write(int x) => u[0] = x; public int this[int i] { set => u[i] = value; } }
        struct View { public int[] T; public readonly void Set() => T[0] = 5; }
        static void Bump(ref int x) => x++;
        static ref int At(int[] u) => ref u[0];
        static void Fill(Span<int> s) => s.Fill(5);
        static void Put<T>(T[] u, T x) => u[0] = x;
        static void Put2(int[] u) => Put(u, 5);
        static void Many(params int[] u) => u[0] = 5;
        static void Change(Owner o) => o.N = 5;
        static void Zero(this int[] u) => u[0] = 0;
        static IEnumerable<int> Writing(int[] u) { u[0] = 5; yield return 1; }

        """;

    private static IEnumerable<Snippet> Arguments => Writes.Select(w => new Snippet(
        w.Name, Members, $"int F({w.Type} t) {{ {w.Write} return 1; }}", "MEMO106|MEMO107"));

    private static IEnumerable<Snippet> Statics => Writes.Where(w => !w.Write.StartsWith("t += ", StringComparison.Ordinal) && w.Write != "t++;").Select(w => new Snippet(
        w.Name, Members + $"public static readonly {w.Type} S0 = {w.Made};", $"int F(int x) {{ {Named(w.Write)} return x; }}", "MEMO103|MEMO107"));

    private static IEnumerable<Snippet> TablesOfOthers => Writes.Where(w => !w.Write.StartsWith("t += ", StringComparison.Ordinal) && w.Write != "t++;").Select(w => new Snippet(
        w.Name, Members + $"private static readonly {w.Type} S0 = {w.Made}; public static void Touch() {{ {Named(w.Write)} }}", $"int F(int x) => ({Named(w.Read)}) + x;", "MEMO102"));

    private static IEnumerable<Snippet> TablesOfOthersUnderAName => Writes.Select(w => new Snippet(
        w.Name, Members + $"private static readonly {w.Type} S0 = {w.Made}; public static void Touch() {{ var t = S0; {w.Write} }}", $"int F(int x) => ({Named(w.Read)}) + x;", "MEMO102"));

    /// <summary>What these do to new things shows more than the thing: raw references, and elements that nobody set.</summary>
    private static readonly string[] Unseen = ["unsafe", "GetArrayDataReference", "SetCount"];

    private static IEnumerable<Snippet> NewThings => Writes.Where(w => !Unseen.Any(w.Write.Contains)).Select(w => new Snippet(
        w.Name, Members, $"int F(int x) {{ {w.Type} t = {w.Made}; {w.Write} return ({w.Read}) + x; }}"));

    private static string Named(string code) => System.Text.RegularExpressions.Regex.Replace(code, @"(?<![\w.])t(?!\w)", "S0");

    [TestCaseSource(nameof(Arguments))]
    public Task The_argument_is_written(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Statics))]
    public Task A_static_is_written(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(TablesOfOthers))]
    public Task A_table_that_somebody_writes_is_none(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(TablesOfOthersUnderAName))]
    public Task A_table_that_somebody_writes_under_a_name_is_none(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(NewThings))]
    public Task Something_new_may_be_written(Snippet snippet) => snippet.Holds();
}
