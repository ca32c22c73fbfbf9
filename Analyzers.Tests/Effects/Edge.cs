namespace Memo.Analyzers.Tests.Effects;

/// <summary>A way in which code is run without a plain call, and the code beside it that does not run it. What is run reads the clock.</summary>
public sealed record Edge(string Name, string Types, string Runs, string RunsNot)
{
    public string TopLevel { get; init; } = "";

    /// <summary>For what has no model: it cannot be verified instead.</summary>
    public string Rule { get; init; } = "MEMO104";

    public override string ToString() => Name;

    public Task IsFollowed() => Body(Runs, Rule).Holds();

    public Task IsNotSeenWhereItIsNot() => Body(RunsNot).Holds();

    private Snippet Body(string body, params string[] rules) =>
        new(Name, Types, (body.Contains("await ", StringComparison.Ordinal) ? "async Task<long>" : "long") + " F(int x) { " + body + " }", rules) { TopLevel = TopLevel };
}
