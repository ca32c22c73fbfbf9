namespace Memo.Analyzers.Hashing;

/// <summary>The canonical byte stream that hashes are made of: every item carries its kind and length, so no two streams run together.</summary>
internal sealed class HashWriter
{
    private readonly List<byte> _bytes = [];

    public HashWriter Write(string? text)
    {
        if (text is null)
        {
            _bytes.Add(0);
            return this;
        }

        _bytes.Add(1);
        // By UTF-16 unit: lone surrogates are different strings, and no encoder may fold them.
        WriteNumber(text.Length);
        foreach (var unit in text)
        {
            _bytes.Add((byte)unit);
            _bytes.Add((byte)(unit >> 8));
        }

        return this;
    }

    public HashWriter Write(long value)
    {
        _bytes.Add(2);
        WriteNumber(value);
        return this;
    }

    public HashWriter Write(bool value)
    {
        _bytes.Add(value ? (byte)4 : (byte)3);
        return this;
    }

    public HashWriter Write(ContentHash hash) => Write(hash.ToString());

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

    public ContentHash ToHash() => ContentHash.Of([.. _bytes]);

    private void WriteNumber(long value)
    {
        for (var shift = 0; shift < 64; shift += 8)
        {
            _bytes.Add((byte)(value >> shift));
        }
    }
}
