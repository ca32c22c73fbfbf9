using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>What a compilation is made of, beside the code.</summary>
public sealed class CompilationTests
{
    private const string Source = "public static class C { [Memoize] public static int F(int x) => A(x) * x; static int A(int x) => x + 1; }";

    [Test]
    public void The_folder_of_the_sources_does_not_count() =>
        Assert.That(Hash.Of(Generated.Compile([("/elsewhere/Other.cs", Source)])), Is.EqualTo(Hash.Of(Source)));

    [Test]
    public void The_order_of_the_files_does_not_count()
    {
        (string, string) one = ("/0/A.cs", "public static partial class C { [Memoize] public static int F(int x) => A(x); }");
        (string, string) two = ("/0/B.cs", "public static partial class C { static int A(int x) => x + 1; }");
        Assert.That(Hash.Of(Generated.Compile([one, two])), Is.EqualTo(Hash.Of(Generated.Compile([two, one]))));
    }

    [Test]
    public void Moving_a_method_to_another_file_does_not_count()
    {
        var together = Hash.Of("public static partial class C { [Memoize] public static int F(int x) => A(x); static int A(int x) => x + 1; }");
        var apart = Hash.Of(Generated.Compile([
            ("/0/A.cs", "public static partial class C { [Memoize] public static int F(int x) => A(x); }"),
            ("/0/B.cs", "public static partial class C { static int A(int x) => x + 1; }")]));
        Assert.That(apart, Is.EqualTo(together));
    }

    [Test]
    public void Nullable_annotations_off_does_not_count() =>
        Assert.That(Hash.Of(Generated.Compile([("/0/App.cs", Source)], nullable: NullableContextOptions.Disable)), Is.EqualTo(Hash.Of(Source)));

    [Test]
    public void Overflow_checking_counts() =>
        Assert.That(Hash.Of(Generated.Compile([("/0/App.cs", Source)], isChecked: true)), Is.Not.EqualTo(Hash.Of(Source)));

    [Test]
    public void Optimization_does_not_count()
    {
        var compilation = Generated.Compile([("/0/App.cs", Source)]);
        var release = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        Assert.That(Hash.Of(release), Is.EqualTo(Hash.Of(compilation)));
    }

    [Test]
    public void A_program_compiled_twice_has_one_hash() => Assert.That(Hash.Of(Source), Is.EqualTo(Hash.Of(Source)));

    [Test]
    public void A_conditional_call_that_the_build_keeps_counts()
    {
        const string Conditional = """
            public static class C
            {
                [Memoize] public static int F(int x) { A(ref x); return x; }
                [System.Diagnostics.Conditional("EXTRA")] static void A(ref int x) => x++;
            }
            """;
        Assert.That(Hash.Of("#define EXTRA\n" + Conditional), Is.Not.EqualTo(Hash.Of("#define OTHER\n" + Conditional)));
    }

    [Test]
    public void A_referenced_assembly_whose_effects_nobody_told_closes_the_gate() => AssertClosed(library =>
    {
        using var image = new MemoryStream();
        Assert.That(library.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    });

    [Test]
    public void So_does_a_project_that_an_editor_has_open() => AssertClosed(library => library.ToMetadataReference());

    [Test]
    public void So_does_a_reference_assembly() => AssertClosed(library =>
    {
        // What the SDK compiles dependents against: no bodies, and a module version that does not change with them.
        using var image = new MemoryStream();
        Assert.That(library.Emit(image, options: new(metadataOnly: true, includePrivateMembers: false)).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    });

    private static void AssertClosed(Func<Compilation, MetadataReference> reference)
    {
        var library = Generated.From(Generated.Compile(
            [("/lib/Lib.cs", "public static class Lib { public static int G(int x) => x + 1; }")], assemblyName: "Lib"));
        var manifest = EmittedManifest.Of(Generated.From(Generated.Compile(
            [("/0/App.cs", "public static class C { [Memoize] public static int F(int x) => Lib.G(x); }")],
            references: [reference(library.Output)])));
        Assert.Multiple(() =>
        {
            Assert.That(manifest.FindingsOf("F").Single(), Does.StartWith("MEMO108"));
            Assert.That(manifest.ExternalsOf("F"), Is.EqualTo(["Lib"]));
        });
    }
}
