using System.Globalization;

namespace ApiAtlas;

/// <summary>What the user asked for.</summary>
/// <param name="Folder">Where to look for documentation files; null for the installed reference packs.</param>
/// <param name="Output">The HTML file to write.</param>
/// <param name="Clusters">How many regions to make.</param>
/// <param name="ShowHelp">Print the usage and do nothing.</param>
internal sealed record CommandLine(string? Folder, string Output, int Clusters, bool ShowHelp)
{
    private const int MostClusters = 60;

    public const string Usage = """
        Draws an atlas of the types that XML documentation files describe.

        Usage: ApiAtlas [FOLDER] [--output FILE] [--clusters K]

          FOLDER          where the documentation files (*.xml) are, subfolders included
                          (default: the reference packs of the installed .NET SDK)
          --output FILE   the HTML file to write (default: api-atlas.html)
          --clusters K    how many regions to make, 2 to 60 (default: 18)
          --help          print this
        """;

    public static CommandLine Parse(string[] arguments)
    {
        var result = new CommandLine(null, "api-atlas.html", 18, false);
        for (var i = 0; i < arguments.Length; i++)
        {
            result = arguments[i] switch
            {
                "--help" or "-h" or "-?" => result with { ShowHelp = true },
                "--output" or "-o" => result with { Output = Following(arguments, ref i, "a file name") },
                "--clusters" or "-k" => result with { Clusters = ClusterCount(Following(arguments, ref i, "a number")) },
                ['-', ..] option => throw new UserError($"There is no option '{option}'. Try --help."),
                "" => throw new UserError("The folder's name is empty. Leave it out to use the installed reference packs."),
                _ when result.Folder is not null =>
                    throw new UserError($"Only one folder can be given, but '{arguments[i]}' follows '{result.Folder}'. Try --help."),
                var folder => result with { Folder = folder },
            };
        }
        return result;
    }

    private static string Following(string[] arguments, ref int i, string what)
    {
        if (i + 1 >= arguments.Length || arguments[i + 1] is "")
            throw new UserError($"{arguments[i]} needs {what} after it. Try --help.");
        return arguments[++i];
    }

    private static int ClusterCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 2 and <= MostClusters
            ? count
            : throw new UserError($"--clusters takes a number from 2 to {MostClusters}, not '{text}'.");
}
