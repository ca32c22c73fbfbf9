using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Benchmarks.Compilations;

/// <summary>
/// Folders of C# sources as one compilation, with <c>[Memoize]</c> on each method and local function, or on each n-th. What the sources
/// need besides the framework is not there: the errors that follow are part of the test, because an editor shows such code to analyzers all day.
/// </summary>
internal sealed class MemoizedSources
{
    private const string Attribute = "[global::Memo.Memoize] ";

    private MemoizedSources(CSharpCompilation compilation, int lines, int methods, int marked)
    {
        Compilation = compilation;
        Lines = lines;
        Methods = methods;
        Marked = marked;
    }

    public CSharpCompilation Compilation { get; }

    public int Lines { get; }

    public int Methods { get; }

    public int Marked { get; }

    public static MemoizedSources Read(IEnumerable<string> folders, int every, IEnumerable<string> symbols)
    {
        var options = GeneratedCompilation.ParseOptions.WithPreprocessorSymbols(FrameworkSymbols.Concat(symbols).ToArray());
        var trees = new List<SyntaxTree> { CSharpSyntaxTree.ParseText(GeneratedCompilation.ImplicitUsings, options, "ImplicitUsings.cs") };
        var (lines, methods, marked) = (0, 0, 0);
        foreach (var path in folders.SelectMany(Sources))
        {
            var text = SourceText.From(File.ReadAllText(path), Encoding.UTF8);
            var found = CSharpSyntaxTree.ParseText(text, options).GetRoot().DescendantNodes().Where(CanBeMarked).Select(node => node.SpanStart).ToList();
            var chosen = found.Where((_, index) => (methods + index) % every == 0).ToList();

            // In front of all else on its line, so that the lines keep their numbers.
            trees.Add(CSharpSyntaxTree.ParseText(text.WithChanges(chosen.Select(start => new TextChange(new(start, 0), Attribute))), options, path));
            lines += text.Lines.Count;
            methods += found.Count;
            marked += chosen.Count;
        }

        return new(CSharpCompilation.Create("Memoized", trees, References, Options), lines, methods, marked);
    }

    /// <summary>Where the method with the attribute begins that a diagnostic is about.</summary>
    public static Location Root(Diagnostic diagnostic)
    {
        var tree = diagnostic.Location.SourceTree!;
        var node = tree.GetRoot().FindNode(diagnostic.Location.SourceSpan);
        var method = node.AncestorsAndSelf().FirstOrDefault(ancestor => CanBeMarked(ancestor) && ancestor.ToString().StartsWith(Attribute.TrimEnd(), StringComparison.Ordinal));
        return tree.GetLocation(new((method ?? node).SpanStart, 0));
    }

    private static bool CanBeMarked(SyntaxNode node) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax;

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static readonly string[] FrameworkSymbols =
        ["NET", "NETCOREAPP", "NET10_0", .. Enumerable.Range(5, 6).Select(version => $"NET{version}_0_OR_GREATER"), "NETCOREAPP3_1_OR_GREATER", "NETSTANDARD2_0_OR_GREATER"];

    // The compiler's own assemblies, too: this project's analyzers are among the sources.
    private static readonly MetadataReference[] References =
    [
        .. GeneratedCompilation.References,
        .. new[] { typeof(Compilation), typeof(CSharpCompilation) }.Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
}
