using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Hashing;

internal static class Hash
{
    /// <summary>The closure hash of <c>F</c> in a file that must compile.</summary>
    public static string Of(string source) => Of(Generated.Compile([("/0/App.cs", source)]));

    public static string Of(Compilation compilation)
    {
        Assert.That(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        return EmittedManifest.Of(Generated.From(compilation)).Closure("F");
    }
}
