namespace Memo;

/// <summary>
/// Says that code may be taken as free of effects although the compiler cannot see it. The compiler believes this: a wrong
/// statement makes remembered results wrong.
/// </summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Class
    | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly,
    AllowMultiple = true, Inherited = false)]
public sealed class AssumePureAttribute : Attribute
{
    /// <summary>For the declaration that carries the attribute.</summary>
    /// <param name="justification">Why this is right; for the next reader.</param>
    public AssumePureAttribute(string justification) => Justification = justification;

    /// <summary>For a declaration that cannot carry the attribute; on an assembly.</summary>
    /// <param name="declarationId">The documentation comment id of the declaration, such as <c>M:App.Log.Write(System.String)</c>.</param>
    /// <param name="justification">Why this is right; for the next reader.</param>
    public AssumePureAttribute(string declarationId, string justification)
    {
        DeclarationId = declarationId;
        Justification = justification;
    }

    /// <summary>The documentation comment id of the declaration meant; null if it is the one that carries the attribute.</summary>
    public string? DeclarationId { get; }

    /// <summary>Why this is right.</summary>
    public string Justification { get; }
}
