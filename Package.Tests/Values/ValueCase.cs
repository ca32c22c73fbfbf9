namespace Memo.Package.Tests.Values;

/// <summary>What becomes of a value that a memoized method returns.</summary>
internal enum Outcome
{
    /// <summary>It comes back to the bit, in the same process and in the next one.</summary>
    Exact,

    /// <summary>The compiler says that the type is refused, and every call computes.</summary>
    RefusedByType,

    /// <summary>Every call computes, and says why nothing is stored.</summary>
    RefusedByValue,

    /// <summary>One of the three: the design leaves it open which.</summary>
    ExactOrRefused,
}

/// <param name="Type">The result type of a memoized method.</param>
/// <param name="Expression">What the method returns.</param>
/// <param name="Outcome">What has to become of it.</param>
/// <param name="Change">A statement by which the caller changes the result <c>x</c> before it calls again.</param>
internal sealed record ValueCase(string Type, string Expression, Outcome Outcome, string Change = "")
{
    public override string ToString() => $"{Type}: {Expression}{(Change == "" ? "" : ", then ")}{Change}";
}
