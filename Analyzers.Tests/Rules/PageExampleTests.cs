using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers.Tests.Rules;

/// <summary>The violation on each rule's page, compiled: it gives the message that stands below it.</summary>
public sealed partial class PageExampleTests
{
    private const string Usings = "global using System.Net.Http;\n";

    // What another generator would have made of an example.
    private const string Generator = "static partial class Shapes { private static partial double Pi() => 3; } sealed class GeneratedAttribute : Attribute;";

    [TestCaseSource(typeof(RuleTable), nameof(RuleTable.Ids))]
    public async Task The_violation_on_the_page_gives_the_message_on_the_page(string id)
    {
        var section = Section(id, "Violation");
        var blocks = Block().Matches(section);
        Assert.That(blocks, Has.Count.EqualTo(2), "the code and the message");
        var (language, code) = (blocks[0].Groups[1].Value, blocks[0].Groups[2].Value);
        var message = blocks[1].Groups[2].Value.Trim();
        var found = await Analyze(language == "csharp" ? code : "static class C;", Place().Match(message) is { Success: true } place ? place.Groups[1].Value : "Page.cs",
            language == "csharp" ? null : code);
        Assert.That(found.Where(d => d.Id == id).Select(d => $"{d.Id}: {d.Message()}"), Is.EqualTo([message]), string.Join('\n', found));
    }

    private static string Section(string id, string title)
    {
        var page = File.ReadAllText(RuleTable.PagePath(id));
        var start = page.IndexOf($"## {title}\n", StringComparison.Ordinal);
        return page[start..page.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string code, string file, string? catalog)
    {
        var compilation = Generated.Compile([("/0/Usings2.cs", Usings), ("/0/Generated.g.cs", code.Contains("[Generated]", StringComparison.Ordinal) ? Generator : ""), ("/0/" + file, code)], references: [s_package]);
        Assert.That(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty, "the example compiles");
        var options = new AnalyzerOptions(catalog is null ? [] : [new CatalogFile(catalog)]);
        return await compilation.WithAnalyzers(RuleTable.Analyzers, options).GetAnalyzerDiagnosticsAsync();
    }

    // What the examples use of packages.
    private static readonly MetadataReference s_package = Emit("namespace MathNet.Numerics { public static class SpecialFunctions { public static double Gamma(double x) => x; } }");

    private static PortableExecutableReference Emit(string source)
    {
        using var image = new MemoryStream();
        var emitted = CSharpCompilation.Create("Package", [CSharpSyntaxTree.ParseText(source)], References.All, new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.That(emitted.Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private sealed class CatalogFile(string lines) : AdditionalText
    {
        public override string Path => "/0/MemoEffects.txt";

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) =>
            Microsoft.CodeAnalysis.Text.SourceText.From(lines);
    }

    [GeneratedRegex(@"```(\w*)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\((\w+\.cs):\d+\)")]
    private static partial Regex Place();
}
