using System.Text.RegularExpressions;

namespace Memo.Package.Tests.HowTo;

/// <summary>
/// A page of <c>docs/how-to</c>. A block whose first line is a comment with a file's name is that file; a block of the language
/// <c>console</c> is a session, in which a line after <c>$ </c> is a command and what follows is what it prints.
/// </summary>
internal sealed partial record HowToPage(string Name, IReadOnlyList<(string File, string Text)> Files, IReadOnlyList<HowToPage.Step> Steps)
{
    public static string Folder { get; } = Path.Combine(BuildFacts.RepositoryFolder, "docs", "how-to");

    public static HowToPage Read(string name)
    {
        var files = new List<(string, string)>();
        var steps = new List<Step>();
        foreach (Match block in Block().Matches(File.ReadAllText(Path.Combine(Folder, name))))
        {
            var text = block.Groups["text"].Value;
            if (block.Groups["language"].Value == "console")
            {
                steps.AddRange(text.Split("\n$ ").Select(step => step.TrimStart('$', ' ').Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(lines => new Step(lines[0], lines[1..])));
            }
            else if (FileName().Match(text) is { Success: true } file)
            {
                files.Add((file.Groups["name"].Value, text));
            }
        }

        return new(Path.GetFileNameWithoutExtension(name), files, steps);
    }

    /// <param name="Command">What is typed.</param>
    /// <param name="Output">What it prints.</param>
    internal sealed record Step(string Command, string[] Output);

    [GeneratedRegex("^```(?<language>\\w+)\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\A(//|#|<!--) (?<name>[\w.-]+)( -->)?\n")]
    private static partial Regex FileName();
}
