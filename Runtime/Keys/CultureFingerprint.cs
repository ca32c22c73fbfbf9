using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Memo.Keys;

/// <summary>
/// Hashes all that a culture, and the time zone with it, does to a program: the formats themselves, because users, systems and programs change them under the
/// same name.
/// </summary>
internal static class CultureFingerprint
{
    // A culture that cannot be changed any more is hashed once.
    private static readonly ConditionalWeakTable<CultureInfo, object> Known = [];
    private static readonly ConditionalWeakTable<TimeZoneInfo, object> KnownZones = [];

    /// <summary>Hashes the cultures of the current thread.</summary>
    /// <param name="hash">The hash.</param>
    /// <returns>Null, or why they cannot be known.</returns>
    public static string? OfCurrent(out Hash256 hash)
    {
        hash = default;
        if (Of(CultureInfo.CurrentCulture, out var formats) is { } refusal) return refusal;
        if (Of(CultureInfo.CurrentUICulture, out var texts) is { } refused) return refused;
        Span<byte> all = stackalloc byte[3 * Hash256.Size];
        formats.CopyTo(all);
        texts.CopyTo(all[Hash256.Size..]);
        OfTimeZone().CopyTo(all[(2 * Hash256.Size)..]);
        hash = Hash256.Of(all);
        return null;
    }

    // What formats a local time shows its offset.
    private static Hash256 OfTimeZone()
    {
        var zone = TimeZoneInfo.Local;
        if (KnownZones.TryGetValue(zone, out var known)) return (Hash256)known;
        var hash = Hash256.Of(MemoryMarshal.AsBytes(zone.ToSerializedString().AsSpan()));
        KnownZones.AddOrUpdate(zone, hash);
        return hash;
    }

    /// <summary>Hashes one culture.</summary>
    /// <param name="culture">The culture.</param>
    /// <param name="hash">The hash.</param>
    /// <returns>Null, or why it cannot be known.</returns>
    public static string? Of(CultureInfo culture, out Hash256 hash)
    {
        if (culture.IsReadOnly && Known.TryGetValue(culture, out var known))
        {
            hash = (Hash256)known;
            return null;
        }
        hash = default;
        if (culture.GetType() != typeof(CultureInfo) || culture.Calendar.GetType().Assembly != typeof(Calendar).Assembly)
        {
            return $"the culture '{culture.Name}' is of a type of its own";
        }
        var key = new KeyWriter();
        key.Start("the culture ");
        key.Write(culture.Name);
        key.Write(culture.UseUserOverride);
        Write(key, culture.NumberFormat);
        Write(key, culture.DateTimeFormat);
        Write(key, culture.TextInfo);
        key.Write(culture.CompareInfo.Name);
        key.Write(culture.CompareInfo.Version.FullVersion);
        key.Write(culture.CompareInfo.Version.SortId);
        hash = key.Finish();
        if (culture.IsReadOnly) Known.AddOrUpdate(culture, hash);
        return null;
    }

    private static void Write(KeyWriter key, NumberFormatInfo format)
    {
        key.Write(format.CurrencyDecimalDigits);
        key.Write(format.CurrencyDecimalSeparator);
        key.Write(format.CurrencyGroupSeparator);
        key.WriteBits<int>(format.CurrencyGroupSizes);
        key.Write(format.CurrencyNegativePattern);
        key.Write(format.CurrencyPositivePattern);
        key.Write(format.CurrencySymbol);
        key.Write((int)format.DigitSubstitution);
        key.Write(format.NaNSymbol);
        Write(key, format.NativeDigits);
        key.Write(format.NegativeInfinitySymbol);
        key.Write(format.NegativeSign);
        key.Write(format.NumberDecimalDigits);
        key.Write(format.NumberDecimalSeparator);
        key.Write(format.NumberGroupSeparator);
        key.WriteBits<int>(format.NumberGroupSizes);
        key.Write(format.NumberNegativePattern);
        key.Write(format.PercentDecimalDigits);
        key.Write(format.PercentDecimalSeparator);
        key.Write(format.PercentGroupSeparator);
        key.WriteBits<int>(format.PercentGroupSizes);
        key.Write(format.PercentNegativePattern);
        key.Write(format.PercentPositivePattern);
        key.Write(format.PercentSymbol);
        key.Write(format.PerMilleSymbol);
        key.Write(format.PositiveInfinitySymbol);
        key.Write(format.PositiveSign);
    }

    private static void Write(KeyWriter key, DateTimeFormatInfo format)
    {
        key.Write(format.Calendar.GetType().FullName);
        key.Write(format.Calendar.TwoDigitYearMax);
        key.Write(format.AMDesignator);
        key.Write(format.PMDesignator);
        key.Write(format.DateSeparator);
        key.Write(format.TimeSeparator);
        key.Write((int)format.FirstDayOfWeek);
        key.Write((int)format.CalendarWeekRule);
        key.Write(format.FullDateTimePattern);
        key.Write(format.LongDatePattern);
        key.Write(format.LongTimePattern);
        key.Write(format.MonthDayPattern);
        key.Write(format.ShortDatePattern);
        key.Write(format.ShortTimePattern);
        key.Write(format.YearMonthPattern);
        Write(key, format.DayNames);
        Write(key, format.AbbreviatedDayNames);
        Write(key, format.ShortestDayNames);
        Write(key, format.MonthNames);
        Write(key, format.MonthGenitiveNames);
        Write(key, format.AbbreviatedMonthNames);
        Write(key, format.AbbreviatedMonthGenitiveNames);
        Write(key, format.GetAllDateTimePatterns());
        foreach (var era in format.Calendar.Eras)
        {
            key.Write(format.GetEraName(era));
            key.Write(format.GetAbbreviatedEraName(era));
        }
    }

    private static void Write(KeyWriter key, TextInfo text)
    {
        key.Write(text.CultureName);
        key.Write(text.ANSICodePage);
        key.Write(text.IsRightToLeft);
        key.Write(text.ListSeparator);
    }

    private static void Write(KeyWriter key, string[] texts)
    {
        key.Write(texts.Length);
        foreach (var text in texts) key.Write(text);
    }
}
