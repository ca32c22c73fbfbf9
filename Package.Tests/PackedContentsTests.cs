using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Memo.Package.Tests.Processes;

namespace Memo.Package.Tests;

internal sealed partial class PackedContentsTests
{
    private const string Repository = "https://github.com/memo-analyzers/memo";

    // Of the format of portable symbols: kinds of information that are not part of the tables.
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private static readonly string[] Payload =
    [
        "README.md",
        "analyzers/dotnet/cs/Memo.Analyzers.dll",
        "analyzers/dotnet/cs/Memo.CodeFixes.dll",
        "build/Memo.Analyzers.props",
        "build/Memo.Analyzers.targets",
        "buildTransitive/Memo.Analyzers.props",
        "buildTransitive/Memo.Analyzers.targets",
        "icon.png",
        "lib/net10.0/Memo.Runtime.dll",
        "lib/net10.0/Memo.Runtime.xml",
        "presets/Memo.Default.globalconfig",
        "presets/Memo.Relaxed.globalconfig",
        "presets/Memo.Strict.globalconfig",
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
            Assert.That(Text("icon"), Is.EqualTo("icon.png"));
            Assert.That(Text("copyright"), Is.Not.Empty);
            Assert.That(Text("releaseNotes"), Does.EndWith("CHANGELOG.md"));
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
    public void A_debugger_finds_the_sources_of_each_assembly(string file)
    {
        using var assembly = OpenAssembly(file);
        using var symbols = Symbols(assembly);
        var reader = symbols.GetMetadataReader();
        var links = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(information => reader.GetGuid(information.Kind) == SourceLink);
        Assert.That(
            Encoding.UTF8.GetString(reader.GetBlobBytes(links.Value)),
            Does.Match(@"^\{""documents"":\{""/_/\*"":""https://raw\.githubusercontent\.com/memo-analyzers/memo/[0-9a-f]{40}/\*""\}\}$"));
        // What no repository has, the compiler's own output, is in the file itself.
        var sources = reader.Documents.Where(handle => !IsEmbedded(reader, handle)).Select(handle => reader.GetString(reader.GetDocument(handle).Name)[3..]);
        Assert.That(sources.Where(source => !File.Exists(Path.Combine(BuildFacts.RepositoryFolder, source))), Is.Empty);
    }

    [Test]
    public void The_same_sources_are_packed_to_the_same_bytes_elsewhere()
    {
        var copy = Path.Combine(PackedFile.Home, "elsewhere", "copy");
        CopySources(BuildFacts.RepositoryFolder, copy);
        var feed = Path.Combine(PackedFile.Home, "elsewhere", "feed");
        var packing = Command.Dotnet(copy, new Dictionary<string, string>(), "pack", "Package", "-c", "Release", "-o", feed, "-nodeReuse:false", "-tl:off");
        Assert.That(packing.ExitCode, Is.Zero, packing.ToString());
        Assert.That(File.ReadAllBytes(Path.Combine(feed, PackageFile)), Is.EqualTo(File.ReadAllBytes(Path.Combine(PackedFile.Feed, PackageFile))));
    }

    [Test]
    public void Links_of_the_readme_lead_somewhere_also_from_a_feed()
    {
        using var package = Open();
        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());
        var links = Link().Matches(readme.ReadToEnd()).Select(link => link.Groups[1].Value).ToList();
        Assert.That(links, Is.Not.Empty.And.All.StartsWith(Repository));
        var files = links.Select(link => link[Repository.Length..]).Where(link => link.StartsWith("/blob/main/", StringComparison.Ordinal)).Select(link => link["/blob/main/".Length..]);
        Assert.That(files.Where(file => !File.Exists(Path.Combine(BuildFacts.RepositoryFolder, file))), Is.Empty);
    }

    [TestCase("analyzers/dotnet/cs/Memo.Analyzers.dll")]
    [TestCase("analyzers/dotnet/cs/Memo.CodeFixes.dll")]
    [TestCase("lib/net10.0/Memo.Runtime.dll")]
    public void No_assembly_tells_where_it_was_built(string file)
    {
        using var assembly = OpenAssembly(file);
        using var symbols = Symbols(assembly);
        var reader = symbols.GetMetadataReader();
        var documents = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name));
        Assert.That(documents, Has.None.StartsWith(BuildFacts.RepositoryFolder));
    }

    private static string PackageFile => $"Memo.Analyzers.{BuildFacts.PackedVersion}.nupkg";

    private static MetadataReaderProvider Symbols(PEReader assembly) => assembly.ReadEmbeddedPortablePdbDebugDirectoryData(
        assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));

    private static bool IsEmbedded(MetadataReader symbols, DocumentHandle document) => symbols.GetCustomDebugInformation(document)
        .Any(handle => symbols.GetGuid(symbols.GetCustomDebugInformation(handle).Kind) == EmbeddedSource);

    // What git has and what makes it a repository, without what builds have left behind.
    private static void CopySources(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj" or "BenchmarkDotNet.Artifacts")))
        {
            CopySources(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

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

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
