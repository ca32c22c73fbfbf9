namespace Memo.Analyzers.Tests.Generation;

/// <summary>Programs that read through TrackedFile and TrackedDirectory: they run again exactly when what they read is another.</summary>
public sealed class TrackedFileTests
{
    [Test]
    public void A_file_whose_path_is_known_only_when_the_method_runs_is_followed()
    {
        using var program = new MemoizedProgram("""
            Console.Write(C.Total("index"));
            public static class C
            {
                [Memoize] public static int Total(string index) => TrackedFile.ReadLines(index).Sum(Size);
                private static int Size(string path) => TrackedFile.Exists(path) ? TrackedFile.ReadAllText(path).Length : 0;
            }
            """);
        Write(program, "index", "a\nb");
        Write(program, "a", "12");
        AssertMiss(program, "2", "Total(\"index\")");
        AssertHit(program, "2");
        Write(program, "b", "345");
        AssertMiss(program, "5", "Total(\"index\")", "existence of file b");
        AssertHit(program, "5");
        Write(program, "c", "6789");
        AssertHit(program, "5");
        Write(program, "a", "1");
        AssertMiss(program, "4", "Total(\"index\")", "file a");
        Write(program, "index", "c");
        AssertMiss(program, "4", "Total(\"index\")", "file index");
        File.Delete(Path.Combine(program.Folder, "b"));
        AssertHit(program, "4");
    }

    [Test]
    public void A_directory_is_followed()
    {
        using var program = new MemoizedProgram("""
            Console.Write(C.Names("in"));
            public static class C
            {
                [Memoize] public static string Names(string dir) => TrackedDirectory.Exists(dir) ? string.Join(' ', TrackedDirectory.EnumerateFiles(dir, "*.csv").Select(Path.GetFileName)) : "none";
            }
            """);
        AssertMiss(program, "none", "Names(\"in\")");
        AssertHit(program, "none");
        Directory.CreateDirectory(Path.Combine(program.Folder, "in"));
        AssertMiss(program, "", "Names(\"in\")", "existence of directory in");
        Write(program, "in/b.csv", "");
        AssertMiss(program, "b.csv", "Names(\"in\")", "files in in/*.csv");
        Write(program, "in/a.csv", "");
        AssertMiss(program, "a.csv b.csv", "Names(\"in\")", "files in in/*.csv");
        Write(program, "in/a.csv", "content");
        Write(program, "in/a.txt", "");
        AssertHit(program, "a.csv b.csv");
        File.Delete(Path.Combine(program.Folder, "in/b.csv"));
        AssertMiss(program, "a.csv", "Names(\"in\")", "files in in/*.csv");
    }

    [Test]
    public void What_an_inner_method_reads_the_outer_one_depends_on()
    {
        using var program = new MemoizedProgram("""
            Console.Write(await C.Outer(2));
            public static class C
            {
                [Memoize] public static async Task<string> Outer(int n)
                {
                    var parts = await Task.WhenAll(Enumerable.Range(0, n).Select(i => Task.Run(() => Inner(i))));
                    return string.Concat(parts) + Both("2", "3");
                }
                [Memoize] private static string Inner(int i) => TrackedFile.ReadAllText($"{i}");
                private static string Both(string a, string b)
                {
                    var texts = new string[2];
                    Parallel.For(0, 2, i => texts[i] = TrackedFile.ReadAllText(i == 0 ? a : b));
                    return string.Concat(texts);
                }
            }
            """);
        for (var i = 0; i < 4; i++) Write(program, $"{i}", $"{i}");
        Assert.That(program.Start().Output, Is.EqualTo("0123"));
        AssertHit(program, "0123");
        for (var i = 0; i < 4; i++)
        {
            Write(program, $"{i}", "x");
            var run = program.Start();
            Assert.That(run.Output, Is.EqualTo("xxxx"[..(i + 1)] + "0123"[(i + 1)..]));
            Assert.That(run.Of("miss"), Has.Length.EqualTo(i < 2 ? 2 : 1), string.Join('\n', run.Log));
            Assert.That(run.Log[^1], Does.EndWith($": dependency changed: file {i}"));
            AssertHit(program, run.Output);
        }
    }

