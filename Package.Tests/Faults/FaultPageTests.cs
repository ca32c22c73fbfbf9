using System.Text.RegularExpressions;

namespace Memo.Package.Tests.Faults;

/// <summary>The page about faults names tests that are there.</summary>
internal sealed partial class FaultPageTests
{
    private static readonly string[] Rows = [.. File.ReadLines(Path.Combine(BuildFacts.RepositoryFolder, "docs", "faults.md")).Where(static line => Row().IsMatch(line))];

    [Test]
    public void Every_fault_has_a_row() => Assert.That(Rows.Select(static row => int.Parse(Row().Match(row).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(Enumerable.Range(1, 31)));

    [Test]
    public void Every_row_names_tests_that_are_there()
    {
        var sources = new[] { "Runtime.Tests", "Package.Tests", "Analyzers.Tests" }
            .SelectMany(static project => Directory.EnumerateFiles(Path.Combine(BuildFacts.RepositoryFolder, project), "*.cs", SearchOption.AllDirectories))
            .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(File.ReadLines).Where(static line => line.StartsWith("    public ", StringComparison.Ordinal));
        var tests = sources.Select(static line => Declared().Match(line).Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Multiple(() =>
        {
            foreach (var row in Rows)
            {
                var named = Named().Matches(row).Select(static match => match.Groups[1].Value).ToList();
                Assert.That(named, Is.Not.Empty, row);
                Assert.That(named.Where(name => !tests.Contains(name)), Is.Empty, row);
            }
        });
    }

    [GeneratedRegex(@"^\| ([0-9]+) \|")]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z][a-z]*_[A-Za-z_]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"([A-Za-z_]+)\(")]
    private static partial Regex Declared();
}
