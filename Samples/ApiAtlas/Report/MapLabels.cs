using ApiAtlas.Regions;

namespace ApiAtlas.Report;

/// <summary>A name on the map. X is its middle for a region, its left end for a type; Y is the base line.</summary>
internal readonly record struct MapLabel(string Text, double X, double Y, bool IsRegion, int Region);

/// <summary>Chooses which names fit on the map, the most important first, none over another.</summary>
internal static class MapLabels
{
    private const double RegionSize = 21;
    private const double TypeSize = 11.5;
    private const int LongestTypeName = 30;
    private const int TypesTried = 3000;

    public static List<MapLabel> Place(Atlas atlas, Func<int, double> x, Func<int, double> y)
    {
        var labels = new List<MapLabel>();
        var taken = new List<Box>();
        for (var i = 0; i < atlas.Regions.Length; i++)
        {
            var region = atlas.Regions[i];
            var size = new Box(0, 0, region.Title.Length * RegionSize * 0.54, RegionSize);
            if (NearestFree(size, Middle(region.Types, x), Middle(region.Types, y), taken) is not { } box)
                continue;
            taken.Add(box);
            labels.Add(new MapLabel(region.Title, box.Left + box.Width / 2, box.Top + RegionSize * 0.8, true, i));
        }

        var largest = Enumerable.Range(0, atlas.Types.Length)
            .Where(type => atlas.Types[type].Name.Length <= LongestTypeName)
            .OrderByDescending(type => atlas.Types[type].Members).ThenBy(type => type)
            .DistinctBy(type => atlas.Types[type].Name)
            .Take(TypesTried);
        foreach (var type in largest)
        {
            var name = atlas.Types[type].Name;
            if (FreeBeside(name.Length * TypeSize * 0.56, x(type), y(type), taken) is not { } box)
                continue;
            taken.Add(box.Widened(7));
            labels.Add(new MapLabel(name, box.Left, box.Top + TypeSize * 0.85, false, atlas.RegionOf[type]));
        }
        return labels;
    }

    private static double Middle(int[] types, Func<int, double> coordinate) =>
        types.Select(coordinate).Order().ElementAt(types.Length / 2);

    /// <summary>Room for a name on the right of a dot, or else on the left.</summary>
    private static Box? FreeBeside(double width, double x, double y, List<Box> taken)
    {
        var right = new Box(x + 7, y - TypeSize * 0.6, width, TypeSize);
        var left = right with { Left = x - 7 - width };
        if (right.IsOnMap && !taken.Exists(right.Overlaps))
            return right;
        return left.IsOnMap && !taken.Exists(left.Overlaps) ? left : null;
    }

    /// <summary>The free box nearest to a point, looking up and down before aside: lines of text stack well.</summary>
    private static Box? NearestFree(Box size, double x, double y, List<Box> taken)
    {
        for (var ring = 0; ring < 12; ring++)
        {
            foreach (var (right, down) in Offsets(ring))
            {
                var box = size with { Left = Math.Clamp(x - size.Width / 2 + right * 30, 4, SvgMap.Width - size.Width - 4), Top = y - size.Height / 2 + down * 13 };
                if (box.IsOnMap && !taken.Exists(box.Overlaps))
                    return box.Widened(2);
            }
        }
        return null;
    }

    private static (int Right, int Down)[] Offsets(int ring) =>
        ring == 0 ? [(0, 0)] : [(0, -ring), (0, ring), (-ring, -ring), (ring, -ring), (-ring, ring), (ring, ring)];

    private readonly record struct Box(double Left, double Top, double Width, double Height)
    {
        public bool IsOnMap => Left >= 0 && Top >= 0 && Left + Width <= SvgMap.Width && Top + Height <= SvgMap.Height;

        public bool Overlaps(Box other) =>
            Left < other.Left + other.Width && other.Left < Left + Width && Top < other.Top + other.Height && other.Top < Top + Height;

        public Box Widened(double by) => new(Left - by, Top - by, Width + 2 * by, Height + 2 * by);
    }
}
