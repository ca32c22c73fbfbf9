using Memo.Package.Tests.Values;

namespace Memo.Package.Tests.Keys;

/// <summary>All values of the value matrix, as arguments: each type with its values.</summary>
internal static class ArgumentCases
{
    public static IReadOnlyList<IGrouping<string, ValueCase>> All { get; } =
        [.. ValueCases.All.DistinctBy(value => (value.Type, value.Expression)).GroupBy(value => value.Type)];
}
