using Memo.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Catalog;

/// <summary>The built-in files, line by line, and the members of the framework for which each line speaks.</summary>
internal static class EmbeddedLines
{
    /// <summary>What describes packages, whose assemblies are not here, and our own runtime.</summary>
    private static readonly string[] Others = ["packages.txt", "memo.txt"];

    public static IReadOnlyList<(string File, int Number, string Id, CatalogEntry Entry)> All { get; } = [.. ReadAll(file => !Others.Contains(file))];

    /// <summary>The line that decides for each member.</summary>
    public static ILookup<CatalogEntry, ISymbol> Decided { get; } =
        FrameworkMembers.All.Where(member => EffectCatalog.Embedded.Find(member) is not null).ToLookup(member => EffectCatalog.Embedded.Find(member)!);

    private static IEnumerable<(string, int, string, CatalogEntry)> ReadAll(Predicate<string> isWanted)
    {
        var assembly = typeof(EffectCatalog).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".txt", StringComparison.Ordinal) && isWanted(name)))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(file)!);
            var number = 0;
            while (text.ReadLine() is { } line)
            {
                number++;
                if (CatalogParser.Parse(line) is { Entry: not null } parsed)
                {
                    yield return (file, number, parsed.Id, EffectCatalog.Embedded.Entries[parsed.Id]);
                }
            }
        }
    }
}
