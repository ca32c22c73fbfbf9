using System.Collections.Concurrent;
using System.Security.Cryptography;
using Memo.Keys;

namespace Memo.Dependencies;

/// <summary>
/// Hashes files. A hash is used again as long as the file system shows that the file was not written to; where it cannot show that,
/// the content is read at each call. Thread safe.
/// </summary>
internal sealed class FileFingerprints(TimeProvider clock)
{
    private const int Attempts = 3;
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<FileIdentity, FileState> _remembered = new();

    /// <summary>Whether a dependency is in the state that was recorded. One of an unknown kind never is.</summary>
    public bool IsCurrent(in Dependency dependency)
    {
        if (dependency.Kind != Dependency.FileKind) return false;
        var state = Of(dependency.Name);
        return state.Refusal is null && state.Fingerprint == dependency.Fingerprint;
    }

    /// <summary>The state of the file that a path leads to now.</summary>
    public FileState Of(string path)
    {
        // The system would take such a name for another one, or for none.
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)) return FileState.Refused("is no path");
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds();
            var before = FileStatus.Of(path);
            switch (before.Kind)
            {
                case FileStatusKind.Absent: return FileState.Absent;
                case FileStatusKind.Directory: return FileState.Refused("is a directory");
                case FileStatusKind.Other: return FileState.Refused("is not a regular file");
                case FileStatusKind.Unknown: return FileState.Refused("cannot be examined");
            }
            if (before.Identity is { } known && _remembered.TryGetValue(known, out var remembered)) return remembered;
            var state = Read(path, out var length);
            // Without an identity, a change while the file was read shows in the next fingerprint only; but that one is always taken
            // before anything is stored or used.
            if (before.Identity is not { } identity) return state;
            if (FileStatus.Of(path).Identity != identity) continue;
            // Files that the system makes up, such as those in /proc, have another size than their content, or none.
            var real = state.Refusal is null && length > 0 && (ulong)length == identity.Size;
            if (real && identity.IsSettled(now)) Remember(identity, state);
            return state;
        }
        return FileState.Refused("keeps changing");
    }

    private void Remember(FileIdentity identity, FileState state)
    {
        // Identities of files long gone add up in a long process. Hashing them again costs less than ordering them by age.
        if (_remembered.Count >= MostRemembered) _remembered.Clear();
        _remembered[identity] = state;
    }

    private static FileState Read(string path, out long length)
    {
        length = 0;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[64 * 1024];
            while (file.Read(buffer) is var read and > 0)
            {
                hash.AppendData(buffer.AsSpan(0, read));
                length += read;
            }
            Span<byte> result = stackalloc byte[Hash256.Size];
            hash.GetHashAndReset(result);
            return FileState.Content(Hash256.FromBytes(result), length);
        }
        catch (Exception absence) when (absence is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileState.Absent;
        }
        catch (UnauthorizedAccessException)
        {
            // The method may well catch the same exception and answer; but what it would have read nobody knows.
            return FileState.Refused("may not be read");
        }
        catch (IOException reason)
        {
            return FileState.Refused($"cannot be read ({reason.GetType().Name})");
        }
    }
}
