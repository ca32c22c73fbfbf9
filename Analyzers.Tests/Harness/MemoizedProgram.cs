using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>A console program, compiled with the generator into a folder of its own, that runs as a process with a store of its own.</summary>
internal sealed partial class MemoizedProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("memo-program-").FullName;

    /// <param name="source">The program.</param>
    /// <param name="library">Another project, "Lib", that the program references; the generator runs on both.</param>
    /// <param name="other">What another generator adds to the program, which ours does not see.</param>
    public MemoizedProgram(string source, string? library = null, string other = "") => Compile(source, library, other);

    public string Folder => _folder;

    /// <summary>Compiles other code into the same folder, as a developer does who edits and runs again.</summary>
    public void Compile(string source, string? library = null, string other = "")
    {
        MetadataReference[] references = library is null ? []
            : [MetadataReference.CreateFromFile(Emit("Lib", OutputKind.DynamicallyLinkedLibrary, library, ""))];
        Emit("App", OutputKind.ConsoleApplication, source, other, references);
        File.Copy(References.RuntimePath, Path.Combine(_folder, "Memo.Runtime.dll"), overwrite: true);
        File.WriteAllText(Path.Combine(_folder, "App.runtimeconfig.json"), """
            { "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }
            """);
    }

    private string Emit(string name, OutputKind kind, string source, string other, params MetadataReference[] references)
    {
        var generated = Generated.From(Generated.Compile([($"/0/{name}.cs", source)], kind, assemblyName: name, references: references));
        var program = generated.Output.AddSyntaxTrees(CSharpSyntaxTree.ParseText(other, (CSharpParseOptions)generated.Output.SyntaxTrees.First().Options, "/0/Other.g.cs", Encoding.UTF8));
        var problems = generated.FromGenerator.Concat(program.GetDiagnostics()).Where(d => d.Severity >= (other == "" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error));
        Assert.That(problems, Is.Empty, generated.Text);
        var path = Path.Combine(_folder, name + ".dll");
        Assert.That(program.Emit(path).Success);
        return path;
    }

    /// <summary>One run; <see cref="Output"/> is what it prints.</summary>
    public Run Start(string mode = "on", params (string Name, string? Value)[] variables)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            ArgumentList = { "exec", Path.Combine(_folder, "App.dll") },
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["MEMO_DIRECTORY"] = Path.Combine(_folder, "store"),
                ["MEMO_MODE"] = mode,
                ["MEMO_LOG"] = "calls",
            },
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output + error.Result);
        return new(output, [.. error.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What a run printed, and what the runtime said about its calls.</summary>
    public sealed partial record Run(string Output, string[] Log)
    {
        /// <summary>As <c>hit C.F(1)</c>, in the order in which the calls ended.</summary>
        public string[] Calls => [.. Log.Select(line => LogLine().Match(line)).Where(m => m.Success).Select(m => $"{m.Groups[1]} {m.Groups[2]}")];

        public string[] Of(string outcome) => [.. Calls.Where(c => c.StartsWith(outcome + " ", StringComparison.Ordinal)).Select(c => c[(outcome.Length + 1)..])];

        [GeneratedRegex(@"^memo: (hit|miss|bypass)\s+(\S.*?\(.*?\)) ")]
        private static partial Regex LogLine();
    }

    /// <summary>
    /// The promise: the same output without Memo, on the first run and on the second, and every one of so many calls answered from the store by then.
    /// </summary>
    public static void RemembersAll(int calls, string source, string? library = null)
    {
        using var program = new MemoizedProgram(source, library);
        var off = program.Start("off");
        var first = program.Start();
        var second = program.Start();
        Assert.Multiple(() =>
        {
            Assert.That(first.Output, Is.EqualTo(off.Output));
            Assert.That(second.Output, Is.EqualTo(off.Output));
            Assert.That(off.Calls, Is.Empty);
            Assert.That(first.Of("bypass"), Is.Empty, string.Join('\n', first.Log));
            Assert.That(second.Of("hit"), Has.Length.EqualTo(calls), string.Join('\n', second.Log));
            Assert.That(second.Of("miss"), Is.Empty, string.Join('\n', second.Log));
        });
    }
}
