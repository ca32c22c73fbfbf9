using System.Globalization;

namespace Memo.Dependencies;

/// <summary>What is said of a file without its content. Each is recorded as what the framework answered, and asked in the same words again.</summary>
internal static class FileFacts
{
    public static DependencyState Of(string kind, string path)
    {
        try
        {
            return kind switch
            {
                Dependency.FileExistenceKind => Existence(File.Exists(path)),
                Dependency.DirectoryExistenceKind => Existence(Directory.Exists(path)),
                Dependency.LengthKind => Length(new FileInfo(path).Length),
                Dependency.WriteTimeKind => Time(File.GetLastWriteTimeUtc(path)),
                _ => Time(File.GetLastWriteTime(path)),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Failure(exception);
        }
    }

    public static DependencyState Existence(bool exists) => exists ? DependencyState.Fact("present") : DependencyState.Absent;

    public static DependencyState Length(long length) => DependencyState.Fact(length.ToString(CultureInfo.InvariantCulture));

    public static DependencyState Time(DateTime time) => DependencyState.Fact(time.Ticks.ToString(CultureInfo.InvariantCulture));

    public static DependencyState Failure(Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException
        ? DependencyState.Absent
        : DependencyState.Refused($"cannot be told ({exception.GetType().Name})");

    /// <summary>Asks for a fact, and records the answer for the memoized call that is running here.</summary>
    public static T Ask<T>(string kind, string path, Func<string, T> ask, Func<T, DependencyState> state)
    {
        if (TraceFrame.Current is not { } frame || string.IsNullOrEmpty(path)) return ask(path);
        try
        {
            var answer = ask(path);
            frame.Add(kind, path, state(answer));
            return answer;
        }
        catch (Exception exception)
        {
            frame.Add(kind, path, Failure(exception));
            throw;
        }
    }
}
