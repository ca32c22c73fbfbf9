using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Shapes;

/// <summary>A server that answers requests with what memoized methods return.</summary>
internal sealed class WebApplicationTests
{
    private static readonly string[] s_paths = ["twice/3", "bills/3", "texts/3"];

    // The framework's own generator replaces calls, too: of MapGet.
    [Test]
    public async Task Requests_are_answered_from_before_within_a_process_and_by_the_next_one()
    {
        var project = TestProject.WithoutFiles("Web").Describe(
            "<TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><EnableRequestDelegateGenerator>true</EnableRequestDelegateGenerator>",
            sdk: "Microsoft.NET.Sdk.Web");
        project.Write("Program.cs", """
            using Memo;

            var builder = WebApplication.CreateBuilder(args);
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<Prices>();
            await using var app = builder.Build();
            app.MapGet("/twice/{x:int}", (int x) => Steps.Twice(x));
            app.MapGet("/bills/{count:int}", (int count, Prices prices) => prices.Total(new Order("tea", count)));
            app.MapGet("/texts/{x:int}", async (int x) => await Steps.TextAsync(x));
            await app.StartAsync();
            Console.WriteLine(app.Urls.Single());
            await app.WaitForShutdownAsync();

            internal static class Steps
            {
                [Memoize] public static int Twice(int x) => 2 * x;

                [Memoize]
                public static async Task<string> TextAsync(int x)
                {
                    await Task.Yield();
                    return new string('a', x);
                }
            }

            internal sealed record Order(string Name, int Count);

            internal sealed record Bill(Order Order, decimal Total);

            internal sealed class Prices
            {
                private readonly decimal _tax = 1.2m;

                [Memoize] public Bill Total(Order order) => new(order, order.Count * _tax);
            }
            """);

        Assert.That(project.BuildWell().Warnings, Is.Empty);

        var plain = await ServeAsync(project, "off").ConfigureAwait(false);
        Assert.That(plain.Answers, Is.EqualTo(new[] { "6", """{"order":{"name":"tea","count":3},"total":3.6}""", "aaa", "6", """{"order":{"name":"tea","count":3},"total":3.6}""", "aaa" }));
        Assert.That(plain.Kinds, Is.Empty);
        foreach (var expected in new[] { "miss miss miss hit hit hit", "hit hit hit hit hit hit" })
        {
            var (answers, kinds) = await ServeAsync(project, "on").ConfigureAwait(false);
            Assert.That(answers, Is.EqualTo(plain.Answers));
            Assert.That(kinds, Is.EqualTo(expected));
        }
    }

    // All paths, twice, in one process.
    private static async Task<(IReadOnlyList<string> Answers, string Kinds)> ServeAsync(TestProject project, string mode)
    {
        using var server = project.Start(mode, "--urls", "http://127.0.0.1:0");
        var answers = new List<string>();
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(await server.Begun.ConfigureAwait(false)) };
            foreach (var path in s_paths.Concat(s_paths)) answers.Add(await client.GetStringAsync(new Uri(path, UriKind.Relative)).ConfigureAwait(false));
        }
        finally
        {
            server.Kill();
        }
        return (answers, string.Join(' ', LoggedCall.Parse(server.End().Error).Select(call => call.Kind)));
    }
}
