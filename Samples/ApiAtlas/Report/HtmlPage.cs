using System.Globalization;
using System.Net;
using System.Text;
using ApiAtlas.Regions;
using Memo;

namespace ApiAtlas.Report;

/// <summary>The report: one file that needs nothing else, with the map and a card for each region.</summary>
internal static class HtmlPage
{
    private const int TypesOnCard = 7;

    [Memoize]
    public static string Render(Atlas atlas)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>An atlas of documented types</title>\n<style>\n")
            .Append(PageStyle.Css).Append(Hues(atlas.Regions.Length))
            .Append("</style>\n</head>\n<body>\n");
        AppendHeader(page, atlas);
        new SvgMap(atlas).AppendTo(page);
        AppendCards(page, atlas);
        return page.Append("<script>\n").Append(PageScript.JavaScript).Append("</script>\n</body>\n</html>\n").ToString();
    }

    private static void AppendHeader(StringBuilder page, Atlas atlas) => page.Append(CultureInfo.InvariantCulture,
        $"""
        <header>
        <h1>An atlas of documented types</h1>
        <p>{atlas.Types.Length:N0} types from {atlas.Libraries.Length:N0} libraries, placed by what their documentation says.
        A dot is a type, larger the more members it documents; near dots read alike, a line joins nearest neighbours, and a colour is a
        cluster of topics. Point at a dot for its name; scroll to zoom, drag to move, click a region to see it alone.</p>
        <input id="find" type="search" placeholder="Find a type…" aria-label="Find a type" autocomplete="off"><output id="found"></output>
        </header>

        """);

    private static void AppendCards(StringBuilder page, Atlas atlas)
    {
        page.Append("<section id=\"cards\">\n");
        for (var i = 0; i < atlas.Regions.Length; i++)
            AppendCard(page, atlas, atlas.Regions[i], i);
        page.Append("</section>\n");
    }

    private static void AppendCard(StringBuilder page, Atlas atlas, Region region, int number)
    {
        var typical = region.Types.Take(TypesOnCard).Select(type => Escape(atlas.Types[type].Name));
        page.Append(CultureInfo.InvariantCulture,
            $"""
            <button class="card r{number}" data-region="{number}" aria-pressed="false">
            <b>{Escape(region.Title)}</b>
            <span>{Escape(string.Join(", ", region.Topics.Skip(3)))}</span>
            <span><code>{string.Join("</code> <code>", typical)}</code></span>
            <small>{region.Types.Length:N0} types, {region.LibraryTypes:N0} of them in {Escape(region.Library)}</small>
            </button>

            """);
    }

    /// <summary>Steps of the golden angle, in three shades: however many regions there are, no two that follow each other look alike.</summary>
    private static string Hues(int regions)
    {
        var css = new StringBuilder();
        for (var i = 0; i < regions; i++)
        {
            var hue = (25 + i * 137.508) % 360;
            var shade = (i % 3 - 1) * 0.06;
            css.Append(CultureInfo.InvariantCulture, $".r{i}{{--hue:{hue:0};--shade:{shade:0.##}}}\n");
        }
        return css.ToString();
    }

    internal static string Escape(string text) => WebUtility.HtmlEncode(text);
}
