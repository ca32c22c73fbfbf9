using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Benchmarks.Compilations;

/// <summary>A property that the package's props set in a build.</summary>
/// <param name="property">Its name.</param>
/// <param name="setTo">Its value.</param>
internal sealed class BuildSettings(string property, string setTo) : AnalyzerConfigOptionsProvider
{
    private readonly Options _options = new("build_property." + property, setTo);

    public override AnalyzerConfigOptions GlobalOptions => _options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

    private sealed class Options(string name, string setTo) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => [];

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == name ? setTo : null;
            return value is not null;
        }
    }
}
