namespace Memo;

/// <summary>
/// Declares that a memoized method reads a static field or property; a remembered result is used only while the value is the same.
/// The value is compared like an argument: by all that it holds, so its type has to be one that an argument can have.
/// </summary>
/// <param name="type">The type that declares the member.</param>
/// <param name="member">The member's name, best as <c>nameof(Settings.Current)</c>.</param>
/// <remarks>
/// What the value holds counts, not which object it is, unless the method may be given that very object as an argument.
/// The member is read before the method runs, and once more after it. If reading it throws, the method runs, and its result is not
/// remembered. Reading it may run the static constructor of the type earlier than the method would.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnStaticAttribute(Type type, string member) : Attribute
{
    /// <summary>The type that declares the member.</summary>
    public Type Type { get; } = type;

    /// <summary>The name of a static field, or of a static property with a getter.</summary>
    public string Member { get; } = member;
}
