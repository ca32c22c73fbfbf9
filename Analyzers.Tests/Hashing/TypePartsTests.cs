using System.Runtime.Loader;
using Memo.Analyzers.Hashing;
using Memo.Analyzers.Tests.Proof;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Partial types: what the generator was shown of them is what is deployed, or else nothing is remembered.</summary>
public sealed class TypePartsTests
{
    private const string Varied = """
        using System.Collections; using System.ComponentModel; using System.Diagnostics;
        using System.Runtime.CompilerServices; using System.Runtime.InteropServices; using System.Text.Json.Serialization;
        namespace N.M
        {
            public class Empty;
            public class Outer<T> { public class Inner<U> : List<U> { T t = default!; } private protected struct Hidden { int a; public Hidden() { a = 1; } } private struct Plain { int a; } }
            public class Lambdas { int a = 1; Func<int, int> F() => x => x + a; Func<int> G(int y) { int L() => y; return L; } static Func<int, int> H => static x => x; async Task<int> A() { await Task.Yield(); return a; } IEnumerable<int> I() { yield return a; } }
            public class Statics { static int A = 1; }
            public class NoStatics { static int A; const int B = 2; }
            public class Explicit { static Explicit() { } ~Explicit() { } }
            public class Properties { public int A { get; set; } public int B => 1; public int C { get; init; } = 3; public required int D { get; set; } public int E { get => field; set => field = value + 1; } public int this[int i] => i; public static int S { get; } = 1; }
            public class Primary(int a, string b) { public int A => a; int c = b.Length; }
            public struct PrimaryStruct(int a) { public int A => a; }
            public class Events { public event Action? A; public static event Action? B; public event Action? C { add { } remove { } } }
            public abstract class Abstract { public abstract event Action? A; public abstract int B { get; } protected virtual int C() => 1; }
            public interface IEvents { event Action? A; int B { get; set; } static int C => 1; int D() => 2; static abstract int E(); }
            public interface IBase { } public interface IDerived : IBase, IComparable<int> { }
            public class Implements : IDerived, IEnumerable<int> { int IComparable<int>.CompareTo(int o) => o; public IEnumerator<int> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }
            public class Further : Implements, IBase { }
            public record Empty0; public record Record(int A, string B); public record class Derived(int A, int C) : Record(A, ""); public sealed record Sealed : Record { public Sealed() : base(1, "") { } public sealed override string ToString() => ""; }
            public record struct RecordStruct(int A, double B) { public int C = 1; } public readonly record struct Id(Guid Value);
            public struct Operators { public static Operators operator +(Operators a, Operators b) => a; public static implicit operator int(Operators a) => 1; public static bool operator ==(Operators a, Operators b) => true; public static bool operator !=(Operators a, Operators b) => false; public override bool Equals(object? o) => false; public override int GetHashCode() => 0; }
            public ref struct Ref { ref int a; Span<int> b; } public readonly ref struct Disposed { public void Dispose() { } }
            public unsafe struct Fixed { fixed int a[4]; int* p; delegate*<int, int> f; }
            [InlineArray(4)] public struct Inline { int a; }
            [StructLayout(LayoutKind.Sequential, Pack = 1)] public struct Laid { byte a; int b; }
            [Serializable, Obsolete("x"), DebuggerDisplay("x"), JsonConverter(typeof(JsonStringEnumConverter)), Description("d"), Shown(1), Shown(2), Hidden, Of<int>] public class Attributed { }
            [AttributeUsage(AttributeTargets.All, AllowMultiple = true)] public class ShownAttribute(int x) : Attribute { }
            [Conditional("NEVER")] public class HiddenAttribute : Attribute { }
            public class OfAttribute<T> : Attribute { }
            public class Partials { partial void Without(); partial void With(); partial void With() { } public partial int Extended(int x); public partial int Extended(int x) => x; public partial int P { get; set; } public partial int P { get => 1; set { } } partial void Shown(int x = 1); }
            public class Nested { class A; struct B { int x; } enum E { X } delegate void D(); record R(int A); interface I; }
            public static class Extensions { public static int Twice(this int x) => 2 * x; extension(int x) { public int Half => x / 2; public int Third() => x / 3; public static int Zero => 0; } }
            public class Compounds { int a; public void operator +=(int x) => a += x; public static Compounds operator checked +(Compounds x, Compounds y) => x; public static Compounds operator +(Compounds x, Compounds y) => x; }
            public class Deep { public int A(int x) => x switch { 1 => 2, _ => throw new Exception() }; string S(int x) => x switch { 1 => "a", 2 => "b", 3 => "c", 4 => "d", 5 => "e", 6 => "f", 7 => "g", _ => "h" }; public object Anonymous() => new { A = 1 }; int[] C() => [1, 2, 3]; }
            public class Covariant : Abstracted { public override Derived Make() => null!; } public class Abstracted { public virtual Record Make() => null!; }
            public unsafe class Interop { [DllImport("x")] static extern int E(); [LibraryImport("x")] private static partial int L(); private static partial int L() => 1; [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "x")] static extern ref int A(Deep d); [ModuleInitializer] internal static void Init() { } }
        }
        """;

