using Impure.Prices;
using Impure.Text;
using Memo;

namespace Impure;

public static class Report
{
    [Memoize]
    public static string Build(string folder, int days)
    {
        var prices = PriceList.Load(Path.Combine(folder, "prices.csv"));
        var today = Calendar.Label(days);
        return Layout.Page(today, prices.Total());
    }

    [Memoize]
    public static string Header(int number) => Layout.Title($"Report {number}");

    [Memoize]
    public static IEnumerable<string> Lines(int count)
    {
        for (var i = 0; i < count; i++) yield return Layout.Title("line " + i);
    }

    [Memoize]
    public static void Print(string text) => Console.WriteLine(text);

    [Memoize]
    public static int Length(Stream stream) => (int)stream.Length;

    [Memoize]
    public static bool TryParse(string text, out int number) => int.TryParse(text, out number);

    [Memoize]
    public static Thread Worker(int number) => new(() => { });
}
