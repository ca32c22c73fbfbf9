using System.Globalization;
using Spectre.Console;
using Region = ApiAtlas.Regions.Region;

namespace ApiAtlas.Report;

/// <summary>The short report for the terminal: a line for each region.</summary>
internal static class RegionTable
{
    // One width everywhere, so that the same input prints the same text.
    private const int Width = 120;
    private const int TypicalTypes = 12;
    private const int ExamplesWidth = 36;

    public static void Print(Atlas atlas, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;

        var table = new Table().Border(TableBorder.Rounded).Width(Width)
            .AddColumn(new TableColumn("Types").Width(5).RightAligned())
            .AddColumn(new TableColumn("About").Width(33))
            .AddColumn(new TableColumn("For example").Width(ExamplesWidth))
            .AddColumn(new TableColumn("Mostly in").Width(33));
        foreach (var region in atlas.Regions)
        {
            table.AddRow(
                Cell(region.Types.Length.ToString("N0", CultureInfo.InvariantCulture)),
                Cell(string.Join(", ", region.Topics.Take(3))),
                Cell(Examples(atlas, region)),
                Cell(region.Library));
        }
        console.Write(table);
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"{atlas.Types.Length:N0} types from {atlas.Libraries.Length:N0} libraries in {atlas.Regions.Length:N0} regions\n")));
    }

    private static Text Cell(string text) => new(text) { Overflow = Overflow.Ellipsis };

    /// <summary>The most typical types whose names fit into a column together.</summary>
    private static string Examples(Atlas atlas, Region region)
    {
        var examples = new List<string>();
        var room = ExamplesWidth;
        foreach (var name in region.Types.Take(TypicalTypes).Select(type => atlas.Types[type].Name).Distinct())
        {
            if (name.Length > room)
                continue;
            examples.Add(name);
            room -= name.Length + 2;
        }
        return string.Join(", ", examples);
    }
}
