namespace Memo.Analyzers.Tests.Effects;

/// <summary>Enumerations in the order of hash codes that differ from process to process.</summary>
public sealed class HashOrderTests
{
    private const string Types = """
        public record Named(string Name); public record struct Pair(int A, int B); public enum Color { Red, Green }
        public sealed class Own(string s) { readonly string _s = s; public override int GetHashCode() => _s.GetHashCode(); public override bool Equals(object? o) => o is Own p && p._s == _s; }
        public sealed class Stable(int n) { readonly int _n = n; public override int GetHashCode() => _n; public override bool Equals(object? o) => o is Stable p && p._n == _n; }
        public sealed class Plain(int n) { public int N = n; }
        static string First(IEnumerable<string> xs) { foreach (var x in xs) return x; return ""; }
        public record Holds(System.Collections.Immutable.ImmutableHashSet<string> S); public record HoldsMany(System.Collections.Immutable.ImmutableHashSet<string>[] S); 
        public sealed class HoldsField { public System.Collections.Immutable.ImmutableHashSet<string>? S; } public class HoldsBase { public System.Collections.Immutable.ImmutableHashSet<string>? S { get; set; } } public sealed class HoldsDerived : HoldsBase;
        public sealed class Silent { System.Collections.Immutable.ImmutableHashSet<string> _s = []; public int Count => _s.Count; }
        public sealed class Mine : System.Collections.Concurrent.ConcurrentDictionary<string, int>;
        [System.Text.Json.Serialization.JsonDerivedType(typeof(PolyHolds))] public class Poly { public int N { get; set; } } public sealed class PolyHolds : Poly { public System.Collections.Immutable.ImmutableHashSet<string>? S { get; set; } }
        static string Json<T>(T t) => System.Text.Json.JsonSerializer.Serialize(t); static string JsonMany<T>(List<T> t) => System.Text.Json.JsonSerializer.Serialize(t); static string JsonNode<T>(T t) => System.Text.Json.Nodes.JsonValue.Create(t)!.ToJsonString();
        public record HoldsNumbers(System.Collections.Immutable.ImmutableHashSet<int> S);
        static string Contains(IEnumerable<string> xs) => xs.First();
        static string FirstOf<T>(T xs) where T : IEnumerable<string> => xs.First();
        static T Itself<T>(T x) => x;
        static int Size(IReadOnlyCollection<string> xs) => xs.Count;

        """;

    private const string Set = "System.Collections.Immutable.ImmutableHashSet<string> s";

