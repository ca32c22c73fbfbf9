using System.Security.Cryptography;
using System.Text;

namespace Memo.Store;

/// <summary>
/// The form of every file in the store: a JSON object whose first member is the hash of all that follows it. No byte can change
/// without being noticed.
/// </summary>
internal static class SealedFile
{
    private const int Digits = 64;

    private static ReadOnlySpan<byte> Opening => "{\"sha256\":\""u8;

    private static ReadOnlySpan<byte> Closing => "\","u8;

    /// <summary>How many bytes come before those that are hashed.</summary>
    public static int HeadLength => Opening.Length + Digits + Closing.Length;

    /// <summary>Makes the head of a file.</summary>
    /// <param name="parts">All that follows, in pieces.</param>
    public static byte[] Head(params ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) hash.AppendData(part.Span);
        return [.. Opening, .. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset())), .. Closing];
    }

    /// <summary>Whether a file is as it was written.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeadLength || !file.StartsWith(Opening)) return false;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(file[HeadLength..], hash);
        Span<byte> digits = stackalloc byte[Digits];
        return Convert.TryToHexStringLower(hash, digits, out _)
            && file.Slice(Opening.Length, Digits).SequenceEqual(digits)
            && file.Slice(Opening.Length + Digits, Closing.Length).SequenceEqual(Closing);
    }
}
