namespace Memo.Analyzers.Tests.Effects;

/// <summary>
/// Types of the program that derive from a class of the framework or implement its interface: D reads the clock in a member that only the
/// framework calls, E is like it and does not.
/// </summary>
public sealed class FrameworkBaseTests
{
    /// <summary>The type's text, in which NOW is the clock or 0, and an expression over <c>new D()</c>.</summary>
    private static readonly (string Name, string Type, string Expression)[] Derived =
    [
        ("IFormattable", "class D : IFormattable { public string ToString(string? f, IFormatProvider? p) => NOW + \"\"; public override string ToString() => \"\"; }", "$\"{new D():x}\""),
        ("IFormattable in a format", "class D : IFormattable { public string ToString(string? f, IFormatProvider? p) => NOW + \"\"; public override string ToString() => \"\"; }", "string.Format(CultureInfo.InvariantCulture, \"{0:x}\", new D())"),
        ("ISpanFormattable", "class D : ISpanFormattable { public bool TryFormat(Span<char> s, out int n, ReadOnlySpan<char> f, IFormatProvider? p) { n = 0; return NOW == 0; } public string ToString(string? f, IFormatProvider? p) => \"\"; }", "$\"{new D()}\""),
        ("IFormatProvider", "class D : IFormatProvider { public object? GetFormat(Type? t) { _ = NOW; return null; } }", "string.Format(new D(), \"{0}\", 1)"),
        ("IFormatProvider of a number", "class D : IFormatProvider { public object? GetFormat(Type? t) { _ = NOW; return NumberFormatInfo.InvariantInfo; } }", "1.5.ToString(new D())"),
        ("ICustomFormatter", "class D : IFormatProvider, ICustomFormatter { public object? GetFormat(Type? t) => this; public string Format(string? f, object? a, IFormatProvider? p) => NOW + \"\"; }", "string.Format(new D(), \"{0}\", 1)"),
        ("IConvertible", "class D : K { public override int ToInt32(IFormatProvider? p) => (int)NOW; }", "Convert.ToInt32(new D(), CultureInfo.InvariantCulture)"),
        ("Comparer", "class D : Comparer<int> { public override int Compare(int a, int b) => (int)NOW; }", "new[] { 1, 2 }.OrderBy(a => a, new D()).First()"),
        ("Comparer that sorts an array", "class D : Comparer<int> { public override int Compare(int a, int b) => (int)NOW; }", "Sorted(new D())"),
        ("IComparer without a type", "class D : System.Collections.IComparer { public int Compare(object? a, object? b) => (int)NOW; }", "Sorted2(new D())"),
        ("EqualityComparer", "class D : EqualityComparer<int> { public override bool Equals(int a, int b) => NOW > 1; public override int GetHashCode(int a) => 1; }", "new HashSet<int>(new D()) { 1, 2 }.Count"),
        ("IEqualityComparer", "class D : IEqualityComparer<int> { public bool Equals(int a, int b) => NOW > 1; public int GetHashCode(int a) => 1; }", "new[] { 1, 2 }.Distinct(new D()).Count()"),
        ("IEqualityComparer that groups", "class D : IEqualityComparer<int> { public bool Equals(int a, int b) => NOW > 1; public int GetHashCode(int a) => 1; }", "new[] { 1, 2 }.GroupBy(a => a, new D()).Count()"),
        ("IAlternateEqualityComparer", "class D : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string> { public bool Equals(string? a, string? b) => true; public int GetHashCode(string a) => 1; public string Create(ReadOnlySpan<char> s) => \"\"; public int GetHashCode(ReadOnlySpan<char> s) => 1; public bool Equals(ReadOnlySpan<char> s, string t) => NOW > 1; }", "new HashSet<string>(new D()) { \"a\" }.GetAlternateLookup<ReadOnlySpan<char>>().Contains(\"a\")"),
        ("IEnumerable in a list", "class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return (int)NOW; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "new List<int>(new D()).Count"),
        ("IEnumerable in a query", "class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return (int)NOW; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "new D().Sum()"),
        ("IEnumerable in a later query", "class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return (int)NOW; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "new D().Where(a => a > 1).Select(a => a + 1).ToArray().Length"),
        ("IEnumerable in a join", "class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return (int)NOW; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "string.Join(\",\", new D())"),
        ("IEnumerable in a spread", "class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return (int)NOW; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "Spread(new D()).Length"),
        ("IEnumerable in a union", "class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return (int)NOW; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "new HashSet<int> { 1 }.Overlaps(new D())"),
        ("IEnumerator", "class D : IEnumerator<int> { public int Current => (int)NOW; object System.Collections.IEnumerator.Current => 1; public bool MoveNext() => false; public void Reset() { } public void Dispose() { } } class G : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => new D(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "new G().Sum()"),
        ("ICollection that is copied", "class D : L { public override void CopyTo(int[] a, int i) { _ = NOW; } }", "new List<int>(new D()).Count"),
        ("ICollection that is counted", "class D : L { public override int Count => (int)NOW; }", "((IEnumerable<int>)new D()).Count()"),
        ("IList by index", "class D : L { public override int this[int i] { get => (int)NOW; set { } } }", "((IEnumerable<int>)new D()).ElementAt(1)"),
        ("Collection", "class D : System.Collections.ObjectModel.Collection<int> { protected override void InsertItem(int i, int a) { _ = NOW; base.InsertItem(i, a); } }", "new D { 1 }.Count"),
        ("Collection that is cleared", "class D : System.Collections.ObjectModel.Collection<int> { protected override void ClearItems() { _ = NOW; } }", "Cleared(new D())"),
        ("KeyedCollection", "class D : System.Collections.ObjectModel.KeyedCollection<int, string> { protected override int GetKeyForItem(string s) => (int)NOW; }", "new D { \"a\" }.Contains(1)"),
        ("Random", "class D() : Random(1) { protected override double Sample() => NOW; }", "new D().NextDouble()"),
        ("Stream", "class D : MemoryStream { public override int Read(byte[] b, int i, int n) { _ = NOW; return 0; } public override int Read(Span<byte> b) { _ = NOW; return 0; } }", "new StreamReader(new D()).ReadToEnd()"),
        ("Stream that is copied", "class D : MemoryStream { public override void CopyTo(Stream s, int n) { _ = NOW; } }", "Copied(new D())"),
        ("TextReader", "class D() : StringReader(\"a\") { public override int Read(char[] b, int i, int n) { _ = NOW; return 0; } public override string ReadToEnd() => NOW + \"\"; }", "((TextReader)new D()).ReadToEnd()"),
        ("TextWriter", "class D : StringWriter { public override void Write(char c) { _ = NOW; } }", "Wrote(new D())"),
        ("Encoding", "class D : UTF8Encoding { public override int GetByteCount(char[] c, int i, int n) { _ = NOW; return 1; } public override byte[] GetBytes(string s) { _ = NOW; return []; } }", "((Encoding)new D()).GetBytes(\"a\").Length"),
        ("JsonConverter", "class D : System.Text.Json.Serialization.JsonConverter<int> { public override int Read(ref System.Text.Json.Utf8JsonReader r, Type t, System.Text.Json.JsonSerializerOptions o) => 0; public override void Write(System.Text.Json.Utf8JsonWriter w, int v, System.Text.Json.JsonSerializerOptions o) => w.WriteNumberValue(NOW); }", "System.Text.Json.JsonSerializer.Serialize(1, new System.Text.Json.JsonSerializerOptions { Converters = { new D() } })"),
        ("JsonNamingPolicy", "class D : System.Text.Json.JsonNamingPolicy { public override string ConvertName(string n) => n + NOW; } record R(int A);", "System.Text.Json.JsonSerializer.Serialize(new R(1), new System.Text.Json.JsonSerializerOptions { PropertyNamingPolicy = new D() })"),
        ("Content of XML", "class D { public override string ToString() => NOW + \"\"; }", "new System.Xml.Linq.XElement(\"a\", new D()).Value"),
        ("IBufferWriter", "class D : System.Buffers.IBufferWriter<byte> { readonly byte[] _b = new byte[99]; public void Advance(int n) { _ = NOW; } public Memory<byte> GetMemory(int n) => _b; public Span<byte> GetSpan(int n) => _b; }", "Buffered(new D())"),
        ("IDisposable", "class D : IDisposable { public void Dispose() { _ = NOW; } }", "Used(new D())"),
        ("IAsyncEnumerable", "class D : IAsyncEnumerable<int> { public async IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken t = default) { await Task.Yield(); yield return (int)NOW; } }", "Awaited(new D()).Result"),
        ("IEquatable", "class D : IEquatable<D> { public bool Equals(D? o) => NOW > 1; }", "new List<D> { new() }.Contains(new())"),
        ("IEquatable of a struct", "struct D : IEquatable<D> { public bool Equals(D o) => NOW > 1; }", "new[] { new D() }.Contains(new())"),
        ("IComparable without a type", "class D : IComparable { public int CompareTo(object? o) => (int)NOW; }", "new[] { new D(), new() }.Max() is null"),
        ("TimeProvider", "class D : TimeProvider { public override DateTimeOffset GetUtcNow() => new(NOW, default); }", "((TimeProvider)new D()).GetUtcNow().Ticks"),
        ("IParsable", "struct D : IParsable<D> { public static D Parse(string s, IFormatProvider? p) { _ = NOW; return new(); } public static bool TryParse(string? s, IFormatProvider? p, out D d) { d = new(); return true; } }", "Parsed<D>() is { }"),
    ];

    private const string Helpers = """
        static int Sorted(IComparer<int> c) { int[] a = [1, 2]; Array.Sort(a, c); return a[0]; }
        static int Sorted2(System.Collections.IComparer c) { int[] a = [1, 2]; Array.Sort(a, c); return a[0]; }
        static int[] Spread(IEnumerable<int> xs) => [1, .. xs];
        static int Cleared(System.Collections.ObjectModel.Collection<int> c) { c.Clear(); return 1; }
        static int Copied(Stream s) { var m = new MemoryStream(); s.CopyTo(m); return 1; }
        static int Wrote(TextWriter w) { w.Write("abc"); w.WriteLine('c'); return 1; }
        static int Buffered(System.Buffers.IBufferWriter<byte> b) { using var w = new System.Text.Json.Utf8JsonWriter(b); w.WriteNumberValue(1); w.Flush(); return 1; }
        static int Used(IDisposable d) { using (d) return 1; }
        static async Task<int> Awaited(IAsyncEnumerable<int> d) { await foreach (var a in d) return a; return 1; }
        static T Parsed<T>() where T : IParsable<T> => T.Parse("a", CultureInfo.InvariantCulture);
        abstract class L : IList<int>
        {
            public virtual int this[int i] { get => 1; set { } }
            public virtual int Count => 1;
            public bool IsReadOnly => true;
            public virtual void CopyTo(int[] a, int i) { }
            public void Add(int a) { }
            public void Clear() { }
            public bool Contains(int a) => true;
            public int IndexOf(int a) => 1;
            public void Insert(int i, int a) { }
            public bool Remove(int a) => true;
            public void RemoveAt(int i) { }
            public IEnumerator<int> GetEnumerator() { yield return 1; }
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        abstract class K : IConvertible
        {
            public TypeCode GetTypeCode() => TypeCode.Int32;
            public bool ToBoolean(IFormatProvider? p) => true;
            public byte ToByte(IFormatProvider? p) => 1;
            public char ToChar(IFormatProvider? p) => 'a';
            public DateTime ToDateTime(IFormatProvider? p) => default;
            public decimal ToDecimal(IFormatProvider? p) => 1;
            public double ToDouble(IFormatProvider? p) => 1;
            public short ToInt16(IFormatProvider? p) => 1;
            public virtual int ToInt32(IFormatProvider? p) => 1;
            public long ToInt64(IFormatProvider? p) => 1;
            public sbyte ToSByte(IFormatProvider? p) => 1;
            public float ToSingle(IFormatProvider? p) => 1;
            public string ToString(IFormatProvider? p) => "";
            public object ToType(Type t, IFormatProvider? p) => 1;
            public ushort ToUInt16(IFormatProvider? p) => 1;
            public uint ToUInt32(IFormatProvider? p) => 1;
            public ulong ToUInt64(IFormatProvider? p) => 1;
        }

        """;

    private static IEnumerable<Snippet> Clocked => Derived.Select(d => Of(d.Name, d.Type.Replace("NOW", "Now()", StringComparison.Ordinal), d.Expression, "MEMO104"));

    private static IEnumerable<Snippet> Pure => Derived.Select(d => Of(d.Name, d.Type.Replace("NOW", "0L", StringComparison.Ordinal), d.Expression));

    /// <summary>The pure one is used, and the other is somewhere in the program.</summary>
    private static IEnumerable<Snippet> PureBesideClocked => Derived.Where(d => !d.Type.Contains("} class ", StringComparison.Ordinal) && !d.Type.Contains("} record ", StringComparison.Ordinal)).Select(d => Of(d.Name,
        d.Type.Replace("NOW", "0L", StringComparison.Ordinal) + d.Type.Replace("NOW", "Now()", StringComparison.Ordinal)
            .Replace("class D", "class Other", StringComparison.Ordinal).Replace("struct D", "struct Other", StringComparison.Ordinal)
            .Replace("<D>", "<Other>", StringComparison.Ordinal).Replace("D o", "Other o", StringComparison.Ordinal).Replace("D? o", "Other? o", StringComparison.Ordinal)
            .Replace("static D", "static Other", StringComparison.Ordinal).Replace("out D", "out Other", StringComparison.Ordinal), d.Expression));

    private static Snippet Of(string name, string type, string expression, params string[] rules) =>
        new(name, Helpers + type, "string? F(int x) { object? o = " + expression + "; return o is null ? \"a\" : \"b\"; }", rules);

    [TestCaseSource(nameof(Clocked))]
    public Task An_override_that_only_the_framework_calls_is_run(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Pure))]
    public Task A_pure_one_is_fine(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(PureBesideClocked))]
    public Task Another_type_of_the_program_is_not_run(Snippet snippet) => snippet.Holds();
}