    private static readonly (string Name, string Shows)[] Showing =
    [
        ("A loop", "foreach (var a in s) return a; return \"\";"),
        ("A first", "return s.First();"),
        ("A last", "return s.Last();"),
        ("A list", "return s.ToList()[0];"),
        ("An array", "return s.ToArray()[0];"),
        ("A join", "return string.Join(',', s);"),
        ("A concatenation", "return string.Concat(s);"),
        ("A spread", "string[] a = [.. s]; return a[0];"),
        ("A query", "return s.Where(a => a.Length > 1).Select(a => a + 1).First();"),
        ("A fold", "return s.Aggregate((a, b) => a + b);"),
        ("A new list", "return new List<string>(s)[0];"),
        ("An element", "return s.ElementAt(1);"),
        ("A skip", "return s.Skip(1).First();"),
        ("A zip", "return s.Zip([1]).First().First;"),
        ("A name", "IEnumerable<string> e = s; return e.First();"),
        ("An object", "object o = s; return ((IEnumerable<string>)o).First();"),
        ("An enumerator", "using var e = s.GetEnumerator(); e.MoveNext(); return e.Current;"),
        ("Groups", "return s.GroupBy(a => a.Length).First().Key + \"\";"),
        ("A dictionary", "return s.ToDictionary(a => a).First().Key;"),
        ("A sum of floats", "return s.Sum(a => a.Length * 0.1) > 1 ? \"a\" : \"b\";"),
        ("An immutable array", "return System.Collections.Immutable.ImmutableArray.ToImmutableArray(s)[0];"),
        ("A local change", "var n = \"\"; foreach (var a in s) n += a; return n;"),
        ("A lambda", "Func<string> f = () => s.First(); return f();"),
        ("An iterator", "IEnumerable<string> Go() { foreach (var a in s) yield return a; } return Go().First();"),
        ("A maximum by something else", "return s.MaxBy(a => a.Length)!;"),
        ("Distinct lengths", "return s.Select(a => a.Length).Distinct().First() + \"\";"),
        ("A set that keeps the order", "return new HashSet<string>(s).First();"),
        ("A concatenation of sequences", "return new[] { \"a\" }.Concat(s).Last();"),
        ("A helper", "return First(s);"),
        ("An order by something else", "return s.OrderBy(a => a.Length).First();"),
        ("An order of objects", "return s.Select(a => new Plain(a.Length)).Order(Comparer<Plain>.Create((a, b) => a.N - b.N)).First().N + \"\";"),
        ("An order that ignores something", "return s.Order(StringComparer.OrdinalIgnoreCase).First();"),
        ("A set that is made of it", "return s.ToHashSet().First();"),
        ("A set that is joined with it", "var h = new HashSet<string>(); h.UnionWith(s); return h.First();"),
        ("Sequences joined", "return new[] { \"a\" }.Union(s).Last();"),
        ("What is left of it", "return s.Except([\"a\"]).First();"),
        ("A set whose comparer ignores something", "return System.Collections.Immutable.ImmutableSortedSet.ToImmutableSortedSet(s, StringComparer.OrdinalIgnoreCase)[0];"),
        ("A helper with a name that promises something", "return Contains(s);"),
        ("A helper by a constraint", "return FirstOf(s);"),
        ("A function", "return new[] { s }.Select(First).First();"),
        ("A function that gives a sequence", "Func<IEnumerable<string>> f = Same; return f().First(); System.Collections.Immutable.ImmutableHashSet<string> Same() => s;"),
        ("Sets as sequences", "IEnumerable<IEnumerable<string>> all = new List<System.Collections.Immutable.ImmutableHashSet<string>> { s }; return all.First().First();"),
        ("An array of sets as sequences", "IEnumerable<string>[] all = new System.Collections.Immutable.ImmutableHashSet<string>[] { s }; return all[0].First();"),
        ("JSON", "return System.Text.Json.JsonSerializer.Serialize(s);"),
        ("JSON of a list of them", "return System.Text.Json.JsonSerializer.Serialize(new[] { s });"),
        ("JSON of an object that has one", "return System.Text.Json.JsonSerializer.Serialize(new Holds(s));"),
        ("JSON of a list of objects that have a list of them", "return System.Text.Json.JsonSerializer.Serialize(new List<HoldsMany> { new([s]) });"),
        ("JSON of an anonymous object that has one", "return System.Text.Json.JsonSerializer.Serialize(new { s });"),
        ("JSON of a value that is one", "return System.Text.Json.Nodes.JsonValue.Create(s)!.ToJsonString();"),
        ("JSON of an object that has one in a field", "return System.Text.Json.JsonSerializer.Serialize(new HoldsField { S = s }, new System.Text.Json.JsonSerializerOptions { IncludeFields = true });"),
        ("JSON of an object whose base has one", "return System.Text.Json.JsonSerializer.Serialize(new HoldsDerived { S = s });"),
        ("JSON of an object of a type that has one", "Poly p = new PolyHolds { S = s }; return System.Text.Json.JsonSerializer.Serialize(p);"),
        ("JSON of an object as bytes", "return System.Text.Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Holds(s)));"),
        ("JSON of an object as a node", "return System.Text.Json.JsonSerializer.SerializeToNode(new Holds(s))!.ToJsonString();"),
        ("JSON of a tuple of one", "return System.Text.Json.JsonSerializer.Serialize((s, 1), new System.Text.Json.JsonSerializerOptions { IncludeFields = true });"),
        ("JSON of a dictionary of objects that have one", "return System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, Holds> { [\"a\"] = new(s) });"),
        ("JSON of a node's array", "var a = new System.Text.Json.Nodes.JsonArray(); a.Add(s); return a.ToJsonString();"),
        ("JSON of a node's object", "return new System.Text.Json.Nodes.JsonObject { [\"a\"] = System.Text.Json.Nodes.JsonValue.Create(new Holds(s)) }.ToJsonString();"),
        ("JSON by a writer", "var o = new System.Buffers.ArrayBufferWriter<byte>(); using var w = new System.Text.Json.Utf8JsonWriter(o); System.Text.Json.JsonSerializer.Serialize(w, new Holds(s)); w.Flush(); return System.Text.Encoding.UTF8.GetString(o.WrittenSpan);"),
        ("JSON of an element", "return System.Text.Json.JsonSerializer.SerializeToElement(new Holds(s)).GetRawText();"),
        ("JSON of a lambda's object", "Func<Holds, string> f = h => System.Text.Json.JsonSerializer.Serialize(h); return f(new(s));"),
        ("XML of data", "var o = new System.IO.MemoryStream(); new System.Runtime.Serialization.DataContractSerializer(typeof(HoldsField)).WriteObject(o, new HoldsField { S = s }); return o.Length + \"\";"),
        ("A copy", "var a = new string[9]; ((ICollection<string>)s).CopyTo(a, 0); return a[0];"),
        ("A chunk", "return s.Chunk(2).First()[0];"),
    ];

