namespace Memo;

/// <summary>
/// Declares that a memoized method reads something that the program itself can tell the state of, such as a database or a service; a
/// remembered result is used only while that state is the same.
/// </summary>
/// <remarks>
/// It stands for all that the method reads over the network, from databases and other processes, and of the attributes of files; not for
/// the content of files, for which there is <see cref="DependsOnFileAttribute"/>, and not for anything that the method writes.
/// </remarks>
/// <typeparam name="T">What it reads: a type of the program's own, which generated code has to be able to name.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnAttribute<T> : Attribute where T : IDependency;
