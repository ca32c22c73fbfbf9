using System.Globalization;
using Memo.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Memo.Store;

/// <summary>
/// Files in folders: <c>root/v1/method/arguments/key.json</c>. A file is written whole under another name and then renamed, and never
/// changed again. Whatever is wrong with the store costs the remembering and one warning, never a result. Thread safe; any number of
/// processes may use one store.
/// </summary>
/// <param name="root">The folder; null if there is no place for one.</param>
/// <param name="warnings">Where to say that the store cannot be used.</param>
/// <param name="clock">The time.</param>
/// <param name="beside">Runs something beside the work.</param>
/// <param name="access">What may be done to it, and how.</param>
internal sealed class EntryStore(string? root, Warnings warnings, TimeProvider clock, Action<Action> beside, StoreAccess access)
{
    // As exact as eviction needs it, and no more writing than that.
    private static readonly TimeSpan Touch = TimeSpan.FromHours(1);

    private readonly StoreCleaner? _cleaner = root is null || access.IsReadOnly ? null : new(Path.Combine(root, FormatFolder), access.MaxSize, clock, beside);

    private const string FormatFolder = "v1";
    private const int MostVariants = 16;

    // More than any value should have; what is longer would be in memory several times over.
    private const long LongestFile = 1L << 30;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Whether a folder is the store or lies in it; or, with its subfolders, holds it.</summary>
    public bool LiesIn(string folder, bool deep)
    {
        if (root is null) return false;
        var (own, other) = (Full(root), Full(folder));
        return other.StartsWith(own, StringComparison.Ordinal) || (deep && own.StartsWith(other, StringComparison.Ordinal));
    }

    private static string Full(string folder) =>
        Path.GetFullPath(folder) is var full && Path.EndsInDirectorySeparator(full) ? full : full + Path.DirectorySeparatorChar;

    /// <summary>The entries that may answer a call: the one without a trace, then those with one, newest first.</summary>
    /// <returns>Paths; none if nothing is there or the store cannot be read.</returns>
    public IEnumerable<string> Candidates(CallAddress address)
    {
        if (root is null) yield break;
        var folder = InFormat(address.Folder);
        var plain = Path.Combine(folder, address.FileName(null));
        if (File.Exists(plain)) yield return plain;
        foreach (var path in NewestFirst(folder, address.Name + "-*.json")) yield return path;
    }

    /// <summary>Whether an entry of a call was among those that went last to keep the store within its bound.</summary>
    public bool WasEvicted(CallAddress address) => root is not null && new EvictedCalls(InFormat("")).Contains(address);

    /// <summary>All entries of calls with the same arguments, newest first.</summary>
    public IEnumerable<string> Neighbours(CallAddress address) => root is null ? [] : NewestFirst(InFormat(address.Folder), "*.json");

