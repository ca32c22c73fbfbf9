using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Memo.Values;

public sealed partial class ValueWriter
{
    /// <summary>Writes a truth value.</summary>
    /// <param name="value">The value.</param>
    public void Write(bool value) => _json.WriteBooleanValue(value);

    /// <summary>Writes an unsigned number of 8 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(byte value) => _json.WriteNumberValue(value);

    /// <summary>Writes a signed number of 8 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(sbyte value) => _json.WriteNumberValue(value);

    /// <summary>Writes a signed number of 16 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(short value) => _json.WriteNumberValue(value);

    /// <summary>Writes an unsigned number of 16 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(ushort value) => _json.WriteNumberValue(value);

    /// <summary>Writes a signed number of 32 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(int value) => _json.WriteNumberValue(value);

    /// <summary>Writes an unsigned number of 32 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(uint value) => _json.WriteNumberValue(value);

    /// <summary>Writes a signed number of 64 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(long value) => _json.WriteNumberValue(value);

    /// <summary>Writes an unsigned number of 64 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(ulong value) => _json.WriteNumberValue(value);

    /// <summary>Writes a signed number of 128 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(Int128 value) => _json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes an unsigned number of 128 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(UInt128 value) => _json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a UTF-16 unit.</summary>
    /// <param name="value">The value.</param>
    public void Write(char value)
    {
        // Alone, a surrogate is no text; it is written as its number.
        if (char.IsSurrogate(value)) _json.WriteNumberValue(value);
        else _json.WriteStringValue([value]);
    }

    /// <summary>Writes a floating-point number: a finite one in digits that give it back, any other as its bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(Half value)
    {
        if (Half.IsFinite(value)) _json.WriteNumberValue((float)value);
        else _json.WriteStringValue(BitConverter.HalfToUInt16Bits(value).ToString("x", CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a floating-point number: a finite one in digits that give it back, any other as its bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(float value)
    {
        if (float.IsFinite(value)) _json.WriteNumberValue(value);
        else _json.WriteStringValue(BitConverter.SingleToUInt32Bits(value).ToString("x", CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a floating-point number: a finite one in digits that give it back, any other as its bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(double value)
    {
        if (double.IsFinite(value)) _json.WriteNumberValue(value);
        else _json.WriteStringValue(BitConverter.DoubleToUInt64Bits(value).ToString("x", CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a decimal number with its scale.</summary>
    /// <param name="value">The value.</param>
    public void Write(decimal value)
    {
        if (value != 0)
        {
            _json.WriteNumberValue(value);
            return;
        }
        // Zeros have a sign and a scale too, which JSON's digits do not all carry.
        _json.WriteStringValue(decimal.GetBits(value)[3].ToString("x", CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a text or null; lone surrogates too.</summary>
    /// <param name="value">The value.</param>
    public void Write(string? value)
    {
        if (value is null || ValueFormat.IsWellFormed(value))
        {
            _json.WriteStringValue(value);
            return;
        }
        _json.WriteStartObject();
        _json.WriteBase64String(ValueFormat.Units, MemoryMarshal.AsBytes(value.AsSpan()));
        _json.WriteEndObject();
    }

    /// <summary>Writes an identifier.</summary>
    /// <param name="value">The value.</param>
    public void Write(Guid value) => _json.WriteStringValue(value);

    /// <summary>Writes a point in time with its kind; a local one with its distance from UTC.</summary>
    /// <param name="value">The value.</param>
    public void Write(DateTime value)
    {
        var suffix = value.Kind switch
        {
            DateTimeKind.Utc => "Z",
            DateTimeKind.Local => TimeZoneInfo.Local.GetUtcOffset(value).ToString("c", CultureInfo.InvariantCulture),
            _ => "",
        };
        _json.WriteStringValue(value.ToString(ValueFormat.DateTimePattern, CultureInfo.InvariantCulture) + suffix);
    }

    /// <summary>Writes a point in time with its distance from UTC.</summary>
    /// <param name="value">The value.</param>
    public void Write(DateTimeOffset value) => _json.WriteStringValue(
        value.DateTime.ToString(ValueFormat.DateTimePattern, CultureInfo.InvariantCulture)
        + value.Offset.ToString("c", CultureInfo.InvariantCulture));

    /// <summary>Writes a span of time.</summary>
    /// <param name="value">The value.</param>
    public void Write(TimeSpan value) => _json.WriteStringValue(value.ToString("c", CultureInfo.InvariantCulture));

    /// <summary>Writes a date.</summary>
    /// <param name="value">The value.</param>
    public void Write(DateOnly value) => _json.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Writes a time of day.</summary>
    /// <param name="value">The value.</param>
    public void Write(TimeOnly value) => _json.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Writes a whole number of any size.</summary>
    /// <param name="value">The value.</param>
    public void Write(BigInteger value)
    {
        // Bytes, because the time to make decimal digits grows with the square of their number.
        if (value.GetByteCount() > 64) _json.WriteBase64StringValue(value.ToByteArray());
        else _json.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes an identifier of a resource, or null.</summary>
    /// <param name="value">The value.</param>
    public void Write(Uri? value)
    {
        if (value is null)
        {
            _json.WriteNullValue();
            return;
        }
        _json.WriteStartArray();
        _json.WriteBooleanValue(value.IsAbsoluteUri);
        Write(value.OriginalString);
        _json.WriteEndArray();
    }

    /// <summary>Writes a version number, or null.</summary>
    /// <param name="value">The value.</param>
    public void Write(Version? value) => _json.WriteStringValue(value?.ToString());
}
