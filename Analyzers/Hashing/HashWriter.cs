namespace Memo.Analyzers.Hashing;

/// <summary>The canonical byte stream that hashes are made of: every item carries its kind and length, so no two streams run together.</summary>
internal sealed class HashWriter
{
    private byte[] _bytes = new byte[256];
    private int _length;

    public HashWriter Write(string? text)
    {
        if (text is null)
        {
            Reserve(1)[_length++] = 0;
            return this;
        }

        var bytes = Reserve(9 + (2 * text.Length));
        bytes[_length++] = 1;
        // By UTF-16 unit: lone surrogates are different strings, and no encoder may fold them.
        WriteNumber(text.Length);
        foreach (var unit in text)
        {
            bytes[_length++] = (byte)unit;
            bytes[_length++] = (byte)(unit >> 8);
        }

        return this;
    }

    public HashWriter Write(long value)
    {
        Reserve(9)[_length++] = 2;
        WriteNumber(value);
        return this;
    }

    public HashWriter Write(bool value)
    {
        Reserve(1)[_length++] = value ? (byte)4 : (byte)3;
        return this;
    }

    public HashWriter Write(ContentHash hash)
    {
        var content = hash.Bytes;
        Reserve(1 + content.Length)[_length++] = 5;
        content.CopyTo(_bytes, _length);
        _length += content.Length;
        return this;
    }

    /// <summary>A compile-time constant by type and bits.</summary>
    public HashWriter WriteConstant(object? value)
    {
        switch (value)
        {
            case null:
                return Write((string?)null);
            case string text:
                return Write("s").Write(text);
            case double number:
                return Write("d").Write(BitConverter.DoubleToInt64Bits(number));
            case float number:
                return Write("f").Write(BitConverter.ToInt32(BitConverter.GetBytes(number), 0));
            case decimal number:
                Write("m");
                foreach (var part in decimal.GetBits(number))
                {
                    Write(part);
                }

                return this;
            case bool flag:
                return Write("b").Write(flag);
            case char unit:
                return Write("c").Write(unit);
            case IFormattable integer:
                return Write(value.GetType().Name).Write(integer.ToString(null, System.Globalization.CultureInfo.InvariantCulture));
            default:
                throw new InvalidOperationException($"A constant of the type '{value.GetType()}' has no canonical form.");
        }
    }

    public ContentHash ToHash() => ContentHash.Of(_bytes, _length);

    private byte[] Reserve(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + count));
        }

        return _bytes;
    }

    private void WriteNumber(long value)
    {
        for (var shift = 0; shift < 64; shift += 8)
        {
            _bytes[_length++] = (byte)(value >> shift);
        }
    }
}
