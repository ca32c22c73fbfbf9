namespace Memo.Analyzers.Tests.Dependencies;

public sealed class FileDependencyTests
{
    private static Task Covered(string members) => Check.Members(members);

    [Test]
    public Task A_declared_path_covers_the_read() => Covered("""
        [Memoize, DependsOnFile("{path}")] public static string F(string path) => File.ReadAllText(path);
        """);

    [TestCase("File.ReadAllLines(path).Length")]
    [TestCase("File.ReadAllBytes(path).Length")]
    [TestCase("File.ReadLines(path).Count()")]
    [TestCase("File.ReadAllText(path, Encoding.UTF8).Length")]
    [TestCase("(File.Exists(path) ? 1 : 0)")]
    public Task Every_way_to_read_is_covered(string read) => Covered(
        "[Memoize, DependsOnFile(\"{path}\")] public static int F(string path) => " + read + ";");

    [Test]
    public Task A_reader_over_a_declared_path_is_covered() => Covered("""
        [Memoize, DependsOnFile("{path}")]
        public static string? F(string path)
        {
            using var reader = new StreamReader(path);
            return reader.ReadLine();
        }
        """);

    [Test]
    public Task A_stream_over_a_declared_path_is_covered() => Covered("""
        [Memoize, DependsOnFile("{path}")]
        public static int F(string path)
        {
            using var stream = File.OpenRead(path);
            return stream.ReadByte();
        }
        """);

    [Test]
    public Task A_read_in_a_helper_is_covered() => Covered("""
        [Memoize, DependsOnFile("{path}")] public static string F(string path) => Load(path);
        private static string Load(string file) => Inner(file);
        private static string Inner(string f) => File.ReadAllText(f);
        """);

    [Test]
    public Task A_read_through_a_local_is_covered() => Covered("""
        [Memoize, DependsOnFile("{path}")] public static string F(string path) { var p = path; return File.ReadAllText(p); }
        """);

    [TestCase("$\"{dir}/index.json\"")]
    [TestCase("dir + \"/index.json\"")]
    [TestCase("Path.Combine(dir, \"index.json\")")]
    [TestCase("dir + \"/\" + \"index\" + \".json\"")]
    [TestCase("dir + \"/\" + Name")]
    public Task Constant_parts_are_followed(string path) => Covered(
        "private const string Name = \"index.json\";\n[Memoize, DependsOnFile(\"{dir}/index.json\")] public static string F(string dir) => File.ReadAllText(" + path + ");");

    [TestCase("$\"{dir}/other.json\"")]
    [TestCase("dir")]
    [TestCase("dir + \"index.json\"")]
    [TestCase("\"index.json\"")]
    [TestCase("$\"{dir}/index.json.bak\"")]
    [TestCase("$\"{dir}/sub/index.json\"")]
    [TestCase("(dir + \"/index.json\").Trim()")]
    public async Task Another_file_is_not_covered(string path)
    {
        var findings = await Reported.InMembers("[Memoize, DependsOnFile(\"{dir}/index.json\")] public static string F(string dir) => File.ReadAllText(" + path + ");");
        Assert.That(findings.Select(f => f.Id), Has.One.EqualTo("MEMO101").Or.One.EqualTo("MEMO404"));
    }

    [Test]
    public Task Two_parameters_are_told_apart() => Check.Members("""
        [Memoize, DependsOnFile("{a}")] public static string F(string a, string b) => {|MEMO101:File.ReadAllText(b)|};
        [Memoize, DependsOnFile("{a}"), DependsOnFile("{b}")] public static string G(string a, string b) => File.ReadAllText(b) + File.ReadAllText(a);
        [Memoize, DependsOnFile("{dir}/{name}.csv")] public static string H(string dir, string name) => File.ReadAllText($"{dir}/{name}.csv");
        [Memoize, DependsOnFile("{dir}/{name}.csv")] public static string I(string dir, string name) => {|MEMO101:File.ReadAllText($"{name}/{dir}.csv")|};
        """);

    [Test]
    public Task A_parameter_that_is_assigned_is_another_path() => Check.Members("""
        [Memoize, DependsOnFile("{path}")] public static string F(string path) { path += ".bak"; return {|MEMO101:File.ReadAllText(path)|}; }
        """);

    [Test]
    public Task A_local_that_is_assigned_twice_is_no_path() => Check.Members("""
        [Memoize, DependsOnFile("{path}")]
        public static string F(string path, bool other)
        {
            var p = path;
            if (other) p = "b";
            return {|MEMO101:File.ReadAllText(p)|};
        }
        """);

    [Test]
    public Task A_helper_that_changes_the_path_is_not_covered() => Check.Members("""
        [Memoize, DependsOnFile("{path}")] public static string F(string path) => {|MEMO101:Load(path)|};
        private static string Load(string file) => File.ReadAllText(file + ".bak");
        """);

    [Test]
    public Task A_constant_path_is_covered() => Covered("""
        [Memoize, DependsOnFile("words.txt")] public static string F(int x) => File.ReadAllText("words.txt");
        """);

    [Test]
    public Task A_declaration_covers_reads_and_not_writes() => Check.Members("""
        [Memoize, DependsOnFile("{path}")] public static int F(string path) { {|MEMO101:File.WriteAllText(path, "a")|}; return 1; }
        """);

    [Test]
    public Task A_member_of_a_parameter_is_a_path() => Check.Code("""
        public sealed record Options(string Path, int N);
        public static class C
        {
            [Memoize, DependsOnFile("{options.Path}")] public static string F(Options options) => File.ReadAllText(options.Path);
        }
        """);

    [Test]
    public void A_covered_read_is_no_finding_of_the_gate() => Assert.That(
        EmittedManifest.Of(SourceText.Class("[Memoize, DependsOnFile(\"{path}\")] public static string F(string path) => File.ReadAllText(path);")).FindingsOf("F"), Is.Empty);
}
