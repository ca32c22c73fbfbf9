using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Memo.Memory;

/// <summary>Compares keys by their bytes.</summary>
internal sealed class ByteComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static ByteComparer Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode([DisallowNull] byte[] key) => GetHashCode(key.AsSpan());

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    // The framework's hash of texts is the fastest that it has for short keys, and nobody can foresee it. The last byte counts on its own, where it has no partner.
    public int GetHashCode(ReadOnlySpan<byte> alternate) => string.GetHashCode(MemoryMarshal.Cast<byte, char>(alternate)) + (alternate.Length > 0 ? alternate[^1] : 0);

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
