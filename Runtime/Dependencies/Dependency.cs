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
    public const string EnvironmentKind = "environment variable";
    public const string StaticKind = "static";
    public const string CustomKind = "custom";

    public override string ToString() => $"{Kind} {Name}";
}