    [Test]
    public void Readers_of_the_framework_over_tracked_streams_are_remembered() => MemoizedProgram.RemembersAll(9, """
        using System.Text.Json;
        using System.Xml.Linq;
        using System.IO.Compression;
        using System.Security.Cryptography;
        File.WriteAllText("a.json", "{ \"n\": [1, 2, 3] }");
        File.WriteAllText("a.xml", "<a><b>1</b><b>2</b></a>");
        File.WriteAllText("a.csv", "x;y\n1;2\n3;4\n");
        using (var zip = new ZipArchive(File.Create("a.zip"), ZipArchiveMode.Create))
        {
            var entry = zip.CreateEntry("inner.txt");
            entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var writer = new StreamWriter(entry.Open());
            writer.Write("zipped");
        }
        using (var gzip = new GZipStream(File.Create("a.gz"), CompressionLevel.Fastest)) gzip.Write("compressed"u8);
        Console.WriteLine($"{C.Json("a.json")} {C.Element("a.json")} {C.Xml("a.xml")} {C.Csv("a.csv")} {C.Zip("a.zip")} {C.Gzip("a.gz")} {C.Hash("a.csv")} {C.Number("a.csv")} {await C.LinesAsync("a.csv")}");
        public static class C
        {
            [Memoize] public static int Json(string p) { using var d = JsonDocument.Parse(TrackedFile.ReadAllText(p)); return d.RootElement.GetProperty("n").GetArrayLength(); }
            [Memoize] public static int Element(string p) { using var s = TrackedFile.OpenRead(p); using var d = JsonDocument.Parse(s); return d.RootElement.GetProperty("n").GetArrayLength(); }
            [Memoize] public static int Xml(string p) { using var s = TrackedFile.OpenRead(p); return XDocument.Load(s).Descendants("b").Count(); }
            [Memoize] public static int Csv(string p) => TrackedFile.ReadLines(p).Skip(1).Select(line => line.Split(';')).Sum(parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
            [Memoize] public static string Zip(string p)
            {
                using var zip = new ZipArchive(TrackedFile.OpenRead(p));
                using var reader = new StreamReader(zip.Entries[0].Open());
                return reader.ReadToEnd();
            }
            [Memoize] public static string Gzip(string p) { using var r = new StreamReader(new GZipStream(TrackedFile.OpenRead(p), CompressionMode.Decompress)); return r.ReadToEnd(); }
            [Memoize] public static string Hash(string p) { using var s = TrackedFile.OpenRead(p); return Convert.ToHexString(SHA256.HashData(s)); }
            [Memoize] public static int Number(string p) { using var r = new BinaryReader(TrackedFile.OpenRead(p)); r.BaseStream.Seek(2, SeekOrigin.Begin); return r.ReadByte(); }
            [Memoize] public static async Task<int> LinesAsync(string p) { var n = 0; await foreach (var line in TrackedFile.ReadLinesAsync(p)) n += line.Length; return n; }
        }
        """);

    [Test]
    public void With_Memo_and_without_it_the_output_is_the_same()
    {
        const string Source = """
            foreach (var path in new[] { "a.txt", "none.txt", "in", "" }) Console.WriteLine(C.Read(path));
            Console.WriteLine(C.List("."));
            public static class C
            {
                [Memoize] public static string Read(string path)
                {
                    try { return TrackedFile.ReadAllText(path); }
                    catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException) { return e.GetType().Name; }
                }
                [Memoize] public static string List(string path) => string.Join(' ', TrackedDirectory.GetFileSystemEntries(path, "?*.txt"));
            }
            """;
        using var program = new MemoizedProgram(Source);
        Write(program, "b.txt", "");
        Write(program, "a.txt", "text\n");
        Directory.CreateDirectory(Path.Combine(program.Folder, "in"));
        var off = program.Start("off");
        Assert.That(off.Calls, Is.Empty);
        Assert.That(program.Start().Output, Is.EqualTo(off.Output));
        var warm = program.Start();
        Assert.That(warm.Output, Is.EqualTo(off.Output));
        Assert.That(warm.Of("hit"), Has.Length.EqualTo(4));
        Assert.That(warm.Log.Single(line => line.Contains("\"in\"", StringComparison.Ordinal)), Does.EndWith(": not stored: file in is a directory"));
    }

    private static void Write(MemoizedProgram program, string name, string text) => File.WriteAllText(Path.Combine(program.Folder, name), text);

    private static void AssertMiss(MemoizedProgram program, string output, string call, string changed = "")
    {
        var run = program.Start();
        Assert.That(run.Output, Is.EqualTo(output));
        Assert.That(run.Calls, Is.EqualTo([$"miss C.{call}"]));
        if (changed.Length > 0) Assert.That(run.Log.Single(), Does.EndWith($": dependency changed: {changed}"));
    }

    private static void AssertHit(MemoizedProgram program, string output)
    {
        var run = program.Start();
        Assert.That(run.Output, Is.EqualTo(output));
        Assert.That(run.Of("hit"), Has.Length.EqualTo(1), string.Join('\n', run.Log));
    }
}
