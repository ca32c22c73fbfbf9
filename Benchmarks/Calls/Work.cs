using System.Globalization;

namespace Memo.Benchmarks.Calls;

/// <summary>What is remembered in the measurements: pure work that takes about as long as work does that is hardly worth remembering.</summary>
internal static class Work
{
    private static readonly string[] Names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    [Memoize]
    public static string SpellOnce(int number) => Spell(number);

    public static string Spell(int number)
    {
        var digits = number.ToString("D9", CultureInfo.InvariantCulture);
        var spelled = new string[digits.Length];
        for (var i = 0; i < digits.Length; i++) spelled[i] = Names[digits[i] - '0'];
        return string.Join('-', spelled);
    }

    [Memoize]
    public static List<int> DoubleOnce(int[] numbers) => Double(numbers);

    public static List<int> Double(int[] numbers) => [.. numbers.Select(static number => 2 * number)];

    [Memoize]
    public static string PageOnce(int number) => Page(number);

    /// <summary>1 KB of text.</summary>
    public static string Page(int number) => string.Concat(Enumerable.Range(0, 128).Select(i => (char)('a' + ((number + i) % 26)) + "bcdefg\n"));

    [Memoize]
    public static double[] SamplesOnce(int seed) => Samples(seed);

    /// <summary>8 MB of numbers.</summary>
    public static double[] Samples(int seed)
    {
        var samples = new double[1_000_000];
        for (var i = 0; i < samples.Length; i++) samples[i] = seed + (i / 3.0);
        return samples;
    }

    [Memoize]
    public static string TrackedTextOnce(string file) => TrackedFile.ReadAllText(file);

    [Memoize]
    [DependsOnFile("{file}")]
    public static string DeclaredTextOnce(string file) => File.ReadAllText(file);

    [Memoize]
    public static int TrackedLengthOnce(string[] files, int number) => number + files.Sum(static file => TrackedFile.ReadAllText(file).Length);
}
