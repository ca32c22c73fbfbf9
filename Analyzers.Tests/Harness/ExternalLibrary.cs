using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>An assembly without source and without a manifest, as a package has it.</summary>
internal static class ExternalLibrary
{
    public static MetadataReference Reference { get; } = Emit();

    private static PortableExecutableReference Emit()
    {
        var compilation = CSharpCompilation.Create(
            "Lib",
            [CSharpSyntaxTree.ParseText("""
                public static class Lib
                {
                    public static int Pure(int x) => x + 1;
                    public static string Show(object o) => o.GetType().GetProperties()[0].GetValue(o) + "";
                    public static T Read<T>(string text) where T : new() => new T();
                    public static int Clock() => (int)System.DateTime.UtcNow.Ticks;
                }
                public interface ILib { int Call(int x); }
                """)],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.That(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
