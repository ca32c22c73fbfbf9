using System.Buffers.Binary;
using System.Numerics;

namespace Memo.Keys;

public sealed partial class KeyWriter
{
    /// <summary>Writes a truth value.</summary>
    /// <param name="value">The value.</param>
    public void Write(bool value) => Tagged(KeyTag.Boolean, 1)[0] = value ? (byte)1 : (byte)0;

    /// <summary>Writes a number of 8 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(byte value) => Tagged(KeyTag.Byte, 1)[0] = value;

    /// <summary>Writes a signed number of 8 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(sbyte value) => Tagged(KeyTag.SByte, 1)[0] = (byte)value;

    /// <summary>Writes a number of 16 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(short value) => BinaryPrimitives.WriteInt16LittleEndian(Tagged(KeyTag.Int16, 2), value);

    /// <summary>Writes an unsigned number of 16 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Tagged(KeyTag.UInt16, 2), value);

    /// <summary>Writes a number of 32 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(int value) => BinaryPrimitives.WriteInt32LittleEndian(Tagged(KeyTag.Int32, 4), value);

    /// <summary>Writes an unsigned number of 32 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Tagged(KeyTag.UInt32, 4), value);

    /// <summary>Writes a number of 64 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(long value) => BinaryPrimitives.WriteInt64LittleEndian(Tagged(KeyTag.Int64, 8), value);

    /// <summary>Writes an unsigned number of 64 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Tagged(KeyTag.UInt64, 8), value);

    /// <summary>Writes a number of 128 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(Int128 value) => BinaryPrimitives.WriteInt128LittleEndian(Tagged(KeyTag.Int128, 16), value);

    /// <summary>Writes an unsigned number of 128 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(UInt128 value) => BinaryPrimitives.WriteUInt128LittleEndian(Tagged(KeyTag.UInt128, 16), value);

    /// <summary>Writes a UTF-16 unit, a lone surrogate too.</summary>
    /// <param name="value">The value.</param>
    public void Write(char value) => BinaryPrimitives.WriteUInt16LittleEndian(Tagged(KeyTag.Char, 2), value);

    /// <summary>Writes a floating-point number by its bits: -0.0 is not 0.0, and each NaN is its own.</summary>
    /// <param name="value">The value.</param>
    public void Write(Half value) => BinaryPrimitives.WriteHalfLittleEndian(Tagged(KeyTag.Half, 2), value);

    /// <summary>Writes a floating-point number by its bits: -0.0 is not 0.0, and each NaN is its own.</summary>
    /// <param name="value">The value.</param>
    public void Write(float value) => BinaryPrimitives.WriteSingleLittleEndian(Tagged(KeyTag.Single, 4), value);

    /// <summary>Writes a floating-point number by its bits: -0.0 is not 0.0, and each NaN is its own.</summary>
    /// <param name="value">The value.</param>
    public void Write(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Tagged(KeyTag.Double, 8), value);

    /// <summary>Writes a decimal number with its scale: 1.0 is not 1.00.</summary>
    /// <param name="value">The value.</param>
    public void Write(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var target = Tagged(KeyTag.Decimal, 16);
        for (var i = 0; i < 4; i++) BinaryPrimitives.WriteInt32LittleEndian(target[(4 * i)..], parts[i]);
    }

    /// <summary>Writes a text by its UTF-16 units, lone surrogates too; null is not empty.</summary>
    /// <param name="value">The value.</param>
    public void Write(string? value)
    {
        if (value is null) Tag(KeyTag.NullText);
        else Text(KeyTag.Text, value);
    }

    /// <summary>Writes an identifier.</summary>
    /// <param name="value">The value.</param>
    public void Write(Guid value) => value.TryWriteBytes(Tagged(KeyTag.Guid, 16));

    /// <summary>Writes a point in time with its kind; a local one with its distance from UTC in this machine's time zone.</summary>
    /// <param name="value">The value.</param>
    public void Write(DateTime value)
    {
        var local = value.Kind == DateTimeKind.Local;
        var target = Tagged(local ? KeyTag.LocalDateTime : KeyTag.DateTime, local ? 16 : 9);
        BinaryPrimitives.WriteInt64LittleEndian(target, value.Ticks);
        // The distance also tells the two passes through the hour that is repeated when summer time ends.
        if (local) BinaryPrimitives.WriteInt64LittleEndian(target[8..], TimeZoneInfo.Local.GetUtcOffset(value).Ticks);
        else target[8] = (byte)value.Kind;
    }

    /// <summary>Writes a point in time with its distance from UTC.</summary>
    /// <param name="value">The value.</param>
    public void Write(DateTimeOffset value)
    {
        var target = Tagged(KeyTag.DateTimeOffset, 16);
        BinaryPrimitives.WriteInt64LittleEndian(target, value.Ticks);
        BinaryPrimitives.WriteInt64LittleEndian(target[8..], value.Offset.Ticks);
    }

    /// <summary>Writes a span of time.</summary>
    /// <param name="value">The value.</param>
    public void Write(TimeSpan value) => BinaryPrimitives.WriteInt64LittleEndian(Tagged(KeyTag.TimeSpan, 8), value.Ticks);

    /// <summary>Writes a date.</summary>
    /// <param name="value">The value.</param>
    public void Write(DateOnly value) => BinaryPrimitives.WriteInt32LittleEndian(Tagged(KeyTag.DateOnly, 4), value.DayNumber);

    /// <summary>Writes a time of day.</summary>
    /// <param name="value">The value.</param>
    public void Write(TimeOnly value) => BinaryPrimitives.WriteInt64LittleEndian(Tagged(KeyTag.TimeOnly, 8), value.Ticks);

    /// <summary>Writes a whole number of any size.</summary>
    /// <param name="value">The value.</param>
    public void Write(BigInteger value)
    {
        var bytes = value.ToByteArray();
        LengthPrefixed(KeyTag.BigInteger, bytes.Length, bytes);
    }

    /// <summary>Writes an identifier of a resource. One of a derived type, or made without canonicalization, is refused.</summary>
    /// <param name="value">The value.</param>
    public void Write(Uri? value)
    {
        if (value is null)
        {
            Tag(KeyTag.NullUri);
            return;
        }
        if (value.GetType() != typeof(Uri))
        {
            RefuseType(value);
            return;
        }
        Text(value.IsAbsoluteUri ? KeyTag.AbsoluteUri : KeyTag.RelativeUri, value.OriginalString);
        Write(value.UserEscaped);
        if (!value.IsAbsoluteUri) return;
        Write(value.AbsoluteUri);
        try
        {
            value.GetComponents(UriComponents.Path, UriFormat.UriEscaped);
        }
        catch (InvalidOperationException)
        {
            // The only sign of UriCreationOptions.DangerousDisablePathAndQueryCanonicalization, which changes what members answer.
            Refuse("is a Uri made without canonicalization");
        }
    }

    /// <summary>Writes a version number; a part that is not given is not 0.</summary>
    /// <param name="value">The value.</param>
    public void Write(Version? value)
    {
        if (value is null)
        {
            Tag(KeyTag.NullVersion);
            return;
        }
        var target = Tagged(KeyTag.Version, 16);
        BinaryPrimitives.WriteInt32LittleEndian(target, value.Major);
        BinaryPrimitives.WriteInt32LittleEndian(target[4..], value.Minor);
        BinaryPrimitives.WriteInt32LittleEndian(target[8..], value.Build);
        BinaryPrimitives.WriteInt32LittleEndian(target[12..], value.Revision);
    }
}
