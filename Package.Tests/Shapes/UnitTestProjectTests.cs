using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Shapes;

/// <summary>Tests of memoized code, as somebody would write and run them.</summary>
internal sealed class UnitTestProjectTests
{
    [Test]
    public void Tests_remember_from_run_to_run_but_for_those_that_do_so_in_memory_or_not_at_all()
    {
        var project = TestProject.WithoutFiles("RememberingTests").Describe(
            "<TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
            $"""
                {TestProject.Package}
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{BuildFacts.TestSdkVersion}" />
                <PackageReference Include="NUnit" Version="{BuildFacts.NUnitVersion}" />
                <PackageReference Include="NUnit3TestAdapter" Version="{BuildFacts.NUnitAdapterVersion}" />
            """);
        project.Write("Pipeline.cs", """
            using Memo;

            public static class Pipeline
            {
                [Memoize] public static int InStore(string text) => text.Length;

                [Memoize] public static int InMemory(string text) => text.Length;

                [Memoize] public static int NotAtAll(string text) => text.Length;
            }
            """);
        project.Write("PipelineTests.cs", """
            using Memo;
            using NUnit.Framework;

            public sealed class PipelineTests
            {
                [Test]
                public void A_store() => Assert.That(Pipeline.InStore("abc"), Is.EqualTo(3));

                [Test]
                public void A_scope()
                {
                    using var scope = Memoizer.Scope();
                    Pipeline.InMemory("a");
                    Pipeline.InMemory("a");
                    Assert.That(Memoizer.Statistics.Single().Hits, Is.EqualTo(1));
                }

                [Test]
                public void No_memoization()
                {
                    using var scope = Memoizer.Scope(options => options.Mode = MemoizerMode.Off);
                    Assert.That(Pipeline.NotAtAll("a"), Is.EqualTo(Pipeline.NotAtAll("a")));
                    Assert.That(Memoizer.Statistics, Is.Empty);
                }
            }
            """);

        // What the tests say of their scopes, they assert themselves: a scope has a log of its own.
        ShouldPass("off", "");
        ShouldPass("on", "Pipeline.InStore miss");
        ShouldPass("on", "Pipeline.InStore hit");

        void ShouldPass(string mode, string calls)
        {
            var result = project.Test(mode);
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Output, Does.Contain("Passed:     3").And.Not.Contain("warning"));

            // What tests write on standard error comes out of `dotnet test` among all else.
            Assert.That(string.Join(' ', LoggedCall.Parse(result.Output).Select(call => $"{call.Method} {call.Kind}")), Is.EqualTo(calls), result.ToString());
        }
    }
}
