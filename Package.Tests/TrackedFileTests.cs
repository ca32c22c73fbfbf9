using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

internal sealed class TrackedFileTests
{
    private const string Report = "Report.Make";
    private const string Read = "Report.Read";

    [Test]
    public void A_method_that_reads_what_it_finds_in_a_directory_runs_again_exactly_when_that_is_another()
    {
        var project = new TestProject("ReadsWhatItFinds");
        project.Write("Program.cs", """
            using Memo;

            Console.WriteLine(Report.Make("texts"));

            internal static class Report
            {
                [Memoize]
                public static string Make(string directory) =>
                    string.Join(' ', TrackedDirectory.EnumerateFiles(directory, "*.txt", SearchOption.AllDirectories).Select(path => $"{Path.GetFileName(path)}={Read(path)}"));

                [Memoize]
                private static int Read(string path)
                {
                    using var reader = TrackedFile.OpenText(path);
                    return reader.ReadLine() is { } line ? line.Length : 0;
                }
            }
            """);
        project.Write("texts/a.txt", "one");
        project.Write("texts/sub/b.txt", "three");
        Assert.That(project.BuildWell().Warnings, Is.Empty);
        AssertRuns("miss", "miss miss", "a.txt=3 b.txt=5");
        AssertRuns("hit", "", "a.txt=3 b.txt=5");

        project.Write("texts/sub/b.txt", "seventeen");
        AssertRuns("miss", "hit miss", "a.txt=3 b.txt=9", $"file {Path.Combine("texts", "sub", "b.txt")}");
        AssertRuns("hit", "", "a.txt=3 b.txt=9");

        project.Write("texts/c.txt", "");
        AssertRuns("miss", "hit miss hit", "a.txt=3 c.txt=0 b.txt=9", "files in [recursive] texts/*.txt");
        project.Write("texts/c.md", "no text");
        AssertRuns("hit", "", "a.txt=3 c.txt=0 b.txt=9");

        File.Delete(project.PathOf("texts/a.txt"));
        AssertRuns("miss", "hit hit", "c.txt=0 b.txt=9", $"file {Path.Combine("texts", "a.txt")}");
        File.Delete(project.PathOf("texts/c.txt"));
        project.Write("texts/a.txt", "one");
        AssertRuns("hit", "", "a.txt=3 b.txt=9");

        project.Edit("Program.cs", "is { } line", "is { } /* the first */ line");
        Assert.That(project.BuildWell().Warnings, Is.Empty);
        AssertRuns("hit", "", "a.txt=3 b.txt=9");

        void AssertRuns(string report, string reads, string output, string? changed = null)
        {
            var run = project.Run().ShouldPrintWhat(project.RunPlainly());
            Assert.That(run.Of(Report), Is.EqualTo(report), run.Result.ToString());
            Assert.That(run.Of(Read), Is.EqualTo(reads), run.Result.ToString());
            Assert.That(run.Result.Output.TrimEnd(), Is.EqualTo(output));
            if (changed is not null) Assert.That(run.Calls[^1].Text, Does.EndWith($": dependency changed: {changed}"));
        }
    }
}