    /// <summary>Reads a file.</summary>
    /// <param name="path">A path from this store.</param>
    /// <returns>Its content; null if it is gone or cannot be read, empty if it is too long to be one of ours.</returns>
    public byte[]? Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(file);
            if (length > LongestFile) return [];
            var content = GC.AllocateUninitializedArray<byte>((int)length);
            var read = 0;
            while (read < content.Length && RandomAccess.Read(file, content.AsSpan(read), read) is var more and > 0) read += more;
            return read == content.Length ? content : content[..read];
        }
        catch (Exception absence) when (absence is FileNotFoundException or DirectoryNotFoundException)
        {
            // Somebody removed it since it was listed: as if it had never been there.
            return null;
        }
        catch (Exception reason) when (IsTrouble(reason))
        {
            Warn(reason);
            return null;
        }
    }

    /// <summary>Reads the file that lies beside a method's entries.</summary>
    public byte[]? ReadBeside(string method, string name)
    {
        if (root is null) return null;
        var path = InFormat(Path.Combine(method, name));
        return File.Exists(path) ? Read(path) : null;
    }

    /// <summary>Writes an entry; one of the same name is replaced.</summary>
    /// <param name="folder">The folder within the store.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="parts">The content.</param>
    /// <returns>Whether it is there now.</returns>
    public bool Write(string folder, string name, ReadOnlyMemory<byte>[] parts)
    {
        if (access.IsAbsent) return true;
        if (root is null)
        {
            warnings.Once("store", "there is no folder for the store; results are not remembered. Set MEMO_DIRECTORY to one");
            return false;
        }
        if (parts.Sum(part => (long)part.Length) > LongestFile)
        {
            warnings.Once("size", $"a result is larger than {LongestFile.ToString("N0", CultureInfo.InvariantCulture)} bytes and is not remembered");
            return false;
        }
        try
        {
            var path = InFormat(folder);
            if (!Directory.Exists(path)) CreateFolder(folder);
            try
            {
                WriteAtomically(Path.Combine(path, name), parts);
            }
            catch (DirectoryNotFoundException)
            {
                // Somebody cleared the store in between, which anybody may at any time.
                CreateFolder(folder);
                WriteAtomically(Path.Combine(path, name), parts);
            }
            _cleaner?.Wrote(parts.Sum(part => (long)part.Length));
            return true;
        }
        catch (Exception reason) when (IsTrouble(reason))
        {
            Warn(reason);
            return false;
        }
    }

    /// <summary>Locks a call for the process that computes it. The lock ends with the process, however that ends.</summary>
    /// <param name="address">The call.</param>
    /// <param name="isHeld">Whether somebody else has it.</param>
    /// <returns>The lock; null if somebody else has it, or nothing can be locked here.</returns>
    public SafeFileHandle? TryLock(CallAddress address, out bool isHeld)
    {
        isHeld = false;
        if (root is null || access.IsAbsent || access.IsReadOnly) return null;
        try
        {
            var path = InFormat(address.Folder);
            if (!Directory.Exists(path)) CreateFolder(address.Folder);
            return File.OpenHandle(Path.Combine(path, address.Name + LockExtension), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        }
        catch (Exception reason) when (IsTrouble(reason))
        {
            // Whoever cannot lock computes, and says what is wrong with the store when the result is to be stored.
            isHeld = IsHeld(reason);
            return null;
        }
    }

    /// <summary>The files that calls are locked with.</summary>
    public const string LockExtension = ".lock";

    // The error that a lock of somebody else gives, on Windows, on Linux and on macOS.
    internal static bool IsHeld(Exception reason) => reason is IOException
        && reason.HResult is var code && (OperatingSystem.IsWindows() ? code is unchecked((int)0x80070020) or unchecked((int)0x80070021) : code == (OperatingSystem.IsLinux() ? 11 : 35));

    /// <summary>Takes note that an entry was used, so that it is not among the first to go.</summary>
    public void Used(string path)
    {
        if (access.IsReadOnly) return;
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (now - File.GetLastWriteTimeUtc(path) > Touch) File.SetLastWriteTimeUtc(path, now);
        }
        catch (Exception reason) when (IsTrouble(reason))
        {
            // It is gone already, or the store is not ours to write; then it counts as not used.
        }
    }

    /// <summary>Whether a file lies beside a method's entries.</summary>
    public bool HasBeside(string method, string name) => root is not null && File.Exists(InFormat(Path.Combine(method, name)));

    /// <summary>Whether results may be put into it.</summary>
    public bool IsReadOnly => access.IsReadOnly;

    /// <summary>Removes a file that is no entry, or a wrong one, so that it is not read again.</summary>
    public void Discard(string path)
    {
        if (access.IsReadOnly) return;
        try
        {
            File.Delete(path);
        }
        catch (Exception reason) when (IsTrouble(reason))
        {
            // Then it stays and is a miss each time; if it has the name of the entry that comes next, that one replaces it.
        }
    }

    private string InFormat(string folder) => Path.Combine(root!, FormatFolder, folder);

    private IEnumerable<string> NewestFirst(string folder, string pattern)
    {
        try
        {
            if (!Directory.Exists(folder)) return [];
            var files = new DirectoryInfo(folder).GetFiles(pattern);
            if (files.Length > 1) Array.Sort(files, static (x, y) => y.LastWriteTimeUtc.CompareTo(x.LastWriteTimeUtc));
            return files.Take(MostVariants).Select(static file => file.FullName);
        }
        catch (Exception reason) when (IsTrouble(reason))
        {
            Warn(reason);
            return [];
        }
    }

    private void CreateFolder(string folder)
    {
        var isNew = !Directory.Exists(root) || !Directory.EnumerateFileSystemEntries(root).Any();
        // One by one, because rights that are asked for are given to the last folder only.
        var path = root!;
        CreateOwnersFolder(path);
        foreach (var part in folder.Split(Path.DirectorySeparatorChar).Prepend(FormatFolder))
        {
            path = Path.Combine(path, part);
            CreateOwnersFolder(path);
        }
        if (!Directory.EnumerateFiles(InFormat("")).Any()) _cleaner?.Begin();
        // Into a folder that somebody uses for something else, no files are put that tell other programs to pass it over.
        if (!isNew) return;
        File.WriteAllText(Path.Combine(root!, "CACHEDIR.TAG"),
            "Signature: 8a477f597d28d172789f06886806bc55\n# Results that Memo remembers. They can be deleted at any time.\n");
        File.WriteAllText(Path.Combine(root!, ".gitignore"), "*\n");
    }

    private static void CreateOwnersFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }

    private void WriteAtomically(string path, ReadOnlyMemory<byte>[] parts)
    {
        var temporary = $"{path[..^".json".Length]}.{Guid.NewGuid():n}.tmp";
        try
        {
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                RandomAccess.Write(file, parts, 0);
                if (access.IsDurable) RandomAccess.FlushToDisk(file);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            if (File.Exists(temporary)) File.Delete(temporary);
            throw;
        }
    }

    internal static bool IsTrouble(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException or ArgumentException;

    private void Warn(Exception reason) =>
        warnings.Once("store", $"the store '{root}' cannot be used: {reason.Message.TrimEnd('.').ReplaceLineEndings(" ")}; results are not remembered");
}
