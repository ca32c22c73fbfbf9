namespace Memo.Dependencies;

/// <summary>
/// One thing outside its arguments that a call read, in the state in which it read it. The name is what the program named it, so
/// a relative path means the file that it means at each call.
/// </summary>
/// <param name="Kind">What it is: one of the constants below.</param>
/// <param name="Name">What the program named it: a path as written, the name of a variable or of a static member.</param>
/// <param name="Fingerprint">The hash of its state.</param>
internal readonly record struct Dependency(string Kind, string Name, string Fingerprint)
{
    public const string FileKind = "file";
    public const string DirectoryKind = "directory";

    /// <summary>A directory with its subdirectories.</summary>
    public const string TreeKind = "directory tree";

    /// <summary>Whether there is a file, and nothing more of it.</summary>
    public const string FileExistenceKind = "existence of file";
    public const string DirectoryExistenceKind = "existence of directory";
    public const string LengthKind = "length of file";
    public const string WriteTimeKind = "last write time of";

    /// <summary>The last write time as the clock on the wall had it.</summary>
    public const string LocalWriteTimeKind = "last local write time of";

    /// <summary>The names of files, and nothing of what is in them.</summary>
    public const string FileNamesKind = "files in";
    public const string DirectoryNamesKind = "directories in";
    public const string EntryNamesKind = "entries in";
    public const string EnvironmentKind = "environment variable";
    public const string StaticKind = "static";
    public const string CustomKind = "custom";

    /// <summary>Whether it is another thing where the current directory is another one.</summary>
    public bool IsRelative => Kind switch
    {
        EnvironmentKind or StaticKind or CustomKind => false,
        // After words in brackets, if it begins with one.
        FileNamesKind or DirectoryNamesKind or EntryNamesKind when Name.StartsWith('[') => !Path.IsPathFullyQualified(Name.AsSpan(Name.IndexOf("] ", StringComparison.Ordinal) + 2)),
        _ => !Path.IsPathFullyQualified(Name),
    };

    public override string ToString() => $"{Kind} {Name}";
}
