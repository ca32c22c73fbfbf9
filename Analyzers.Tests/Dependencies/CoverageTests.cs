namespace Memo.Analyzers.Tests.Dependencies;

/// <summary>Which reads a declared file or directory covers, which it names only in part (MEMO404), and with which it has nothing to do (MEMO101).</summary>
public sealed class CoverageTests
{
    private const string Tree = "DependsOnDirectory(\"{d}\", Recursive = true)";
    private const string Flat = "DependsOnDirectory(\"{d}\")";
    private const string Csv = "DependsOnDirectory(\"{d}\", Pattern = \"*.csv\")";
    private const string CsvTree = "DependsOnDirectory(\"{d}\", Pattern = \"*.csv\", Recursive = true)";

    [TestCase(Flat, "Directory.GetFiles(d).Length", TestName = "All files")]
    [TestCase(Flat, "Directory.EnumerateDirectories(d).Count()", TestName = "All directories")]
    [TestCase(Flat, "Directory.GetFiles(d, \"*.csv\").Length", TestName = "Some files")]
    [TestCase(Flat, "Directory.GetFiles(d, \"*\", SearchOption.TopDirectoryOnly).Length", TestName = "All files by options")]
    [TestCase(Flat, "(Directory.Exists(d) ? 1 : 0)", TestName = "Whether it is there")]
    [TestCase(Flat, "File.ReadAllText(d + \"/a.json\").Length", TestName = "A file in it")]
    [TestCase(Flat, "File.ReadAllText(Path.Combine(d, \"a.json\")).Length", TestName = "A file in it, joined")]
    [TestCase(Flat, "Helper(d)", TestName = "A file in it, in a helper")]
    [TestCase(Flat, "(File.Exists(d + \"/a.json\") ? 1 : 0)", TestName = "Whether a file is in it")]
    [TestCase(Flat, "(Directory.Exists(d + \"/sub\") ? 1 : 0)", TestName = "Whether a directory is in it")]
    [TestCase("DependsOnDirectory(\"{d}/\")", "Directory.GetFiles(d).Length", TestName = "With a separator at the end")]
    [TestCase("DependsOnDirectory(\"./data\")", "Directory.GetFiles(\"data\").Length", TestName = "With a dot at the beginning")]
    [TestCase("DependsOnDirectory(\"data\")", "File.ReadAllText(\"data//a.json\").Length", TestName = "With two separators")]
    [TestCase("DependsOnDirectory(\"/\")", "File.ReadAllText(\"/a.json\").Length", TestName = "The root")]
    [TestCase("DependsOnDirectory(\"{d}/sub\")", "File.ReadAllText($\"{d}/sub/a.json\").Length", TestName = "A directory in it")]
    [TestCase(Csv, "Directory.GetFiles(d, \"*.csv\").Length", TestName = "The same pattern")]
    [TestCase(Csv, "File.ReadAllText(d + \"/a.csv\").Length", TestName = "A file of the pattern")]
    [TestCase(Tree, "Directory.GetFiles(d, \"*\", SearchOption.AllDirectories).Length", TestName = "All files of a tree")]
    [TestCase(Tree, "Directory.GetFiles(d, \"*\", s).Length", TestName = "Files of a tree, perhaps")]
    [TestCase(Tree, "Directory.GetFiles(d + \"/sub\").Length", TestName = "A directory of a tree")]
    [TestCase(Tree, "File.ReadAllText(d + \"/sub/deep/a.json\").Length", TestName = "A file deep in a tree")]
    [TestCase(CsvTree, "Directory.GetFiles(d, \"*.csv\", SearchOption.AllDirectories).Length", TestName = "The same pattern in a tree")]
    [TestCase(CsvTree, "Directory.GetFiles(d, \"*.csv\", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }).Length", TestName = "The same pattern, however names are compared")]
    [TestCase("DependsOnFile(\"{d}/a.json\")", "(int)new FileInfo(Path.Combine(d, \"a.json\")).Length", TestName = "A file as an object")]
    [TestCase("DependsOnFile(\"{d}/a.json\")", "Length(new FileInfo(d + \"/a.json\"))", TestName = "A file as an object, in a helper")]
    [TestCase("DependsOnFile(\"{d}\")", "File.ReadAllText(new FileInfo(d).FullName).Length", TestName = "A file by its full name")]
    [TestCase(Flat, "new DirectoryInfo(d).GetFiles().Length", TestName = "A directory as an object")]
    [TestCase("DependsOnFile(\"./data/a.json\")", "File.ReadAllText(\"data/./a.json\").Length", TestName = "A file by another text of the same path")]
    public async Task It_is_covered(string declaration, string read)
    {
        Assert.That((await Reported.InMembers(Program(declaration, read))).IdsAndLines(), Is.Empty);
        Assert.That(EmittedManifest.Of(SourceText.Class(Program(declaration, read))).FindingsOf("F"), Is.Empty);
    }

    private const string Subdirectories = "subdirectories do not count; set 'Recursive = true'";
    private const string Pattern = "its pattern '*.csv' leaves names out";
    private const string Elsewhere = "part of the path is known only at run time, and may lead out of the directory; declare the file itself";

