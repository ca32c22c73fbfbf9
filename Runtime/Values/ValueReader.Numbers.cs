using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Memo.Values;

public ref partial struct ValueReader
{
    /// <summary>Reads a truth value.</summary>
    /// <returns>The value.</returns>
    public bool ReadBoolean()
    {
        Next();
        return _json.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw new MalformedEntryException("a truth value"),
        };
    }

    /// <summary>Reads an unsigned number of 8 bits.</summary>
    /// <returns>The value.</returns>
    public byte ReadByte()
    {
        Expect(JsonTokenType.Number);
        return _json.TryGetByte(out var value) ? value : throw new MalformedEntryException("an unsigned number of 8 bits");
    }

    /// <summary>Reads a signed number of 8 bits.</summary>
    /// <returns>The value.</returns>
    public sbyte ReadSByte()
    {
        Expect(JsonTokenType.Number);
        return _json.TryGetSByte(out var value) ? value : throw new MalformedEntryException("a signed number of 8 bits");
    }

    /// <summary>Reads a signed number of 16 bits.</summary>
    /// <returns>The value.</returns>
    public short ReadInt16()
    {
        Expect(JsonTokenType.Number);
        return _json.TryGetInt16(out var value) ? value : throw new MalformedEntryException("a signed number of 16 bits");
    }

    /// <summary>Reads an unsigned number of 16 bits.</summary>
    /// <returns>The value.</returns>
    public ushort ReadUInt16()
    {
        Expect(JsonTokenType.Number);
        return _json.TryGetUInt16(out var value) ? value : throw new MalformedEntryException("an unsigned number of 16 bits");
    }

    /// <summary>Reads a signed number of 32 bits.</summary>
    /// <returns>The value.</returns>
    public int ReadInt32()
    {
        Expect(JsonTokenType.Number);
        return _json.TryGetInt32(out var value) ? value : throw new MalformedEntryException("a signed number of 32 bits");
    }

    /// <summary>Reads an unsigned number of 32 bits.</summary>
    /// <returns>The value.</returns>
    public uint ReadUInt32()
    {
        Expect(JsonTokenType.Number);
        return _json.TryGetUInt32(out var value) ? value : throw new MalformedEntryException("an unsigned number of 32 bits");
    }

    /// <summary>Reads a signed number of 64 bits.</summary>
    /// <returns>The value.</returns>
    public long ReadInt64()
    {
        Expect(JsonTokenType.Number);
        return _json.TryGetInt64(out var value) ? value : throw new MalformedEntryException("a signed number of 64 bits");
    }

    /// <summary>Reads an unsigned number of 64 bits.</summary>
    /// <returns>The value.</returns>
    public ulong ReadUInt64()
    {
        Expect(JsonTokenType.Number);
        return _json.TryGetUInt64(out var value) ? value : throw new MalformedEntryException("an unsigned number of 64 bits");
    }

    /// <summary>Reads a signed number of 128 bits.</summary>
    /// <returns>The value.</returns>
    public Int128 ReadInt128() => Parse<Int128>(NumberStyles.AllowLeadingSign);

    /// <summary>Reads an unsigned number of 128 bits.</summary>
    /// <returns>The value.</returns>
    public UInt128 ReadUInt128() => Parse<UInt128>(NumberStyles.AllowLeadingSign);

    /// <summary>Reads a UTF-16 unit.</summary>
    /// <returns>The value.</returns>
    public char ReadChar()
    {
        Next();
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetUInt16(out var unit) && char.IsSurrogate((char)unit)) return (char)unit;
        if (_json.TokenType == JsonTokenType.String && _json.GetString() is [var only]) return only;
        throw new MalformedEntryException("a UTF-16 unit");
    }

    /// <summary>Reads a floating-point number.</summary>
    /// <returns>The value.</returns>
    public Half ReadHalf()
    {
        Next();
        if (_json.TokenType == JsonTokenType.Number)
        {
            if (_json.TryGetSingle(out var digits) && Half.IsFinite((Half)digits)) return (Half)digits;
        }
        else if (_json.TokenType == JsonTokenType.String)
        {
            var bits = BitConverter.UInt16BitsToHalf(ParseCurrent<ushort>(NumberStyles.AllowHexSpecifier));
            if (!Half.IsFinite(bits)) return bits;
        }
        throw new MalformedEntryException("a floating-point number");
    }

    /// <summary>Reads a floating-point number.</summary>
    /// <returns>The value.</returns>
    public float ReadSingle()
    {
        Next();
        if (_json.TokenType == JsonTokenType.Number)
        {
            if (_json.TryGetSingle(out var digits) && float.IsFinite(digits)) return digits;
        }
        else if (_json.TokenType == JsonTokenType.String)
        {
            var bits = BitConverter.UInt32BitsToSingle(ParseCurrent<uint>(NumberStyles.AllowHexSpecifier));
            if (!float.IsFinite(bits)) return bits;
        }
        throw new MalformedEntryException("a floating-point number");
    }

    /// <summary>Reads a floating-point number.</summary>
    /// <returns>The value.</returns>
    public double ReadDouble()
    {
        Next();
        if (_json.TokenType == JsonTokenType.Number)
        {
            if (_json.TryGetDouble(out var digits) && double.IsFinite(digits)) return digits;
        }
        else if (_json.TokenType == JsonTokenType.String)
        {
            var bits = BitConverter.UInt64BitsToDouble(ParseCurrent<ulong>(NumberStyles.AllowHexSpecifier));
            if (!double.IsFinite(bits)) return bits;
        }
        throw new MalformedEntryException("a floating-point number");
    }

    /// <summary>Reads a decimal number.</summary>
    /// <returns>The value.</returns>
    public decimal ReadDecimal()
    {
        Next();
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetDecimal(out var value)) return value;
        if (_json.TokenType != JsonTokenType.String) throw new MalformedEntryException("a decimal number");
        return new decimal([0, 0, 0, ParseCurrent<int>(NumberStyles.AllowHexSpecifier)]);
    }

    private T Parse<T>(NumberStyles style) where T : INumberBase<T>
    {
        Expect(JsonTokenType.String);
        return ParseCurrent<T>(style);
    }

    private readonly T ParseCurrent<T>(NumberStyles style) where T : INumberBase<T> =>
        T.TryParse(_json.GetString(), style, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new MalformedEntryException("a number");
}
