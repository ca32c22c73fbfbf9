using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Hashing;

internal static class Hash
{
    /// <summary>The closure hash of <c>F</c> in a file that must compile.</summary>
    public static string Of(string source) => Of(Generated.Compile([("/0/App.cs", source)]));

    /// <summary>Before and after an edit; a build that goes on from the one before gives the same.</summary>
    public static (string Before, string After) Of(Edit edit)
    {
        var (before, after) = (Generated.Compile([("/0/App.cs", edit.Before)]), Generated.Compile([("/0/App.cs", edit.After)]));
        BuiltPast.Check(after, before);
        BuiltPast.Check(before, after);
        return (Of(before), Of(after));
    }

    public static string Of(Compilation compilation)
    {
        Assert.That(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        return EmittedManifest.Of(Generated.From(compilation)).Closure("F");
    }
}
