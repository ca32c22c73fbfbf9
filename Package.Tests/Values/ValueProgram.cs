using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Values;

/// <summary>One program with memoized methods for all cases of values and of keys, built once and run in two processes with one store.</summary>
internal sealed class ValueProgram
{
    private static readonly Lazy<ValueProgram> Made = new(Make);

    private readonly ILookup<string, (string Step, string Wrong)>[] _steps;
    private readonly ILookup<string, LoggedCall>[] _calls;

    private ValueProgram(Build build, params ProgramRun[] runs)
    {
        (Built, Runs) = (build, runs);
        _steps = [.. runs.Select(run => run.Result.Output.Split('\n').Select(line => line.Split('\t')).Where(parts => parts.Length == 3)
            .ToLookup(parts => parts[0], parts => (parts[1], parts[2])))];
        _calls = [.. runs.Select(run => run.Calls.ToLookup(call => call.Method))];
    }

    public static ValueProgram Shared => Made.Value;

    public Build Built { get; }

    public ProgramRun[] Runs { get; }

    private static ValueProgram Make()
    {
        var project = new TestProject("ValueMatrix", "<Nullable>enable</Nullable>\n<AllowUnsafeBlocks>true</AllowUnsafeBlocks>");
        var sources = Path.Combine(BuildFacts.RepositoryFolder, "Package.Tests", "Values");
        foreach (var file in Directory.GetFiles(Path.Combine(sources, "Judging")).Concat(Directory.GetFiles(Path.Combine(sources, "Program"))))
            project.Write(Path.GetFileName(file), File.ReadAllText(file));
        project.Write("Cases.cs", ValueProgramText.Whole());
        var build = project.Build();
        return build.Result.ExitCode == 0 ? new(build, project.Run(), project.Run()) : new(build);
    }

    /// <summary>What the compiler says about a method.</summary>
    public IEnumerable<string> WarningsOf(string method) => Built.Warnings.Where(warning => warning.Contains($"'{method}'", StringComparison.Ordinal));

    /// <summary>Every step of a case, as the two runs printed it, and what is wrong with it.</summary>
    public IReadOnlyList<(string Step, string Wrong)>[] StepsOf(string method)
    {
        Assert.That(Runs, Is.Not.Empty, "the program was not built");
        return [.. _steps.Select(run => run[method].ToList())];
    }

    /// <summary>The calls of a method in each run.</summary>
    public IReadOnlyList<LoggedCall>[] CallsOf(string method) => [.. _calls.Select(run => run[$"Values.{method}"].ToList())];

    public string StoryOf(string method) =>
        string.Join('\n', WarningsOf(method).Concat(CallsOf(method).SelectMany(calls => calls).Select(call => $"{call.Kind} {call.Text}")));
}
