namespace Memo;

/// <summary>Declares that a memoized method reads the content of a file; a remembered result is used only while that content is the same.</summary>
/// <param name="template">The path, with parameters of the method in braces: <c>{dir}/index.json</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnFileAttribute(string template) : Attribute
{
    /// <summary>
    /// The path, with parameters of the method in braces. A relative path is relative to the current directory at the call.
    /// A file that is not there is a state like any other.
    /// </summary>
    public string Template { get; } = template;
}
