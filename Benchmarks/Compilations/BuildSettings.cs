using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Benchmarks.Compilations;

/// <summary>What the package's props set in a build: what was found out is kept for the next one.</summary>
internal sealed class BuildSettings : AnalyzerConfigOptionsProvider
{
    private readonly Options _options = new();

    public override AnalyzerConfigOptions GlobalOptions => _options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

    private sealed class Options : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => [];

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.MemoKeepBetweenBuilds" ? "true" : null;
            return value is not null;
        }
    }
}
