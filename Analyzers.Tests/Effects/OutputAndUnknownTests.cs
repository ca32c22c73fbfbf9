namespace Memo.Analyzers.Tests.Effects;

public sealed class OutputAndUnknownTests
{
    [TestCase("Console.WriteLine(x)")]
    [TestCase("Console.Error.WriteLine(x)")]
    [TestCase("Console.Out.Write(x)")]
    public async Task Output_is_reported(string call)
    {
        var findings = await Reported.InMembers("[Memoize] public static int F(int x) { " + call + "; return x; }");
        Assert.That(findings.IdsAndLines(), Has.One.EqualTo("MEMO109 line 3"));
    }

    [Test]
    public Task Writing_to_a_string_is_no_output() => Check.Members("""
        [Memoize] public static string F(int x) { using var writer = new StringWriter(CultureInfo.InvariantCulture); writer.Write(x); return writer.ToString(); }
        """);

    [Test]
    public Task A_call_that_the_build_drops_is_no_output() => Check.Members("""
        [Memoize] public static int F(int x) { Log(x); return x; }
        [System.Diagnostics.Conditional("NEVER")] private static void Log(int x) => Console.WriteLine(x);
        """);

    [Test]
    public Task Output_in_a_helper_is_reported_at_the_call() => Check.Members("""
        [Memoize] public static int F(int x) { {|MEMO109:Log(x)|}; return x; }
        private static void Log(int x) => Console.WriteLine(x);
        """);

    [Test]
    public async Task Benign_output_is_not_reported()
    {
        var test = new AnalysisTest().EditorConfig("memo.benign_effects = console\n").File("C.cs", SourceText.Class("""
            [Memoize] public static int F(int x) { Console.WriteLine(x); return x; }
            """));
        await test.RunAsync();
    }

    [TestCase("typeof(string).GetMethod(\"a\")!.Invoke(null, null)")]
    [TestCase("Activator.CreateInstance(Type.GetType(\"a\")!)")]
    [TestCase("((dynamic)x).A()")]
    [TestCase("GetTickCount()")]
    public async Task What_cannot_be_verified_is_reported(string expression)
    {
        var findings = await Reported.InMembers($$"""
            [System.Runtime.InteropServices.DllImport("a")] private static extern int GetTickCount();
            [Memoize]
            public static string F(int x)
            {
                object? o = {{expression}};
                return o is null ? "a" : "b";
            }
            """);
        Assert.That(findings.IdsAndLines(), Is.Not.Empty.And.All.EqualTo("MEMO107 line 7"));
    }

    [Test]
    public Task Typeof_and_names_of_types_are_verified() => Check.Members("""
        [Memoize] public static string F(int x) => typeof(string).Name + typeof(List<int>).FullName + x.GetType().Name;
        """);

    [Test]
    public async Task A_message_about_what_cannot_be_verified_says_so()
    {
        var findings = await Reported.InMembers("[Memoize] public static object? F(Func<int> f) => f();");
        Assert.That(findings.Where(f => f.Id == "MEMO107").Select(f => f.Message()), Is.All.Contains("verified").And.All.Not.Contains("impure"));
    }

    [Test]
    public async Task External_code_that_nothing_describes_is_unknown()
    {
        var test = new AnalysisTest().File("C.cs", SourceText.Class("""
            [Memoize] public static int F(int x) => {|MEMO108:Lib.Pure(x)|};
            """));
        test.TestState.AdditionalReferences.Add(ExternalLibrary.Reference);
        await test.RunAsync();
    }

    [Test]
    public async Task A_line_in_the_effect_catalog_describes_it()
    {
        var test = new AnalysisTest()
            .EffectCatalog("# ours\nM:Lib.Pure(System.Int32) = pure\nM:Lib.Clock = nondeterministic(clock)\n")
            .File("C.cs", SourceText.Class("""
                [Memoize] public static int F(int x) => Lib.Pure(x);
                [Memoize] public static int G(int x) => {|MEMO104:Lib.Clock()|};
                """));
        test.TestState.AdditionalReferences.Add(ExternalLibrary.Reference);
        await test.RunAsync();
    }

    [Test]
    public async Task An_assumption_of_the_assembly_describes_it()
    {
        var test = new AnalysisTest()
            .File("Assumptions.cs", "[assembly: AssumePure(\"M:Lib.Pure(System.Int32)\", \"adds one\")]")
            .File("C.cs", SourceText.Class("""
                [Memoize] public static int F(int x) => Lib.Pure(x);
                [Memoize] public static int G(int x) => {|MEMO108:Lib.Clock()|};
                """));
        test.TestState.AdditionalReferences.Add(ExternalLibrary.Reference);
        await test.RunAsync();
    }

    [Test]
    public Task A_finalizer_that_the_closure_makes_is_in_it() => Check.Code("""
        public sealed class Loud { ~Loud() => Console.WriteLine("gone"); public int A = 1; }
        public static class C { [Memoize] public static int F(int x) => {|MEMO109:new Loud()|}.A + x; }
        """);
}
