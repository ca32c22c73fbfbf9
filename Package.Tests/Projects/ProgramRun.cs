using Memo.Package.Tests.Processes;

namespace Memo.Package.Tests.Projects;

/// <summary>A run of a program under test.</summary>
internal sealed record ProgramRun(CommandResult Result)
{
    public IReadOnlyList<LoggedCall> Calls { get; } = LoggedCall.Parse(Result.Error);

    /// <summary>What became of each call of a method, in the order of the calls.</summary>
    public string Of(string method) => string.Join(' ', Calls.Where(call => call.Method == method).Select(call => call.Kind));

    /// <summary>What became of calls at all: the kinds that occur, in alphabetical order.</summary>
    public string Kinds => string.Join(' ', Calls.Select(call => call.Kind).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The lines on standard error that are not about calls.</summary>
    public IReadOnlyList<string> OtherLines =>
        [.. Result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => LoggedCall.Parse(line).Count == 0)];

    /// <summary>The first promise: nobody can see from the outside that anything was remembered.</summary>
    public ProgramRun ShouldPrintWhat(ProgramRun plain)
    {
        Assert.That(plain.Result.ExitCode, Is.Zero, plain.Result.ToString());
        Assert.That(plain.Calls, Is.Empty, "calls in a plain run");
        Assert.That(Result.ExitCode, Is.Zero, Result.ToString());
        Assert.That(Result.OutputBytes, Is.EqualTo(plain.Result.OutputBytes), Result.ToString());
        return this;
    }
}
