using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Memo.Values;

public ref partial struct ValueReader
{
    /// <summary>Reads a text, or null.</summary>
    /// <returns>The value.</returns>
    public string? ReadString()
    {
        Next();
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return _json.GetString();
            case JsonTokenType.StartObject:
                Expect(JsonTokenType.PropertyName);
                if (!_json.ValueTextEquals(ValueFormat.Units.EncodedUtf8Bytes)) throw new MalformedEntryException("UTF-16 units");
                var bytes = ReadBase64();
                if (bytes.Length % 2 != 0) throw new MalformedEntryException("UTF-16 units");
                Expect(JsonTokenType.EndObject);
                return new string(MemoryMarshal.Cast<byte, char>(bytes));
            default:
                throw new MalformedEntryException("a text");
        }
    }

    /// <summary>Reads an identifier.</summary>
    /// <returns>The value.</returns>
    public Guid ReadGuid()
    {
        Expect(JsonTokenType.String);
        return _json.TryGetGuid(out var value) ? value : throw new MalformedEntryException("a Guid");
    }

    /// <summary>Reads a point in time. A local one is damaged if this machine's time zone no longer puts it at the same moment.</summary>
    /// <returns>The value.</returns>
    public DateTime ReadDateTime()
    {
        var clock = ReadClock(out var suffix);
        if (suffix.Length == 0) return clock;
        if (suffix == "Z") return DateTime.SpecifyKind(clock, DateTimeKind.Utc);
        var offset = ParseOffset(suffix);
        var local = DateTime.SpecifyKind(clock, DateTimeKind.Local);
        if (TimeZoneInfo.Local.GetUtcOffset(local) == offset) return local;
        // The other pass through the hour that is repeated when summer time ends: only a conversion from UTC gives such a value.
        local = new DateTimeOffset(clock, offset).LocalDateTime;
        if (local.Ticks == clock.Ticks && TimeZoneInfo.Local.GetUtcOffset(local) == offset) return local;
        throw new MalformedEntryException("a point in time of this time zone");
    }

    /// <summary>Reads a point in time with its distance from UTC.</summary>
    /// <returns>The value.</returns>
    public DateTimeOffset ReadDateTimeOffset()
    {
        var clock = ReadClock(out var suffix);
        return new DateTimeOffset(clock, ParseOffset(suffix));
    }

    /// <summary>Reads a span of time.</summary>
    /// <returns>The value.</returns>
    public TimeSpan ReadTimeSpan() => ParseOffset(Text());

    /// <summary>Reads a date.</summary>
    /// <returns>The value.</returns>
    public DateOnly ReadDateOnly() => DateOnly.TryParseExact(Text(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
        ? value
        : throw new MalformedEntryException("a date");

    /// <summary>Reads a time of day.</summary>
    /// <returns>The value.</returns>
    public TimeOnly ReadTimeOnly() => TimeOnly.TryParseExact(Text(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
        ? value
        : throw new MalformedEntryException("a time of day");

    /// <summary>Reads a whole number of any size.</summary>
    /// <returns>The value.</returns>
    public BigInteger ReadBigInteger()
    {
        Next();
        if (_json.TokenType == JsonTokenType.String) return new BigInteger(Base64OfCurrent());
        // A longer number is written in base64; a text of any length would take time that grows with its square.
        if (_json.TokenType == JsonTokenType.Number && _json.ValueSpan.Length <= 160
            && BigInteger.TryParse(Encoding.ASCII.GetString(_json.ValueSpan), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }
        throw new MalformedEntryException("a whole number");
    }

    /// <summary>Reads an identifier of a resource, or null.</summary>
    /// <returns>The value.</returns>
    public Uri? ReadUri()
    {
        if (TryReadNull()) return null;
        Expect(JsonTokenType.StartArray);
        var kind = ReadBoolean() ? UriKind.Absolute : UriKind.Relative;
        var text = ReadString();
        Expect(JsonTokenType.EndArray);
        return Uri.TryCreate(text, kind, out var value) ? value : throw new MalformedEntryException("a Uri");
    }

    /// <summary>Reads a version number, or null.</summary>
    /// <returns>The value.</returns>
    public Version? ReadVersion()
    {
        if (TryReadNull()) return null;
        return Version.TryParse(Text(), out var value) ? value : throw new MalformedEntryException("a version");
    }

    private byte[] ReadBase64()
    {
        Expect(JsonTokenType.String);
        return Base64OfCurrent();
    }

    private readonly byte[] Base64OfCurrent() =>
        _json.TryGetBytesFromBase64(out var bytes) ? bytes : throw new MalformedEntryException("base64");

    private string Text()
    {
        Expect(JsonTokenType.String);
        return _json.GetString()!;
    }

    private DateTime ReadClock(out string suffix)
    {
        var text = Text();
        if (text.Length < ValueFormat.DateTimeLength
            || !DateTime.TryParseExact(text.AsSpan(0, ValueFormat.DateTimeLength), ValueFormat.DateTimePattern,
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
        {
            throw new MalformedEntryException("a point in time");
        }
        suffix = text[ValueFormat.DateTimeLength..];
        return clock;
    }

    private static TimeSpan ParseOffset(string text) => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new MalformedEntryException("a span of time");
}
