using Memo.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Memo.Analyzers.Tests.Manifest;

/// <summary>
/// Members of other assemblies' types that run although nothing in the compilation calls them: a struct is there without a constructor, and
/// generic code makes and compares what it is given the type of.
/// </summary>
public sealed class OutsideTypesTests
{
    private const string Library = """
        public struct Part : System.IComparable<Part>, System.IEquatable<Part>
        {
            public int N;
            public int CompareTo(Part other) => Hidden.Value;
            public bool Equals(Part other) => Hidden.Value == 0;
            public override bool Equals(object? other) => Hidden.Value == 0;
            public override int GetHashCode() => Hidden.Value;
            public override string ToString() => Hidden.Value == 0 ? "" : "-";
            public static bool operator ==(Part a, Part b) => Hidden.Value == 0;
            public static bool operator !=(Part a, Part b) => Hidden.Value == 0;
        }
        public sealed class Made { public Made() => Seen = Hidden.Value; public int Seen; public int Text { get => Hidden.Value; set { } } }
        public struct Born { public Born() => N = Hidden.Value; public int N; }
        public readonly struct Sum(int n) : System.Numerics.IAdditiveIdentity<Sum, Sum> { public readonly int N = n; public static Sum AdditiveIdentity => new(Hidden.Value); }
        public static class Lib { public static int Count(object[] parts) { var n = 0; foreach (var part in parts) n += part.ToString()!.Length; return n; } }
        static class Hidden { public static int Value => VALUE; }
        """;

    [TestCase("((object)default(Part)).ToString()!.Length")]
    [TestCase("$\"{default(Part)}\".Length")]
    [TestCase("(\"a\" + default(Part)).Length")]
    [TestCase("string.Concat(default(Part)).Length")]
    [TestCase("new List<Part> { default }.Contains(default) ? 1 : 0")]
    [TestCase("new Part[2].Distinct().Count()")]
    [TestCase("EqualityComparer<Part>.Default.Equals(default, default) ? 1 : 0")]
    [TestCase("Sorted(new Part[2])", "static int Sorted(Part[] parts) { Array.Sort(parts); return parts.Length; }")]
    [TestCase("(default(Part), 1).Equals((default(Part), 1)) ? 1 : 0")]
    [TestCase("(default(Part), 1) == (default(Part), 1) ? 1 : 0")]
    [TestCase("new { P = default(Part) }.Equals(1) ? 1 : 0")]
    [TestCase("new Own(default).Equals(new Own(default)) ? 1 : 0", "record Own(Part P);")]
    [TestCase("default(Own).Equals(default(Own)) ? 1 : 0", "struct Own { public Part P; }")]
    [TestCase("Text(default(Part)).Length", "static string Text<T>(T value) => value!.ToString()!;")]
    [TestCase("Text(default(Part)).Length", "static string Text(Part? value) => value.ToString()!;")]
    [TestCase("new Box<Part>().Text().Length", "sealed class Box<T> { T? _held; public string Text() => _held!.ToString()!; }")]
    [TestCase("Lib.Count([default(Part)])")]
    [TestCase("Make<Made>().Seen", "static T Make<T>() where T : new() => new();")]
    [TestCase("Make<Born>().N", "static T Make<T>() where T : new() => new();")]
    [TestCase("new Born().N")]
    [TestCase("System.Text.Json.JsonSerializer.Deserialize<Made>(\"{}\")!.Seen")]
    [TestCase("System.Text.Json.JsonSerializer.Serialize<Made[]>([]).Length")]
    [TestCase("Read<Own>()!.M!.Seen", "static T? Read<T>() => System.Text.Json.JsonSerializer.Deserialize<T>(\"{}\"); sealed class Own { public Made? M { get; set; } }")]
    [TestCase("Zero<Sum>().N", "static T Zero<T>() where T : System.Numerics.IAdditiveIdentity<T, T> => T.AdditiveIdentity;")]
    [TestCase("Zero<Sum>.Get().N", "static class Zero<T> where T : System.Numerics.IAdditiveIdentity<T, T> { public static T Get() => T.AdditiveIdentity; }")]
    public void What_they_do_counts(string call, string members = "")
    {
        Assert.Multiple(() =>
        {
            Assert.That(Findings(call, members, TellingLibrary.Of(Clock)), Has.Some.StartsWith("MEMO104"), "the manifest tells of the clock");
            Assert.That(Findings(call, members, TellingLibrary.Of(Quiet)), Is.Empty, "the manifest tells of nothing");
            Assert.That(Findings(call, members, Silent), Has.Some.StartsWith("MEMO108"), "nobody tells");
        });
    }

    [TestCase("default(Part).N")]
    [TestCase("Held(default)", "static int Held(Part part) => part.N;")]
    [TestCase("new Own { P = default }.P.N", "sealed class Own { public Part P; }")]
    [TestCase("Make<Own>().N", "static T Make<T>() where T : new() => new(); sealed class Own { public int N; }")]
    [TestCase("Same(default(Sum)).N", "static T Same<T>(T one) where T : struct => one;")]
    public void What_does_not_run_them_does_not_count(string call, string members = "") =>
        Assert.That(Findings(call, members, Silent), Is.Empty);

    [Test]
    public void A_static_that_another_assembly_initializes_may_be_anything()
    {
        const string Statics = "public static class Lib { public static readonly int Start = System.Environment.TickCount; public const int Fixed = 3; }";
        Assert.Multiple(() =>
        {
            Assert.That(Findings("Lib.Start", "", Plain(Statics)), Has.Some.StartsWith("MEMO108"));
            Assert.That(Findings("Lib.Fixed", "", Plain(Statics)), Is.Empty);
        });
    }

    [Test]
    public void What_a_struct_holds_is_compared_by_code_of_its_assembly()
    {
        const string User = "struct Own { public Part P; } struct Alone { public int N; } static class C { [Memoize] public static bool F(int x) => default(Own).Equals(x); [Memoize] public static bool G(int x) => default(Alone).Equals(x); }";
        var manifest = TellingLibrary.User(User, Silent);
        Assert.Multiple(() =>
        {
            Assert.That(manifest.ExternalsOf("F"), Is.EqualTo(new[] { "Lib" }));
            Assert.That(manifest.ExternalsOf("G"), Is.Empty);
        });
    }

    private static string Clock => Library.Replace("VALUE", "System.Environment.TickCount", StringComparison.Ordinal);

    private static string Quiet => Library.Replace("VALUE", "3", StringComparison.Ordinal);

    private static PortableExecutableReference Silent => Plain(Quiet);

    private static string[] Findings(string call, string members, MetadataReference library) =>
        TellingLibrary.User($$"""static class C { [Memoize] public static int F(int x) => {{call}}; {{members}} }""", library).FindingsOf("F");

    private static PortableExecutableReference Plain(string source)
    {
        using var image = new MemoryStream();
        var emitted = Generated.Compile([("/lib/Lib.cs", source)], assemblyName: "Lib").Emit(image, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false));
        Assert.That(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
