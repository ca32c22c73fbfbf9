namespace Memo.Analyzers.Tests.Effects;

/// <summary>What <c>a?.B</c> gives is what <c>a.B</c> gives, and not <c>a</c>.</summary>
public sealed class ConditionalAccessTests
{
    private const string Box = "public sealed class Box { public List<int> Items { get; } = new(); public int[]? Cells; public int Count; public Box Self() => this; public List<int> Copy() => [.. Items]; }\n";

    private static IEnumerable<Snippet> Accesses =>
    [
        new("An enumerator", "", "int F(IEnumerable<int>? xs) { IEnumerator<int>? e = null; var n = 0; try { e = xs?.GetEnumerator(); while (e is not null && e.MoveNext()) n++; } finally { e?.Dispose(); } return n; }"),
        new("An enumerator of one of two", "", "int F(List<int>? xs, int[] ys) { using var e = xs?.GetEnumerator() ?? ys.AsEnumerable().GetEnumerator(); var n = 0; while (e.MoveNext()) n++; return n; }"),
        new("A copy", Box, "int F(Box? box) { var copy = box?.Copy(); copy?.Add(1); return copy?.Count ?? 0; }"),
        new("A list that it holds", Box, "int F(Box? box) { var items = box?.Items; items?.Add(1); return 1; }", "MEMO106"),
        new("A list that it holds, at once", Box, "int F(Box? box) { box?.Items?.Add(1); return 1; }", "MEMO106"),
        new("An array that it holds", Box, "int F(Box? box) { var cells = box?.Cells; if (cells is not null) cells[0] = 1; return 1; }", "MEMO106"),
        new("An element", "", "int F(int[][]? xs) { var first = xs?[0]; if (first is not null) first[0] = 1; return 1; }", "MEMO106"),
        new("Itself", Box, "int F(Box? box) { var self = box?.Self(); if (self is not null) self.Count = 1; return 1; }", "MEMO106"),
        new("Itself, further on", Box, "int F(Box? box) { var self = box?.Self()?.Self(); if (self is not null) self.Count = 1; return 1; }", "MEMO106"),
        new("A reader moves on in its stream", "", "int F([NotKeyed(\"read once\")] StreamReader? reader) { var stream = reader?.BaseStream; return stream?.ReadByte() ?? 0; }", "MEMO106|MEMO101|MEMO107"),
    ];

    [TestCaseSource(nameof(Accesses))]
    public Task What_is_behind_a_question_mark(Snippet snippet) => snippet.Holds();
}
