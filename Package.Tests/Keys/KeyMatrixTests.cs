using Memo.Package.Tests.Projects;
using Memo.Package.Tests.Values;

namespace Memo.Package.Tests.Keys;

/// <summary>
/// Two calls are one call exactly if a program cannot tell their arguments apart. The methods describe their arguments, so that a key too
/// few shows as a wrong description, and a key too many as a second computation.
/// </summary>
internal sealed class KeyMatrixTests
{
    [OneTimeSetUp]
    public void Build_and_run_twice() => _ = ValueProgram.Shared;

    private static IEnumerable<TestCaseData> Arguments => ArgumentCases.All.SelectMany((group, number) =>
        group.Select((value, place) => new TestCaseData(value, $"K{number}", place).SetArgDisplayNames(value.ToString())));

    [TestCaseSource(nameof(Arguments))]
    public void An_argument_is_known_again(ValueCase value, string method, int place)
    {
        var (steps, calls) = (ValueProgram.Shared.StepsOf(method), ValueProgram.Shared.CallsOf(method));
        for (var run = 0; run < steps.Length; run++)
        {
            foreach (var (step, wrong) in steps[run].Where(step => PlaceOf(step.Step) == place)) Assert.That(wrong, Is.Empty, step);
            if (value.Outcome == Outcome.Exact) Assert.That(KindsAt(run), Is.EqualTo(ExpectedAt(run)), ValueProgram.Shared.StoryOf(method));
        }

        string[] KindsAt(int run) => [.. calls[run].Where((_, i) => i < steps[run].Count && PlaceOf(steps[run][i].Step) == place).Select(call => call.Kind)];
        string[] ExpectedAt(int run) => run > 0 || steps[0].Take(place).Any(step => DescriptionOf(step.Step) == DescriptionOf(steps[0][place].Step)) ? ["hit", "hit"] : ["miss", "hit"];
    }

    private static IEnumerable<TestCaseData> Pairs => KeyPairs.All.Select((pair, number) => new TestCaseData(pair, $"P{number}").SetArgDisplayNames(pair.ToString()));

    [TestCaseSource(nameof(Pairs))]
    public void Two_calls_are_one_only_if_nobody_can_tell(KeyPair pair, string method)
    {
        foreach (var (step, wrong) in ValueProgram.Shared.StepsOf(method).SelectMany(run => run)) Assert.That(wrong, Is.Empty, step);

        var kinds = ValueProgram.Shared.CallsOf(method).Select(Kinds).ToList();
        Assert.That(kinds[0], pair.Together ? Is.EqualTo("miss hit") : Does.Not.Contain("hit"), ValueProgram.Shared.StoryOf(method));
        Assert.That(kinds[1], Is.EqualTo(kinds[0].Replace("miss", "hit")), ValueProgram.Shared.StoryOf(method));
    }

    private static string Kinds(IReadOnlyList<LoggedCall> calls) => string.Join(' ', calls.Select(call => call.Kind));

    private static int PlaceOf(string step) => int.Parse(step.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static string DescriptionOf(string step) => step.Split(' ')[1];
}