    [TestCase(Flat, "Directory.GetFiles(d, \"*\", SearchOption.AllDirectories).Length", Subdirectories)]
    [TestCase(Flat, "Directory.GetFiles(d, \"*\", s).Length", Subdirectories)]
    [TestCase(Flat, "Directory.GetFiles(d, \"*\", new EnumerationOptions()).Length", Subdirectories)]
    [TestCase(Flat, "Directory.GetFiles(d + \"/sub\").Length", Subdirectories)]
    [TestCase(Flat, "File.ReadAllText(d + \"/sub/a.json\").Length", Subdirectories)]
    [TestCase(Flat, "Directory.GetFiles(d, n).Length", "which names are listed is not known; pass a constant pattern")]
    [TestCase(Tree, "Directory.GetFiles(d, n).Length", "which names are listed is not known; pass a constant pattern")]
    [TestCase(Tree, "Directory.GetFiles(d, \"../*\").Length", "which names are listed is not known; pass a constant pattern")]
    [TestCase(Csv, "Directory.GetFiles(d).Length", Pattern)]
    [TestCase(Csv, "Directory.GetFiles(d, \"*.json\").Length", Pattern)]
    [TestCase(Csv, "File.ReadAllText(d + \"/a.json\").Length", Pattern)]
    [TestCase(CsvTree, "File.ReadAllText(d + \"/sub/a.csv\").Length", Pattern, TestName = "Whether the directory on the way is there counts as well")]
    [TestCase(CsvTree, "Directory.GetFiles(d + \"/sub\", \"*.csv\").Length", Pattern)]
    [TestCase(Tree, "File.ReadAllText(d + \"/\" + n).Length", Elsewhere)]
    [TestCase(Tree, "File.ReadAllText(d + \"/\" + n + \".csv\").Length", Elsewhere)]
    [TestCase(Tree, "File.ReadAllText(d + \"/../a.json\").Length", Elsewhere)]
    [TestCase(Tree, "File.ReadAllText(d + \"/a.json:part\").Length", Elsewhere, TestName = "A part of a file that its content does not tell")]
    [TestCase("DependsOnFile(\"{d}/a.json\")", "Directory.GetFiles(d).Length", "the directory has other files, too")]
    [TestCase("DependsOnDirectory(\"{d}/sub\")", "Directory.GetFiles(d).Length", "it lies in the directory, which has more in it")]
    public async Task It_is_covered_in_part(string declaration, string read, string missing)
    {
        var found = await Reported.InMembers(Program(declaration, read));
        Assert.That(found.IdsAndLines(), Is.EqualTo(["MEMO404 line 3"]));
        Assert.That(found.Single(d => d.Id == "MEMO404").Message(), Does.EndWith("covers only a part of it: " + missing));
        Assert.That(EmittedManifest.Of(SourceText.Class(Program(declaration, read))).FindingsOf("F"), Has.One.StartsWith("MEMO404 reads the "));
    }

    [TestCase(Flat, "Directory.GetFiles(n).Length", TestName = "Another directory")]
    [TestCase(Flat, "File.ReadAllText(d + \"2/a.json\").Length", TestName = "A directory whose name begins alike")]
    [TestCase(Flat, "File.ReadAllText(n + \"/a.json\").Length", TestName = "A file in another directory")]
    [TestCase(Flat, "File.ReadAllText(d).Length", TestName = "A file in the place of the directory")]
    [TestCase(Tree, "File.ReadAllText((d + \"/a.json\").Trim()).Length", TestName = "A file whose path is not known")]
    [TestCase("DependsOnDirectory(\"data\")", "File.ReadAllText(\"data2/a.json\").Length", TestName = "A constant directory whose name begins alike")]
    [TestCase("DependsOnDirectory(\"data\")", "File.ReadAllText(\"../data/a.json\").Length", TestName = "A directory above")]
    [TestCase("DependsOnFile(\"{d}/a.json\")", "File.ReadAllText(d + \"/b.json\").Length", TestName = "Another file of the directory")]
    [TestCase("DependsOnFile(\"{d}\")", "File.ReadAllText(d + \"/\").Length", TestName = "A file with a separator behind it")]
    [TestCase("DependsOnFile(\"{d}/a\")", "File.ReadAllText(d + \"//a\").Length", TestName = "A hole before two separators")]
    [TestCase("DependsOnFile(\"{n}\")", "File.ReadAllText(\"./\" + n).Length", TestName = "A dot before a hole")]
    public async Task It_is_not_covered_at_all(string declaration, string read) =>
        Assert.That((await Reported.InMembers(Program(declaration, read))).IdsAndLines(), Is.EqualTo(["MEMO101 line 3"]));

    [Test]
    public async Task A_wrong_declaration_covers_nothing_in_part_either() => Assert.That(
        (await Reported.InMembers(Program("DependsOnDirectory(\"{d}\", Pattern = \"a/b\")", "Directory.GetFiles(d).Length"))).IdsAndLines(),
        Is.EquivalentTo(["MEMO401 line 3", "MEMO101 line 3"]));

    [TestCase("*", "a.csv", true)]
    [TestCase("a*", "a.csv", true)]
    [TestCase("*.csv", "a.csv", true)]
    [TestCase("*.csv", ".csv", true)]
    [TestCase("a*c*v", "a.csv", true)]
    [TestCase("a.csv", "a.csv", true)]
    [TestCase("a*a", "a", false)]
    [TestCase("*.csv", "a.csv2", false)]
    [TestCase("*.csv", "a.CSV", false)]
    [TestCase("b*", "a.csv", false)]
    [TestCase("?.csv", "a.csv", false, TestName = "What only the platform knows is not taken for a match")]
    public void A_name_matches_a_pattern(string pattern, string name, bool matches) =>
        Assert.That(Memo.Analyzers.Effects.PathPlaces.Matches(pattern, name), Is.EqualTo(matches));

    private static string Program(string declaration, string read) =>
        $"[Memoize, {declaration}] public static int F(string d, string n, SearchOption s) => {read};\nprivate static int Helper(string folder) => File.ReadAllText(folder + \"/a.json\").Length; private static int Length(FileInfo file) => (int)file.Length;";
}
