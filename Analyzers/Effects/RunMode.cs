namespace Memo.Analyzers.Effects;

/// <summary>How a method runs a delegate that it is passed: the later, the less order there is.</summary>
internal enum RunMode
{
    /// <summary>One run ends before anything else goes on.</summary>
    InOrder,

    /// <summary>The task that it gives is part of the task that the method returns: who awaits that one, awaits it.</summary>
    Returned,

    /// <summary>The task that it gives is not awaited at once: what an async function does goes on beside others.</summary>
    Unawaited,

    /// <summary>It runs beside others.</summary>
    Parallel,
}
