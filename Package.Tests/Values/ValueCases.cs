namespace Memo.Package.Tests.Values;

/// <summary>The table of which values survive.</summary>
internal static partial class ValueCases
{
    public static IReadOnlyList<ValueCase> All { get; } = [.. Leaves, .. Texts, .. Framework, .. Collections, .. Wrappers, .. Classes, .. Records, .. Generics, .. Refused, .. Arrays, .. Orders, .. OneObject, .. Names];

    private static IEnumerable<ValueCase> Exact(string type, params string[] expressions) => expressions.Select(expression => new ValueCase(type, expression, Outcome.Exact));

    private static IEnumerable<ValueCase> Changed(string type, string change, params string[] expressions) =>
        expressions.Select(expression => new ValueCase(type, expression, Outcome.Exact, change));

    private static IEnumerable<ValueCase> ByType(string type, params string[] expressions) =>
        expressions.Select(expression => new ValueCase(type, expression, Outcome.RefusedByType));

    private static IEnumerable<ValueCase> ByValue(string type, params string[] expressions) =>
        expressions.Select(expression => new ValueCase(type, expression, Outcome.RefusedByValue));

    private static IEnumerable<ValueCase> Either(string type, params string[] expressions) => Either(type, expressions, "");

    private static IEnumerable<ValueCase> Either(string type, string[] expressions, string change) =>
        expressions.Select(expression => new ValueCase(type, expression, Outcome.ExactOrRefused, change));
}
