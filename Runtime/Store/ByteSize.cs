using System.Globalization;

namespace Memo.Store;

/// <summary>Reads sizes as people write them: <c>5 GiB</c>, <c>500MB</c>, <c>1000000</c>.</summary>
internal static class ByteSize
{
    private static readonly (string Unit, long Bytes)[] Units =
        [("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40), ("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("TB", 1_000_000_000_000), ("B", 1)];

    /// <summary>Null for what is no size, or none above zero.</summary>
    public static long? Parse(string text)
    {
        var number = text.AsSpan().Trim();
        var factor = 1L;
        foreach (var (unit, bytes) in Units)
        {
            if (!number.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            number = number[..^unit.Length].TrimEnd();
            factor = bytes;
            break;
        }
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count > 0 && count <= long.MaxValue / (decimal)factor && count * factor >= 1
            ? (long)(count * factor)
            : null;
    }
}
