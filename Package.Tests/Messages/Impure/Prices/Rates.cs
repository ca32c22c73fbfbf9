using System.Net.Http.Json;

namespace Impure.Prices;

public static class Rates
{
    private static readonly HttpClient Client = new();

    public static double Current() =>
        double.TryParse(Environment.GetEnvironmentVariable("RATE"), out var rate) ? rate : Client.GetFromJsonAsync<double>("https://example.com/rate").Result;
}
