using System.Globalization;
using System.Numerics;
using CsCheck;
using Memo.Keys;
using Memo.Runtime.Tests.Keys;
using Memo.Values;

namespace Memo.Runtime.Tests.Values;

public sealed class RoundTripTests
{
    private delegate T Read<T>(ref ValueReader reader);

    [Test]
    public void Whole_numbers() => Assert.Multiple(() =>
    {
        Exact<bool>([true, false], (w, x) => w.Write(x), (ref r) => r.ReadBoolean(), (k, x) => k.Write(x));
        Exact<byte>([0, 255], (w, x) => w.Write(x), (ref r) => r.ReadByte(), (k, x) => k.Write(x));
        Exact<sbyte>([-128, 0, 127], (w, x) => w.Write(x), (ref r) => r.ReadSByte(), (k, x) => k.Write(x));
        Exact<short>([short.MinValue, 0, short.MaxValue], (w, x) => w.Write(x), (ref r) => r.ReadInt16(), (k, x) => k.Write(x));
        Exact<ushort>([0, ushort.MaxValue], (w, x) => w.Write(x), (ref r) => r.ReadUInt16(), (k, x) => k.Write(x));
        Exact<int>([int.MinValue, -1, int.MaxValue], (w, x) => w.Write(x), (ref r) => r.ReadInt32(), (k, x) => k.Write(x));
        Exact<uint>([0, uint.MaxValue], (w, x) => w.Write(x), (ref r) => r.ReadUInt32(), (k, x) => k.Write(x));
        Exact<long>([long.MinValue, (1L << 53) + 1, long.MaxValue], (w, x) => w.Write(x), (ref r) => r.ReadInt64(), (k, x) => k.Write(x));
        Exact<ulong>([0, ulong.MaxValue], (w, x) => w.Write(x), (ref r) => r.ReadUInt64(), (k, x) => k.Write(x));
        Exact<Int128>([Int128.MinValue, 0, Int128.MaxValue], (w, x) => w.Write(x), (ref r) => r.ReadInt128(), (k, x) => k.Write(x));
        Exact<UInt128>([0, UInt128.MaxValue], (w, x) => w.Write(x), (ref r) => r.ReadUInt128(), (k, x) => k.Write(x));
        Exact<BigInteger>([0, -1, BigInteger.Pow(-2, 511), BigInteger.Pow(10, 1000), -BigInteger.Pow(3, 900), BigInteger.Pow(2, 512)],
            (w, x) => w.Write(x), (ref r) => r.ReadBigInteger(), (k, x) => k.Write(x));
    });

    [Test]
    public void Doubles_by_every_bit()
    {
        double[] special =
        [
            0.0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, double.NaN, -double.NaN, double.PositiveInfinity,
            double.NegativeInfinity, BitConverter.UInt64BitsToDouble(0x7ff0000000000001), BitConverter.UInt64BitsToDouble(0xffffffffffffffff), 0.1, 1e300,
        ];
        Exact(special, (w, x) => w.Write(x), (ref r) => r.ReadDouble(), (k, x) => k.Write(x));
        Gen.ULong.Select(BitConverter.UInt64BitsToDouble)
            .Sample(number => Same(number, (w, x) => w.Write(x), (ref r) => r.ReadDouble(), (k, x) => k.Write(x)));
    }

    [Test]
    public void Floats_by_every_bit() => Gen.OneOf(Gen.UInt, Constants.OneOf(0u, 0x80000000u, 1u, 0x7f800000u, 0xff800000u, 0x7f800001u, 0x7fc00000u))
        .Select(BitConverter.UInt32BitsToSingle).Sample(number => Same(number, (w, x) => w.Write(x), (ref r) => r.ReadSingle(), (k, x) => k.Write(x)));

    [Test]
    public void Every_half()
    {
        for (var bits = 0; bits <= ushort.MaxValue; bits++)
        {
            var number = BitConverter.UInt16BitsToHalf((ushort)bits);
            if (!Same(number, (w, x) => w.Write(x), (ref r) => r.ReadHalf(), (k, x) => k.Write(x))) Assert.Fail($"half {bits:x}");
        }
    }

