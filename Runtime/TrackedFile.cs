using System.Text;
using Memo.Dependencies;
using Memo.Keys;

namespace Memo;

/// <summary>
/// Reads files as <see cref="File"/> does, and tells the memoized methods that are running what was read: their results are remembered with it, and are
/// used only as long as each of these files is the same. No declaration is needed, so it serves where the paths are known only when the method runs.
/// </summary>
/// <remarks>
/// <para>The members do what those of <see cref="File"/> with the same names do, and throw the same exceptions. Outside of memoized methods they do nothing else.</para>
/// <para>
/// That a file is not there is a state like any other. Where what was read cannot be told for sure, the result is not remembered, and the log says why: for
/// devices and pipes, for files that the system makes up (<c>/proc</c>), for a file that changes while it is read or must not be read, and for a stream
/// that is still open when the method ends.
/// </para>
/// <para>A relative path means the file that it means at each call. What tasks and threads read counts if the method started them.</para>
/// </remarks>
public static partial class TrackedFile
{
    // Text is read in pieces of at most this size, each of which is hashed.
    private const int LargestPiece = 32 * 1024;

    /// <summary>Tells whether there is a file. Only that is recorded, not its content.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether it is there and may be seen; false for a directory.</returns>
    public static bool Exists(string? path) => FileFacts.Ask(Dependency.FileExistenceKind, path!, static path => File.Exists(path), FileFacts.Existence);

    /// <summary>Reads a file as bytes.</summary>
    /// <param name="path">The file.</param>
    /// <returns>All of it.</returns>
    public static byte[] ReadAllBytes(string path)
    {
        if (FileReading.Begin(path) is not { } reading) return File.ReadAllBytes(path);
        try
        {
            return Given(reading, File.ReadAllBytes(reading.Place));
        }
        catch (Exception exception)
        {
            reading.Fail(exception);
            throw;
        }
    }

    /// <summary>Reads a file as text, in the encoding that it begins with, else UTF-8.</summary>
    /// <param name="path">The file.</param>
    /// <returns>All of it.</returns>
    public static string ReadAllText(string path) => ReadAllText(path, Encoding.UTF8);

    /// <summary>Reads a file as text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The encoding, unless it begins with another one.</param>
    /// <returns>All of it.</returns>
    public static string ReadAllText(string path, Encoding encoding)
    {
        using var reader = Reader(path, encoding);
        return reader.ReadToEnd();
    }

    /// <summary>Reads the lines of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>All of them, without their ends.</returns>
    public static string[] ReadAllLines(string path) => ReadAllLines(path, Encoding.UTF8);

    /// <summary>Reads the lines of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The encoding, unless it begins with another one.</param>
    /// <returns>All of them, without their ends.</returns>
    public static string[] ReadAllLines(string path, Encoding encoding)
    {
        using var reader = Reader(path, encoding);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return [.. lines];
    }

    /// <summary>Reads the lines of a file one by one. What comes after the last that is asked for counts as well: all of the file is recorded.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The lines. They have to be enumerated, or their enumerator disposed of, before the memoized method ends.</returns>
    public static IEnumerable<string> ReadLines(string path) => ReadLines(path, Encoding.UTF8);

    /// <inheritdoc cref="ReadLines(string)"/>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The encoding, unless it begins with another one.</param>
    public static IEnumerable<string> ReadLines(string path, Encoding encoding) => new TrackedLines(path, encoding);

    /// <summary>Opens a file for reading. All of it is recorded when its end is reached, or when the stream is closed.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A stream that has to be closed before the memoized method ends. To jump in a file of more than 64 MiB keeps the result from being remembered.</returns>
    public static FileStream OpenRead(string path) => Open(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Opens a file as text in UTF-8. All of it is recorded when its end is reached, or when the reader is closed.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A reader that has to be closed before the memoized method ends.</returns>
    public static StreamReader OpenText(string path) => Reader(path, Encoding.UTF8);

    /// <inheritdoc cref="OpenRead"/>
    /// <param name="path">The file.</param>
    /// <param name="mode"><see cref="FileMode.Open"/>.</param>
    /// <param name="access"><see cref="FileAccess.Read"/>.</param>
    /// <exception cref="ArgumentException">The file would be written.</exception>
    public static FileStream Open(string path, FileMode mode, FileAccess access) => Open(path, mode, access, FileShare.None);

    /// <inheritdoc cref="Open(string, FileMode, FileAccess)"/>
    /// <param name="path">The file.</param>
    /// <param name="mode"><see cref="FileMode.Open"/>.</param>
    /// <param name="access"><see cref="FileAccess.Read"/>.</param>
    /// <param name="share">What others may do with the file meanwhile.</param>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share) => Open(path, new FileStreamOptions { Mode = mode, Access = access, Share = share });

    /// <inheritdoc cref="Open(string, FileMode, FileAccess)"/>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is opened: with <see cref="FileMode.Open"/> and <see cref="FileAccess.Read"/>.</param>
    public static FileStream Open(string path, FileStreamOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Mode != FileMode.Open || options.Access != FileAccess.Read || options.Options.HasFlag(FileOptions.DeleteOnClose))
        {
            throw new ArgumentException("TrackedFile only reads: the mode has to be FileMode.Open, the access FileAccess.Read, and the file has to stay.", nameof(options));
        }
        return TrackedStream.Open(path, options);
    }

    /// <summary>Tells how long a file is, as <see cref="FileInfo.Length"/> does. Only that is recorded, not its content.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="FileNotFoundException">It is not there, or is a directory.</exception>
    public static long GetLength(string path) => FileFacts.Ask(Dependency.LengthKind, path, static path => new FileInfo(path).Length, FileFacts.Length);

    /// <summary>Tells when a file was written last. Only that is recorded, not its content.</summary>
    /// <param name="path">The file or directory.</param>
    /// <returns>The time in the local time zone; the beginning of the year 1601 if the file is not there.</returns>
    public static DateTime GetLastWriteTime(string path) => FileFacts.Ask(Dependency.LocalWriteTimeKind, path, File.GetLastWriteTime, FileFacts.Time);

    /// <summary>Tells when a file was written last. Only that is recorded, not its content.</summary>
    /// <param name="path">The file or directory.</param>
    /// <returns>The time in UTC; the beginning of the year 1601 if the file is not there.</returns>
    public static DateTime GetLastWriteTimeUtc(string path) => FileFacts.Ask(Dependency.WriteTimeKind, path, File.GetLastWriteTimeUtc, FileFacts.Time);

    internal static StreamReader Reader(string path, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(encoding);
        var stream = TrackedStream.Open(path, new FileStreamOptions { BufferSize = 1 });
        // Most files are small, and to make room for more than there is costs more than to read it. Of the same size within and outside of memoized calls,
        // because the position of the stream below shows it.
        var length = !stream.CanSeek ? LargestPiece : stream is TrackedStream tracked ? tracked.UnrecordedLength : stream.Length;
        return new(stream, encoding, detectEncodingFromByteOrderMarks: true, (int)Math.Min(length + 1, LargestPiece));
    }

    private static byte[] Given(FileReading reading, byte[] content)
    {
        reading.End(Hash256.Of(content), content.Length);
        return content;
    }
}
