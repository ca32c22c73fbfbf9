namespace Memo;

/// <summary>
/// Says that a parameter has no influence on the result, so that calls that differ only in it are one call: a logger, a progress
/// report. The compiler believes this: a wrong statement makes remembered results wrong.
/// </summary>
/// <param name="justification">Why this is right; for the next reader.</param>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class NotKeyedAttribute(string justification) : Attribute
{
    /// <summary>Why this is right.</summary>
    public string Justification { get; } = justification;
}
