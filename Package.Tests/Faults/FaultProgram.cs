using System.Diagnostics;
using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Faults;

/// <summary>A program whose processes are killed, stopped and starved. Built once; each test has a store of its own.</summary>
internal static class FaultProgram
{
    private static readonly Lazy<TestProject> Built = new(static () =>
    {
        var project = new TestProject("Faults");
        project.Write("Program.cs", Source);
        project.BuildWell();
        return project;
    });

    // What each result should be is computed without Memo, by the same formulas, in Plain.
    private const string Source = """
        using Memo;

        switch (args[0])
        {
            case "mix":
                for (var n = int.Parse(args[1]); n < int.Parse(args[2]); n++) Console.WriteLine($"{n} {Work.Text(n)} {Work.Numbers(n).Sum()} {Work.Both(n)}");
                break;
            case "slow":
                Console.WriteLine("begun");
                Console.WriteLine(Work.Slow(7, long.Parse(args[1])));
                break;
            case "blocks":
                for (var n = int.Parse(args[1]); n < int.Parse(args[2]); n++) Console.WriteLine(Work.Block(n).Length);
                break;
            case "files":
                for (var i = 0; i < 20; i++) Console.WriteLine($"{Work.Version(args[1])} {Work.Twice(args[1])}");
                break;
            case "starved":
                // Until there is no number left for another file. What the calls need of the framework is loaded before that: without it, any program ends.
                var open = new List<FileStream>();
                Work.Text(1);
                Work.Text(1000);
                try { File.OpenHandle("/no/such/file").Dispose(); } catch (IOException) { }
                try { while (true) open.Add(new FileStream("/dev/null", FileMode.Open, FileAccess.Read)); } catch (IOException) { }
                for (var n = 0; n < 5; n++) Console.WriteLine($"{n} {Work.Text(n)}");
                foreach (var file in open) file.Dispose();
                break;
        }

        static class Work
        {
            [Memoize]
            public static string Text(int n) => string.Concat(Enumerable.Range(0, 30).Select(i => (char)('a' + (n * 31 + i * 7) % 26)));

            [Memoize]
            public static double[] Numbers(int n) { var xs = new double[2000]; for (var i = 0; i < xs.Length; i++) xs[i] = n + i % 3; return xs; }

            [Memoize]
            public static int Both(int n) => Text(n).Length + Numbers(n).Length;

            [Memoize]
            public static long Slow(int n, [NotKeyed("only how long it takes")] long load) { var x = 0L; for (var i = 0L; i < load; i++) x = (x * 31 + i) % 1000003; return x < 0 ? x : n * 2; }

            [Memoize, DependsOnFile("{path}")]
            public static int Version(string path) => int.Parse(File.ReadAllText(path), System.Globalization.CultureInfo.InvariantCulture);

            [Memoize]
            public static int Twice(string path) => 2 * Version(path);

            [Memoize]
            public static byte[] Block(int n) { var bytes = new byte[20_000]; for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(n * i); return bytes; }
        }
        """;

    /// <summary>An empty folder for a store.</summary>
    public static string NewStore(string name)
    {
        var store = Path.Combine(PackedFile.Home, "stores", "faults-" + name);
        if (Directory.Exists(store)) Directory.Delete(store, recursive: true);
        return store;
    }

    /// <summary>What <c>mix</c> prints.</summary>
    public static string[] Plain(int from, int to) => [.. Enumerable.Range(from, to - from).Select(static n =>
    {
        var text = string.Concat(Enumerable.Range(0, 30).Select(i => (char)('a' + (((n * 31) + (i * 7)) % 26))));
        return $"{n} {text} {Enumerable.Range(0, 2000).Sum(i => n + (i % 3))} 2030";
    })];

    /// <summary>Starts a process.</summary>
    /// <param name="store">Its store.</param>
    /// <param name="arguments">Of the program.</param>
    public static RunningProgram Start(string store, params string[] arguments) => Start(store, [], arguments);

    /// <summary>Starts a process with further environment variables.</summary>
    public static RunningProgram Start(string store, (string Name, string Value)[] variables, params string[] arguments) =>
        Start(new("dotnet", ["exec", File, .. arguments]), store, variables);

    /// <summary>Starts a process that may have few files open at the same time.</summary>
    public static RunningProgram StartWithFewFiles(string store, params string[] arguments) =>
        Start(new("sh", ["-c", "ulimit -n 256; exec dotnet exec \"$@\"", "sh", File, .. arguments]), store, []);

    private static string File => Built.Value.PathOf("bin/Debug/net10.0/Faults.dll");

    private static RunningProgram Start(ProcessStartInfo start, string store, (string Name, string Value)[] variables)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MEMO_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["MEMO_DIRECTORY"] = store;
        start.Environment["MEMO_LOG"] = "calls";
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>The entries in a store.</summary>
    public static string[] Entries(string store) => [.. Files(store, "*.json").Where(static path => !Path.GetFileName(path).StartsWith("code-", StringComparison.Ordinal))];

    /// <summary>The files in a store by their names.</summary>
    public static string[] Files(string store, string pattern) => Directory.Exists(store) ? Directory.GetFiles(store, pattern, SearchOption.AllDirectories) : [];
}
