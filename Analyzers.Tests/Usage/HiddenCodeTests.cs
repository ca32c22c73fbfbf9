using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Usage;

/// <summary>MEMO304: code that is not there when the closure is hashed; the assembly then stands for it.</summary>
public sealed class HiddenCodeTests
{
    private const string Declared = "public static partial class C { [Memoize] public static int F(int x) => Helper(x); static int Helper(int x) => Hidden(x); [Obsolete] private static partial int Hidden(int x); }";
    private const string Written = "public static partial class C { private static partial int Hidden(int x) => x; }";

    [Test]
    public async Task A_body_of_another_generator_is_told()
    {
        var found = await Reported.InFiles(("C.cs", Declared), ("Other.g.cs", Written));
        Assert.That(found.Where(d => d.Id == "MEMO304").Select(d => $"{d.Severity}: {d.Message()}"), Is.EqualTo([
            "Info: 'F' runs code that is not visible: the body of 'Hidden' comes from another generator; every change of its assembly makes the remembered results unknown"]));
        Assert.That(found.Select(d => d.Id), Has.One.EqualTo("MEMO108"));
    }

    [Test]
    public async Task A_body_that_somebody_wrote_is_not() => Assert.That(
        (await Reported.InFiles(("C.cs", Declared), ("Other.cs", Written))).Select(d => d.Id), Is.Empty);

    [Test]
    public async Task Regular_expressions_that_are_generated_are_known() => Assert.That(
        (await Reported.InFiles(
            ("C.cs", "public static partial class C { [Memoize] public static bool F(string x) => Word().IsMatch(x); [System.Text.RegularExpressions.GeneratedRegex(\"a\")] private static partial System.Text.RegularExpressions.Regex Word(); }"),
            ("Regex.g.cs", "public static partial class C { private static partial System.Text.RegularExpressions.Regex Word() => new(\"a\"); }"))).Select(d => d.Id), Is.Empty);

    [Test]
    public void The_assembly_as_it_is_built_is_part_of_the_key()
    {
        var manifest = EmittedManifest.Of(Generated.From(Generated.Compile([("/0/C.cs", Declared)])));
        Assert.That(manifest.ExternalsOf("F"), Is.EqualTo(["App"]));
        Assert.That(EmittedManifest.Of(Generated.From(Generated.Compile([("/0/C.cs", Declared), ("/0/Other.cs", Written)]))).ExternalsOf("F"), Is.Empty);
    }

    [TestCase("partial class D;", "partial class D { public override string ToString() => \"\"; }")]
    [TestCase("sealed partial class D : B; class B;", "partial class D { public override string ToString() => \"\"; }")]
    [TestCase("partial class D;", "partial class D : B; class B;")]
    [TestCase("partial class D;", "[Flags2] partial class D; class Flags2Attribute : Attribute;")]
    [TestCase("partial record struct D;", "partial record struct D { int A; }")]
    public async Task A_part_of_another_generator_is_told(string type, string part)
    {
        var source = "public static class C { [Memoize] public static string F(int x) => new D().ToString() + x; } internal " + type;
        Assert.Multiple(async () =>
        {
            Assert.That((await Reported.InFiles(("C.cs", source), ("Other.g.cs", part))).Where(d => d.Id == "MEMO304").Select(d => d.Message()), Is.EqualTo([
                "'F' runs code that is not visible: another generator adds to 'D'; as long as it does, calls run uncached"]));
            Assert.That((await Reported.InFiles(("C.cs", source), ("Other.cs", part))).Select(d => d.Id), Is.Empty);
        });
    }

    [Test]
    public void What_was_seen_of_a_partial_type_is_in_the_manifest() =>
        Assert.That(EmittedManifest.Of("static class C { [Memoize] public static int F(D d) => d.A; } namespace N { } partial class D { public int A; public readonly E E; } partial struct E { int P { get; set; } } partial class G;").PartsOf("F"),
            Is.EqualTo(["App!D=Object/2/1/0/0", "App!E=ValueType/0/2/0/0"]));

    private const string Bases = "public abstract class B { public abstract int Do(); public virtual int Other => 1; } public interface I { int Do(); int Other => 1; }\n";

