namespace Memo.Package.Tests.Values;

/// <summary>
/// Each value comes back exact to the bit and to its run-time type, or is refused with a clear reason; nothing in between. A refused one,
/// too, is what the program would have had without memoization, and so is what a caller gets who changed the result of an earlier call.
/// </summary>
internal sealed class ValueMatrixTests
{
    private static readonly string[] Steps = ["at first", "changed", "again"];

    private ValueProgram _program = null!;

    [OneTimeSetUp]
    public void Build_and_run_twice() => _program = ValueProgram.Make(ValueCases.All);

    private static IEnumerable<TestCaseData> Cases => ValueCases.All.Select((value, number) => new TestCaseData(value, number).SetArgDisplayNames($"{value.Outcome} {value}"));

    [Test, Order(1)]
    public void The_program_builds_and_ends()
    {
        Assert.That(_program.Built.Result.ExitCode, Is.Zero, _program.Built.Result.ToString());
        foreach (var run in _program.Runs) Assert.That(run.Result.ExitCode, Is.Zero, run.Result.Error);
    }

    [TestCaseSource(nameof(Cases))]
    public void It_is(ValueCase value, int number)
    {
        Assert.That(_program.Runs, Is.Not.Empty, "the program was not built");
        foreach (var run in _program.Runs)
        {
            var steps = ValueProgram.StepsOf(number, run).ToList();
            Assert.That(steps.Select(step => step[1]), Is.EqualTo(Steps));
            foreach (var step in steps) Assert.That(step[2], Is.Empty, step[1]);
        }

        Outcome?[] open = [Outcome.Exact, Outcome.RefusedByType, Outcome.RefusedByValue];
        Assert.That(OutcomeOf(number), value.Outcome == Outcome.ExactOrRefused ? Is.AnyOf(open) : Is.EqualTo(value.Outcome), Story(number));
    }

    private Outcome? OutcomeOf(int number)
    {
        var warnings = _program.WarningsOf(number).ToList();
        var calls = _program.Runs.SelectMany(run => run.Calls).Where(call => call.Method == $"Values.V{number}").ToList();
        return string.Join(' ', calls.Select(call => call.Kind)) switch
        {
            "miss hit hit hit" when warnings.Count == 0 && !calls[0].Text.Contains("not stored") => Outcome.Exact,
            "miss miss miss miss" when warnings.Count == 0 && calls.All(call => call.Text.Contains(": not stored: ")) => Outcome.RefusedByValue,
            "" or "bypass bypass bypass bypass" when warnings.Count == 1 && (warnings[0].StartsWith("MEMO202", StringComparison.Ordinal) || warnings[0].StartsWith("MEMO204", StringComparison.Ordinal)) => Outcome.RefusedByType,
            _ => null,
        };
    }

    private string Story(int number) => string.Join('\n', _program.WarningsOf(number).Concat(
        _program.Runs.SelectMany(run => run.Calls).Where(call => call.Method == $"Values.V{number}").Select(call => $"{call.Kind} {call.Text}")));
}
