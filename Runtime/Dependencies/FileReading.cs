using Memo.Keys;

namespace Memo.Dependencies;

/// <summary>
/// One read of a file by a running memoized call. What is recorded is the hash of the very bytes that the call was given, so it cannot be of another
/// state of the file.
/// </summary>
internal sealed class FileReading
{
    private readonly TraceFrame _frame;
    private readonly FileSight _before;

    private FileReading(TraceFrame frame, string path, string place)
    {
        _frame = frame;
        Path = path;
        Place = place;
        _before = frame.Surroundings.Files.Look(place);
    }

    /// <summary>What the program calls the file.</summary>
    public string Path { get; }

    /// <summary>Where it lies, whatever becomes of the current directory meanwhile.</summary>
    public string Place { get; }

    /// <summary>Whether the file has an end and is the same each time.</summary>
    public bool IsRegular => _before.Status.Kind is FileStatusKind.Regular or FileStatusKind.Absent;

    /// <summary>Begins to read for the memoized call that is running here.</summary>
    /// <returns>Null if none is, or if it is no path, which the framework says better.</returns>
    public static FileReading? Begin(string path)
    {
        if (TraceFrame.Current is not { } frame || string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal)) return null;
        try
        {
            return new(frame, path, System.IO.Path.GetFullPath(path));
        }
        catch (IOException)
        {
            // The current directory is gone, and the framework says so, too.
            frame.Add(Dependency.FileKind, path, DependencyState.Refused("cannot be found"));
            throw;
        }
    }

    /// <summary>Says that the file is open: unless the reading ends before the call does, what it gave is not known.</summary>
    public void Open() => _frame.Open(this);

    /// <summary>All of the file was read, from the first byte to the last.</summary>
    public void End(Hash256 hash, long length)
    {
        _frame.Add(Dependency.FileKind, Path, _frame.Surroundings.Files.Of(Place, _before, hash, length));
        _frame.Close(this);
    }

    /// <summary>The file was read in a way of which nobody knows what it gave.</summary>
    /// <param name="reason">Why, as it follows the name of the file.</param>
    public void Lose(string reason)
    {
        _frame.Add(Dependency.FileKind, Path, DependencyState.Refused(reason));
        _frame.Close(this);
    }

    /// <summary>There was nothing to read. That a file is not there is a state like any other; what else went wrong is none.</summary>
    public void Fail(Exception exception) =>
        _frame.Add(Dependency.FileKind, Path, exception switch
        {
            FileNotFoundException => DependencyState.Absent,
            DirectoryNotFoundException => DependencyState.AbsentWithDirectory,
            _ when _before.Status.Kind == FileStatusKind.Directory => DependencyState.Refused("is a directory"),
            UnauthorizedAccessException => DependencyState.Refused("may not be read"),
            OperationCanceledException => DependencyState.Refused("was not read to its end"),
            _ => DependencyState.Refused($"cannot be read ({exception.GetType().Name})"),
        });
}