    private static readonly (string Name, string Hides)[] Hiding =
    [
        ("A count", "return s.Count + \"\";"),
        ("A look", "return s.Contains(\"a\") ? \"a\" : \"b\";"),
        ("A look by another way", "return s.TryGetValue(\"a\", out var a) ? a : \"b\";"),
        ("An order", "return s.Order(StringComparer.Ordinal).First();"),
        ("An order of a culture", "return s.Order(StringComparer.InvariantCulture).First();"),
        ("An order by itself", "return s.OrderBy(a => a, StringComparer.Ordinal).First();"),
        ("JSON of an object that keeps one to itself", "return System.Text.Json.JsonSerializer.Serialize(new Silent());"),
        ("JSON of numbers of it", "return System.Text.Json.JsonSerializer.Serialize(new { s.Count });"),
        ("JSON of an object that has one of numbers", "return System.Text.Json.JsonSerializer.Serialize(new HoldsNumbers([s.Count]));"),
        ("A sorted set that is made of it", "return System.Collections.Immutable.ImmutableSortedSet.ToImmutableSortedSet(s, StringComparer.Ordinal)[0];"),
        ("What is left without it", "return new[] { \"a\" }.Except(s).First();"),
        ("A function of it as it is", "return new[] { s }.Select(Itself).First().Count + \"\";"),
        ("A list of sets", "IReadOnlyList<System.Collections.Immutable.ImmutableHashSet<string>> all = [s]; return all[0].Count + \"\";"),
        ("A helper that gives it back", "return Itself(s).Count + \"\";"),
        ("A sum of integers", "return s.Sum(a => a.Length) + \"\";"),
        ("A maximum", "return s.Max(a => a.Length) + \"\";"),
        ("A sorted set", "return new SortedSet<string>(s, StringComparer.Ordinal).Min!;"),
        ("An order by something else, then by itself", "return s.OrderBy(a => a.Length).ThenBy(a => a, StringComparer.Ordinal).First();"),
        ("A look as a collection", "return ((ICollection<string>)s).Contains(\"a\") ? \"a\" : \"b\";"),
        ("A question", "return s.Any(a => a.Length > 1) && s.All(a => a.Length > 2) ? \"a\" : \"b\";"),
        ("A count of some", "return s.Count(a => a.Length > 1) + \"\";"),
        ("An equality of sets", "return s.SetEquals([\"a\"]) ? \"a\" : \"b\";"),
        ("A larger set's count", "return s.Add(\"b\").Union([\"c\"]).Count + \"\";"),
    ];

    private static IEnumerable<Snippet> Shown => Showing.Select(s => new Snippet(s.Name, Types, $"string F({Set}) {{ {s.Shows} }}", s.Name.StartsWith("XML", StringComparison.Ordinal) ? "MEMO104|MEMO107|MEMO108" : "MEMO104"));

