namespace Memo;

/// <summary>
/// Declares that a memoized method reads something that the program itself can tell the state of, such as a database or a service; a
/// remembered result is used only while that state is the same.
/// </summary>
/// <typeparam name="T">What it reads: a type of the program's own, which generated code has to be able to name.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnAttribute<T> : Attribute where T : IDependency;
