namespace System;

/// <summary>What the compiler needs for <c>[1..]</c>; .NET Standard 2.0 has none.</summary>
internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;
}
