namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>Streams over memory that the method made are harmless, whatever is put on top of them.</summary>
public sealed class StreamTests
{
    [Test]
    public Task Streams_over_new_memory_are_harmless() => Check.Members("""
        [Memoize] public static byte[] A(byte[] x) { using var m = new MemoryStream(); m.Write(x, 0, x.Length); return m.ToArray(); }
        [Memoize] public static byte[] B(byte[] x)
        {
            using var m = new MemoryStream();
            using (var z = new System.IO.Compression.GZipStream(m, System.IO.Compression.CompressionMode.Compress)) z.Write(x);
            return m.ToArray();
        }
        [Memoize] public static string C1(byte[] x)
        {
            using var r = new StreamReader(new System.IO.Compression.GZipStream(new MemoryStream(x), System.IO.Compression.CompressionMode.Decompress), Encoding.UTF8);
            return r.ReadToEnd();
        }
        [Memoize] public static byte[] D(string x) { using var m = new MemoryStream(); using var w = new StreamWriter(m, Encoding.UTF8, leaveOpen: true); w.Write(x); w.Flush(); return m.ToArray(); }
        [Memoize] public static int E(byte[] x) { using var r = new BinaryReader(new MemoryStream(x)); return r.ReadInt32(); }
        [Memoize] public static byte[] F(int x) { using var m = new MemoryStream(); using var w = new BinaryWriter(m); w.Write(x); return m.ToArray(); }
        [Memoize] public static string G(string x) { using var r = new StringReader(x); var all = ""; while (r.ReadLine() is { } line) all += line; return all; }
        [Memoize] public static string H(byte[] x) { using var s = new MemoryStream(x); return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(s)); }
        [Memoize] public static int I(byte[] x) { using var z = new System.IO.Compression.ZipArchive(new MemoryStream(x)); return z.Entries.Count; }
        """);

    [Test]
    public Task A_stream_over_a_given_array_writes_into_it() => Check.Members("""
        [Memoize] public static int A(byte[] x) { using var m = new MemoryStream(x); {|MEMO106:m.WriteByte(1)|}; return x[0]; }
        [Memoize] public static int B(byte[] x) { using var m = new MemoryStream(x); return m.ReadByte(); }
        [Memoize] public static int C1(byte[] x, byte[] y) { using var m = new MemoryStream(x); return {|MEMO106:m.Read(y)|}; }
        [Memoize] public static int D(byte[] x) { using var m = new MemoryStream(x); var y = new byte[4]; m.ReadExactly(y); y[0] = 1; return y[0]; }
        """);

    [Test]
    public Task Files_are_read_and_written_and_their_names_are_only_names() => Check.Members("""
        [Memoize] public static string A(string p) { using var s = {|MEMO101:new FileStream(p, FileMode.Open)|}; using var r = new StreamReader(s); return r.ReadToEnd(); }
        [Memoize] public static string B(string p) { using var r = {|MEMO101:new StreamReader(p)|}; return r.ReadToEnd(); }
        [Memoize] public static bool C1(string p) => {|MEMO101:File.Exists(p)|};
        [Memoize] public static long D(string p) => {|MEMO101:new FileInfo(p).Length|};
        [Memoize] public static string E(string p) => new FileInfo(p).Name + Path.GetFileName(p) + Path.GetExtension(p) + Path.Combine(p, "a") + Path.ChangeExtension(p, "b");
        [Memoize] public static string F(string p) => {|MEMO105:Path.GetFullPath(p)|};
        [Memoize] public static int G(string p) { {|MEMO101:File.WriteAllText(p, "a")|}; return 1; }
        [Memoize] public static DateTime H(string p) => {|MEMO101:File.GetLastWriteTimeUtc(p)|};
        [Memoize] public static int I(string p) { using var z = {|MEMO101:System.IO.Compression.ZipFile.OpenRead(p)|}; return z.Entries.Count; }
        """);

    [Test]
    public Task A_writer_formats_fractions_by_its_culture() => Check.MembersWithInfo("""
        [Memoize] public static string A(double x) { using var w = new StringWriter(); {|MEMO105:w.Write(x)|}; return w.ToString(); }
        [Memoize] public static string B(string x) { using var w = new StringWriter(); w.Write(x); w.WriteLine('c'); return w.ToString(); }
        [Memoize] public static string C1(int x) { using var w = new StringWriter(); w.Write(x); return w.ToString(); }
        """);
}
