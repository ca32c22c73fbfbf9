using System.Globalization;
using BenchmarkDotNet.Running;
using Memo.Benchmarks.Calls;
using Memo.Benchmarks.Compilations;
using Memo.Benchmarks.Projects;

if (args is ["one-call"])
{
    FirstHit.Call();
    return 0;
}

if (args is ["first-hit", ..])
{
    FirstHit.Run(Number("times", 21), Number("entries", 0));
    return 0;
}

if (args is ["memoize-all", ..])
{
    var folders = args.Skip(1).TakeWhile(arg => !arg.StartsWith('-')).ToArray();
    var sources = MemoizedSources.Read(folders, Number("every", 1), Text("define", "").Split(',', StringSplitOptions.RemoveEmptyEntries));
    return await new MemoizeAll(sources).RunAsync(Number("sample", 0), Number("seed", 1), Text("rules", "MEMO1")) ? 0 : 1;
}

if (args is ["generate" or "compare" or "rehearse" or "edit" or "reach" or "scaling", ..])
{
    var what = args is [_, { } second, ..] && !second.StartsWith('-') ? second : null;
    var percent = Number("percent", 10);
    var shape = new ProjectShape(
        Number("lines", 100_000), percent == 0 ? 0 : Number("roots", 100), percent / 100.0, percent == 0 ? 0 : Number("calls", 300));
    switch (args[0])
    {
        case "generate":
            ProjectFolder.Write(Folder(), shape, "0.1.0");
            break;
        case "compare":
            new Comparison(Folder(), shape, Number("warmups", Comparison.WarmUps), Number("rounds", 9), Edit()).Run(Directory.GetCurrentDirectory());
            break;
        case "edit":
            await Rehearsal.EditAsync(shape, what ?? "Pipeline00.cs", Number("times", 30));
            break;
        case "scaling":
            await Scaling.RunAsync(what is null or "all" ? null : what, Number("times", 5));
            break;
        case "reach":
            Console.WriteLine(Reach.Describe(shape));
            break;
        case "rehearse":
            await Rehearsal.RunAsync(what ?? "build", shape, Number("times", 10));
            break;
    }

    return 0;

    // Between two builds: bodies are edited, or what there is.
    Action<ProjectEdits> Edit() => Text("edit", "bodies") switch
    {
        "bodies" => edits => edits.EditBody(),
        "declarations" => edits => edits.EditDeclaration(),
        var other => throw new ArgumentException($"--edit is 'bodies' or 'declarations', not '{other}'."),
    };

    string Folder() => Path.GetFullPath(what ?? throw new ArgumentException($"{args[0]} needs a folder."));
}

// Measurements must not find or leave anything in the store that the user's own programs share.
var store = Directory.CreateTempSubdirectory("memo-benchmarks-");
Environment.SetEnvironmentVariable("MEMO_DIRECTORY", store.FullName);
try
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
finally
{
    store.Delete(recursive: true);
    if (Directory.Exists(store.FullName + "-files")) Directory.Delete(store.FullName + "-files", recursive: true);
}

return 0;

int Number(string name, int otherwise) => int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

string Text(string name, string otherwise) => Array.IndexOf(args, "--" + name) is >= 0 and var at ? args[at + 1] : otherwise;
