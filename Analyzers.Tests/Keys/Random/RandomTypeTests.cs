using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace Memo.Analyzers.Tests.Keys.Random;

/// <summary>
/// For types that nobody thought of: two calls have one key exactly if their arguments are equal; and what a memoized method returns comes
/// back equal in the next process, as the key of a call with it says.
/// </summary>
public sealed partial class RandomTypeTests
{
    private const int Types = 40;
    private const int Calls = 10;

    [Test]
    public void Equal_values_are_one_call_and_come_back_equal([Range(1u, 4u)] uint seed)
    {
        var cases = RandomTypes.OfDepth(3).SelectMany(type => type.Values.Array[Calls].Select(values => (Type: type, Values: values))).Array[Types].Generate(new PCG(1, seed), null, out _);
        using var program = new MemoizedProgram(Program(cases));
        var (first, second) = (Kinds(program.Start()), Kinds(program.Start()));
        Assert.Multiple(() =>
        {
            foreach (var (number, (type, values)) in cases.Index())
            {
                var story = $"{type.Name}, {string.Join(" ", type.Declarations.Values)}\n{string.Join("\n", values.Select((value, i) => $"{i}: {value.Expression}"))}";
                var given = values.Select((value, i) => values.Take(i).Any(earlier => earlier.Meaning == value.Meaning) ? "hit" : "miss");
                Assert.That(first[$"Given{number}"].ToArray(), Is.EqualTo(given.Concat(Enumerable.Repeat("hit", Calls)).ToArray()), story);
                Assert.That(second[$"Given{number}"], Has.Exactly(2 * Calls).EqualTo("hit"), story);
                var again = second[$"Made{number}"].Where((_, i) => !values[i].Meaning.Contains(RandomTypes.IsTwice));
                Assert.That(again, Is.All.EqualTo("hit"), story);
            }
        });
    }

    private static string Program((RandomType Type, RandomValue[] Values)[] cases)
    {
        var (calls, methods) = (new StringBuilder(), new StringBuilder());
        foreach (var (number, (type, values)) in cases.Index())
        {
            foreach (var value in values) calls.Append(CultureInfo.InvariantCulture, $"C.Given{number}({value.Expression});\n");
            for (var i = 0; i < Calls; i++) calls.Append(CultureInfo.InvariantCulture, $"C.Given{number}(C.Made{number}({i}));\n");
            methods.Append(CultureInfo.InvariantCulture, $$"""
                    [Memoize] public static int Given{{number}}({{type.Name}} x) => Told.All(x);
                    [Memoize, AssumePure("only makes it")] public static {{type.Name}} Made{{number}}(int i) => i switch { {{string.Join(", ", values.Select((value, i) => $"{(i == Calls - 1 ? "_" : i)} => {value.Expression}"))}} };

                """);
        }
        var declarations = cases.SelectMany(c => c.Type.Declarations).DistinctBy(declaration => declaration.Key).Select(declaration => declaration.Value);
        return $$"""
            #pragma warning disable CS0414 // fields that only a key reads
            using System.Collections.Immutable;
            {{calls}}
            public static class C
            {
            {{methods}}}
            public static class Told { [AssumePure("nobody knows what it reads")] public static int All(object? x) => x is null ? 0 : 1; }
            public static class Made { public static T[] Twice<T>(T x) => [x, x]; }
            {{string.Join("\n", declarations)}}
            """;
    }

    private static ILookup<string, string> Kinds(MemoizedProgram.Run run) =>
        run.Log.Select(line => Line().Match(line)).Where(match => match.Success)
            .ToLookup(match => match.Groups[2].Value, match => match.Groups[1].Value);

    [GeneratedRegex(@"^memo: (\w+)\s+C\.(\w+)\(")]
    private static partial Regex Line();
}
