using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

/// <summary>A program that is compiled ahead of time remembers as the ordinary one does, in the same store.</summary>
internal sealed class AheadOfTimeTests
{
    [Test]
    public void A_program_that_is_compiled_ahead_of_time_shares_its_store_with_the_ordinary_one()
    {
        var project = new TestProject("AheadOfTime", "<Nullable>enable</Nullable><PublishAot>true</PublishAot><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        project.Write("input.txt", "one 2 three 44");
        project.Write("Program.cs", """
            using System.Text.RegularExpressions;
            using Memo;

            Console.WriteLine(string.Join(",", Texts.Numbers("input.txt")));
            Console.WriteLine(Texts.Longest(new("some words of text"), 2));
            Console.WriteLine(await Texts.SumAsync([1.5, double.NaN, -0.0]));
            Console.WriteLine(Texts.Pair<Text>(new("a"), 3).Count);

            internal static partial class Texts
            {
                [GeneratedRegex("[0-9]+")]
                private static partial Regex Digits();

                [Memoize]
                [DependsOnFile("{path}")]
                public static List<int> Numbers(string path) => [.. Digits().Matches(File.ReadAllText(path)).Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture))];

                [Memoize]
                public static Word Longest(Text text, int least) => new(text.Value.Split(' ').Where(word => word.Length >= least).MaxBy(word => word.Length)!, Kind.Long);

                [Memoize]
                public static async Task<(double Sum, DateTime Day)> SumAsync(double[] numbers)
                {
                    await Task.Yield();
                    return (numbers.Where(number => !double.IsNaN(number)).Sum(), new DateTime(2020, 1, 2));
                }

                [Memoize]
                public static Dictionary<string, T> Pair<T>(T first, int count) => Enumerable.Range(0, count).ToDictionary(i => "key" + i, _ => first);
            }

            internal sealed partial record Text(string Value);
            internal sealed record Word(string Value, Kind Kind);
            internal enum Kind { Short, Long }
            """);

        project.BuildWell();
        Assert.That(project.Run().Kinds, Is.EqualTo("miss"));
        Assert.That(project.PublishWell().Warnings, Is.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(project.RunPublished(project.Store).ShouldPrintWhat(project.RunPlainly()).Kinds, Is.EqualTo("hit"), "what the ordinary program has computed");
            Assert.That(project.RunPublished(project.Store + "-other").ShouldPrintWhat(project.RunPlainly()).Kinds, Is.EqualTo("miss"));
            Assert.That(project.RunPublished(project.Store + "-other").ShouldPrintWhat(project.RunPlainly()).Kinds, Is.EqualTo("hit"));
        });
    }
}
