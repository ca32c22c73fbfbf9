using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Effects;

/// <summary>
/// A class <c>C</c> with members, one memoized method among them, and rules of purity that it breaks (none: it is clean). <c>Now()</c>
/// reads the clock. A rule as <c>MEMO104|MEMO107</c> stands for either.
/// </summary>
public sealed record Snippet(string Name, string Members, string Method, params string[] Rules)
{
    /// <summary>What cannot be a member: extensions, attributes of the assembly.</summary>
    public string TopLevel { get; init; } = "";

    private string Source => $$"""
        {{TopLevel}}
        public static partial class C
        {
            internal static long Now() => DateTime.UtcNow.Ticks;
            {{Members}}
            [Memoize] public static {{Method}}
        }
        """;

    public override string ToString() => Name;

    public async Task Holds()
    {
        Assert.That(Reported.Compile(("C.cs", Source)).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty, Source);
        var findings = (await Reported.InFiles(("C.cs", Source)))
            .Where(f => f.Severity > DiagnosticSeverity.Info && f.Id.StartsWith("MEMO1", StringComparison.Ordinal)).ToList();
        var broken = findings.Select(f => f.Id).Distinct().ToList();
        var text = string.Join('\n', findings.Select(f => $"{f.Id} {f.Message()}"));
        Assert.Multiple(() =>
        {
            foreach (var rule in Rules) Assert.That(rule.Split('|').Intersect(broken), Is.Not.Empty, $"{rule} is missing\n{text}");
            if (Rules.Length == 0) Assert.That(broken, Is.Empty, text);
        });
    }
}
