namespace System;

/// <summary>What the compiler needs for <c>^1</c> and <c>[1..]</c>; .NET Standard 2.0 has none.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int Value { get; } = value;

    public bool IsFromEnd { get; } = fromEnd;

    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => IsFromEnd ? length - Value : Value;
}
