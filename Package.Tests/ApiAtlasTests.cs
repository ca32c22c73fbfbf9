using System.Runtime.InteropServices;
using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

/// <summary>The sample, with the package in place of the projects beside it, on a few of the SDK's documentation files.</summary>
internal sealed class ApiAtlasTests
{
    private const int Documents = 8;
    private const int LongEnoughToTalkAbout = 90_000;

    [Test]
    public void The_sample_draws_the_same_atlas_with_and_without_memory_and_computes_it_once()
    {
        var project = Copy();
        Assert.That(project.BuildWell().Warnings, Is.Empty);

        var plain = project.RunPlainly(Arguments("plain.html"));
        var cold = project.Run(Arguments("cold.html")).ShouldPrintWhat(plain);
        var warm = project.Run(Arguments("warm.html")).ShouldPrintWhat(plain);

        Assert.That(File.ReadAllBytes(project.PathOf("cold.html")), Is.EqualTo(File.ReadAllBytes(project.PathOf("plain.html"))), "cold page");
        Assert.That(File.ReadAllBytes(project.PathOf("warm.html")), Is.EqualTo(File.ReadAllBytes(project.PathOf("plain.html"))), "warm page");
        Assert.That(cold.Calls.Select(call => call.Kind), Has.None.EqualTo("bypass"), cold.Result.Error);
        Assert.That(warm.Kinds, Is.EqualTo("hit"), warm.Result.Error);

        var changed = Directory.GetFiles(project.PathOf("documents"))[0];
        File.WriteAllText(changed, File.ReadAllText(changed) + "<!-- read, and found to say the same -->\n");
        var after = project.Run(Arguments("after.html")).ShouldPrintWhat(plain);
        Assert.That(after.Calls.Where(call => call.Kind == "miss").Select(call => call.Text), Has.Some.Contain(Path.GetFileName(changed)));
        Assert.That(after.Calls.Where(call => call.Text.Contains("SphericalKMeans", StringComparison.Ordinal)), Has.None.With.Property("Kind").EqualTo("miss"));
    }

    private static string[] Arguments(string page) => ["documents", "--output", page, "--clusters", "4"];

    /// <summary>The sample's own files, unchanged; what its folder says about the repository is said about the package instead.</summary>
    private static TestProject Copy()
    {
        var project = TestProject.WithoutFiles("ApiAtlas");
        var sample = Path.Combine(BuildFacts.RepositoryFolder, "Samples", "ApiAtlas");
        foreach (var file in Directory.GetFiles(sample, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(sample, file);
            if (name.Split(Path.DirectorySeparatorChar) is not ["bin" or "obj", ..]) project.Write(name, File.ReadAllText(file));
        }
        project.Write("Directory.Build.props", $"""
            <Project>
              <Import Project="{BuildFacts.RepositoryFolder}/Directory.Build.props" />
              <ItemGroup>
                <PackageReference Include="Memo.Analyzers" />
              </ItemGroup>
            </Project>
            """);
        project.Write("Directory.Packages.props", $"""
            <Project>
              <Import Project="{BuildFacts.RepositoryFolder}/Directory.Packages.props" />
              <ItemGroup>
                <PackageVersion Include="Memo.Analyzers" Version="{BuildFacts.PackedVersion}" />
              </ItemGroup>
            </Project>
            """);
        Directory.CreateDirectory(project.PathOf("documents"));
        foreach (var document in SomeDocuments()) File.Copy(document, project.PathOf(Path.Combine("documents", Path.GetFileName(document))));
        return project;
    }

    private static IEnumerable<string> SomeDocuments()
    {
        var root = Directory.GetParent(RuntimeEnvironment.GetRuntimeDirectory())!.Parent!.Parent!.Parent!.FullName;
        return Directory.GetFiles(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"), "*.xml", SearchOption.AllDirectories)
            .GroupBy(file => Path.GetFileName(file)).Select(versions => versions.Order(StringComparer.Ordinal).Last())
            .Where(file => new FileInfo(file).Length > LongEnoughToTalkAbout)
            .OrderBy(file => new FileInfo(file).Length).ThenBy(file => file, StringComparer.Ordinal)
            .Take(Documents);
    }
}
