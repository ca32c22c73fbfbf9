using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Memo.Keys;

/// <summary>A SHA-256 hash, as a value: compared and passed on without a heap object.</summary>
internal readonly record struct Hash256(ulong A, ulong B, ulong C, ulong D) : IComparable<Hash256>
{
    /// <summary>The size of a hash in bytes.</summary>
    public const int Size = 32;

    public static Hash256 Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(content, hash);
        return FromBytes(hash);
    }

    public static Hash256 OfText(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static Hash256 FromBytes(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));

    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, A);
        BinaryPrimitives.WriteUInt64BigEndian(target[8..], B);
        BinaryPrimitives.WriteUInt64BigEndian(target[16..], C);
        BinaryPrimitives.WriteUInt64BigEndian(target[24..], D);
    }

    /// <summary>The first digits of the hash, in lower case.</summary>
    /// <param name="digits">How many; 64 is all.</param>
    public string Hex(int digits = Size * 2)
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes[..((digits + 1) / 2)])[..digits];
    }

    public int CompareTo(Hash256 other) => (A, B, C, D).CompareTo((other.A, other.B, other.C, other.D));

    public override string ToString() => Hex();
}
