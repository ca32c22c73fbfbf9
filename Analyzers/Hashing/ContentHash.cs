using System.Security.Cryptography;

namespace Memo.Analyzers.Hashing;

/// <summary>A SHA-256 value.</summary>
internal readonly struct ContentHash : IEquatable<ContentHash>, IComparable<ContentHash>
{
    private readonly string? _hex;

    private ContentHash(string hex) => _hex = hex;

    public static ContentHash Of(byte[] content)
    {
        using var sha = SHA256.Create();
        var text = new char[64];
        var position = 0;
        foreach (var value in sha.ComputeHash(content))
        {
            text[position++] = "0123456789abcdef"[value >> 4];
            text[position++] = "0123456789abcdef"[value & 15];
        }

        return new(new string(text));
    }

    public bool Equals(ContentHash other) => _hex == other._hex;

    public override bool Equals(object? obj) => obj is ContentHash other && Equals(other);

    public override int GetHashCode() => _hex is null ? 0 : StringComparer.Ordinal.GetHashCode(_hex);

    public int CompareTo(ContentHash other) => string.CompareOrdinal(_hex, other._hex);

    /// <summary>64 lower-case hexadecimal digits; empty for a hash that was not computed.</summary>
    public override string ToString() => _hex ?? "";
}