    [Test]
    public void Decimals_with_scale_and_sign()
    {
        decimal[] special = [0m, new(0, 0, 0, true, 0), 0.00m, new(0, 0, 0, true, 28), 1m, 1.0m, 1.00m, -1.50m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 7922816251426433759354395033.5m];
        Exact(special, (w, x) => w.Write(x), (ref r) => r.ReadDecimal(), (k, x) => k.Write(x));
        Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Bool, Gen.Byte[0, 28])
            .Sample((low, middle, high, negative, scale) => Same(new decimal(low, middle, high, negative, scale),
                (w, x) => w.Write(x), (ref r) => r.ReadDecimal(), (k, x) => k.Write(x)));
    }

    [Test]
    public void Texts_by_every_unit()
    {
        string?[] special = [null, "", "a", "\0", "\ud800", "\udc00\ud800", "a\ud83d\ude00b", "\ud83d\ude00\ud83d", "\ufeff", "\"\\/\b\f\n\r\t<>&'+", "NaN", "null", "{}"];
        Exact(special, (w, x) => w.Write(x), (ref r) => r.ReadString(), (k, x) => k.Write(x));
        Gen.UShort.Array[0, 5].Select(units => new string([.. units.Select(unit => (char)unit)]))
            .Sample(text => Same(text, (w, x) => w.Write(x), (ref r) => r.ReadString(), (k, x) => k.Write(x)));
    }

    [Test]
    public void Every_char()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            if (!Same((char)unit, (w, x) => w.Write(x), (ref r) => r.ReadChar(), (k, x) => k.Write(x))) Assert.Fail($"char {unit:x}");
        }
    }

    [Test]
    public void Dates_with_their_kind()
    {
        DateTime[] special =
        [
            DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch, new(2024, 2, 29, 23, 59, 59, 999, 999, DateTimeKind.Unspecified), new(12345, DateTimeKind.Utc),
            new(2024, 7, 1, 12, 0, 0, DateTimeKind.Local), new(1, DateTimeKind.Local),
        ];
        Exact(special, (w, x) => w.Write(x), (ref r) => r.ReadDateTime(), (k, x) => k.Write(x));
        Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks], Constants.OneOf(DateTimeKind.Utc, DateTimeKind.Unspecified, DateTimeKind.Local))
            .Sample((ticks, kind) => Same(new DateTime(ticks, kind), (w, x) => w.Write(x), (ref r) => r.ReadDateTime(), (k, x) => k.Write(x)));
    }

    [Test]
    public void Moments_spans_days_and_times() => Assert.Multiple(() =>
    {
        Exact<DateTimeOffset>([DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new(2020, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(-839)), new(1, TimeSpan.Zero)],
            (w, x) => w.Write(x), (ref r) => r.ReadDateTimeOffset(), (k, x) => k.Write(x));
        Exact<TimeSpan>([TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, new(1), new(-1), TimeSpan.FromDays(1)],
            (w, x) => w.Write(x), (ref r) => r.ReadTimeSpan(), (k, x) => k.Write(x));
        Exact<DateOnly>([DateOnly.MinValue, DateOnly.MaxValue, new(2024, 2, 29)], (w, x) => w.Write(x), (ref r) => r.ReadDateOnly(), (k, x) => k.Write(x));
        Exact<TimeOnly>([TimeOnly.MinValue, TimeOnly.MaxValue, new(1)], (w, x) => w.Write(x), (ref r) => r.ReadTimeOnly(), (k, x) => k.Write(x));
    });

    [Test]
    public void Identifiers_versions_and_uris() => Assert.Multiple(() =>
    {
        Exact<Guid>([Guid.Empty, Guid.AllBitsSet, new("00112233-4455-6677-8899-aabbccddeeff")], (w, x) => w.Write(x), (ref r) => r.ReadGuid(), (k, x) => k.Write(x));
        Exact<Version?>([null, new(), new(1, 2), new(1, 2, 0), new(1, 2, 3, 0)], (w, x) => w.Write(x), (ref r) => r.ReadVersion(), (k, x) => k.Write(x));
        Exact<Uri?>([null, new("http://a/b?c#d"), new("HTTP://A/%41/../x y"), new("a b", UriKind.Relative), new("/x", UriKind.Relative), new("", UriKind.Relative), new("mailto:a@b")],
            (w, x) => w.Write(x), (ref r) => r.ReadUri(), (k, x) => k.Write(x));
        if (!OperatingSystem.IsWindows()) Exact<Uri?>([new("/x")], (w, x) => w.Write(x), (ref r) => r.ReadUri(), (k, x) => k.Write(x));
    });

    [Test]
    public void Numbers_in_bulk() => Assert.Multiple(() =>
    {
        Bulk<byte>([], [0, 255, 1]);
        Bulk([double.NaN, BitConverter.UInt64BitsToDouble(0xfff0000000000001), -0.0, 1]);
        Bulk(['\ud800', 'a', '\0']);
        Bulk([Int128.MinValue, 5]);
        Bulk([DayOfWeek.Sunday, (DayOfWeek)(-77)]);
        Bulk([true, false, true]);
        Bulk(Enumerable.Range(0, 100_000).ToArray());
    });

    [Test]
    public void The_culture_makes_no_difference()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Exact<TimeSpan>([new(-1)], (w, x) => w.Write(x), (ref r) => r.ReadTimeSpan(), (k, x) => k.Write(x));
            Exact<Int128>([Int128.MinValue], (w, x) => w.Write(x), (ref r) => r.ReadInt128(), (k, x) => k.Write(x));
            Exact<DateTime>([DateTime.MaxValue], (w, x) => w.Write(x), (ref r) => r.ReadDateTime(), (k, x) => k.Write(x));
            Exact<double>([-1.5, double.NaN], (w, x) => w.Write(x), (ref r) => r.ReadDouble(), (k, x) => k.Write(x));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static void Bulk<T>(params T[][] arrays) where T : unmanaged
    {
        foreach (var array in arrays)
        {
            var read = Again<T[]>(array, (w, x) => w.WriteBits<T>(x), (ref r) => r.ReadBits<T>());
            Assert.That(System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(read).SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(array)), Is.True);
        }
    }

    private static void Bulk<T>(T[] array) where T : unmanaged => Bulk<T>([array]);

    private static void Exact<T>(T[] values, Action<ValueWriter, T> write, Read<T> read, Action<KeyWriter, T> key)
    {
        foreach (var value in values) Assert.That(Same(value, write, read, key), Is.True, () => $"{typeof(T).Name} {value}");
    }

    // Equality of keys is equality of bits, which Equals is not: NaN, -0.0, 1.0m.
    private static bool Same<T>(T value, Action<ValueWriter, T> write, Read<T> read, Action<KeyWriter, T> key)
    {
        var again = Again(value, write, read);
        return Key.Of(writer => key(writer, value)) == Key.Of(writer => key(writer, again));
    }

    private static T Again<T>(T value, Action<ValueWriter, T> write, Read<T> read)
    {
        using var writer = new ValueWriter();
        write(writer, value);
        var reader = new ValueReader(writer.Finish().Span);
        var again = read(ref reader);
        reader.End();
        return again;
    }
}
