namespace Memo;

/// <summary>
/// Makes a method remember its results across runs, as long as the compiler can show that a remembered result is right.
/// A method for which it cannot show that runs on every call.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class MemoizeAttribute : Attribute
{
    /// <summary>A salt set by hand: another text makes every earlier result of the method unknown. Empty by default.</summary>
    public string Version { get; set; } = "";

    /// <summary>
    /// The greatest age of a remembered result, as an invariant <see cref="TimeSpan"/> such as <c>1.00:00:00</c> for a day.
    /// Empty by default: results do not age. A text that is no positive time span makes the method run on every call.
    /// </summary>
    public string ExpiresAfter { get; set; } = "";
}
