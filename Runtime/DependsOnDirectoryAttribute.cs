namespace Memo;

/// <summary>
/// Declares that a memoized method reads a directory: the names of what lies in it, and the content of its files. A remembered
/// result is used only while both are the same, so a file that is added, removed or renamed is a change.
/// </summary>
/// <param name="template">The directory's path, with parameters of the method in braces: <c>{dir}/pages</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnDirectoryAttribute(string template) : Attribute
{
    /// <summary>
    /// The directory's path, with parameters of the method in braces. A relative path is relative to the current directory at the
    /// call. A directory that is not there is a state like any other.
    /// </summary>
    public string Template { get; } = template;

    /// <summary>
    /// Which names count, with the wildcards <c>*</c> and <c>?</c> as <see cref="Directory.GetFiles(string, string)"/> understands
    /// them, whatever their case; <c>*</c>, which is all of them, if it is not set. It has no holes and no directory separators.
    /// </summary>
    public string Pattern { get; set; } = "*";

    /// <summary>Whether what lies in subdirectories counts as well, at any depth. It does not if this is not set.</summary>
    public bool Recursive { get; set; }
}
