namespace Memo;

/// <summary>
/// Declares that a memoized method reads an environment variable; a remembered result is used only while its value is the same.
/// </summary>
/// <param name="name">The variable's name, with parameters of the method in braces if it is put together: <c>{tool}_HOME</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnEnvironmentAttribute(string name) : Attribute
{
    /// <summary>
    /// The variable's name, with parameters of the method in braces. A variable that is not set is in another state than one that is
    /// empty. The store holds a hash of the value, never the value itself.
    /// </summary>
    public string Name { get; } = name;
}
