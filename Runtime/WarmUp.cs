using System.Text;
using Memo.Store;

namespace Memo;

/// <summary>
/// Loads and compiles beside the work what the first hit of a process needs: the libraries of hashes and of JSON, the code that reads an entry. Most of
/// what that hit costs is this, and on a second processor it runs while the key is made.
/// </summary>
internal static class WarmUp
{
    // Later than the first hits, because it takes as long as they do, and who listens to it listens for longer than that.
    private static readonly TimeSpan MeterDelay = TimeSpan.FromSeconds(1);

    private static Timer? _timer;
    private static Diagnostics.CallMeter? _meter; // it lives as long as the process

    public static void Begin(MemoizerSession session)
    {
        ThreadPool.UnsafeQueueUserWorkItem(static _ => ReadEntry(), null);
        _timer = new(static state => _meter = new Diagnostics.CallMeter((MemoizerSession)state!), session, MeterDelay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Reads an entry of nothing.</summary>
    /// <returns>Whether it was read, so that a test sees that all of the reading was done.</returns>
    internal static bool ReadEntry()
    {
        var body = Encoding.ASCII.GetBytes("\"entry\":{\"format\":" + EntryWriter.FormatVersion + ",\"key\":\"" + new string('0', 64)
            + "\",\"created\":0,\"expires\":0,\"computed\":0,\"size\":1,\"arguments\":\"\",\"trace\":[]},\"value\":1,\"material\":{}}");
        return EntryReader.TryRead([.. SealedFile.Head(body), .. body], out _, out _);
    }
}
