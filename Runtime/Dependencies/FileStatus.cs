using System.Runtime.InteropServices;

namespace Memo.Dependencies;

/// <summary>What the file system says about a file without reading its content.</summary>
internal readonly record struct FileStatus(FileStatusKind Kind, FileIdentity? Identity)
{
    public static readonly FileStatus Absent = new(FileStatusKind.Absent, null);

    private const FileAttributes Marked = FileAttributes.Hidden | FileAttributes.System;

    /// <summary>By what a listing may be told to pass over a file, where that is not said by the name.</summary>
    public FileAttributes Marks { get; private init; }

    /// <summary>Asks the file system. Symbolic links are followed.</summary>
    /// <param name="path">
    /// A full path, as the framework makes one before it opens a file: where a folder is followed by <c>..</c>, the system would follow a link first, and go
    /// up from where that leads.
    /// </param>
    public static FileStatus Of(string path)
    {
        if (OperatingSystem.IsLinux() && LinuxFileStatus.TryGet(path, out var status)) return status;
        return WithoutIdentity(path);
    }

    /// <summary>Asks in the way that every system knows: a file's content is then read at each call.</summary>
    public static FileStatus WithoutIdentity(string path)
    {
        try
        {
            var attributes = File.GetAttributes(path);
            if ((attributes & FileAttributes.Directory) != 0) return new(FileStatusKind.Directory, null) { Marks = attributes & Marked };
            return new(OperatingSystem.IsWindows() ? FileStatusKind.Regular : UnixFileKind.Of(path), null) { Marks = attributes & Marked };
        }
        catch (Exception absence) when (absence is FileNotFoundException or DirectoryNotFoundException)
        {
            return Absent;
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // Whatever else keeps the status from being read also keeps it from being known.
            return new(FileStatusKind.Unknown, null);
        }
    }
}

/// <summary>What a path leads to.</summary>
internal enum FileStatusKind
{
    Unknown,
    Absent,
    Regular,
    Directory,
    Other,
}

/// <summary>
/// As long as none of this changes, nobody wrote to the file: a program can set the modification time back, but not the change time.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileIdentity(
    ulong Device, ulong Inode, ulong Size, long ModifiedSeconds, uint ModifiedNanoseconds, long ChangedSeconds, uint ChangedNanoseconds)
{
    /// <summary>How many numbers an identity is made of.</summary>
    public const int Words = 7;

    public void CopyTo(Span<ulong> words)
    {
        words[0] = Device;
        words[1] = Inode;
        words[2] = Size;
        words[3] = (ulong)ModifiedSeconds;
        words[4] = ModifiedNanoseconds;
        words[5] = (ulong)ChangedSeconds;
        words[6] = ChangedNanoseconds;
    }

    /// <summary>
    /// Whether the last change is so long ago that a further change would show: the clock of a file system ticks slowly, so a file
    /// can be written twice within one tick.
    /// </summary>
    /// <param name="now">The time before the content was read, in seconds since 1970 (UTC).</param>
    public bool IsSettled(long now) => Math.Max(ModifiedSeconds, ChangedSeconds) < now - 2;
}
