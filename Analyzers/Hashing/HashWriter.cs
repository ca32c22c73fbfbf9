using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Memo.Analyzers.Hashing;

/// <summary>
/// The canonical byte stream that hashes are made of: every item carries its kind and length, so no two streams run together. It ends with
/// <see cref="ToHash"/>.
/// </summary>
internal sealed class HashWriter
{
    private const int Capacity = 2048;

    private static readonly ConcurrentBag<Stream> s_free = [];

    private readonly Stream _stream = s_free.TryTake(out var free) ? free : new();
    private byte[] _bytes;
    private int _length;

    public HashWriter() => _bytes = _stream.Bytes;

    public HashWriter Write(string? text)
    {
        if (text is null)
        {
            Reserve(1)[_length++] = 0;
            return this;
        }

        Reserve(9)[_length++] = 1;
        // By UTF-16 unit: lone surrogates are different strings, and no encoder may fold them.
        WriteNumber(text.Length);
        foreach (var unit in text)
        {
            var bytes = Reserve(2);
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

    /// <summary>The hash of all that was written; nothing more can be.</summary>
    public ContentHash ToHash()
    {
        Flush();
        var hash = new ContentHash(_stream.Hash.GetHashAndReset());
        _bytes = [];
        s_free.Add(_stream);
        return hash;
    }

    private byte[] Reserve(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Flush();
        }

        return _bytes;
    }

    private void Flush()
    {
        if (_bytes.Length == 0)
        {
            throw new InvalidOperationException("The stream has ended: its hash was taken.");
        }

        _stream.Hash.AppendData(_bytes, 0, _length);
        _length = 0;
    }

    private void WriteNumber(long value)
    {
        for (var shift = 0; shift < 64; shift += 8)
        {
            _bytes[_length++] = (byte)(value >> shift);
        }
    }

    // Made once for many hashes: most are of a few hundred bytes.
    private sealed class Stream
    {
        public byte[] Bytes { get; } = new byte[Capacity];

        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    }
}
