namespace Memo;

/// <summary>How the calls of one memoized method went in this process.</summary>
public sealed class MethodStatistics
{
    internal MethodStatistics(string method, IReadOnlyCollection<Diagnostics.CallCounts> counts)
    {
        Method = method;
        Hits = counts.Sum(each => each.Hits);
        Misses = counts.Sum(each => each.Misses);
        Bypasses = counts.Sum(each => each.Bypasses);
        Errors = counts.Sum(each => each.Errors);
        Saved = new(counts.Sum(each => each.Saved.Ticks));
        Spent = new(counts.Sum(each => each.Spent.Ticks));
    }

    /// <summary>The method: <c>Outer.Inner.Method</c>, without namespace. Methods of one name count together.</summary>
    public string Method { get; }

    /// <summary>Calls that were answered by a remembered result.</summary>
    public long Hits { get; }

    /// <summary>Calls that ran because nothing was remembered for them.</summary>
    public long Misses { get; }

    /// <summary>Calls that ran because it could not be shown that a remembered result would be right.</summary>
    public long Bypasses { get; }

    /// <summary>Calls whose remembered result was compared with a computed one and found to be another; they are misses, too.</summary>
    public long Errors { get; }

    /// <summary>The time that the calls that were hits took when they were computed.</summary>
    public TimeSpan Saved { get; }

    /// <summary>The time that the calls took that ran.</summary>
    public TimeSpan Spent { get; }
}
