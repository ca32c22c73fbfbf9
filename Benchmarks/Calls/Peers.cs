using System.Globalization;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using ZiggyCreatures.Caching.Fusion;

namespace Memo.Benchmarks.Calls;

/// <summary>The caches that people would use instead, set up as their documents show, and used as they show: with a key that is put together from the arguments.</summary>
internal sealed class Peers : IDisposable
{
    private readonly ServiceProvider _services;

    public Peers()
    {
        var services = new ServiceCollection();
        services.AddHybridCache();
        _services = services.BuildServiceProvider();
        Hybrid = _services.GetRequiredService<HybridCache>();
    }

    public HybridCache Hybrid { get; }

    public FusionCache Fusion { get; } = new(new FusionCacheOptions());

    public MemoryCache Memory { get; } = new(new MemoryCacheOptions());

    public static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"spell:{number}");

    public static string Key(int[] numbers) => "double:" + string.Join(',', numbers);

    public void Dispose()
    {
        Fusion.Dispose();
        Memory.Dispose();
        _services.Dispose();
    }
}
