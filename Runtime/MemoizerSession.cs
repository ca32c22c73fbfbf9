using System.Collections.Concurrent;
using Memo.Dependencies;
using Memo.Diagnostics;
using Memo.Keys;
using Memo.Memory;
using Memo.Store;

namespace Memo;

/// <summary>
/// All that memoized methods share: the configuration and what is known of the surroundings. A process has one; a test has as many
/// as it likes.
/// </summary>
internal sealed class MemoizerSession(MemoizerOptions options, Output output, Warnings warnings, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, EntryStore> _stores = new(StringComparer.Ordinal);
    private Surroundings? _surroundings;

    public MemoizerMode Mode { get; } = options.Mode;

    /// <summary>The keys whose results were computed again in <see cref="MemoizerMode.Refresh"/>.</summary>
    public ConcurrentDictionary<Hash256, bool> Renewed { get; } = new();

    public MemoryLayer Memory { get; } = new(options.MemoryLimit);

    public TimeProvider Clock { get; } = clock;

    /// <summary>What memoized methods know of themselves in this session, where it is not the only one.</summary>
    public ConcurrentDictionary<object, object> Methods { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Runs something beside the work, for which nobody waits.</summary>
    public Action<Action> Beside { get; init; } = static work => ThreadPool.UnsafeQueueUserWorkItem(static queued => queued(), work, preferLocal: false);

    /// <summary>Makes the program end as one that failed: a remembered result was wrong.</summary>
    public Action Fail { get; init; } = static () => Environment.ExitCode = Environment.ExitCode == 0 ? 1 : Environment.ExitCode;

    /// <summary>Whether calls are answered from memory: not where each is to be compared with the store.</summary>
    public bool Recalls { get; } = options is { MemoryLimit: > 0, VerifySample: 0, Mode: not MemoizerMode.Verify };

    /// <summary>Whether the stored result of the next call is to be compared with one that is computed.</summary>
    public bool VerifiesNext => Mode == MemoizerMode.Verify || (options.VerifySample > 0 && Random.Shared.NextDouble() < options.VerifySample);

    public Warnings Warnings { get; } = warnings;

    public CallLog Calls { get; } = new(output, options.Log);

    public Surroundings Surroundings => _surroundings ?? MakeSurroundings();

    public ExternalIdentities Externals { get; init; } = ExternalIdentities.OfProcess;

    public CodeIndexes Code { get; } = new(warnings);

    /// <summary>The store of a method whose project wants it in a folder.</summary>
    /// <param name="directory">The folder; empty if the project does not care.</param>
    public EntryStore StoreFor(string directory) =>
        _stores.GetOrAdd(directory, static (project, session) => new(session.Access.IsAbsent ? null : StorePaths.Root(session.Directory, project), session.Warnings, session.Clock, session.Beside, session.Access), this);

    // Not made with the session, because it asks the session for its stores.
    private Surroundings MakeSurroundings() => Interlocked.CompareExchange(ref _surroundings, new Surroundings(Clock, HoldsStore), null) ?? _surroundings;

    private bool HoldsStore(DirectorySelection selection) => _stores.Values.Any(store => store.LiesIn(selection.Path, selection.Recursive));

    private StoreAccess Access { get; } = new(options.Mode == MemoizerMode.ReadOnly, options.InMemory, options.Durable, options.MaxSize);

    private string? Directory { get; } = options.Directory;
}
