namespace Memo.Benchmarks.Projects;

/// <summary>A generated project on disk: the same sources twice, with the package and without it.</summary>
internal static class ProjectFolder
{
    public const string With = "with";
    public const string Without = "without";

    /// <summary>In a project's folder after a build: what the compiler was given.</summary>
    public const string CompilerArguments = "obj/compiler.rsp";

    /// <summary>In a project's folder after a build: where the compiler is.</summary>
    public const string CompilerPath = "obj/compiler.path";

    public static void Write(string folder, ProjectShape shape, string version)
    {
        var source = Path.Combine(folder, "source");
        if (Directory.Exists(source))
        {
            Directory.Delete(source, recursive: true);
        }

        foreach (var (path, text) in GeneratedProject.Write(shape))
        {
            Put(Path.Combine(source, path), text);
        }

        // The projects stand alone: nothing of a folder above reaches them, and they leave nothing in the user's package folder.
        Put(Path.Combine(folder, "Directory.Build.props"), "<Project />\n");
        Put(Path.Combine(folder, "Directory.Build.targets"), WriteArguments);
        Put(Path.Combine(folder, "Directory.Packages.props"), "<Project />\n");
        Put(Path.Combine(folder, ".editorconfig"), "root = true\n");
        Put(Path.Combine(folder, "nuget.config"), """
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <clear />
                <add key="packed" value="feed" />
              </packageSources>
            </configuration>

            """);
        Put(Path.Combine(folder, With, "With.csproj"), Project($"<PackageReference Include=\"Memo.Analyzers\" Version=\"{version}\" />"));
        Put(Path.Combine(folder, Without, "Without.csproj"), Project("<Compile Include=\"MemoizeAttribute.cs\" />"));
        Put(Path.Combine(folder, Without, "MemoizeAttribute.cs"), """
            namespace Memo;

            [AttributeUsage(AttributeTargets.Method)]
            internal sealed class MemoizeAttribute : Attribute;

            """);
        Directory.CreateDirectory(Path.Combine(folder, "feed"));
    }

    private const string WriteArguments = """
        <Project>
          <Target Name="WriteArguments" AfterTargets="CoreCompile" Condition="'@(CscCommandLineArgs)' != ''">
            <ItemGroup>
              <CompilerArgument Include="@(CscCommandLineArgs)" Exclude="/noconfig" />
            </ItemGroup>
            <WriteLinesToFile File="obj/compiler.rsp" Lines="@(CompilerArgument)" Overwrite="true" />
            <WriteLinesToFile File="obj/compiler.path" Lines="$(RoslynTargetsPath)/bincore/csc" Overwrite="true" />
          </Target>
        </Project>

        """;

    private static string Project(string item) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="../source/**/*.cs" />
            {item}
          </ItemGroup>
        </Project>

        """;

    private static void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
