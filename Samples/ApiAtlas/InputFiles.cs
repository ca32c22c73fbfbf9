using System.Runtime.InteropServices;

namespace ApiAtlas;

/// <summary>Finds the documentation files to read.</summary>
internal static class InputFiles
{
    /// <summary>All XML files under a folder, or those of the installed reference packs; one file for each name, ordered by name.</summary>
    /// <exception cref="UserError">The folder cannot be read, or holds none.</exception>
    public static string[] Find(string? folder)
    {
        if (File.Exists(folder))
            throw new UserError($"'{folder}' is a file. Give the folder that it is in.");
        if (folder is not null && !Directory.Exists(folder))
            throw new UserError($"The folder '{folder}' does not exist. Give one that holds XML documentation files.");
        try
        {
            var found = folder is null ? ReferencePacks().SelectMany(XmlFiles) : XmlFiles(folder);
            return OneOfEachName(found) is { Length: > 0 } files ? files : throw new UserError(NothingFound(folder));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new UserError($"The folder '{folder ?? DotnetRoot()}' cannot be read: {e.Message} Give another folder.");
        }
    }

    private static string NothingFound(string? folder) => folder is null
        ? $"No reference packs were found in '{Path.Join(DotnetRoot(), "packs")}'. Give a folder that holds XML documentation files, "
            + "for example the package cache in .nuget/packages of your home folder."
        : $"There is no .xml file in '{folder}'. Give a folder that holds XML documentation files.";

    private static string[] XmlFiles(string folder) => Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories);

    /// <summary>
    /// Packs share libraries, and packages come in many versions. The longest file of a name says most; of equally long ones
    /// the first by path, whose content is the same in practice.
    /// </summary>
    private static string[] OneOfEachName(IEnumerable<string> paths) => paths
        .GroupBy(path => Path.GetFileName(path))
        .OrderBy(files => files.Key, StringComparer.Ordinal)
        .Select(files => files.OrderByDescending(path => new FileInfo(path).Length).ThenBy(path => path, StringComparer.Ordinal).First())
        .ToArray();

    /// <summary>The newest version of each installed reference pack.</summary>
    private static IEnumerable<string> ReferencePacks()
    {
        var packs = Path.Join(DotnetRoot(), "packs");
        if (!Directory.Exists(packs))
            return [];
        return Directory.GetDirectories(packs, "*.Ref")
            .Select(pack => Directory.GetDirectories(pack).MaxBy(VersionOf))
            .OfType<string>()
            .Select(version => Path.Join(version, "ref"))
            .Where(Directory.Exists);
    }

    private static Version VersionOf(string folder) =>
        Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) ? version : new Version(0, 0);

    /// <summary>The runtime that we run on is in <c>root/shared/Microsoft.NETCore.App/version</c>.</summary>
    private static string DotnetRoot()
    {
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        if (runtime.Parent?.Parent is { Name: "shared", Parent: { } root })
            return root.FullName;
        return Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } configured
            ? configured
            : Path.GetDirectoryName(Environment.ProcessPath) ?? ".";
    }
}
