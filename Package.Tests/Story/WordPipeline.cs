using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Story;

/// <summary>
/// A small pipeline as somebody would write it: for each text read → split → count → render, then one table over all of them.
/// Every step has helpers of its own in another file.
/// </summary>
internal static class WordPipeline
{
    public const string Counting = "Steps/Counting.cs";
    public const string CountingRules = "Rules/CountingRules.cs";
    public const string Layout = "Rules/Layout.cs";

    /// <summary>The steps in the order in which each text goes through them.</summary>
    public static readonly string[] Branch = ["Reading.Read", "Splitting.Split", "Counting.Count", "Rendering.Render"];

    public const string Join = "Rendering.Total";

    public static TestProject Create(string name)
    {
        var project = new TestProject(name);
        foreach (var (file, text) in Sources) project.Write(file, text);
        project.Write("texts/a.txt", "The cat sat on the mat. The cat, the hat and the mat!\n");
        project.Write("texts/b.txt", "Plain words travel quietly through quiet pipelines.\n");
        project.Write("texts/c.txt", "One ought to count what counts, and count it once.\n");
        return project;
    }

    private static readonly (string File, string Text)[] Sources =
    [
        ("Program.cs", """
            using Words.Steps;

            var rendered = new List<int>();
            foreach (var path in Directory.GetFiles("texts", "*.txt").Order(StringComparer.Ordinal))
            {
                var text = Reading.Read(path);
                var words = Splitting.Split(text);
                var counts = Counting.Count(words);
                Console.Write(Rendering.Render(Path.GetFileName(path), counts));
                rendered.Add(counts.Length);
            }
            Console.Write(Rendering.Total(rendered.ToArray()));
            """),
        ("WordCount.cs", """
            namespace Words;

            public sealed record WordCount(string Word, int Times);
            """),
        ("Steps/Reading.cs", """
            using Memo;

            namespace Words.Steps;

            public static class Reading
            {
                [Memoize]
                [DependsOnFile("{path}")]
                public static string Read(string path) => File.ReadAllText(path);
            }
            """),
        ("Steps/Splitting.cs", """
            using Memo;
            using Words.Rules;

            namespace Words.Steps;

            public static class Splitting
            {
                // Words as they are spoken, without marks.
                [Memoize]
                public static string[] Split(string text) =>
                    text.Split(' ').Select(Normalization.Normalize).Where(word => word.Length > 0).ToArray();
            }
            """),
        (Counting, """
            using Memo;
            using Words.Rules;

            namespace Words.Steps;

            public static class Counting
            {
                [Memoize]
                public static WordCount[] Count(string[] words)
                {
                    var counts = new Dictionary<string, int>();
                    foreach (var word in words)
                    {
                        if (CountingRules.IsCounted(word)) counts[word] = counts.GetValueOrDefault(word) + 1;
                    }
                    return counts.Select(count => new WordCount(count.Key, count.Value))
                        .OrderByDescending(count => count.Times).ThenBy(count => count.Word, StringComparer.Ordinal).ToArray();
                }
            }
            """),
        ("Steps/Rendering.cs", """
            using System.Text;
            using Memo;
            using Words.Rules;

            namespace Words.Steps;

            public static class Rendering
            {
                [Memoize]
                public static string Render(string name, WordCount[] counts)
                {
                    var page = new StringBuilder();
                    page.Append(name).Append('\n');
                    foreach (var count in counts) page.Append(Layout.Row(count)).Append('\n');
                    return page.ToString();
                }

                [Memoize]
                public static string Total(int[] sizes) => Layout.Row(new WordCount("total", sizes.Sum())) + "\n";
            }
            """),
        ("Rules/Normalization.cs", """
            namespace Words.Rules;

            internal static class Normalization
            {
                public static string Normalize(string word) => word.Trim('.', ',', '!', '\n').ToLowerInvariant();
            }
            """),
        (CountingRules, """
            namespace Words.Rules;

            internal static class CountingRules
            {
                private const int Shortest = 3;

                public static bool IsCounted(string word) => word.Length >= Shortest;
            }
            """),
        (Layout, """
            namespace Words.Rules;

            internal static class Layout
            {
                public static string Row(WordCount count) => "  " + count.Word.PadRight(12) + count.Times.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            """),
    ];
}
