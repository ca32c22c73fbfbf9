using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Memo.Keys;

namespace Memo.Dependencies;

/// <summary>
/// Hashes directories: the names in them and the content of the files, in an order of their own, because file systems list in any.
/// A hash is used again as long as the file system shows that nothing was written, added or removed. Thread safe.
/// </summary>
/// <param name="files">Hashes the files.</param>
/// <param name="clock">Tells whether a file is settled.</param>
/// <param name="holdsStore">Whether what is selected holds a store, which each remembered result changes.</param>
internal sealed class DirectoryFingerprints(FileFingerprints files, TimeProvider clock, Func<DirectorySelection, bool> holdsStore)
{
    private const int MostRemembered = 1_000;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    // From the hash of what the file system says to the hash of the content. That a file was not written to is said of an inode at a
    // change time, so what is here stays true for ever.
    private readonly ConcurrentDictionary<Hash256, DependencyState> _remembered = new();

    /// <summary>The state of a directory now.</summary>
    public DependencyState Of(DirectorySelection selection)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var entries = new List<DirectoryEntry>();
        DependencyState? end;
        try
        {
            end = List(selection, entries);
        }
        catch (Exception absence) when (absence is FileNotFoundException or DirectoryNotFoundException)
        {
            return DependencyState.Refused("changes while it is read");
        }
        catch (UnauthorizedAccessException)
        {
            // The method may well skip what it may not read; but what it would have read nobody knows.
            return DependencyState.Refused("may not be read");
        }
        catch (Exception reason) when (reason is IOException or ArgumentException or NotSupportedException)
        {
            return DependencyState.Refused($"cannot be read ({reason.GetType().Name})");
        }
        if (end is { } answer) return answer;
        entries.Sort(static (x, y) => string.CompareOrdinal(x.Name, y.Name));
        var contents = new string?[entries.Count];
        var seen = Settled(entries, contents, now);
        if (seen is { } known && _remembered.TryGetValue(known, out var remembered)) return remembered;
        var state = Content(entries, contents);
        if (state.Refusal is null && seen is { } settled) Remember(settled, state);
        return state;
    }

    // Gives the answer if there is nothing to list.
    private DependencyState? List(DirectorySelection selection, List<DirectoryEntry> entries)
    {
        if (selection.Path.Length == 0 || selection.Path.Contains('\0', StringComparison.Ordinal)) return DependencyState.Refused("is no path");
        if (DirectorySelection.WrongPattern(selection.Pattern) is { } wrong) return DependencyState.Refused($"cannot be listed: {wrong}");
        if (holdsStore(selection)) return DependencyState.Refused(Surroundings.HoldsStore);
        var place = Path.GetFullPath(selection.Path);
        var root = FileStatus.Of(place);
        switch (root.Kind)
        {
            case FileStatusKind.Absent: return DependencyState.Absent;
            case FileStatusKind.Unknown: return DependencyState.Refused("cannot be examined");
            case not FileStatusKind.Directory: return DependencyState.Refused("is not a directory");
        }
        var counts = selection.Names();
        var pending = new Stack<OpenDirectory>([new(place, "", root.Identity, null)]);
        while (pending.TryPop(out var directory))
        {
            foreach (var path in Directory.EnumerateFileSystemEntries(directory.Path, "*", Everything))
            {
                var own = Path.GetFileName(path);
                var isSelected = counts(own);
                if (!isSelected && !selection.Recursive) continue;
                var name = directory.Prefix + own;
                var status = FileStatus.Of(path);
                if (status.Kind == FileStatusKind.Unknown) return DependencyState.Refused($"holds '{name}', which cannot be examined");
                if (isSelected)
                {
                    if (status.Kind == FileStatusKind.Other) return DependencyState.Refused($"holds '{name}', which is not a regular file");
                    entries.Add(new(name, path, status));
                }
                if (!selection.Recursive || status.Kind != FileStatusKind.Directory) continue;
                var inner = new OpenDirectory(path, name + "/", status.Identity, directory);
                if (inner.IsTrap) return DependencyState.Refused($"leads through the link '{name}', which may lead back");
                pending.Push(inner);
            }
        }
        return null;
    }

    // The hash of what the file system says; null if that does not say whether a file was written to.
    private Hash256? Settled(List<DirectoryEntry> entries, string?[] contents, long now)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<ulong> words = stackalloc ulong[FileIdentity.Words];
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (entry.Status.Kind != FileStatusKind.Regular)
            {
                Append(hash, entry, []);
                continue;
            }
            if (entry.Status.Identity is not { } identity || !identity.IsSettled(now)) return null;
            if (identity.Size > 0)
            {
                identity.CopyTo(words);
                Append(hash, entry, MemoryMarshal.AsBytes(words));
                continue;
            }
            // Empty, or made up by the system when it is read, and then it changes without a trace.
            var content = files.Of(entry.Path);
            if (content.Refusal is not null) return null;
            contents[i] = content.Fingerprint;
            Append(hash, entry, MemoryMarshal.AsBytes(content.Fingerprint.AsSpan()));
        }
        return Finish(hash);
    }

    private DependencyState Content(List<DirectoryEntry> entries, string?[] contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var content = contents[i] ?? "";
            if (entry.Status.Kind == FileStatusKind.Regular && contents[i] is null)
            {
                var state = files.Of(entry.Path);
                if (state.Refusal is { } refusal) return DependencyState.Refused($"holds '{entry.Name}', which {refusal}");
                content = state.Fingerprint;
            }
            Append(hash, entry, MemoryMarshal.AsBytes(content.AsSpan()));
        }
        return DependencyState.Content(Finish(hash), entries.Count);
    }

    private static void Append(IncrementalHash hash, in DirectoryEntry entry, ReadOnlySpan<byte> content)
    {
        Span<int> head = [entry.Name.Length, (int)entry.Status.Kind, (int)entry.Status.Marks, content.Length];
        hash.AppendData(MemoryMarshal.AsBytes(head));
        hash.AppendData(MemoryMarshal.AsBytes(entry.Name.AsSpan()));
        hash.AppendData(content);
    }

    private static Hash256 Finish(IncrementalHash hash)
    {
        Span<byte> result = stackalloc byte[Hash256.Size];
        hash.GetHashAndReset(result);
        return Hash256.FromBytes(result);
    }

    private void Remember(Hash256 seen, DependencyState state)
    {
        if (_remembered.Count >= MostRemembered) _remembered.Clear();
        _remembered[seen] = state;
    }
}
