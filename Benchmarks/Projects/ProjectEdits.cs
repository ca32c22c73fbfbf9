using System.Globalization;
using System.Text.RegularExpressions;

namespace Memo.Benchmarks.Projects;

/// <summary>What someone changes in a generated project between two builds of it: always something that memoized methods reach.</summary>
internal sealed partial class ProjectEdits
{
    private const int Places = 4; // who edits goes to and fro between a few files

    private readonly string[] _files;
    private int _edits;

    /// <param name="source">The folder of the project's files.</param>
    /// <param name="share">The part of the components that memoized methods reach.</param>
    public ProjectEdits(string source, double share)
    {
        var components = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)!).StartsWith("Area", StringComparison.Ordinal))
            .OrderBy(file => int.Parse(Digits().Match(Path.GetFileName(file)).Value, CultureInfo.InvariantCulture))
            .ToList();
        var reached = Math.Max(Places, (int)(components.Count * share));
        _files = [.. Enumerable.Range(0, Places).Select(place => components[place * (reached - 1) / (Places - 1)])];
    }

    /// <summary>Another number in the body of a member.</summary>
    public void EditBody() => Edit((text, number) => Bound().Replace(text, $"bool IsLarge => Amount > {number}.5;", 1));

    /// <summary>A type more, or the same by another name.</summary>
    public void EditDeclaration() => Edit((text, number) =>
        Added().Replace(text, "") + $"internal static class Added{number};\n");

    private void Edit(Func<string, int, string> edit)
    {
        var file = _files[++_edits % Places];
        var text = File.ReadAllText(file);
        var edited = edit(text, _edits);
        if (edited == text)
        {
            throw new InvalidOperationException($"Nothing to edit in '{file}'.");
        }

        File.WriteAllText(file, edited);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("bool IsLarge => Amount > [0-9.]+;")]
    private static partial Regex Bound();

    [GeneratedRegex("internal static class Added[0-9]+;\n")]
    private static partial Regex Added();
}
