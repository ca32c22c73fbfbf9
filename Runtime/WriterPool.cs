using Memo.Dependencies;
using Memo.Diagnostics;
using Memo.Keys;

namespace Memo;

/// <summary>Keeps one of each writer for each thread. A writer that is taken is not there for a call within the call.</summary>
internal static class WriterPool
{
    [ThreadStatic]
    private static KeyWriter? _key;

    [ThreadStatic]
    private static DependencySet? _dependencies;

    /// <summary>Takes a writer.</summary>
    /// <param name="subject">What its refusals are about; see <see cref="KeyWriter.Start"/>.</param>
    /// <param name="keepsHashOrder">See <see cref="KeyWriter.KeepsHashOrder"/>.</param>
    public static KeyWriter TakeKey(string subject, bool keepsHashOrder = false)
    {
        var key = _key ?? new KeyWriter();
        _key = null;
        key.Start(subject, keepsHashOrder);
        return key;
    }

    public static void Return(KeyWriter key)
    {
        key.Release();
        _key = key;
    }

    public static DependencySet TakeDependencies()
    {
        var dependencies = _dependencies ?? new DependencySet();
        _dependencies = null;
        dependencies.Clear();
        return dependencies;
    }

    /// <summary>Gives a set back. Not to be done with one whose <see cref="DependencySet.Resolved"/> somebody still has.</summary>
    public static void Return(DependencySet dependencies) => _dependencies = dependencies;
}