    [TestCaseSource(typeof(CorpusFile), nameof(CorpusFile.Names))]
    public void The_built_types_are_described_as_the_declared_ones(string file) => Compare(CorpusFile.Read(file));

    [Test]
    public void So_are_those_of_all_kinds() => Compare(Varied);

    private static void Compare(string source)
    {
        var compilation = Generated.Compile([("/0/C.cs", source)]);
        var written = compilation.SyntaxTrees[^1];
        compilation = compilation.ReplaceSyntaxTree(written, written.WithRootAndOptions(new PartialEverywhere().Visit(written.GetRoot()), written.Options));
        using var built = new MemoryStream();
        Assert.That(compilation.Emit(built).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        built.Position = 0;
        var context = new AssemblyLoadContext("built", isCollectible: true);
        var assembly = context.LoadFromStream(built);
        var types = Types(compilation.Assembly.GlobalNamespace).Where(type => type.TypeKind is not (TypeKind.Enum or TypeKind.Delegate)).ToList();
        Assert.That(types, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var type in types)
            {
                var declared = TypeParts.Of(type)!;
                var (start, equals) = ("App!".Length, declared.IndexOf('=', StringComparison.Ordinal));
                Assert.That(Memo.Keys.TypeParts.Of(assembly.GetType(declared[start..equals], throwOnError: true)!), Is.EqualTo(declared[(equals + 1)..]), declared[start..equals]);
            }
        });
        context.Unload();
    }

    [Test]
    public void A_type_that_nobody_can_add_to_is_not_described() =>
        Assert.That(TypeParts.Of(Generated.Compile([("/0/C.cs", "class C { }")]).GetTypeByMetadataName("C")!), Is.Null);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol space => Types(space),
        INamedTypeSymbol { CanBeReferencedByName: true } type => Types(type).Prepend(type),
        _ => [],
    });

    private sealed class PartialEverywhere : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => Partial((TypeDeclarationSyntax)base.VisitClassDeclaration(node)!);
        public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => Partial((TypeDeclarationSyntax)base.VisitStructDeclaration(node)!);
        public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => Partial((TypeDeclarationSyntax)base.VisitRecordDeclaration(node)!);
        public override SyntaxNode? VisitInterfaceDeclaration(InterfaceDeclarationSyntax node) => Partial((TypeDeclarationSyntax)base.VisitInterfaceDeclaration(node)!);

        private static TypeDeclarationSyntax Partial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword) ? type
            : type.WithModifiers(type.Modifiers.Add(SyntaxFactory.Token([SyntaxFactory.Space], SyntaxKind.PartialKeyword, [SyntaxFactory.Space])));
    }
}
