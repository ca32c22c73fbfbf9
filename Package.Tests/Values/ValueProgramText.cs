using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Memo.Package.Tests.Keys;

namespace Memo.Package.Tests.Values;

/// <summary>The source of the program: for each result a method <c>V</c>, for each type of arguments a method <c>K</c>, for each pair of calls a method <c>P</c>.</summary>
internal static partial class ValueProgramText
{
    private const string Memoized = "[Memoize, AssumePure(\"what goes in and out is the matter here, not what happens between\")] public static";

    public static string Whole()
    {
        var (values, plain, calls) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var (number, value) in ValueCases.All.Index())
        {
            Add(values, $"{Memoized} {value.Type} V{number}() => {value.Expression};");
            Add(plain, $"public static {value.Type} V{number}() => {value.Expression};");
            Add(calls, $"Show.Result<{value.Type}>(\"V{number}\", () => Plain.V{number}(), () => Values.V{number}(), x => {{ {(value.Change == "" ? "Changes.Of(x);" : value.Change)} }});");
        }
        foreach (var (number, group) in ArgumentCases.All.Index())
        {
            Add(values, $"{Memoized} string K{number}({group.Key} x) => Judge.Describe(x);");
            Add(calls, $"Show.Arguments<{group.Key}>(\"K{number}\", x => Values.K{number}(x), {string.Join(", ", group.Select(value => $"() => {value.Expression}"))});");
        }
        foreach (var (number, pair) in KeyPairs.All.Index())
        {
            var body = pair.Body == "" ? $"Judge.Describe(new object?[] {{ {string.Join(", ", Names().Matches(pair.Parameters).Select(name => name.Value))} }})" : $"\"\" + ({pair.Body})";
            Add(values, $"{(pair.Body == "" ? Memoized : "[Memoize] public static")} string P{number}({pair.Parameters}) => {body};"); // what a body reads is no secret
            Add(plain, $"public static string P{number}({pair.Parameters}) => {body};");
            Add(calls, $"Show.Pair(\"P{number}\", {string.Join(", ", new[] { pair.One, pair.Other }.Select(arguments => $"() => Plain.P{number}({arguments}), () => Values.P{number}({arguments})"))});");
        }
        return $"{Usings}\ninternal static class Values\n{{\n{values}}}\n\ninternal static class Plain\n{{\n{plain}}}\n\ninternal static class Cases\n{{\n    public static void Run()\n    {{\n{calls}    }}\n}}\n";
    }

    private static void Add(StringBuilder text, string line) => text.Append(CultureInfo.InvariantCulture, $"    {line}\n");

    [GeneratedRegex(@"(?<= )[xy](?=$|,| =)")]
    private static partial Regex Names();

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
