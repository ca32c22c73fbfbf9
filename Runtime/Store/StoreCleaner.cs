using System.Diagnostics;

namespace Memo.Store;

/// <summary>
/// Keeps a store within its bound: what was not used for longest goes first. One process cleans at a time; the others go on. Whatever goes
/// wrong, a store is only larger for a while. Thread safe.
/// </summary>
/// <param name="folder">The folder of the entries.</param>
/// <param name="limit">How many bytes the files may have in all.</param>
/// <param name="clock">The time.</param>
/// <param name="beside">Runs something beside the work.</param>
internal sealed class StoreCleaner(string folder, long limit, TimeProvider clock, Action<Action> beside)
{
    // Part of the bound that a process writes before it looks again, and as much again before it waits until that is done. Eight that write
    // at the same time exceed the bound by a half.
    private const int Share = 32;

    private const string Lock = "clean.lock";

    // When a process that is gone did the work, the next ones need not.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    // Another process that cleans for longer than that was stopped, or has very much to do; the work goes on.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private TaskCompletionSource? _cleaning;
    private long _written;
    private int _isBusy;
    private int _hasBegun;

    /// <summary>Takes note of bytes that were written, and cleans beside the work when it is time to.</summary>
    public void Wrote(long bytes)
    {
        var isFirst = Interlocked.Exchange(ref _hasBegun, 1) == 0;
        var written = Interlocked.Add(ref _written, bytes);
        if (written < limit / Share && !(isFirst && IsLongAgo())) return;
        if (Interlocked.Exchange(ref _isBusy, 1) == 0)
        {
            var cleaning = _cleaning = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            beside(() =>
            {
                var begun = Stopwatch.GetTimestamp();
                while (!Clean() && Stopwatch.GetElapsedTime(begun) < LongestWait && IsHeld) Thread.Sleep(Look);
                Volatile.Write(ref _isBusy, 0);
                cleaning.SetResult();
            });
        }
        else if (written >= 2 * (limit / Share))
        {
            _cleaning?.Task.Wait(LongestWait);
        }
    }

    /// <summary>Takes note that the store is new, and has nothing that could be cleaned.</summary>
    public void Begin()
    {
        var held = Path.Combine(folder, Lock);
        File.WriteAllBytes(held, []);
        File.SetLastWriteTimeUtc(held, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Cleans now, unless another process does.</summary>
    /// <returns>Whether it was done.</returns>
    public bool Clean()
    {
        try
        {
            using var held = new FileStream(Path.Combine(folder, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            IsHeld = false;
            Interlocked.Exchange(ref _written, 0);
            Evict();
            File.SetLastWriteTimeUtc(held.SafeFileHandle, clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception reason) when (EntryStore.IsTrouble(reason))
        {
            // Another process has the lock, or the store was cleared or is not ours to change: then this is not the one to clean it.
            IsHeld = EntryStore.IsHeld(reason);
            return false;
        }
    }

    // Whether it was another process that kept this one from cleaning.
    private bool IsHeld { get; set; }

    private void Evict()
    {
        var files = new List<(FileInfo File, DateTime Used, long Size)>();
        var size = 0L;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            if (file.Name is Lock or EvictedCalls.FileName) continue;
            if (file.Extension is ".tmp" or EntryStore.LockExtension)
            {
                // Left by a process that was killed; one that still writes is younger.
                if (now - file.LastWriteTimeUtc > Patience) Delete(file);
                continue;
            }
            files.Add((file, file.LastWriteTimeUtc, file.Length));
            size += file.Length;
        }
        if (size <= limit) return;
        files.Sort(static (x, y) => x.Used.CompareTo(y.Used));
        var evicted = new List<string>();
        foreach (var (file, _, length) in files)
        {
            // Some more than has to go, so that the next entry does not begin it all again.
            if (size <= limit / 5 * 4) break;
            if (!Delete(file)) continue;
            size -= length;
            evicted.Add(file.Name);
        }
        new EvictedCalls(folder).Add(evicted);
    }

    private bool Delete(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception reason) when (EntryStore.IsTrouble(reason))
        {
            return false; // it is in use, or not ours
        }
        for (var parent = file.Directory; parent is not null && parent.FullName.Length > folder.Length; parent = parent.Parent)
        {
            try
            {
                parent.Delete();
            }
            catch (Exception reason) when (EntryStore.IsTrouble(reason))
            {
                break; // there is something in it
            }
        }
        return true;
    }

    private bool IsLongAgo()
    {
        var age = clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(Path.Combine(folder, Lock));
        return age > Patience || age < TimeSpan.Zero;
    }
}
