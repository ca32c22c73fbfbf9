using System.Globalization;
using System.Text;
using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Values;

/// <summary>One program with a memoized method for each case, built once and run in two processes with one store.</summary>
internal sealed class ValueProgram
{
    private static string Sources => Path.Combine(BuildFacts.RepositoryFolder, "Package.Tests", "Values");

    private ValueProgram(Build build, params ProgramRun[] runs) => (Built, Runs) = (build, runs);

    public Build Built { get; }

    public ProgramRun[] Runs { get; }

    public static ValueProgram Make(IReadOnlyList<ValueCase> cases)
    {
        var project = new TestProject("ValueMatrix", "<Nullable>enable</Nullable>\n<AllowUnsafeBlocks>true</AllowUnsafeBlocks>\n<NoWarn>$(NoWarn);CS8019</NoWarn>");
        foreach (var file in Directory.GetFiles(Path.Combine(Sources, "Judging")).Concat(Directory.GetFiles(Path.Combine(Sources, "Program"))))
            project.Write(Path.GetFileName(file), File.ReadAllText(file));
        project.Write("Cases.cs", Text(cases));
        var build = project.Build();
        return build.Result.ExitCode == 0 ? new(build, project.Run(), project.Run()) : new(build);
    }

    /// <summary>What the compiler says about the method of a case.</summary>
    public IEnumerable<string> WarningsOf(int number) => Built.Warnings.Where(warning => warning.Contains($"'V{number}'", StringComparison.Ordinal));

    /// <summary>How a case went in a run: name, step, and what is wrong.</summary>
    public static IEnumerable<string[]> StepsOf(int number, ProgramRun run) =>
        run.Result.Output.Split('\n').Select(line => line.Split('\t')).Where(parts => parts[0] == $"V{number}");

    private static string Text(IReadOnlyList<ValueCase> cases)
    {
        var (memoized, plain, calls) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var number = 0; number < cases.Count; number++)
        {
            var (type, expression, change) = (cases[number].Type, cases[number].Expression, cases[number].Change);
            memoized.Append(CultureInfo.InvariantCulture, $"    [Memoize, AssumePure(\"what is returned is the matter here, not how it is made\")] public static {type} V{number}() => {expression};\n");
            plain.Append(CultureInfo.InvariantCulture, $"    public static {type} V{number}() => {expression};\n");
            calls.Append(CultureInfo.InvariantCulture, $"        Show.Case<{type}>(\"V{number}\", () => Plain.V{number}(), () => Values.V{number}(), x => {{ {(change == "" ? "Changes.Of(x);" : change)} }});\n");
        }
        return $"{Usings}\ninternal static class Values\n{{\n{memoized}}}\n\ninternal static class Plain\n{{\n{plain}}}\n\ninternal static class Cases\n{{\n    public static void Run()\n    {{\n{calls}    }}\n}}\n";
    }

    private const string Usings = """
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Globalization;
        using System.Net;
        using System.Numerics;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.RegularExpressions;
        using Memo;
        using Memo.Package.Tests.Values.Judging;
        using Own;

        """;
}
