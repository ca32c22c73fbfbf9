using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>A library whose project sets <c>MemoManifest</c> to <c>public</c>.</summary>
internal static class TellingLibrary
{
    private static readonly ProjectSettings s_public = ProjectSettings.In(("/.globalconfig", "is_global = true\nbuild_property.MemoManifest = public\n"));

    public static Generated Generate(string source, string name = "Lib", params IEnumerable<MetadataReference> references) =>
        Generated.From(Generated.Compile([("/lib/Lib.cs", source)], assemblyName: name, references: references), s_public);

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

    /// <summary>What is said of a memoized method <c>F</c> in a project that refers to the library.</summary>
    public static EmittedManifest User(string source, params IEnumerable<MetadataReference> references) =>
        EmittedManifest.Of(Generated.From(Generated.Compile([("/0/App.cs", source)], references: references)));

    private static PortableExecutableReference Emit(Compilation compilation, EmitOptions options)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: options);
        Assert.That(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
