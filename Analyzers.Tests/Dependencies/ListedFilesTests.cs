namespace Memo.Analyzers.Tests.Dependencies;

/// <summary>The files that a listing of a directory names lie in it, and are covered by it.</summary>
public sealed class ListedFilesTests
{
    private const string Flat = "DependsOnDirectory(\"{d}\")";
    private const string Csv = "DependsOnDirectory(\"{d}\", Pattern = \"*.csv\")";
    private const string Tree = "DependsOnDirectory(\"{d}\", Recursive = true)";
    private const string CsvTree = "DependsOnDirectory(\"{d}\", Pattern = \"*.csv\", Recursive = true)";

    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d)) n += File.ReadAllText(f).Length;", TestName = "A loop over an array")]
    [TestCase(Flat, "foreach (string f in Directory.EnumerateFiles(d)) n += File.ReadAllText(f).Length;", TestName = "A loop over a sequence")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d, \"*.csv\")) n += File.ReadAllText(f).Length;", TestName = "A loop over some of the files")]
    [TestCase(Csv, "foreach (var f in Directory.GetFiles(d, \"*.csv\")) n += File.ReadAllText(f).Length;", TestName = "A loop over the files of the pattern")]
    [TestCase(Tree, "foreach (var f in Directory.GetFiles(d, \"*\", SearchOption.AllDirectories)) n += File.ReadAllText(f).Length;", TestName = "A loop over a tree")]
    [TestCase(CsvTree, "foreach (var f in Directory.GetFiles(d, \"*.csv\", SearchOption.AllDirectories)) n += File.ReadAllText(f).Length;", TestName = "A loop over the files of a tree and a pattern")]
    [TestCase(Tree, "foreach (var s in Directory.GetDirectories(d)) foreach (var f in Directory.GetFiles(s)) n += File.ReadAllText(f).Length;", TestName = "A loop in a loop")]
    [TestCase(Tree, "foreach (var s in Directory.GetDirectories(d)) n += File.ReadAllText(Path.Combine(s, \"a.txt\")).Length;", TestName = "A file in each directory")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d)) n += File.ReadAllText(f + \".meta\").Length;", TestName = "A file beside each")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d)) n += Read(f);", TestName = "A loop with a helper")]
    [TestCase(Flat, "n = All(d);", TestName = "A loop in a helper")]
    [TestCase("DependsOnDirectory(\"{d}/in\")", "n = All(d + \"/in\");", TestName = "A loop in a helper over a directory in it")]
    [TestCase("DependsOnDirectory(\"data\")", "foreach (var f in Directory.GetFiles(\"data\")) n += File.ReadAllText(f).Length;", TestName = "A loop over a constant directory")]
    [TestCase("DependsOnDirectory(\".\")", "foreach (var f in Directory.GetFiles(\".\")) n += File.ReadAllText(f).Length;", TestName = "A loop over the current directory")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); foreach (var f in files) n += File.ReadAllText(f).Length;", TestName = "A local with the files")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); Array.Sort(files); for (var i = 0; i < files.Length; i++) n += File.ReadAllText(files[i]).Length;", TestName = "A local that is sorted and counted through")]
    [TestCase(Flat, "var files = Directory.GetFiles(d).ToList(); for (var i = 0; i < files.Count; i++) { var f = files[i]; n += File.ReadAllText(f).Length; }", TestName = "A list that is counted through")]
    [TestCase(Flat, "n = Directory.GetFiles(d).Select(f => File.ReadAllText(f)).Sum(t => t.Length);", TestName = "A lambda")]
    [TestCase(Flat, "n = Directory.GetFiles(d).Select(File.ReadAllText).Sum(t => t.Length);", TestName = "A method of the framework")]
    [TestCase(Flat, "n = Directory.GetFiles(d).Select(Read).Sum();", TestName = "A method of one's own")]
    [TestCase(Flat, "n = Directory.EnumerateFiles(d).Where(f => f.EndsWith(\".csv\", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Sum(f => Read(f));", TestName = "Files that are chosen and ordered")]
    [TestCase(Flat, "n = Directory.EnumerateFiles(d).OrderBy(f => f, StringComparer.Ordinal).ThenBy(f => f.Length).Skip(1).Take(3).Reverse().ToArray().Sum(Read);", TestName = "Files that are chosen and ordered in many ways")]
    [TestCase(Flat, "n = (from f in Directory.GetFiles(d) where f.Length > 3 orderby f.Length select File.ReadAllText(f).Length).Sum();", TestName = "A query")]
    [TestCase(Flat, "n = Directory.GetFiles(d).Aggregate(0, (sum, f) => sum + File.ReadAllText(f).Length);", TestName = "An aggregate")]
    [TestCase(Flat, "n = File.ReadAllText(Directory.GetFiles(d).First()).Length;", TestName = "The first file")]
    [TestCase(Flat, "n = File.ReadAllText(Directory.GetFiles(d)[0]).Length;", TestName = "The file at a place")]
    [TestCase(Flat, "n = File.ReadAllText(Directory.GetFiles(d).Max(StringComparer.Ordinal)!).Length;", TestName = "The last file by name")]
    [TestCase(Flat, "n = Directory.GetFiles(d).AsParallel().Sum(f => File.ReadAllText(f).Length);", TestName = "A parallel query")]
    [TestCase(Flat, "string[] files = [.. Directory.EnumerateFiles(d).Order(StringComparer.Ordinal)]; foreach (var f in files) n += File.ReadAllText(f).Length;", TestName = "A collection expression")]
    [TestCase(Flat, "n = File.ReadAllText(Directory.GetFiles(d).MaxBy(f => f.Length)!).Length;", TestName = "The file with the longest name")]
    [TestCase(Flat, "Parallel.ForEach(Directory.GetFiles(d), f => Interlocked.Add(ref n, File.ReadAllText(f).Length));", TestName = "A parallel loop")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d)) n += Load(f); static int Load(string file) => File.ReadAllText(file).Length;", TestName = "A local function")]
    [TestCase(Flat, "n = Directory.GetFiles(d).Sum(Load) + Directory.GetFiles(d).Max(Load); int Load(string file) => file.Length > 3 ? File.ReadAllText(file).Length : 0;", TestName = "A local function as a delegate")]
    [TestCase(Tree, "n = Walk(d); int Walk(string at) => Directory.GetFiles(at).Sum(f => File.ReadAllText(f).Length);", TestName = "A local function that lists")]
    [TestCase(Flat, "foreach (var f in new DirectoryInfo(d).GetFiles()) { using var reader = f.OpenText(); n += reader.ReadToEnd().Length; }", TestName = "A loop over objects")]
    [TestCase(Flat, "foreach (var f in new DirectoryInfo(d).EnumerateFiles(\"*.csv\")) n += (int)f.Length;", TestName = "The lengths of objects")]
    [TestCase(Flat, "foreach (var f in new DirectoryInfo(d).GetFiles()) n += File.ReadAllText(f.FullName).Length;", TestName = "The full names of objects")]
    public async Task They_are_covered(string declaration, string body) => Assert.That(await Ids(declaration, body), Is.Empty);

    [TestCase(Csv, "foreach (var f in Directory.GetFiles(d, \"*.csv\")) n += File.ReadAllText(f + \".meta\").Length;", "MEMO404", TestName = "Beside a file of a pattern lies one of another pattern")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d, \"*\", SearchOption.AllDirectories)) n += File.ReadAllText(f).Length;", "MEMO404 MEMO404", TestName = "A loop over a tree goes deeper than the directory")]
    [TestCase(Flat, "foreach (var s in Directory.GetDirectories(d)) n += File.ReadAllText(Path.Combine(s, \"a.txt\")).Length;", "MEMO404", TestName = "A file in each directory lies deeper")]
    [TestCase(CsvTree, "foreach (var s in Directory.GetDirectories(d, \"*.csv\")) n += File.ReadAllText(Path.Combine(s, \"a.csv\")).Length;", "MEMO404", TestName = "A file in each directory may lie in one that does not count")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d)) n += File.ReadAllText(f + \"/../../a\").Length;", "MEMO404", TestName = "A way up leads out of it")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d)) n += File.ReadAllText(f + p).Length;", "MEMO404", TestName = "What follows is known only at run time")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d, p)) n += File.ReadAllText(f).Length;", "MEMO101 MEMO404", TestName = "Of a pattern that is not known anything is listed")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(p)) n += File.ReadAllText(f).Length;", "MEMO101 MEMO101", TestName = "Of another directory")]
    [TestCase("DependsOnFile(\"{d}\")", "foreach (var f in Directory.GetFiles(d)) n += File.ReadAllText(f).Length;", "MEMO101 MEMO101", TestName = "A file is no directory")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); files[0] = p; foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A local into which a path is put")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); ref var first = ref files[0]; first = p; foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A local into which a path is put by reference")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); files.AsSpan().Fill(p); foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A local that a span fills")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); var same = files; same[0] = p; foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A local that has another name")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); Put(files, p); foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A local that a helper fills")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); ((string[])files.AsEnumerable())[0] = p; foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A local that is handed through")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); (files[0], _) = (p, 1); foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A local that is deconstructed into")]
    [TestCase(Flat, "var files = Directory.GetFiles(d).ToList(); files.Add(p); foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A list to which a path is added")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); files = new[] { p }; foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A local that becomes other files")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d).Append(p)) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A sequence with another path")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d).Select(x => p)) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A sequence of other paths")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d).UnionBy(new[] { p }, x => x)) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A sequence with other paths")]
    [TestCase(Flat, "n = new[] { p }.Concat(Directory.GetFiles(d)).Sum(f => File.ReadAllText(f).Length);", "MEMO101", TestName = "A sequence after other paths")]
    [TestCase(Flat, "n = Directory.GetFiles(d).UnionBy(new[] { p }, x => x).Sum(f => File.ReadAllText(f).Length);", "MEMO101", TestName = "A lambda for other paths")]
    [TestCase(Flat, "n = Directory.GetFiles(d).Aggregate((a, f) => p + File.ReadAllText(a)).Length;", "MEMO101", TestName = "What an aggregate goes on with is no file")]
    [TestCase(Flat, "n = File.ReadAllText(Directory.GetFiles(d).FirstOrDefault(p)).Length;", "MEMO101", TestName = "The first file, or another")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d)) n += Load(f); n += Load(p); static int Load(string file) => File.ReadAllText(file).Length;", "MEMO101", TestName = "A local function that is called with another path, too")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d)) n += Load(f); Func<string, int> load = Load; n += load(p); static int Load(string file) => File.ReadAllText(file).Length;", "MEMO101", TestName = "A local function that goes elsewhere as a delegate")]
    [TestCase(Flat, "foreach (var f in Directory.GetFiles(d)) n += Load(f); static int Load(string file) { file = file.Trim(); return File.ReadAllText(file).Length; }", "MEMO101", TestName = "A local function that makes another path")]
    [TestCase(Tree, "n = Walk(d); int Walk(string at) => Directory.GetFiles(at).Length + Directory.GetDirectories(at).Sum(Walk);", "MEMO101 MEMO101", TestName = "A local function that goes down by itself")]
    [TestCase(Flat, "n = File.ReadAllText(Directory.GetFiles(d).Max(f => p)!).Length;", "MEMO101", TestName = "The largest of other paths")]
    [TestCase(Flat, "Mine.Files files = [.. Directory.GetFiles(d)]; foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A collection of one's own holds what it likes")]
    [TestCase(Flat, "var file = Directory.GetFiles(d)[0]; n = File.ReadAllText(file[1..]).Length;", "MEMO101", TestName = "A part of a path")]
    [TestCase(Flat, "n = Directory.GetFiles(d).Select(f => { f = p; return File.ReadAllText(f); }).Sum(t => t.Length);", "MEMO101", TestName = "A parameter that gets another value")]
    [TestCase(Flat, "n = Directory.GetFiles(d).Sum(f => new[] { p }.Sum(f => File.ReadAllText(f).Length));", "MEMO101", TestName = "The parameter of another lambda")]
    [TestCase(Flat, "foreach (var f in Mine.Directory.GetFiles(d)) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A class of that name lists otherwise")]
    [TestCase(Flat, "n = Directory.GetFiles(d).Twice(f => File.ReadAllText(f).Length);", "MEMO101", TestName = "A method of one's own calls with what it likes")]
    [TestCase(Flat, "Func<string, int> read = f => File.ReadAllText(f).Length; n = read(p) + Directory.GetFiles(d).Sum(read);", "MEMO101", TestName = "A delegate that is called elsewhere")]
    [TestCase(Flat, "var files = Directory.GetFiles(d); ref string First() => ref files[0]; First() = p; foreach (var f in files) n += File.ReadAllText(f).Length;", "MEMO101", TestName = "A local into which a path is put by a reference that is returned")]
    [TestCase(Flat, "foreach (var f in new DirectoryInfo(d).GetFiles()) n += f.FullName.Length;", "MEMO105", TestName = "Full names that are shown")]
    [TestCase(Flat, "foreach (var f in new DirectoryInfo(d).GetFiles()) n += TrackedFile.ReadAllText(f.FullName).Length;", "MEMO105", TestName = "Full names that are traced")]
    [TestCase(Tree, "foreach (var s in Directory.GetDirectories(d, \"*\", new EnumerationOptions { ReturnSpecialDirectories = true })) n += File.ReadAllText(Path.Combine(s, \"a\")).Length;", "MEMO101", TestName = "Special directories lie elsewhere")]
    public async Task They_are_not_covered(string declaration, string body, string ids) => Assert.That(string.Join(' ', await Ids(declaration, body)), Is.EqualTo(ids));

    [TestCase("n = Down(d);", TestName = "A helper that goes down by itself")]
    [TestCase("n = Deeper(d);", TestName = "A helper that goes deeper by itself")]
    [TestCase("string path = path + d; n = File.ReadAllText(path).Length;")]
    [TestCase("var files = Directory.GetFiles(d).Where(f => files.Contains(f)).ToArray(); foreach (var f in files) n += File.ReadAllText(f).Length;")]
    [TestCase("var files = Directory.GetFiles(files[0]); foreach (var f in files) n += File.ReadAllText(f).Length;")]
    [TestCase("foreach (var f in Directory.GetFiles(f)) n += File.ReadAllText(f).Length;")]
    public async Task A_path_that_is_made_of_itself_while_it_is_typed_is_not_known(string body) =>
        Assert.That(await Ids(Flat, body), Is.Not.Empty.And.None.EqualTo("AD0001"));

    private static async Task<string[]> Ids(string declaration, string body) =>
        [.. (await Reported.InFiles(("C.cs", $$"""
            public static class C
            {
                [Memoize, {{declaration}}] public static int F(string d, string p) { var n = 0; {{body}} return n; }
                private static int All(string folder) { var n = 0; foreach (var file in Directory.GetFiles(folder)) n += File.ReadAllText(file).Length; return n; }
                private static int Down(string at) => Directory.GetFiles(at).Sum(f => File.ReadAllText(f).Length) + Directory.GetDirectories(at).Sum(s => Down(s));
                private static int Deeper(string at) => at.Length > 100 ? 0 : File.ReadAllText(at + "/a").Length + Deeper(at + "/b");
                private static int Read(string file) => File.ReadAllText(file).Length;
                private static void Put(string[] files, string p) => files[0] = p;
                private static int Twice(this string[] files, Func<string, int> read) => read(files[0] + "2");
            }

            namespace Mine
            {
                public static class Directory { public static string[] GetFiles(string d) => new[] { "other" }; }
                public sealed class Files : List<string> { public new void Add(string file) => base.Add(file + "2"); }
            }
            """))).Where(f => f.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info).Select(f => f.Id).Order(StringComparer.Ordinal)];
}
