namespace Memo.Analyzers.Tests.Rules;

/// <summary>MEMO403: an assumption without a reason, or about code that needs none.</summary>
public sealed class AssumptionTests
{
    private const string NoReason = "has no justification; say why it is right, for the next reader";
    private const string NotNeeded = "is not needed: nothing that it runs has an effect that would have to be accepted";

    [TestCase("[AssumePure(\"\")] static long F() => DateTime.UtcNow.Ticks;", "'C.F' " + NoReason)]
    [TestCase("[AssumePure(\" \")] static long F() => DateTime.UtcNow.Ticks;", "'C.F' " + NoReason)]
    [TestCase("[AssumePure(null!)] static long F() => DateTime.UtcNow.Ticks;", "'C.F' " + NoReason)]
    [TestCase("[AssumePure(\"why\")] static int F(int x) => x + 1;", "'C.F' " + NotNeeded)]
    [TestCase("[AssumePure(\"why\")] static int P => 1;", "'C.P' " + NotNeeded)]
    [TestCase("[AssumePure(\"why\")] static int F(int x) => G(x); static int G(int x) => x;", "'C.F' " + NotNeeded)]
    [TestCase("class D { [AssumePure(\"why\")] public D() { A = 1; } public int A; }", "'new D' " + NotNeeded)]
    [TestCase("[AssumePure(\"why\")] static class D { public static int A() => 1; public static int B() => 2; }", "'D' " + NotNeeded)]
    [TestCase("[Memoize, AssumePure(\"why\")] static int F(int x) => x;", "'C.F' " + NotNeeded)]
    [TestCase("[Memoize, DependsOnFile(\"{p}\"), AssumePure(\"why\")] static string F(string p) => File.ReadAllText(p);", "'C.F' " + NotNeeded, TestName = "What is declared needs no assumption")]
    [TestCase("[AssumePure(\"why\")] static long F() => G(); [AssumePure(\"why\")] static long G() => DateTime.UtcNow.Ticks;", "'C.F' " + NotNeeded, TestName = "What is accepted within needs none outside")]
    public async Task It_is_told(string members, string message)
    {
        var found = (await Reported.InMembers(members)).Where(d => d.Id == "MEMO403").ToArray();
        Assert.That(found.Select(d => d.Message()), Is.EqualTo(["The assumption about " + message]));
        Assert.That(found[0].Severity, Is.EqualTo(Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
    }

    [TestCase("[AssumePure(\"why\")] static long F() => DateTime.UtcNow.Ticks;", TestName = "The clock")]
    [TestCase("[AssumePure(\"why\")] static void F(List<int> x) => x.Add(1);", TestName = "A change of an argument")]
    [TestCase("[AssumePure(\"why\")] static int F(Func<int> f) => f();", TestName = "A delegate")]
    [TestCase("[AssumePure(\"why\")] static int F(IComparer<string> c) => c.Compare(\"a\", \"b\");", TestName = "A virtual call on what is passed")]
    [TestCase("[AssumePure(\"why\")] static string F(double x) => x.ToString();", TestName = "The culture")]
    [TestCase("interface I { [AssumePure(\"why\")] int F(); }", TestName = "A method of an interface")]
    [TestCase("abstract class D { [AssumePure(\"why\")] public abstract int F(); }", TestName = "An abstract method")]
    [TestCase("class D { [AssumePure(\"why\")] public virtual int F() => 1; } sealed class E : D { public override int F() => Environment.ProcessId; }", TestName = "A method that something overrides")]
    [TestCase("[AssumePure(\"why\"), System.Runtime.InteropServices.DllImport(\"c\")] static extern int F();", TestName = "Native code")]
    [TestCase("[AssumePure(\"why\")] static class D { public static int A() => 1; public static long B() => DateTime.UtcNow.Ticks; }", TestName = "A type of which one member needs it")]
    [TestCase("[AssumePure(\"why\")] static int P { get => 1; set => s_a = value; } static int s_a;", TestName = "A property of which one accessor needs it")]
    [TestCase("class D { int _a; [AssumePure(\"why\")] public int F() => _a++; }", TestName = "A change of the object itself")]
    public async Task It_is_needed(string members) =>
        Assert.That((await Reported.InMembers(members)).Select(d => d.Id), Has.None.EqualTo("MEMO403"));

    [TestCase("M:C.F", "'M:C.F' " + NotNeeded)]
    [TestCase("M:C.Missing", "'M:C.Missing' accepts nothing: there is no declaration of that id")]
    [TestCase("C.F", "'C.F' accepts nothing: there is no declaration of that id")]
    [TestCase("N:System", "'N:System' accepts nothing: only methods, constructors, properties and types can be accepted")]
    [TestCase("M:System.Math.Abs(System.Int32)", "'M:System.Math.Abs(System.Int32)' " + NotNeeded)]
    [TestCase("M:C.Clock", null)]
    [TestCase("P:C.Ticks", null)]
    [TestCase("P:System.DateTime.UtcNow", null)]
    [TestCase("M:System.IO.File.Delete(System.String)", null)]
    public async Task On_an_assembly(string id, string? message)
    {
        var found = (await Reported.InFiles(("C.cs", $$"""
            [assembly: AssumePure("{{id}}", "why")]
            public static class C { public static int F() => 1; public static long Clock() => DateTime.UtcNow.Ticks; public static long Ticks => DateTime.UtcNow.Ticks; }
            """))).Where(d => d.Id == "MEMO403");
        Assert.That(found.Select(d => d.Message()), message is null ? Is.Empty : Is.EqualTo(["The assumption about " + message]));
    }

    [Test]
    public async Task On_an_assembly_without_a_reason_or_an_id()
    {
        var found = await Reported.InFiles(("C.cs", "[assembly: AssumePure(\"M:C.F\", \"\"), AssumePure(\"why\")] public static class C { public static long F() => DateTime.UtcNow.Ticks; }"));
        Assert.That(found.Select(d => d.Message()), Is.EqualTo([
            "The assumption about 'M:C.F' " + NoReason, "The assumption about 'App' accepts nothing: on an assembly, it needs the id of a declaration"]));
    }
}
