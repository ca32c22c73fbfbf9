using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Memo.Keys;

namespace Memo.Dependencies;

/// <summary>
/// Hashes files. A hash is used again as long as the file system shows that the file was not written to; where it cannot show that,
/// the content is read at each call. Thread safe.
/// </summary>
/// <param name="clock">Tells whether a file is settled.</param>
/// <param name="status">What the file system says about a file; null for <see cref="FileStatus.Of"/>.</param>
internal sealed class FileFingerprints(TimeProvider clock, Func<string, FileStatus>? status = null)
{
    private const int Attempts = 3;
    private const int LargestPiece = 64 * 1024;
    private const int MostRemembered = 100_000;
    private const long LargestOfNoLength = 64 << 20;

    private readonly Func<string, FileStatus> _status = status ?? FileStatus.Of;
    private readonly ConcurrentDictionary<FileIdentity, DependencyState> _remembered = new();

    /// <summary>The state of the file that a path leads to now.</summary>
    public DependencyState Of(string path)
    {
        // The system would take such a name for another one, or for none.
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)) return DependencyState.Refused("is no path");
        try
        {
            // One place, whatever becomes of the current directory meanwhile.
            path = Path.GetFullPath(path);
        }
        catch (IOException)
        {
            return DependencyState.Refused("cannot be found");
        }
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds();
            var before = _status(path);
            switch (before.Kind)
            {
                case FileStatusKind.Absent: return Absent(path);
                case FileStatusKind.Directory: return DependencyState.Refused("is a directory");
                case FileStatusKind.Other: return DependencyState.Refused("is not a regular file");
                case FileStatusKind.Unknown: return DependencyState.Refused("cannot be examined");
            }
            if (before.Identity is { } known && _remembered.TryGetValue(known, out var remembered)) return remembered;
            var state = Read(path, out var length);
            // Without an identity, a change while the file was read shows in the next fingerprint only; but that one is always taken
            // before anything is stored or used.
            if (before.Identity is not { } identity) return state;
            if (_status(path).Identity != identity) continue;
            // Files that the system makes up, such as those in /proc, have another size than their content, or none.
            var real = state.Refusal is null && length > 0 && (ulong)length == identity.Size;
            if (real && identity.IsSettled(now)) Remember(identity, state);
            return state;
        }
        return DependencyState.Refused("keeps changing");
    }

    /// <summary>Looks at a file that is about to be read.</summary>
    public FileSight Look(string path)
    {
        var moment = clock.GetUtcNow().ToUnixTimeSeconds();
        return new(_status(path), moment);
    }

    /// <summary>The state of a file whose whole content was read and hashed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="before">How it looked before it was opened.</param>
    /// <param name="hash">The hash of what was read.</param>
    /// <param name="length">How much that was.</param>
    public DependencyState Of(string path, in FileSight before, Hash256 hash, long length)
    {
        if (before.Status.Kind == FileStatusKind.Absent) return DependencyState.Refused("appeared while it was read");
        if (before.Status.Kind != FileStatusKind.Regular) return DependencyState.Refused("is not a regular file");
        var state = DependencyState.Content(hash, length);
        if (before.Status.Identity is not { } identity) return state;
        if (_status(path).Identity != identity) return DependencyState.Refused("changed while it was read");
        // Such as those in /proc: at the same moment, two readers may be told two things.
        if ((ulong)length != identity.Size) return DependencyState.Refused("is made up by the system when it is read");
        if (length > 0 && identity.IsSettled(before.Moment)) Remember(identity, state);
        return state;
    }

    private void Remember(FileIdentity identity, DependencyState state)
    {
        // Identities of files long gone add up in a long process. Hashing them again costs less than ordering them by age.
        if (_remembered.Count >= MostRemembered) _remembered.Clear();
        _remembered[identity] = state;
    }

    // The framework makes the same difference.
    private static DependencyState Absent(string path) =>
        Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) is { Length: > 0 } directory && !Directory.Exists(directory)
            ? DependencyState.AbsentWithDirectory
            : DependencyState.Absent;

    // Null if there is more in it than it says: what has no end is not read for ever, even if it looks like a file.
    private static Hash256? Hash(FileStream file, out long length)
    {
        // What says that it is empty and is not, the system makes up.
        var most = file.Length is > 0 and var stated ? stated : LargestOfNoLength;
        var buffer = ArrayPool<byte>.Shared.Rent(LargestPiece);
        try
        {
            // Most files are read in one piece, and a directory may have very many of them.
            var first = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            length = first;
            if (first < buffer.Length) return length <= most ? Hash256.Of(buffer.AsSpan(0, first)) : null;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var read = first; read > 0; read = file.Read(buffer), length += read)
            {
                if (length > most) return null;
                hash.AppendData(buffer.AsSpan(0, read));
            }
            Span<byte> result = stackalloc byte[Hash256.Size];
            hash.GetHashAndReset(result);
            return Hash256.FromBytes(result);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static DependencyState Read(string path, out long length)
    {
        length = 0;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            if (!file.CanSeek) return DependencyState.Refused("is not a regular file");
            return Hash(file, out length) is { } hash ? DependencyState.Content(hash, length) : DependencyState.Refused("has more in it than it says");
        }
        catch (FileNotFoundException)
        {
            return DependencyState.Absent;
        }
        catch (DirectoryNotFoundException)
        {
            return DependencyState.AbsentWithDirectory;
        }
        catch (UnauthorizedAccessException)
        {
            // The method may well catch the same exception and answer; but what it would have read nobody knows.
            return DependencyState.Refused("may not be read");
        }
        catch (IOException reason)
        {
            return DependencyState.Refused($"cannot be read ({reason.GetType().Name})");
        }
    }
}

/// <summary>How a file looked at a moment.</summary>
/// <param name="Status">What the file system says about it.</param>
/// <param name="Moment">The time before that was asked, in seconds since 1970 (UTC).</param>
internal readonly record struct FileSight(FileStatus Status, long Moment);
