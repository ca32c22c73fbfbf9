using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>A library whose project sets <c>MemoManifest</c> to <c>public</c>.</summary>
internal static class TellingLibrary
{
    private static readonly ProjectSettings s_public = ProjectSettings.In(("/.globalconfig", "is_global = true\nbuild_property.MemoManifest = public\n"));

    // What was built of which compilation.
    private static readonly ConditionalWeakTable<MetadataReference, Compilation> s_projects = [];

    public static Generated Generate(string source, string name = "Lib", params IEnumerable<MetadataReference> references) =>
        Generated.From(Generated.Compile([("/lib/Lib.cs", source)], assemblyName: name, references: references), s_public);

    /// <summary>What its build writes, as a file.</summary>
    public static string ManifestOf(string source) => Generate(source).Trees.Select(tree => tree.ToString()).Single(text => text.Contains("MemoManifest", StringComparison.Ordinal));

    /// <summary>As a build passes it to the projects that refer to it: a reference assembly, without bodies and private members.</summary>
    public static MetadataReference Of(string source, string name = "Lib", params IEnumerable<MetadataReference> references) =>
        Emit(Generate(source, name, references).Output, new EmitOptions(metadataOnly: true, includePrivateMembers: false));

    /// <summary>The whole assembly, as it is deployed.</summary>
    public static MetadataReference Whole(string source) => Emit(Generate(source).Output, new EmitOptions());

    /// <summary>With another manifest than the generator writes.</summary>
    public static MetadataReference WithManifest(string source, string json) =>
        Emit(
            Generated.Compile([("/lib/Lib.cs", source), ("/lib/Manifest.cs", $"[assembly: Memo.MemoManifest({SymbolDisplay.FormatLiteral(json, quote: true)})]")], assemblyName: "Lib"),
            new EmitOptions(metadataOnly: true, includePrivateMembers: false));

    /// <summary>What is said of a memoized method <c>F</c> in a project that refers to the library; an editor, which refers to the project and not to what it builds, says the same.</summary>
    public static EmittedManifest User(string source, params IEnumerable<MetadataReference> references)
    {
        var built = Using(source, references);
        var open = Using(source, references.Select(reference => s_projects.TryGetValue(reference, out var project) ? project.ToMetadataReference() : reference));
        var said = EmittedManifest.Of(built);
        Assert.That(Findings(EmittedManifest.Of(open)), Is.EqualTo(Findings(said)));
        Assert.That(Reported(open), Is.EqualTo(Reported(built)));
        return said;

        static string Findings(EmittedManifest manifest) => string.Join('\n', manifest.Root.GetProperty("methods").EnumerateArray().Select(method => method.GetProperty("id") + ": " + (method.TryGetProperty("findings", out var found) ? found : "")));
        static string[] Reported(Generated generated) =>
            [.. generated.Output.WithAnalyzers([new MemoizeAnalyzer(), new CallSiteAnalyzer()]).GetAnalyzerDiagnosticsAsync().Result.Select(found => found.ToString()).Order(StringComparer.Ordinal)];
    }

    private static Generated Using(string source, IEnumerable<MetadataReference> references) => Generated.From(Generated.Compile([("/0/App.cs", source)], references: references));

    private static PortableExecutableReference Emit(Compilation compilation, EmitOptions options)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: options);
        Assert.That(emitted.Success, string.Join('\n', emitted.Diagnostics));
        var reference = MetadataReference.CreateFromImage(image.ToArray());
        s_projects.Add(reference, compilation);
        return reference;
    }
}
