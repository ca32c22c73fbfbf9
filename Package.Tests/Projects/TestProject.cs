using Memo.Package.Tests.Processes;

namespace Memo.Package.Tests.Projects;

/// <summary>A console project in a folder of its own that does no more than reference the package, with a store of its own.</summary>
internal sealed class TestProject
{
    private readonly string _name;
    private IReadOnlyDictionary<string, string> _surroundings = new Dictionary<string, string>();

    /// <param name="name">The name of folder, project and assembly; of one test only.</param>
    /// <param name="properties">Further lines of the project file's property group.</param>
    public TestProject(string name, string properties = "<Nullable>enable</Nullable>")
        : this(name)
    {
        Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Memo.Analyzers" Version="{BuildFacts.PackedVersion}" />
              </ItemGroup>
            </Project>
            """);
    }

    private TestProject(string name)
    {
        _name = name;
        Folder = Path.Combine(PackedFile.Home, "projects", name);
        Store = Path.Combine(PackedFile.Home, "stores", name);
        Directory.CreateDirectory(Folder);
    }

    /// <summary>A project whose files the test brings along.</summary>
    /// <param name="name">The name of folder, project and assembly; of one test only.</param>
    /// <param name="surroundings">Further environment variables of its builds.</param>
    public static TestProject WithoutFiles(string name, Dictionary<string, string>? surroundings = null) => new(name) { _surroundings = surroundings ?? [] };

    public string Folder { get; }

    /// <summary>What <c>MEMO_DIRECTORY</c> is when the program runs; empty is as if it were not set.</summary>
    public string Store { get; init; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Replaces a piece of a file that is there exactly once.</summary>
    public void Edit(string file, string before, string after)
    {
        var text = Read(file);
        Assert.That(text.Split(before), Has.Length.EqualTo(2), $"'{before}' in {file}");
        Write(file, text.Replace(before, after, StringComparison.Ordinal));
    }

    public Build Build(params string[] options) => Make("build", options);

    /// <summary>Makes what is given to others, in <c>bin/published</c>, and fails the test if that fails.</summary>
    public Build PublishWell(params string[] options) => Well(Make("publish", ["-o", PathOf("bin/published"), .. options]));

    private Build Make(string what, string[] options) =>
        new(Command.Dotnet(Folder, new Dictionary<string, string>([.. _surroundings, .. ForBuild]), [what, "-nodeReuse:false", "-tl:off", "-maxcpucount:1", .. options]));

    /// <summary>Builds, and fails the test if that fails.</summary>
    public Build BuildWell(params string[] options) => Well(Build(options));

    private static Build Well(Build build)
    {
        Assert.That(build.Result.ExitCode, Is.Zero, build.Result.ToString());
        return build;
    }

    /// <summary>Applies the code fixes of one rule, as a developer would to a whole project; of several rules, the command mends only one at a time.</summary>
    public CommandResult Fix(string rule, params string[] options) =>
        Command.Dotnet(Folder, ForBuild, ["format", "analyzers", "--diagnostics", rule, "--severity", "info", "--no-restore", "--verbosity", "detailed", .. options]);

    /// <summary>Adds a reference to one of the packages that these tests bring along.</summary>
    public CommandResult Add(string package, string version) => Command.Dotnet(Folder, ForBuild, ["add", "package", package, "--version", version]);

    /// <summary>Runs what was built, in the project's folder.</summary>
    public ProgramRun Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs what was built as if it had no memoization, which is what all other runs have to equal.</summary>
    public ProgramRun RunPlainly(params string[] arguments) => Run([new("MEMO_MODE", "off")], arguments);

    private ProgramRun Run(KeyValuePair<string, string>[] further, string[] arguments) =>
        new(Command.Dotnet(Folder, Surroundings(Store, further), [PathOf($"bin/Debug/net10.0/{_name}.dll"), .. arguments]));

    /// <summary>Runs what was published.</summary>
    /// <param name="store">The store that it uses.</param>
    public ProgramRun RunPublished(string store) => new(Command.Run(PathOf($"bin/published/{_name}"), Folder, Surroundings(store, [])));

    private static Dictionary<string, string> Surroundings(string store, KeyValuePair<string, string>[] further) => new(further) { ["MEMO_DIRECTORY"] = store, ["MEMO_LOG"] = "calls" };

    private static Dictionary<string, string> ForBuild => new() { ["NUGET_PACKAGES"] = PackedFile.Packages };
}
