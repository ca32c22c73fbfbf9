using System.Globalization;
using System.Text.RegularExpressions;
using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Messages;

/// <summary>
/// What a person reads who builds a project in which nearly everything is wrong. The files beside this one hold it as it was read and
/// found clear; when messages change on purpose, the failing test prints them, to be read again.
/// </summary>
internal sealed partial class MessageTests
{
    private static readonly string s_folder = Path.Combine(BuildFacts.RepositoryFolder, "Package.Tests", "Messages");

    [TestCase("plain", "-tl:off")]
    [TestCase("terminal", "-tl:on")]
    public void A_build_tells_what_is_wrong_and_how_one_gets_there(string output, string option)
    {
        var project = new TestProject("Impure" + output);
        project.Edit($"Impure{output}.csproj", "<ItemGroup>", """<ItemGroup><PackageReference Include="MathNet.Numerics" Version="5.0.0" />""");
        var impure = Path.Combine(s_folder, "Impure");
        foreach (var file in Directory.GetFiles(impure, "*", SearchOption.AllDirectories)) project.Write(Path.GetRelativePath(impure, file), File.ReadAllText(file));

        var build = project.Build(option);

        Assert.That(build.Result.ExitCode, Is.EqualTo(1), build.Result.ToString());
        var said = string.Join('\n', Lines(build.Result.Output.Replace(project.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))) + "\n";
        Assert.That(said, Is.EqualTo(File.ReadAllText(Path.Combine(s_folder, output + ".txt"))), said);
    }

    [Test]
    public void It_is_about_each_rule_that_a_build_speaks_of()
    {
        var warnings = Directory.GetFiles(Path.Combine(BuildFacts.RepositoryFolder, "docs", "rules"), "MEMO*.md")
            .Where(page => Severity().IsMatch(File.ReadAllText(page))).Select(page => Path.GetFileNameWithoutExtension(page));
        Assert.That(warnings.Except(Rule().Matches(File.ReadAllText(Path.Combine(s_folder, "plain.txt"))).Select(rule => rule.Value)), Is.Empty);
    }

    // Analyzers run side by side, so that files and methods come in any order. What is told of one place comes in the order in which
    // somebody finds it who reads on from there, and that order is kept.
    private static IEnumerable<string> Lines(string output) => Escape().Replace(output, "").Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => Message().Match(line)).Where(line => line.Success)
        .DistinctBy(line => line.Value)
        .OrderBy(line => line.Groups["file"].Value, StringComparer.Ordinal)
        .ThenBy(line => Number(line, "line")).ThenBy(line => Number(line, "column"))
        .Select(line => line.Value);

    private static int Number(Match line, string group) => int.Parse(line.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<file>\S+)\((?<line>\d+),(?<column>\d+)\): (warning|error) MEMO.*$")]
    private static partial Regex Message();

    // What moves the cursor, colours, links.
    [GeneratedRegex(@"\x1b(\[[0-9;?]*[A-Za-z]|\].*?(\x1b\\|\a))")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^\| severity \| (Warning|Error)", RegexOptions.Multiline)]
    private static partial Regex Severity();

    [GeneratedRegex("MEMO[0-9]{3}")]
    private static partial Regex Rule();
}
