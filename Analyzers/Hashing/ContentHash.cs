namespace Memo.Analyzers.Hashing;

/// <summary>A SHA-256 value.</summary>
internal readonly struct ContentHash : IEquatable<ContentHash>, IComparable<ContentHash>
{
    private readonly byte[]? _bytes;

    public ContentHash(byte[] bytes) => _bytes = bytes;

    /// <summary>The 32 bytes; none for a hash that was not computed.</summary>
    public byte[] Bytes => _bytes ?? [];

    public bool Equals(ContentHash other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is ContentHash other && Equals(other);

    public override int GetHashCode() => _bytes is null ? 0 : BitConverter.ToInt32(_bytes, 0);

    public int CompareTo(ContentHash other)
    {
        var (left, right) = (Bytes, other.Bytes);
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] != right[i])
            {
                return left[i].CompareTo(right[i]);
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <summary>64 lower-case hexadecimal digits; empty for a hash that was not computed.</summary>
    public override string ToString()
    {
        var text = new char[2 * Bytes.Length];
        for (var i = 0; i < Bytes.Length; i++)
        {
            text[2 * i] = "0123456789abcdef"[Bytes[i] >> 4];
            text[(2 * i) + 1] = "0123456789abcdef"[Bytes[i] & 15];
        }

        return new string(text);
    }
}
