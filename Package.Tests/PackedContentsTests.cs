using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Memo.Package.Tests;

internal sealed class PackedContentsTests
{
    private static readonly string[] Payload =
    [
        "README.md",
        "analyzers/dotnet/cs/Memo.Analyzers.dll",
        "analyzers/dotnet/cs/Memo.CodeFixes.dll",
        "build/Memo.Analyzers.props",
        "build/Memo.Analyzers.targets",
        "buildTransitive/Memo.Analyzers.props",
        "buildTransitive/Memo.Analyzers.targets",
        "lib/net10.0/Memo.Runtime.dll",
        "lib/net10.0/Memo.Runtime.xml",
    ];

    // What makes any zip file a package.
    private static readonly string[] Wrapping = ["[Content_Types].xml", "_rels/", "package/", "Memo.Analyzers.nuspec"];

    private static readonly string[] BroughtByTheCompiler =
    [
        "netstandard", "Memo.Analyzers", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces",
        "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Collections.Immutable", "System.Composition.AttributedModel",
        "System.Memory", "System.Reflection.Metadata",
    ];

    [Test]
    public void Packing_makes_one_file_and_no_warning()
    {
        Assert.That(Directory.GetFiles(PackedFile.Feed).Select(Path.GetFileName), Is.EqualTo(new[] { PackageFile }));
        Assert.That(PackedFile.Packing.Output, Does.Not.Contain(": warning"));
    }

    [Test]
    public void The_package_holds_what_a_project_needs_and_nothing_else()
    {
        using var package = Open();
        var entries = package.Entries.Select(entry => entry.FullName).Where(name => !Wrapping.Any(name.StartsWith));
        Assert.That(entries, Is.EquivalentTo(Payload));
    }

    [Test]
    public void The_package_says_what_it_is()
    {
        using var package = Open();
        using var nuspec = package.GetEntry("Memo.Analyzers.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        string? Text(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        Assert.Multiple(() =>
        {
            Assert.That(Text("id"), Is.EqualTo("Memo.Analyzers"));
            Assert.That(Text("version"), Is.EqualTo(BuildFacts.PackedVersion));
            Assert.That(Text("license"), Is.EqualTo("MIT"));
            Assert.That(Text("readme"), Is.EqualTo("README.md"));
            Assert.That(Text("authors"), Is.Not.Empty);
            Assert.That(Text("description"), Is.Not.Empty);
            Assert.That(Text("tags"), Does.Contain("memoization"));
            Assert.That(metadata.Elements().Select(element => element.Name.LocalName), Does.Contain("repository"));
        });
    }

    [Test]
    public void The_runtime_flows_to_projects_that_reference_the_referencing_project()
    {
        using var package = Open();
        using var nuspec = package.GetEntry("Memo.Analyzers.nuspec")!.Open();
        var elements = XDocument.Load(nuspec).Descendants().ToList();
        Assert.That(elements.Select(element => element.Name.LocalName), Has.None.EqualTo("developmentDependency"));
        Assert.That(elements.Where(element => element.Name.LocalName == "dependency"), Is.Empty, "dependencies");
    }

    [TestCase("analyzers/dotnet/cs/Memo.Analyzers.dll")]
    [TestCase("analyzers/dotnet/cs/Memo.CodeFixes.dll")]
    public void The_compiler_brings_all_that_its_assemblies_use(string file)
    {
        using var assembly = OpenAssembly(file);
        var metadata = assembly.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        Assert.That(references, Is.SubsetOf(BroughtByTheCompiler));
    }

    [Test]
    public void Analyzers_do_not_use_what_only_an_editor_has()
    {
        using var assembly = OpenAssembly("analyzers/dotnet/cs/Memo.Analyzers.dll");
        var metadata = assembly.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        Assert.That(references, Has.None.Contains("Workspaces"));
    }

    [TestCase("analyzers/dotnet/cs/Memo.Analyzers.dll")]
    [TestCase("analyzers/dotnet/cs/Memo.CodeFixes.dll")]
    [TestCase("lib/net10.0/Memo.Runtime.dll")]
    public void Each_assembly_carries_its_symbols(string file)
    {
        using var assembly = OpenAssembly(file);
        Assert.That(assembly.ReadDebugDirectory().Select(entry => entry.Type), Does.Contain(DebugDirectoryEntryType.EmbeddedPortablePdb));
    }

    [TestCase("analyzers/dotnet/cs/Memo.Analyzers.dll")]
    [TestCase("analyzers/dotnet/cs/Memo.CodeFixes.dll")]
    [TestCase("lib/net10.0/Memo.Runtime.dll")]
    public void No_assembly_tells_where_it_was_built(string file)
    {
        using var assembly = OpenAssembly(file);
        var embedded = assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var symbols = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        var reader = symbols.GetMetadataReader();
        var documents = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name));
        Assert.That(documents, Has.None.StartsWith(BuildFacts.RepositoryFolder));
    }

    private static string PackageFile => $"Memo.Analyzers.{BuildFacts.PackedVersion}.nupkg";

    private static ZipArchive Open() => ZipFile.OpenRead(Path.Combine(PackedFile.Feed, PackageFile));

    private static PEReader OpenAssembly(string file)
    {
        using var package = Open();
        using var content = package.GetEntry(file)!.Open();
        var copy = new MemoryStream();
        content.CopyTo(copy);
        copy.Position = 0;
        return new PEReader(copy);
    }
}
