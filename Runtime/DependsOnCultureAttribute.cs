namespace Memo;

/// <summary>
/// Declares that a memoized method is meant to follow the current culture: how it formats, parses, sorts and compares. A remembered
/// result is used only under a culture with the same formats, whatever its name.
/// </summary>
/// <remarks>A method that reads the culture is remembered for each culture without this attribute too; it says that this is no mistake.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DependsOnCultureAttribute : Attribute;
