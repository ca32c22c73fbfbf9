using System.Globalization;
using System.Text;

namespace ApiAtlas.Report;

/// <summary>The picture: land under each region, links, dots, names.</summary>
internal sealed class SvgMap(Atlas atlas)
{
    internal const int Width = 1600;
    internal const int Height = 1080;
    private const int Margin = 60;
    private const int LinksOfType = 2;
    private const float FaintestLink = 0.55f;

    public void AppendTo(StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"<svg id=\"map\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"Map of types\">\n");
        for (var region = 0; region < atlas.Regions.Length; region++)
            AppendLand(page, region);
        for (var region = 0; region < atlas.Regions.Length; region++)
            AppendLinks(page, region);
        for (var region = 0; region < atlas.Regions.Length; region++)
            AppendDots(page, region);
        foreach (var label in MapLabels.Place(atlas, X, Y))
            AppendLabel(page, label);
        page.Append("</svg>\n");
    }

    private double X(int type) => Margin + atlas.Places.X[type] * (Width - 2 * Margin);

    private double Y(int type) => Margin + atlas.Places.Y[type] * (Height - 2 * Margin);

    /// <summary>One path of points without length: drawn with a broad round pen they melt into one shape.</summary>
    private void AppendLand(StringBuilder page, int region)
    {
        page.Append(CultureInfo.InvariantCulture, $"<path class=\"land r{region}\" data-region=\"{region}\" d=\"");
        foreach (var type in atlas.Regions[region].Types)
            page.Append('M').Append(Number(X(type))).Append(' ').Append(Number(Y(type))).Append("h0");
        page.Append("\"/>\n");
    }

    private void AppendLinks(StringBuilder page, int region)
    {
        page.Append(CultureInfo.InvariantCulture, $"<path class=\"links r{region}\" d=\"");
        foreach (var type in atlas.Regions[region].Types)
        {
            for (var i = 0; i < Math.Min(LinksOfType, atlas.Links.Degree); i++)
            {
                var at = type * atlas.Links.Degree + i;
                var other = atlas.Links.Neighbours[at];
                if (atlas.Links.Similarities[at] < FaintestLink || IsDrawnFromTheOther(type, other))
                    continue;
                page.Append('M').Append(Number(X(type))).Append(' ').Append(Number(Y(type)))
                    .Append('L').Append(Number(X(other))).Append(' ').Append(Number(Y(other)));
            }
        }
        page.Append("\"/>\n");
    }

    private bool IsDrawnFromTheOther(int type, int other) => other < type
        && atlas.Links.Neighbours.AsSpan(other * atlas.Links.Degree, Math.Min(LinksOfType, atlas.Links.Degree)).Contains(type);

    private void AppendDots(StringBuilder page, int region)
    {
        page.Append(CultureInfo.InvariantCulture, $"<g class=\"dots r{region}\">\n");
        foreach (var type in atlas.Regions[region].Types.OrderByDescending(type => atlas.Types[type].Members))
        {
            var documented = atlas.Types[type];
            var radius = 1.4 + 0.42 * Math.Sqrt(Math.Min(documented.Members, 150));
            page.Append("<circle cx=\"").Append(Number(X(type))).Append("\" cy=\"").Append(Number(Y(type)))
                .Append("\" r=\"").Append(Number(radius)).Append("\"><title>")
                .Append(HtmlPage.Escape(documented.FullName)).Append('\n')
                .Append(HtmlPage.Escape(atlas.Libraries[documented.Library])).Append(", ")
                .Append(CultureInfo.InvariantCulture, $"{documented.Members:N0} documented members</title></circle>\n");
        }
        page.Append("</g>\n");
    }

    private static void AppendLabel(StringBuilder page, MapLabel label) => page
        .Append("<text class=\"").Append(label.IsRegion ? "country r" : "town r").Append(CultureInfo.InvariantCulture, $"{label.Region}\" x=\"")
        .Append(Number(label.X)).Append("\" y=\"").Append(Number(label.Y)).Append("\">")
        .Append(HtmlPage.Escape(label.Text)).Append("</text>\n");

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