    [TestCase("public sealed partial class D : B", "public override int Do() => 1;", "B")]
    [TestCase("public sealed partial class D : I", "public int Do() => 1;", "I")]
    [TestCase("public sealed partial record D : I", "public int Do() => 1;", "I")]
    [TestCase("public readonly partial struct D : I", "public int Do() => 1;", "I")]
    public void A_type_that_owes_members_is_written_by_another_generator(string declared, string owed, string type)
    {
        var source = Bases + "public static class C { [Memoize] public static int F(int x) => Make(new D(), x); static int Make(" + type + " d, int x) => d.Do() + d.Other + x; }\n" + declared;
        var (unfinished, finished) = (EmittedManifest.Of(source + ";"), EmittedManifest.Of(source + "; " + declared + " { " + owed + " }"));
        Assert.Multiple(() =>
        {
            Assert.That(unfinished.FindingsOf("F"), Has.Some.StartsWith("MEMO108 "));
            Assert.That(unfinished.ExternalsOf("F"), Is.EqualTo(["App"]));
            Assert.That(finished.FindingsOf("F"), Is.Empty);
            Assert.That(finished.ExternalsOf("F"), Is.Empty);
        });
    }

    [TestCase("D.Make(x)", "public static int Make(int x) => x;")]
    [TestCase("D.Default.It", "public static readonly D Default = new(); public int It => 1;")]
    [TestCase("new D(x).GetHashCode() * 0", "public D(int x) { }")]
    [TestCase("new D().It() is { } it ? 1 : 2", "public string It() => \"\";")]
    public void So_is_a_member_that_is_not_there(string expression, string member)
    {
        var source = "public static class C { [Memoize] public static int F(int x) => " + expression + "; }\npublic sealed partial class D";
        Assert.Multiple(() =>
        {
            Assert.That(EmittedManifest.Of(source + ";").FindingsOf("F"), Is.Not.Empty);
            Assert.That(EmittedManifest.Of(source + ";").ExternalsOf("F"), Is.EqualTo(["App"]));
            Assert.That(EmittedManifest.Of(source + " { " + member + " }").ExternalsOf("F"), Is.Empty);
        });
    }

    [Test]
    public async Task An_expression_that_is_nested_too_deeply_is_told()
    {
        var sum = string.Concat(Enumerable.Repeat("1 + (", 20_000)) + "x" + new string(')', 20_000);
        var found = await Reported.InMembers("[Memoize] public static int F(int x) => " + sum + ";");
        Assert.That(found.Select(d => d.Id), Has.None.EqualTo("AD0001"));
    }

    [TestCase("partial void Hook(int x);")]
    [TestCase("static partial void Hook(int x);")]
    public async Task A_hook_that_nobody_fills_in_is_no_code(string hook)
    {
        var source = "public partial class D { " + hook + " public int Run(int x) { Hook(Environment.TickCount); return x; } } public static class C { [Memoize] public static int F(int x) => new D().Run(x); }";
        Assert.That((await Reported.InFiles(("C.cs", source))).Select(d => d.Id), Is.Empty);
        Assert.That(EmittedManifest.Of(source).FindingsOf("F"), Is.Empty);
    }

    [TestCase("", "[Conditional(\"X\")]", false)]
    [TestCase("", "[Obsolete]", true)]
    [TestCase("[Obsolete]", "", true)]
    public async Task A_hook_for_which_an_attribute_asks_a_generator_is_unknown(string onType, string onHook, bool isUnknown)
    {
        var source = "using System.Diagnostics; " + onType + " public partial class D { " + onHook + " partial void Hook(); public int Run(int x) { Hook(); return x; } } public static class C { [Memoize] public static int F(int x) => new D().Run(x); }";
        Assert.That(EmittedManifest.Of(source).FindingsOf("F"), isUnknown ? Has.One.StartsWith("MEMO108 ") : Is.Empty);
        Assert.That((await Reported.InFiles(("C.cs", source))).Select(d => d.Id), isUnknown ? Has.Some.EqualTo("MEMO108") : Is.Empty);
    }

    [Test]
    public async Task A_hook_that_is_filled_in_runs()
    {
        var found = await Reported.InFiles(("C.cs", "public partial class D { int _a; partial void Hook(); partial void Hook() => _a = Environment.TickCount; public int Run(int x) { Hook(); return x; } } public static class C { [Memoize] public static int F(int x) => new D().Run(x); }"));
        Assert.That(found.Select(d => d.Id), Is.EqualTo(["MEMO104"]));
    }
}
