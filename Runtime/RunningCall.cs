using System.Diagnostics;
using Memo.Computations;
using Memo.Dependencies;
using Memo.Keys;
using Memo.Store;

namespace Memo;

/// <summary>A call that runs the method, from the moment when that is decided.</summary>
internal sealed class RunningCall
{
    /// <summary>Why the call is a bypass; null if it is a miss.</summary>
    public string? Bypass { get; init; }

    /// <summary>What is to be waited for before the call can begin; then nothing else is set.</summary>
    public Computation? Awaited { get; init; }

    /// <summary>Whether it is this call that waits for another process; other calls in this one wait for it.</summary>
    public bool IsAwaitedOwn { get; init; }

    /// <summary>What others wait for while the call runs; null if they do not.</summary>
    public Computation? Computation { get; init; }

    /// <summary>The call that this one is an inner call of.</summary>
    public TraceFrame? Enclosing { get; init; }

    /// <summary>The frame for this call's inner calls: its own, or for a bypass the enclosing one.</summary>
    public TraceFrame? Frame { get; init; }

    public CallAddress Address { get; init; }

    public Hash256? Culture { get; init; }

    /// <summary>The dependencies that the call declares, in their state before it.</summary>
    public DependencySet? Dependencies { get; init; }

    /// <summary>Which objects arguments and statics have in common; null if none can.</summary>
    public Hash256? Sharing { get; init; }

    /// <summary>What is stored for the call, when the call runs only to be compared with that.</summary>
    public RememberedResult? Remembered { get; init; }

    /// <summary>What observers see of the call; null when there are none.</summary>
    public Activity? Activity { get; init; }

    /// <summary>The activity around it.</summary>
    public Activity? Outer { get; init; }

    /// <summary>The bytes of the arguments, where they alone name the result; else null.</summary>
    public byte[]? Plain { get; init; }

    /// <summary>Why no entry answered the call; null if that is not to be said.</summary>
    public string? Reason { get; init; }

    /// <summary>The arguments as they were before the call; null if they are not needed.</summary>
    public string? Preview { get; init; }

    public DateTimeOffset Started { get; init; }

    /// <summary>The clock's time stamp of the start of the computation.</summary>
    public long Timestamp { get; init; }
}
