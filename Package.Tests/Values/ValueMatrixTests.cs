namespace Memo.Package.Tests.Values;

/// <summary>
/// Each value comes back exact to the bit and to its run-time type, or is refused with a clear reason; nothing in between. A refused one,
/// too, is what the program would have had without memoization, and so is what a caller gets who changed the result of an earlier call.
/// </summary>
internal sealed class ValueMatrixTests
{
    private static readonly string[] Steps = ["at first", "changed", "again"];
    private static readonly Outcome?[] Open = [Outcome.Exact, Outcome.RefusedByType, Outcome.RefusedByValue];

    [OneTimeSetUp]
    public void Build_and_run_twice() => _ = ValueProgram.Shared;

    [Test, Order(1)]
    public void The_program_builds_and_ends()
    {
        Assert.That(ValueProgram.Shared.Built.Result.ExitCode, Is.Zero, ValueProgram.Shared.Built.Result.ToString());
        foreach (var run in ValueProgram.Shared.Runs) Assert.That(run.Result.ExitCode, Is.Zero, run.Result.Error[^Math.Min(run.Result.Error.Length, 4000)..]);
    }

    private static IEnumerable<TestCaseData> Cases => ValueCases.All.Select((value, number) => new TestCaseData(value, $"V{number}").SetArgDisplayNames($"{value.Outcome} {value}"));

    [TestCaseSource(nameof(Cases))]
    public void It_is(ValueCase value, string method)
    {
        foreach (var steps in ValueProgram.Shared.StepsOf(method))
        {
            Assert.That(steps.Select(step => step.Step), Is.EqualTo(Steps));
            foreach (var (step, wrong) in steps) Assert.That(wrong, Is.Empty, step);
        }

        Assert.That(OutcomeOf(method), value.Outcome == Outcome.ExactOrRefused ? Is.AnyOf(Open) : Is.EqualTo(value.Outcome), ValueProgram.Shared.StoryOf(method));
    }

    private static Outcome? OutcomeOf(string method)
    {
        var warnings = ValueProgram.Shared.WarningsOf(method).ToList();
        var calls = ValueProgram.Shared.CallsOf(method).SelectMany(run => run).ToList();
        return string.Join(' ', calls.Select(call => call.Kind)) switch
        {
            "miss hit hit hit" when warnings.Count == 0 && !calls[0].Text.Contains("not stored") => Outcome.Exact,
            "miss miss miss miss" when warnings.Count == 0 && calls.All(call => call.Text.Contains(": not stored: ")) => Outcome.RefusedByValue,
            "" or "bypass bypass bypass bypass" when warnings.Count == 1 && (Is("MEMO202") || Is("MEMO204")) => Outcome.RefusedByType,
            _ => null,
        };

        bool Is(string rule) => warnings[0].StartsWith(rule + ":", StringComparison.Ordinal);
    }
}
