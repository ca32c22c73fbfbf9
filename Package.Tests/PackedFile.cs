using Memo.Package.Tests.Processes;

namespace Memo.Package.Tests;

/// <summary>Packs once for all tests, into a temporary folder that is a feed and the home of all projects under test.</summary>
[SetUpFixture]
internal sealed class PackedFile
{
    /// <summary>The temporary folder, outside the repository, so that nothing of the repository's settings reaches a project in it.</summary>
    public static string Home { get; private set; } = "";

    public static string Feed => Path.Combine(Home, "feed");

    /// <summary>An own cache of packages: the version never changes, so the machine's could hold an older file of the same name.</summary>
    public static string Packages => Path.Combine(Home, "packages");

    public static CommandResult Packing { get; private set; } = new(-1, [], "");

    [OneTimeSetUp]
    public void Pack()
    {
        Home = Directory.CreateTempSubdirectory("memo-package-tests-").FullName;
        File.WriteAllText(Path.Combine(Home, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(Home, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(Home, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(Home, ".editorconfig"), "root = true\n");
        File.WriteAllText(Path.Combine(Home, "nuget.config"), NuGetConfig);
        Packing = Command.Dotnet(
            BuildFacts.RepositoryFolder, new Dictionary<string, string>(), "pack", "Package", "-c", "Release", "-o", Feed, "-nodeReuse:false", "-tl:off");
        Assert.That(Packing.ExitCode, Is.Zero, Packing.ToString());
    }

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(Home, recursive: true);

    // What compiles a program ahead of time is no part of the SDK.
    private static string Compilers => string.Concat(
        new[] { "Microsoft.DotNet.ILCompiler", "runtime.*", "Microsoft.NETCore.App.Runtime.*", "Microsoft.AspNetCore.App.Runtime.*" }.Select(pattern => $"<package pattern=\"{pattern}\" />"));

    // Adds to the machine's configuration. The mapping makes a restore look nowhere but in folders: for ours in the feed, for
    // others, which some projects need, among what was restored to build these tests.
    private static string NuGetConfig => $"""
        <configuration>
          <packageSources>
            <add key="memo-packed" value="{Feed}" />
            <add key="memo-restored" value="{BuildFacts.RestoredPackages}" />
            <add key="sdk-fsharp" value="{BuildFacts.FSharpPackages}" />
            <add key="nuget.org" value="https://api.nuget.org/v3/index.json" protocolVersion="3" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="memo-packed">
              <package pattern="Memo.Analyzers" />
            </packageSource>
            <packageSource key="memo-restored">
              <package pattern="*" />
              {Compilers}
            </packageSource>
            <packageSource key="sdk-fsharp">
              <package pattern="FSharp.Core" />
            </packageSource>
            <packageSource key="nuget.org">
              {Compilers}
            </packageSource>
          </packageSourceMapping>
        </configuration>
        """;
}