    private static IEnumerable<Snippet> Hidden => Hiding.Select(s => new Snippet(s.Name, Types, $"string F({Set}) {{ {s.Hides} }}"));

    [TestCaseSource(nameof(Shown))]
    public Task The_order_of_a_set_shows(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Hidden))]
    public Task The_order_of_a_set_is_hidden(Snippet snippet) => snippet.Holds();

    private const string Make = "System.Collections.Immutable.ImmutableHashSet.Create";

    private static IEnumerable<Snippet> Collections =>
    [
        new("A builder of a set", Types, $"string F(string x) {{ var b = {Make}<string>().ToBuilder(); b.Add(x); b.Add(\"a\"); return b.First(); }}", "MEMO104"),
        new("A builder of a set that is asked", Types, $"bool F(string x) {{ var b = {Make}<string>().ToBuilder(); b.Add(x); return b.Contains(\"a\") && b.Count > 1; }}"),
        new("A set of texts", Types, $"string F(string x) => {Make}(x, \"a\").First();", "MEMO104"),
        new("A set of texts by their ordinal hashes", Types, $"string F(string x) => {Make}(StringComparer.Ordinal, x, \"a\").First();", "MEMO104"),
        new("A set of records with texts", Types, $"string F(string x) => {Make}(new Named(x), new Named(\"a\")).First().Name;", "MEMO104"),
        new("A set of tuples", Types, $"int F(int x) => {Make}((x, 1), (2, x)).First().Item1;", "MEMO104"),
        new("A set of objects with a hash of a text", Types, $"bool F(string x) => {Make}(new Own(x), new Own(\"a\")).First().Equals(new Own(x));", "MEMO104"),
        new("A set of objects without a hash", Types, $"int F(int x) => {Make}(new Plain(x), new Plain(2)).First().N;", "MEMO104"),
        new("A set of types", Types, $"string F(int x) => {Make}(typeof(int), typeof(string)).First().Name;", "MEMO104"),
        new("A set of numbers", Types, $"int F(int x) => {Make}(x, 1).First();"),
        new("A set of dates", Types, $"DateTime F(DateTime x) => {Make}(x, default).First();"),
        new("A set of fractions", Types, $"double F(double x) => {Make}(x, 1.5).First() + (double){Make}((decimal)x, 1).First();"),
        new("A set of ids", Types, $"Guid F(Guid x) => {Make}(x, Guid.Empty).First();"),
        new("A set of record structs of numbers", Types, $"int F(int x) => {Make}(new Pair(x, 1), new Pair(1, x)).First().A;"),
        new("A set of record structs of texts", Types + "public record struct Text(int A, string B);", $"int F(int x) => {Make}(new Text(x, \"a\"), new Text(1, \"b\")).First().A;", "MEMO104"),
        new("A set of record structs of tuples", Types + "public record struct Two((int, int) A);", $"int F(int x) => {Make}(new Two((x, 1)), new Two((1, x))).First().A.Item1;", "MEMO104"),
        new("A set of record structs with a hash of a text", Types + "public record struct Own2(int A) { public override int GetHashCode() => (A + \"\").GetHashCode(); }", $"int F(int x) => {Make}(new Own2(x), new Own2(1)).First().A;", "MEMO104"),
        new("A set of wide numbers", Types, $"Int128 F(Int128 x) => {Make}(x, 1).First();", "MEMO104"),
        new("A set of letters", Types, $"char F(char x) => {Make}(x, 'a').First();"),
        new("A set of enumeration members", Types, $"Color F(Color x) => {Make}(x, Color.Red).First();"),
        new("An immutable dictionary", Types, "string F(Dictionary<string, int> x) => System.Collections.Immutable.ImmutableDictionary.ToImmutableDictionary(x).First().Key;", "MEMO104"),
        new("An immutable dictionary's keys", Types, "string F(Dictionary<string, int> x) => System.Collections.Immutable.ImmutableDictionary.ToImmutableDictionary(x).Keys.First();", "MEMO104"),
        new("An immutable dictionary's values", Types, "int F(Dictionary<string, int> x) => System.Collections.Immutable.ImmutableDictionary.ToImmutableDictionary(x).Values.First();", "MEMO104"),
        new("An immutable dictionary that is asked", Types, "int F(Dictionary<string, int> x) => System.Collections.Immutable.ImmutableDictionary.ToImmutableDictionary(x)[\"a\"];"),
        new("An immutable sorted dictionary", Types, "int F(Dictionary<int, string> x) => System.Collections.Immutable.ImmutableSortedDictionary.ToImmutableSortedDictionary(x).First().Key;"),
        new("A frozen set", Types, "string F(string[] x) => System.Collections.Frozen.FrozenSet.ToFrozenSet(x).First();", "MEMO104"),
        new("A frozen set's items", Types, "string F(string[] x) => System.Collections.Frozen.FrozenSet.ToFrozenSet(x).Items[0];", "MEMO104"),
        new("A frozen dictionary", Types, "string F(Dictionary<string, int> x) => System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(x).Keys[0];", "MEMO104"),
        new("A frozen dictionary that is asked", Types, "int F(Dictionary<string, int> x) => System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(x)[\"a\"];"),
        new("A concurrent dictionary", Types, "string F(string[] x) { var d = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(); foreach (var a in x) d[a] = 1; foreach (var (k, _) in d) return k; return \"\"; }", "MEMO104"),
        new("A concurrent dictionary's array", Types, "string F(string[] x) { var d = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(); foreach (var a in x) d[a] = 1; return d.ToArray()[0].Key; }", "MEMO104"),
        new("A concurrent dictionary's entries, sorted", Types, "string F(string[] x) { var d = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(); foreach (var a in x) d[a] = 1; return d.OrderBy(p => p.Key, StringComparer.Ordinal).First().Key; }"),
        new("A hashtable", Types, "string F(string[] x) { var d = new System.Collections.Hashtable(); foreach (var a in x) d[a] = 1; foreach (System.Collections.DictionaryEntry e in d) return (string)e.Key; return \"\"; }", "MEMO104"),
        new("A set in a dictionary", Types, $"string F(string x) => new Dictionary<int, System.Collections.Immutable.ImmutableHashSet<string>> {{ [1] = {Make}(x, \"a\") }}[1].First();", "MEMO104"),
        new("A set in a field", Types + "sealed class H { public System.Collections.Immutable.ImmutableHashSet<string> S = []; public string First() => S.First(); }", $"string F(string x) => new H {{ S = {Make}(x, \"a\") }}.First();", "MEMO104"),
        new("A set that a helper makes", Types + "static IEnumerable<string> Go(string x) => " + Make + "(x, \"a\");", "string F(string x) => Go(x).First();", "MEMO104"),
        new("A set in a static", Types + "static readonly System.Collections.Frozen.FrozenSet<string> s_s = System.Collections.Frozen.FrozenSet.ToFrozenSet([\"a\", \"b\"]);", "string F(string x) => s_s.First() + x;", "MEMO104"),
        new("A set in a static that is asked", Types + "static readonly System.Collections.Frozen.FrozenSet<string> s_s = System.Collections.Frozen.FrozenSet.ToFrozenSet([\"a\", \"b\"]);", "bool F(string x) => s_s.Contains(x);"),
        new("A set as a result", Types, $"System.Collections.Immutable.ImmutableHashSet<string> F(string x) => {Make}(x, \"a\");"),
        new("A hash set", Types, "string F(string x) { var s = new HashSet<string> { x, \"a\" }; s.Add(\"b\"); foreach (var a in s) return a; return string.Join(',', s); }"),
        new("A dictionary", Types, "string F(string[] x) => x.GroupBy(a => a).ToDictionary(g => g.Key, g => g.Count()).First().Key;"),
        new("A lookup", Types, "string F(string[] x) => x.ToLookup(a => a[0]).First().First();"),
        new("A set in JSON by a generic helper", Types, $"string F(string x) => Json({Make}(x, \"a\"));", "MEMO104|MEMO107"),
        new("A list of sets in JSON by a generic helper", Types, $"string F(string x) => JsonMany(new List<System.Collections.Immutable.ImmutableHashSet<string>> {{ {Make}(x, \"a\") }});", "MEMO104|MEMO107"),
        new("A set in a node by a generic helper", Types, $"string F(string x) => JsonNode({Make}(x, \"a\"));", "MEMO104|MEMO107"),
        new("A class that derives from one", Types, "string F(string x) { var m = new Mine(); m[x] = 1; m[\"a\"] = 2; foreach (var p in m) return p.Key; return \"\"; }", "MEMO104"),
        new("A class that derives from one, as a sequence", Types, "string F(string x) { var m = new Mine(); m[x] = 1; m[\"a\"] = 2; return m.First().Key; }", "MEMO104"),
        new("A class that derives from one, in JSON", Types, "string F(string x) { var m = new Mine(); m[x] = 1; m[\"a\"] = 2; return System.Text.Json.JsonSerializer.Serialize(m); }", "MEMO104"),
        new("A class that derives from one and is asked", Types, "int F(string x) { var m = new Mine(); m[x] = 1; return m[x]; }"),
        new("Distinct texts", Types, "string F(string[] x) => x.Distinct().Union([\"a\"]).Except([\"b\"]).First();"),
    ];

    [TestCaseSource(nameof(Collections))]
    public Task A_collection_and_its_key(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Direct =>
    [
        new("Of a text", Types, "int F(string x) => x.GetHashCode() % 7;", "MEMO104"),
        new("Of a text as an object", Types, "int F(string x) { object o = x; return o.GetHashCode(); }", "MEMO104"),
        new("Of a text in a helper", Types + "static int Hash<T>(T t) => t!.GetHashCode();", "int F(string x) => Hash(x);", "MEMO104"),
        new("Of a text by a comparer", Types, "int F(string x) => StringComparer.Ordinal.GetHashCode(x);", "MEMO104"),
        new("Of a text by the default comparer", Types, "int F(string x) => EqualityComparer<string>.Default.GetHashCode(x);", "MEMO104"),
        new("Of a text's span", Types, "int F(string x) => string.GetHashCode(x.AsSpan());", "MEMO104"),
        new("Of a tuple", Types, "int F(int x) => (x, 1).GetHashCode();", "MEMO104"),
        new("Of an anonymous object", Types, "int F(string x) => new { x }.GetHashCode();", "MEMO104"),
        new("Of a combination", Types, "int F(int x) { var h = new HashCode(); h.Add(x); return h.ToHashCode(); }", "MEMO104"),
        new("Of an object without a hash", Types, "int F(int x) => new Plain(x).GetHashCode();", "MEMO104"),
        new("Of a type", Types, "int F(int x) => typeof(string).GetHashCode();", "MEMO104"),
        new("Of a delegate", Types, "int F(int x) { Func<int> f = () => x; return f.GetHashCode(); }", "MEMO104"),
        new("Of a struct without a hash", Types + "public struct Bare { public int A; }", "int F(int x) => new Bare { A = x }.GetHashCode();", "MEMO104"),
        new("Of a key value pair", Types, "int F(int x) => KeyValuePair.Create(x, \"a\").GetHashCode();", "MEMO104"),
        new("Of a nullable text record struct", Types + "public record struct T(string S);", "int F(string x) { T? t = new T(x); return t.GetHashCode(); }", "MEMO104"),
        new("In an order", Types, "string F(string[] x) => x.OrderBy(a => a.GetHashCode()).First();", "MEMO104"),
        new("By a method group", Types + "static int Hash(string s) => s.GetHashCode();", "int F(string[] x) => x.Select(Hash).First();", "MEMO104"),
        new("Of a number", Types, "int F(int x) => x.GetHashCode() + 1L.GetHashCode() + 'a'.GetHashCode() + true.GetHashCode();"),
        new("Of an enumeration member", Types, "int F(Color x) => x.GetHashCode();"),
        new("Of an object with a stable hash", Types, "int F(int x) => new Stable(x).GetHashCode();"),
        new("Of a date", Types, "int F(DateTime x) => x.GetHashCode();"),
    ];

    [TestCaseSource(nameof(Direct))]
    public Task A_hash_code_that_is_asked_for(Snippet snippet) => snippet.Holds();
}
