using System.Reflection;
using Memo.Analyzers.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Generation;

/// <summary>What an edit makes the generator write again.</summary>
public sealed class IncrementalTests
{
    private const string Program = "public static class C { [Memoize] public static int F(int x) => D.Help(x); public static int G() => F(1); }";
    private const string Helper = "public static class D { public static int Help(int x) => x + 1; }";

    [Test]
    public void An_edit_that_means_nothing_writes_nothing_again()
    {
        var (before, after, reasons) = Edit(Helper + " // a comment");
        Assert.That(after, Is.EqualTo(before));
        Assert.That(reasons, Is.Not.Empty.And.All.AnyOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged));
    }

    [Test]
    public void An_edit_of_code_that_no_memoized_method_reaches_writes_nothing_again()
    {
        var (before, after, reasons) = Edit(Helper + " public static class E { public static int Other(int x) => x * 3; }");
        Assert.That(after, Is.EqualTo(before));
        Assert.That(reasons, Is.Not.Empty.And.All.AnyOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged));
    }

    [Test]
    public void A_call_that_appears_in_another_file_is_written()
    {
        var (before, after, _) = Edit(Helper + " public static class E { public static int Call() => C.F(2); }");
        Assert.That(Locations(after), Is.EqualTo(Locations(before) + 1));

        static int Locations(string text) => text.Split("InterceptsLocationAttribute(1, ").Length;
    }

    [Test]
    public void What_the_pipeline_keeps_is_plain_data()
    {
        var steps = Run(Generated.Compile([("/0/Program.cs", Program), ("/0/Helper.cs", Helper)])).GetRunResult().Results.Single().TrackedSteps;
        // Files and options are the compiler's own; the compilation is kept by the step that combines it, and compared by nobody.
        var own = steps.Where(step => step.Key is MemoizeGenerator.OutputStep or "result_ForAttributeWithMetadataName").ToList();
        Assert.That(own.Select(step => step.Key), Is.EquivalentTo(new[] { MemoizeGenerator.OutputStep, "result_ForAttributeWithMetadataName" }));
        Assert.That(own.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Value), Is.Not.Empty.And.All.InstanceOf<string>().Or.InstanceOf<bool>());
    }

    [Test]
    public void Each_step_of_the_pipeline_gives_plain_data()
    {
        // The compiler turns the steps, which are lambdas, into methods of nested types that are named after where they stand.
        var steps = typeof(MemoizeGenerator).GetNestedTypes(BindingFlags.NonPublic)
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.Name.StartsWith("<Initialize>", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(steps.Select(step => step.ReturnType), Does.Contain(typeof(string)).And.Contain(typeof(bool)));
            Assert.That(steps.Select(step => step.ReturnType).Where(type => !IsPlain(type)), Is.Empty);
            Assert.That(steps.SelectMany(step => step.DeclaringType!.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)), Is.Empty, "what a step would capture");
            Assert.That(typeof(MemoizeGenerator).GetFields(BindingFlags.Instance | BindingFlags.NonPublic), Is.Empty, "what the generator would keep");
        });
    }

    [TestCase(typeof(string), true), TestCase(typeof(bool?), true), TestCase(typeof((string, int)), true), TestCase(typeof(ProjectOptions), true)]
    [TestCase(typeof(ISymbol), false), TestCase(typeof(SyntaxNode), false), TestCase(typeof(Location), false), TestCase(typeof(Compilation), false)]
    [TestCase(typeof(CalledMethod), false), TestCase(typeof((string, Location)), false), TestCase(typeof(object), false), TestCase(typeof(string[]), false)]
    [TestCase(typeof(System.Collections.Immutable.ImmutableArray<string>), false, TestName = "Arrays are equal by reference only")]
    public void What_is_plain_data(Type type, bool isPlain) => Assert.That(IsPlain(type), Is.EqualTo(isPlain));

    /// <summary>Compared by value, all of it, and without a part that keeps a compilation alive.</summary>
    private static bool IsPlain(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(void)) return true;
        if (Nullable.GetUnderlyingType(type) is { } value) return IsPlain(value);
        return (type.IsValueType || type.IsSealed) && !type.IsArray
            && typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type)
            && type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(field => IsPlain(field.FieldType));
    }

    [Test]
    public void The_last_memoized_method_that_goes_takes_the_file_with_it()
    {
        var compilation = Generated.Compile([("/0/Program.cs", Program), ("/0/Helper.cs", Helper)]);
        var driver = Run(compilation);
        Assert.That(driver.GetRunResult().GeneratedTrees, Has.Length.EqualTo(1));
        driver = driver.RunGenerators(compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(tree => tree.FilePath == "/0/Program.cs")));
        Assert.That(driver.GetRunResult().GeneratedTrees, Is.Empty);
    }

    [Test]
    public void A_reference_that_is_exchanged_is_seen()
    {
        var library = ExternalLibrary.Reference;
        var compilation = Generated.Compile([("/0/Program.cs", Program.Replace("D.Help(x)", "Lib.Pure(x)", StringComparison.Ordinal))], references: [library]);
        var driver = Run(compilation);
        Assert.That(Text(driver), Does.Contain("MEMO108"));
        driver = driver.RunGenerators(compilation.ReplaceReference(library, TellingLibrary.Of("public static class Lib { public static int Pure(int x) => x + 1; }")));
        Assert.That(Text(driver), Does.Not.Contain("MEMO108"));
    }

    [Test]
    public void A_project_that_memoizes_nothing_gets_no_file() =>
        Assert.That(Run(Generated.Compile([("/0/Helper.cs", Helper)])).GetRunResult().GeneratedTrees, Is.Empty);

    [Test]
    public void An_edit_of_a_callee_in_another_file_is_seen()
    {
        var (before, after, _) = Edit(Helper.Replace("x + 1", "x + 2", StringComparison.Ordinal));
        Assert.That(after, Is.Not.EqualTo(before));
    }

    [Test]
    public void A_new_finding_in_another_file_is_seen()
    {
        var (_, after, _) = Edit(Helper.Replace("x + 1", "(int)DateTime.UtcNow.Ticks", StringComparison.Ordinal));
        Assert.That(after, Does.Contain("MEMO104"));
    }

    private static (string Before, string After, IncrementalStepRunReason[] Reasons) Edit(string helper)
    {
        var compilation = Generated.Compile([("/0/Program.cs", Program), ("/0/Helper.cs", Helper)]);
        var parse = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        var driver = Run(compilation);
        var before = Text(driver);
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == "/0/Helper.cs");
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(helper, parse, old.FilePath, System.Text.Encoding.UTF8)));
        var reasons = driver.GetRunResult().Results.Single().TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(o => o.Reason);
        return (before, Text(driver), [.. reasons]);
    }

    private static GeneratorDriver Run(Compilation compilation) => CSharpGeneratorDriver.Create(
        [new MemoizeGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)).RunGenerators(compilation);

    private static string Text(GeneratorDriver driver) => string.Join('\n', driver.GetRunResult().GeneratedTrees);
}
