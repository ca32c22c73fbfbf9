using System.Text.RegularExpressions;
using Memo.Package.Tests.Processes;
using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.HowTo;

/// <summary>Each page's program, built from the package; its sessions print what stands there, and what the program prints without Memo.</summary>
internal sealed partial class HowToTests
{
    private const string DotnetRun = "dotnet run";

    private static IEnumerable<string> Pages => Directory.EnumerateFiles(HowToPage.Folder, "*.md").Select(path => Path.GetFileName(path)).Where(name => name != "index.md").Order(StringComparer.Ordinal);

    [Test]
    public void The_index_names_every_page_and_no_other() => Assert.That(
        Link().Matches(File.ReadAllText(Path.Combine(HowToPage.Folder, "index.md"))).Select(link => link.Groups[1].Value).Order(StringComparer.Ordinal), Is.EqualTo(Pages));

    [TestCaseSource(nameof(Pages))]
    public void What_the_page_shows_is_what_happens(string name)
    {
        var page = HowToPage.Read(name);
        Assert.That(page.Steps.Count(step => step.Command.Contains(DotnetRun, StringComparison.Ordinal)), Is.GreaterThan(1), "a page shows what runs again and what does not");
        var project = new TestProject("how-to-" + page.Name);
        foreach (var (file, text) in page.Files) project.Write(file, text);
        var session = new List<string>();
        var shown = new List<string>();
        string? built = null;
        foreach (var step in page.Steps)
        {
            session.Add("$ " + step.Command);
            shown.Add("$ " + step.Command);
            shown.AddRange(step.Output.Select(Timeless));
            if (step.Command.Contains(DotnetRun, StringComparison.Ordinal) && Sources(project) is var sources && sources != built)
            {
                session.AddRange(WarningLine().Matches(project.BuildWell().Result.Output).Select(line => line.Groups[1].Value).Distinct(StringComparer.Ordinal));
                built = sources;
            }

            if (AddPackage().Match(step.Command) is { Success: true } added)
            {
                var adding = project.Add(added.Groups[1].Value, added.Groups[2].Value);
                Assert.That(adding.ExitCode, Is.Zero, adding.ToString());
                continue;
            }

            session.AddRange(Execute(project, page, step.Command));
        }

        Assert.That(string.Join('\n', session.Select(Timeless)), Is.EqualTo(string.Join('\n', shown)), string.Join('\n', session));
    }

    private static string[] Execute(TestProject project, HowToPage page, string command)
    {
        var run = command.Replace(DotnetRun, $"dotnet bin/Debug/net10.0/how-to-{page.Name}.dll", StringComparison.Ordinal).Replace(" -- ", " ", StringComparison.Ordinal);
        var output = Lines("on");
        if (run != command && !page.Files.Any(file => file.Text.Contains("memo.benign_effects", StringComparison.Ordinal)))
        {
            Assert.That(output.Where(line => !line.StartsWith("memo: ", StringComparison.Ordinal)), Is.EqualTo(Lines("off")), "what it prints without Memo: " + command);
        }

        return output;

        string[] Lines(string mode)
        {
            // Both streams in one, in the order in which a person sees them.
            var result = Command.Run("bash", project.Folder, new Dictionary<string, string> { ["MEMO_DIRECTORY"] = project.Store, ["MEMO_LOG"] = "calls", ["MEMO_MODE"] = mode }, "-c", $"{{ {run}; }} 2>&1");
            Assert.That(result.ExitCode, Is.Zero, command + "\n" + result);
            return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    private static string Sources(TestProject project) => string.Join('\0',
        Directory.EnumerateFiles(project.Folder).Where(path => Path.GetExtension(path) is ".cs" or ".csproj" || Path.GetFileName(path) is ".editorconfig" or "MemoEffects.txt")
            .Order(StringComparer.Ordinal).Select(path => path + File.ReadAllText(path)));

    private static string Timeless(string line) => Time().Replace(line, "# ms");

    [GeneratedRegex(@"^dotnet add package (\S+) --version (\S+)$")]
    private static partial Regex AddPackage();

    [GeneratedRegex(@"\b[\d.]+ (ms|s)\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"\]\(([\w-]+\.md)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"([\w.]+\.cs\(\d+,\d+\): warning \w+: .*?)( \(https?://\S+\))? \[", RegexOptions.CultureInvariant)]
    private static partial Regex WarningLine();
}
