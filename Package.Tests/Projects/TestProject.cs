using Memo.Package.Tests.Processes;

namespace Memo.Package.Tests.Projects;

/// <summary>A console project in a folder of its own that does no more than reference the package, with a store of its own.</summary>
internal sealed class TestProject
{
    /// <summary>The item of a project file that references the package.</summary>
    public static readonly string Package = $"""<PackageReference Include="Memo.Analyzers" Version="{BuildFacts.PackedVersion}" />""";

    private readonly string _name;
    private IReadOnlyDictionary<string, string> _surroundings = new Dictionary<string, string>();

    /// <param name="name">The name of folder, project and assembly; of one test only.</param>
    /// <param name="properties">Further lines of the project file's property group.</param>
    public TestProject(string name, string properties = "<Nullable>enable</Nullable>")
        : this(name)
    {
        Describe($"""
            <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
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

    /// <summary>A project in a folder within this one's, which is a solution or all that stands around it; the store is the same.</summary>
    /// <param name="name">The name of folder, project and assembly.</param>
    public TestProject Inside(string name) => new(Path.Combine(_name, name)) { _surroundings = _surroundings, Store = Store };

    /// <summary>Writes the project file.</summary>
    /// <param name="properties">The lines of its property group.</param>
    /// <param name="items">The lines of its item group; the reference to the package if nothing is said.</param>
    /// <param name="language">The end of the file's name: <c>csproj</c> and the like.</param>
    /// <param name="sdk">What the project is built with.</param>
    public TestProject Describe(string properties, string? items = null, string language = "csproj", string sdk = "Microsoft.NET.Sdk")
    {
        Write($"{Assembly}.{language}", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items ?? Package}
              </ItemGroup>
            </Project>
            """);
        return this;
    }

    public string Folder { get; }

    private string Assembly => Path.GetFileName(_name);

    private string Program => $"bin/Debug/net10.0/{Assembly}.dll";

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

    /// <summary>Builds the tests that the project consists of, and runs them.</summary>
    /// <param name="mode">What <c>MEMO_MODE</c> is.</param>
    public CommandResult Test(string mode) => Command.Dotnet(
        Folder, Surroundings(Store, [.. ForBuild, new("MEMO_MODE", mode)]), "test", "-nodeReuse:false", "-tl:off", "-maxcpucount:1");

    /// <summary>Runs a program that is one file; what is built of it lies beside all projects.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mode">What <c>MEMO_MODE</c> is.</param>
    /// <param name="arguments">Of the program.</param>
    public ProgramRun RunFile(string file, string mode, params string[] arguments) => new(Command.Dotnet(
        Folder, Surroundings(Store, [.. ForBuild, new("MEMO_MODE", mode), new("XDG_DATA_HOME", PackedFile.Home)]), ["run", file, "--", .. arguments]));

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
        new(Command.Dotnet(Folder, Surroundings(Store, further), [PathOf(Program), .. arguments]));

    /// <summary>Starts what was built.</summary>
    /// <param name="mode">What <c>MEMO_MODE</c> is.</param>
    /// <param name="arguments">Of the program.</param>
    public RunningProgram Start(string mode, params string[] arguments) =>
        new(Command.Start("dotnet", Folder, Surroundings(Store, [new("MEMO_MODE", mode)]), [PathOf(Program), .. arguments]));

    /// <summary>Runs what was published.</summary>
    /// <param name="store">The store that it uses.</param>
    public ProgramRun RunPublished(string store) => new(Command.Run(PathOf($"bin/published/{Assembly}"), Folder, Surroundings(store, [])));

    private static Dictionary<string, string> Surroundings(string store, KeyValuePair<string, string>[] further) => new(further) { ["MEMO_DIRECTORY"] = store, ["MEMO_LOG"] = "calls" };

    private static Dictionary<string, string> ForBuild => new() { ["NUGET_PACKAGES"] = PackedFile.Packages };
}
