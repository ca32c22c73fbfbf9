using Memo.Dependencies;

namespace Memo;

/// <summary>
/// Lists directories as <see cref="Directory"/> does, and tells the memoized methods that are running what was found: their results are remembered with it,
/// and are used only as long as the same would be found. No declaration is needed.
/// </summary>
/// <remarks>
/// <para>
/// The members find what those of <see cref="Directory"/> with the same names find, and throw the same exceptions. The paths are in ordinal order, which is the
/// same on each machine; the whole list is made at once, by the members that enumerate too.
/// </para>
/// <para>
/// Names are recorded, not what is in the files: for that, read them through <see cref="TrackedFile"/>. That a directory is not there is a state like any
/// other. Where a directory cannot be listed, or holds the store of remembered results, the result is not remembered, and the log says why.
/// </para>
/// </remarks>
public static class TrackedDirectory
{
    private const string All = "*";

    /// <summary>Tells whether there is a directory. Only that is recorded, not what is in it.</summary>
    /// <param name="path">The directory.</param>
    /// <returns>Whether it is there and may be seen; false for a file.</returns>
    public static bool Exists(string? path) => FileFacts.Ask(Dependency.DirectoryExistenceKind, path!, static path => Directory.Exists(path), FileFacts.Existence);

    /// <summary>Finds the files of a directory.</summary>
    /// <param name="path">The directory.</param>
    /// <returns>Their paths, which begin with the directory as it is given.</returns>
    public static string[] GetFiles(string path) => Find(Dependency.FileNamesKind, path, All, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="GetFiles(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    public static string[] GetFiles(string path, string searchPattern) => Find(Dependency.FileNamesKind, path, searchPattern, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="GetFiles(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="searchOption">Whether what lies in subdirectories counts as well.</param>
    public static string[] GetFiles(string path, string searchPattern, SearchOption searchOption) => Find(Dependency.FileNamesKind, path, searchPattern, searchOption);

    /// <inheritdoc cref="GetFiles(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="enumerationOptions">How it is searched.</param>
    public static string[] GetFiles(string path, string searchPattern, EnumerationOptions enumerationOptions) => Find(Dependency.FileNamesKind, path, searchPattern, enumerationOptions);

    /// <summary>Finds the files of a directory.</summary>
    /// <param name="path">The directory.</param>
    /// <returns>Their paths, which begin with the directory as it is given.</returns>
    public static IEnumerable<string> EnumerateFiles(string path) => Find(Dependency.FileNamesKind, path, All, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="EnumerateFiles(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    public static IEnumerable<string> EnumerateFiles(string path, string searchPattern) => Find(Dependency.FileNamesKind, path, searchPattern, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="EnumerateFiles(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="searchOption">Whether what lies in subdirectories counts as well.</param>
    public static IEnumerable<string> EnumerateFiles(string path, string searchPattern, SearchOption searchOption) => Find(Dependency.FileNamesKind, path, searchPattern, searchOption);

    /// <inheritdoc cref="EnumerateFiles(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="enumerationOptions">How it is searched.</param>
    public static IEnumerable<string> EnumerateFiles(string path, string searchPattern, EnumerationOptions enumerationOptions) => Find(Dependency.FileNamesKind, path, searchPattern, enumerationOptions);

    /// <summary>Finds the subdirectories of a directory.</summary>
    /// <param name="path">The directory.</param>
    /// <returns>Their paths, which begin with the directory as it is given.</returns>
    public static string[] GetDirectories(string path) => Find(Dependency.DirectoryNamesKind, path, All, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="GetDirectories(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    public static string[] GetDirectories(string path, string searchPattern) => Find(Dependency.DirectoryNamesKind, path, searchPattern, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="GetDirectories(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="searchOption">Whether what lies in subdirectories counts as well.</param>
    public static string[] GetDirectories(string path, string searchPattern, SearchOption searchOption) => Find(Dependency.DirectoryNamesKind, path, searchPattern, searchOption);

    /// <inheritdoc cref="GetDirectories(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="enumerationOptions">How it is searched.</param>
    public static string[] GetDirectories(string path, string searchPattern, EnumerationOptions enumerationOptions) => Find(Dependency.DirectoryNamesKind, path, searchPattern, enumerationOptions);

    /// <summary>Finds the subdirectories of a directory.</summary>
    /// <param name="path">The directory.</param>
    /// <returns>Their paths, which begin with the directory as it is given.</returns>
    public static IEnumerable<string> EnumerateDirectories(string path) => Find(Dependency.DirectoryNamesKind, path, All, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="EnumerateDirectories(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    public static IEnumerable<string> EnumerateDirectories(string path, string searchPattern) => Find(Dependency.DirectoryNamesKind, path, searchPattern, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="EnumerateDirectories(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="searchOption">Whether what lies in subdirectories counts as well.</param>
    public static IEnumerable<string> EnumerateDirectories(string path, string searchPattern, SearchOption searchOption) => Find(Dependency.DirectoryNamesKind, path, searchPattern, searchOption);

    /// <inheritdoc cref="EnumerateDirectories(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="enumerationOptions">How it is searched.</param>
    public static IEnumerable<string> EnumerateDirectories(string path, string searchPattern, EnumerationOptions enumerationOptions) => Find(Dependency.DirectoryNamesKind, path, searchPattern, enumerationOptions);

    /// <summary>Finds the files and subdirectories of a directory.</summary>
    /// <param name="path">The directory.</param>
    /// <returns>Their paths, which begin with the directory as it is given.</returns>
    public static string[] GetFileSystemEntries(string path) => Find(Dependency.EntryNamesKind, path, All, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="GetFileSystemEntries(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    public static string[] GetFileSystemEntries(string path, string searchPattern) => Find(Dependency.EntryNamesKind, path, searchPattern, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="GetFileSystemEntries(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="searchOption">Whether what lies in subdirectories counts as well.</param>
    public static string[] GetFileSystemEntries(string path, string searchPattern, SearchOption searchOption) => Find(Dependency.EntryNamesKind, path, searchPattern, searchOption);

    /// <inheritdoc cref="GetFileSystemEntries(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="enumerationOptions">How it is searched.</param>
    public static string[] GetFileSystemEntries(string path, string searchPattern, EnumerationOptions enumerationOptions) => Find(Dependency.EntryNamesKind, path, searchPattern, enumerationOptions);

    /// <summary>Finds the files and subdirectories of a directory.</summary>
    /// <param name="path">The directory.</param>
    /// <returns>Their paths, which begin with the directory as it is given.</returns>
    public static IEnumerable<string> EnumerateFileSystemEntries(string path) => Find(Dependency.EntryNamesKind, path, All, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="EnumerateFileSystemEntries(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    public static IEnumerable<string> EnumerateFileSystemEntries(string path, string searchPattern) => Find(Dependency.EntryNamesKind, path, searchPattern, SearchOption.TopDirectoryOnly);

    /// <inheritdoc cref="EnumerateFileSystemEntries(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="searchOption">Whether what lies in subdirectories counts as well.</param>
    public static IEnumerable<string> EnumerateFileSystemEntries(string path, string searchPattern, SearchOption searchOption) => Find(Dependency.EntryNamesKind, path, searchPattern, searchOption);

    /// <inheritdoc cref="EnumerateFileSystemEntries(string)"/>
    /// <param name="path">The directory.</param>
    /// <param name="searchPattern">Which names count, with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <param name="enumerationOptions">How it is searched.</param>
    public static IEnumerable<string> EnumerateFileSystemEntries(string path, string searchPattern, EnumerationOptions enumerationOptions) => Find(Dependency.EntryNamesKind, path, searchPattern, enumerationOptions);

    private static string[] Find(string kind, string path, string searchPattern, SearchOption searchOption) =>
        Find(kind, path, searchPattern, DirectoryNames.OptionsOf(searchOption));

    private static string[] Find(string kind, string path, string searchPattern, EnumerationOptions enumerationOptions)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(searchPattern);
        ArgumentNullException.ThrowIfNull(enumerationOptions);
        var names = new DirectoryNames(kind, path, searchPattern, enumerationOptions);
        if (TraceFrame.Current is not { } frame) return names.List();
        try
        {
            var found = names.List();
            frame.Add(kind, names.Name, names.StateOf(found, frame.Surroundings));
            return found;
        }
        catch (Exception exception)
        {
            frame.Add(kind, names.Name, DirectoryNames.Failure(exception));
            throw;
        }
    }
}
