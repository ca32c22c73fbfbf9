using CsCheck;

namespace Memo.Runtime.Tests;

/// <summary>Draws from a few values.</summary>
internal static class Constants
{
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
