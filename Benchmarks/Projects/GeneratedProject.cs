using System.Globalization;
using System.Text;

namespace Memo.Benchmarks.Projects;

/// <summary>
/// A program of many components. Some of them are what memoized methods reach: each of these is called by a later one or by a
/// root, so that all their code is in a closure; the closures of different roots overlap, as they do in programs.
/// </summary>
internal static class GeneratedProject
{
    private const int RootsInFile = 5;
    private const int CallSitesInFile = 25;

    /// <summary>All files, by relative path; nothing about how to build them.</summary>
    public static IReadOnlyList<(string Path, string Text)> Write(ProjectShape shape)
    {
        var components = WriteComponents(shape, out var count, out var reached);
        var files = new List<(string, string)>(components);
        for (var first = 0; first < shape.Roots; first += RootsInFile)
        {
            files.Add(($"Pipelines/{Pipeline(first)}.cs", WriteRoots(first, Math.Min(RootsInFile, shape.Roots - first), shape.Roots, reached)));
        }

        for (var first = 0; first < shape.CallSites; first += CallSitesInFile)
        {
            files.Add(($"Reports/{Report(first)}.cs", WriteCalls(first, Math.Min(CallSitesInFile, shape.CallSites - first), shape.Roots)));
        }

        files.Add(("Program.cs", WriteProgram(shape, count)));
        return files;
    }

    // Whether a component is reached changes whom it calls, not how long it is: so all shapes share most of their text.
    private static List<(string Path, string Text)> WriteComponents(ProjectShape shape, out int count, out int reached)
    {
        count = 0;
        for (var lines = 0; lines < shape.Lines; count++)
        {
            lines += ComponentWriter.Write(count, [0, 1, 2]).AsSpan().Count('\n');
        }

        reached = (int)Math.Round(count * shape.Share);
        var callees = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            callees[i] = [];
        }

