using Memo;

namespace Impure;

public static class Declared
{
    public static Stream Source { get; set; } = Stream.Null;

    [Memoize, DependsOnFile("{paht}")]
    public static string First(string path) => File.ReadLines(path).First();

    [Memoize, DependsOnDirectory("{folder}", Pattern = "*.csv")]
    public static int Length(string folder) => Directory.GetFiles(folder).Length;

    [Memoize, DependsOnStatic(typeof(Declared), nameof(Source))]
    public static long Size(int factor) => Source.Length * factor;

    [Memoize]
    public static double Gamma(double x) => MathNet.Numerics.SpecialFunctions.Gamma(x);
}
