using System.Collections.Concurrent;
using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace Memo.Benchmarks;

/// <summary>
/// What a call costs whose result this process has already: against the work itself, and against the least that any cache can cost,
/// a dictionary that knows nothing of code, files or types.
/// </summary>
[MemoryDiagnoser]
public class InProcessHit
{
    private readonly ConcurrentDictionary<int, string> _dictionary = new();

    [Params(1_234_567)]
    public int Number { get; set; }

    [GlobalSetup]
    public void Remember()
    {
        _ = Memoized();
        _ = Dictionary();
    }

    [Benchmark(Baseline = true)]
    public string Plain() => Words.Spell(Number);

    [Benchmark]
    public string Dictionary() => _dictionary.GetOrAdd(Number, static number => Words.Spell(number));

    [Benchmark]
    public string Memoized() => Words.SpellOnce(Number);
}

/// <summary>Some pure work that takes about as long as pure work does that is hardly worth remembering.</summary>
internal static class Words
{
    [Memoize]
    public static string SpellOnce(int number) => Spell(number);

    public static string Spell(int number)
    {
        var digits = number.ToString("D9", CultureInfo.InvariantCulture);
        var spelled = new string[digits.Length];
        for (var i = 0; i < digits.Length; i++) spelled[i] = Names[digits[i] - '0'];
        return string.Join('-', spelled);
    }

    private static readonly string[] Names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
}