        Connect(callees, 0, reached);
        Connect(callees, reached, count);
        return [.. callees.Select((calls, index) => ($"{ComponentWriter.Area(index)}/{ComponentWriter.Name(index)}.cs", ComponentWriter.Write(index, calls)))];
    }

    // Within [from, to): each is called by one that comes soon after it, and calls one or two others.
    private static void Connect(List<int>[] callees, int from, int to)
    {
        var dice = new Dice(91);
        for (var callee = from; callee < to - 1; callee++)
        {
            var caller = dice.Between(callee + 1, Math.Min(to, callee + 9));
            while (ComponentWriter.IsAsync(callee) && !ComponentWriter.IsAsync(caller) && caller < to)
            {
                caller++;
            }

            if (caller < to)
            {
                callees[caller].Add(callee);
            }
        }

        for (var caller = from + 1; caller < to; caller++)
        {
            var other = dice.Between(from, caller);
            if (!ComponentWriter.IsAsync(other) && !callees[caller].Contains(other))
            {
                callees[caller].Add(other);
            }
        }
    }

    private static string Pipeline(int root) => "Pipeline" + (root / RootsInFile).ToString("D2", CultureInfo.InvariantCulture);

    private static string Report(int call) => "Report" + (call / CallSitesInFile).ToString("D3", CultureInfo.InvariantCulture);

    private static string Root(int root) => "Compute" + root.ToString("D3", CultureInfo.InvariantCulture) + (ReachesAsync(root) ? "Async" : "");

    private static bool ReachesAsync(int root) => root % 3 == 2;

    private static string WriteRoots(int first, int count, int roots, int reached)
    {
        var text = new StringBuilder($$"""
            using Memo;

            namespace Generated;

            /// <summary>Steps whose results are remembered.</summary>
            internal static class {{Pipeline(first)}}
            {

            """);
        for (var root = first; root < first + count; root++)
        {
            text.Append(root > first ? "\n" : "").Append(WriteRoot(root, roots, reached));
        }

        return text.Append("}\n").ToString();
    }

    private static string WriteRoot(int root, int roots, int reached)
    {
        var own = TopOf(root, roots, reached);
        var call = ReachesAsync(root)
            ? string.Join(" + ", own.Select(component => ComponentWriter.IsAsync(component)
                ? $"await {ComponentWriter.QualifiedName(component)}.RunAsync(seed)" : $"{ComponentWriter.QualifiedName(component)}.Run(seed)"))
            : string.Join(" + ", own.Select(component => $"{ComponentWriter.QualifiedName(component)}.Run(seed)"));
        return (root % 6) switch
        {
            0 => Method("double", "int seed", $"    return {call};"),
            1 => Method("string", "int seed, string label", $"    var total = {call};\n    return label + \" \" + (total > {root}.5 ? \"above\" : \"below\");"),
            3 => Method("List<double>", "int seed, IReadOnlyList<int> factors",
                $"    var total = {call};\n    return [.. factors.Select(factor => total * factor)];"),
            4 => Method("(double Total, bool IsLarge)", "int seed, bool exact",
                $"    var total = {call};\n    return (exact ? total : Math.Round(total), total > {root}000);"),
            _ => Method("async Task<double>", "int seed", $"    return await Task.FromResult({call});"),
        };

        string Method(string type, string parameters, string body) =>
            $"    [Memoize]\n    public static {type} {Root(root)}({parameters})\n    {{\n{string.Join('\n', body.Split('\n').Select(line => "    " + line))}\n    }}\n";
    }

    // The components that a root calls itself: its share of those that nobody else calls, and by way of them the others.
    private static List<int> TopOf(int root, int roots, int reached)
    {
        var from = (int)((long)reached * root / roots);
        var to = Math.Max(from + 1, (int)((long)reached * (root + 1) / roots));
        var own = new List<int>();
        for (var component = from; component < to && component < reached; component++)
        {
            if (!ComponentWriter.IsAsync(component) || ReachesAsync(root))
            {
                own.Add(component);
            }
        }

        // The last async root takes the async components that the roots before it could not call.
        if (ReachesAsync(root) && root >= 2)
        {
            var before = (int)((long)reached * (root - 2) / roots);
            for (var component = before; component < from; component++)
            {
                if (ComponentWriter.IsAsync(component))
                {
                    own.Add(component);
                }
            }
        }

        return own.Count > 0 ? own : [0];
    }

    private static string WriteCalls(int first, int count, int roots)
    {
        var text = new StringBuilder($$"""
            namespace Generated;

            /// <summary>Uses what the pipelines compute.</summary>
            internal static class {{Report(first)}}
            {
                public static async Task<double> SumAsync(int seed)
                {
                    var sum = 0.0;

            """);
        for (var call = first; call < first + count; call++)
        {
            var root = call % roots;
            var name = $"{Pipeline(root)}.{Root(root)}";
            text.Append("        sum += ").Append((root % 6) switch
            {
                0 => $"{name}(seed + {call})",
                1 => $"{name}(seed, \"call {call}\").Length",
                3 => $"{name}(seed, [{call}, seed]).Count",
                4 => $"{name}(seed, seed > {call}).Total",
                _ => $"await {name}(seed + {call})",
            }).Append(";\n");
        }

        return text.Append("        return sum + await Task.FromResult(seed);\n    }\n}\n").ToString();
    }

    private static string WriteProgram(ProjectShape shape, int components)
    {
        var text = new StringBuilder("using Generated;\n\nvar sum = 0.0;\n");
        for (var first = 0; first < shape.CallSites; first += CallSitesInFile)
        {
            text.Append(CultureInfo.InvariantCulture, $"sum += await {Report(first)}.SumAsync(args.Length);\n");
        }

        for (var component = components - 1; component >= 0 && component >= components - 3; component--)
        {
            text.Append(ComponentWriter.IsAsync(component)
                ? $"sum += await Generated.{ComponentWriter.QualifiedName(component)}.RunAsync(args.Length);\n"
                : $"sum += Generated.{ComponentWriter.QualifiedName(component)}.Run(args.Length);\n");
        }

        return text.Append("Console.WriteLine(sum);\n").ToString();
    }
}
