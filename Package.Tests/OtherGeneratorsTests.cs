using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

/// <summary>Code that other generators write: ours sees the attribute that asks for it, not the code.</summary>
internal sealed class OtherGeneratorsTests
{
    private static readonly string[] s_json = ["Typed", "ByContext", "ByOptions", "Read"];

    [Test]
    public void What_other_generators_are_told_is_never_answered_from_before()
    {
        var project = new TestProject("OtherGenerators");
        project.Write("Program.cs", """
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using System.Text.RegularExpressions;
            using Memo;

            Console.WriteLine(Texts.Count("a1b22"));
            Console.WriteLine(Texts.Typed(1));
            Console.WriteLine(Texts.ByContext(1));
            Console.WriteLine(Texts.ByOptions(1));
            Console.WriteLine(Texts.Read("{\"X\":1,\"Y\":2,\"x\":3,\"y\":4}"));

            internal static partial class Texts
            {
                [GeneratedRegex("[0-9]")]
                private static partial Regex Digits();

                [Memoize]
                public static int Count(string text) => Digits().Count(text);

                [Memoize]
                public static string Typed(int x) => JsonSerializer.Serialize(new Point { X = x, Y = 2 }, Points.Default.Point);

                [Memoize]
                public static string ByContext(int x) => JsonSerializer.Serialize(new Point { X = x, Y = 2 }, typeof(Point), Points.Default);

                [Memoize]
                public static string ByOptions(int x) => JsonSerializer.Serialize(new Point { X = x, Y = 2 }, new JsonSerializerOptions { TypeInfoResolver = new Points() });

                [Memoize]
                public static int Read(string text) => JsonSerializer.Deserialize(text, Points.Default.Point)!.X;
            }

            internal sealed class Point
            {
                public int X { get; set; }
                public int Y { get; set; }
            }

            [JsonSerializable(typeof(Point))]
            internal sealed partial class Points : JsonSerializerContext;
            """);

        var warnings = Step("miss", "bypass");
        foreach (var method in s_json) Assert.That(warnings.Where(warning => warning.Contains($"'{method}'", StringComparison.Ordinal)), Is.Not.Empty, method);

        // What is found may be accepted; that the generated code is not seen stays true.
        project.Edit("Program.cs", "\"[0-9]\"", "\"[0-9]+\"");
        project.Write(".editorconfig", "[*.cs]\n" + string.Concat(new[] { 102, 103, 107, 108 }.Select(rule => $"dotnet_diagnostic.MEMO{rule}.severity = none\n")));
        Step("miss", "miss");

        project.Edit("Program.cs", "[JsonSerializable(typeof(Point))]", "[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)] [JsonSerializable(typeof(Point))]");
        Step("hit", "miss");
        Run("hit", "hit");

        IReadOnlyList<string> Step(string regex, string json)
        {
            var warnings = project.BuildWell().Warnings;
            Run(regex, json);
            return warnings;
        }

        void Run(string regex, string json)
        {
            var run = project.Run().ShouldPrintWhat(project.RunPlainly());
            Assert.That(run.Of("Texts.Count"), Is.EqualTo(regex));
            foreach (var method in s_json) Assert.That(run.Of("Texts." + method), Is.EqualTo(json), run.Result.Error);
        }
    }
}
