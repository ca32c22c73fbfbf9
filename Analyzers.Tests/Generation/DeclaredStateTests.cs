namespace Memo.Analyzers.Tests.Generation;

/// <summary>What methods declare that they read, in programs that run: another state is a miss, the same state is a hit, also in another process.</summary>
public sealed class DeclaredStateTests
{
    private const string Variable = "MEMO_TEST_HOME";

    [Test]
    public void An_environment_variable_is_followed()
    {
        using var program = new MemoizedProgram($$"""
            Console.WriteLine(C.Home("TEST"));
            public static class C
            {
                [Memoize, DependsOnEnvironment("MEMO_{tool}_HOME")]
                public static string Home(string tool) => Environment.GetEnvironmentVariable($"MEMO_{tool}_HOME") ?? "none";
            }
            """);
        AssertRun(program.Start(), "none", "miss C.Home(\"TEST\")");
        AssertRun(program.Start(), "none", "hit C.Home(\"TEST\")");
        var changed = program.Start(variables: (Variable, "/a"));
        AssertRun(changed, "/a", "miss C.Home(\"TEST\")");
        Assert.That(changed.Log.Single(), Does.EndWith($"dependency changed: environment variable {Variable}"));
        AssertRun(program.Start(variables: (Variable, "")), "", "miss C.Home(\"TEST\")");
        AssertRun(program.Start(variables: (Variable, "/a")), "/a", "hit C.Home(\"TEST\")");
    }

    [Test]
    public void A_directory_is_followed()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(C.Count("in"));
            public static class C
            {
                [Memoize, DependsOnDirectory("{dir}")] public static int Count(string dir) => Directory.Exists(dir) ? Directory.GetFiles(dir).Length : -1;
            }
            """);
        AssertRun(program.Start(), "-1", "miss C.Count(\"in\")");
        AssertRun(program.Start(), "-1", "hit C.Count(\"in\")");
        var folder = Directory.CreateDirectory(Path.Combine(program.Folder, "in")).FullName;
        AssertRun(program.Start(), "0", "miss C.Count(\"in\")");
        File.WriteAllText(Path.Combine(folder, "a"), "");
        AssertRun(program.Start(), "1", "miss C.Count(\"in\")");
        AssertRun(program.Start(), "1", "hit C.Count(\"in\")");
    }

    [Test]
    public void The_files_of_a_directory_are_followed()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(C.Sum("in") + " " + C.Sum("in/"));
            public static class C
            {
                [Memoize, DependsOnDirectory("{dir}", Pattern = "*.txt")]
                public static int Sum(string dir)
                {
                    var sum = 0;
                    foreach (var file in Directory.EnumerateFiles(dir, "*.txt").Order(StringComparer.Ordinal)) sum += Parse(file);
                    return sum;
                }

                private static int Parse(string file) => new FileInfo(file).OpenText().ReadToEnd() is var text ? (int)text[0] - '0' : 0;
            }
            """);
        var folder = Directory.CreateDirectory(Path.Combine(program.Folder, "in")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.txt"), "1");
        File.WriteAllText(Path.Combine(folder, "b.txt"), "2");
        AssertRun(program.Start(), "3 3", "miss C.Sum(\"in\")", "miss C.Sum(\"in/\")");
        AssertRun(program.Start(), "3 3", "hit C.Sum(\"in\")", "hit C.Sum(\"in/\")");
        File.WriteAllText(Path.Combine(folder, "c.csv"), "9");
        AssertRun(program.Start(), "3 3", "hit C.Sum(\"in\")", "hit C.Sum(\"in/\")");
        File.WriteAllText(Path.Combine(folder, "b.txt"), "5");
        AssertRun(program.Start(), "6 6", "miss C.Sum(\"in\")", "miss C.Sum(\"in/\")");
        File.WriteAllText(Path.Combine(folder, "c.txt"), "1");
        AssertRun(program.Start(), "7 7", "miss C.Sum(\"in\")", "miss C.Sum(\"in/\")");
        File.Delete(Path.Combine(folder, "a.txt"));
        AssertRun(program.Start(), "6 6", "miss C.Sum(\"in\")", "miss C.Sum(\"in/\")");
    }

    [Test]
    public void A_static_is_followed()
    {
        using var program = new MemoizedProgram("""
            foreach (var factor in new[] { 2, 3, 2 })
            {
                C.Factor = factor;
                Console.Write(C.Scale(10) + " ");
            }
            public static class C
            {
                public static int Factor;
                [Memoize, DependsOnStatic(typeof(C), nameof(Factor))] public static int Scale(int x) => x * Factor;
            }
            """);
        Assert.That(program.Start().Calls, Is.EqualTo(["miss C.Scale(10)", "miss C.Scale(10)", "hit C.Scale(10)"]));
        var second = program.Start();
        Assert.That(second.Output, Is.EqualTo("20 30 20 "));
        Assert.That(second.Of("hit"), Has.Length.EqualTo(3));
    }

    [Test]
    public void The_content_of_what_a_static_holds_is_followed()
    {
        using var program = new MemoizedProgram("""
            Console.Write(C.Price("a") + " ");
            C.Prices["a"] = new Price(2, "EUR");
            Console.Write(C.Price("a") + " ");
            C.Prices["a"].Currency = "CHF";
            Console.Write(C.Price("a") + " ");
            public sealed class Price(int amount, string currency) { public int Amount = amount; public string Currency = currency; }
            public static class C
            {
                public static readonly Dictionary<string, Price> Prices = [];
                [Memoize, DependsOnStatic(typeof(C), nameof(Prices))]
                public static string Price(string name) => Prices.TryGetValue(name, out var price) ? price.Amount + price.Currency : "-";
            }
            """);
        var first = program.Start();
        Assert.That(first.Output, Is.EqualTo("- 2EUR 2CHF "));
        Assert.That(first.Of("miss"), Has.Length.EqualTo(3));
        Assert.That(program.Start().Of("hit"), Has.Length.EqualTo(3));
    }

    [Test]
    public void A_dependency_of_ones_own_is_followed()
    {
        const string Source = """
            Console.Write(C.Total(1));
            public sealed class Prices : IDependency { public static string? Fingerprint() => File.ReadAllText("version"); }
            public static class C
            {
                [Memoize, DependsOn<Prices>] public static int Total(int x) => x + Query();
                [AssumePure("declared as Prices")] private static int Query() => int.Parse(File.ReadAllText("version"));
            }
            """;
        using var program = new MemoizedProgram(Source);
        void Write(string text) => File.WriteAllText(Path.Combine(program.Folder, "version"), text);
        Write("1");
        Assert.That(program.Start().Calls, Is.EqualTo(["miss C.Total(1)"]));
        Assert.That(program.Start().Calls, Is.EqualTo(["hit C.Total(1)"]));
        Write("2");
        var changed = program.Start();
        Assert.That(changed.Output, Is.EqualTo("3"));
        Assert.That(changed.Log.Single(), Does.EndWith("dependency changed: custom Prices in App"));
        // Other code may tell the same text of another thing.
        program.Compile(Source.Replace("ReadAllText(\"version\");", "ReadAllText(\"version\").Trim();", StringComparison.Ordinal));
        Assert.That(program.Start().Calls, Is.EqualTo(["miss C.Total(1)"]));
    }

    [Test]
    public void What_cannot_be_read_makes_the_call_run_and_says_so()
    {
        using var program = new MemoizedProgram("""
            Console.Write(C.F(1) + C.G(1) + C.H(1));
            public sealed class Nothing : IDependency { public static string? Fingerprint() => null; }
            public sealed class Broken : IDependency { static string? IDependency.Fingerprint() => throw new TimeoutException(); }
            public static class C
            {
                private static string? _text = null;
                public static string Text => _text ?? throw new InvalidOperationException();
                [Memoize, DependsOn<Nothing>] public static int F(int x) => x;
                [Memoize, DependsOn<Broken>] public static int G(int x) => x;
                [Memoize, DependsOnStatic(typeof(C), nameof(Text))] public static int H(int x) => x;
            }
            """);
        var run = program.Start();
        Assert.That(run.Output, Is.EqualTo("3"));
        Assert.That(run.Log, Is.EqualTo([
            "memo: bypass C.F(1) dependency 'Nothing' cannot be read: its fingerprint is null",
            "memo: bypass C.G(1) dependency 'Broken' cannot be read: reading it threw TimeoutException",
            "memo: bypass C.H(1) dependency 'C.Text' cannot be read: reading it threw InvalidOperationException",
        ]));
    }

    // In the second run the inner method is not called before the outer one's trace is verified.
    [Test]
    public void Outer_methods_have_the_dependencies_of_inner_ones()
    {
        using var program = new MemoizedProgram($$"""
            C.Factor = int.Parse(File.ReadAllText("factor"));
            Console.Write(C.Outer(1));
            public sealed class Version : IDependency { public static string? Fingerprint() => File.Exists("version") ? "2" : "1"; }
            public static class C
            {
                public static int Factor;
                [Memoize] public static string Outer(int x) => OfStatic(x) + OfVariable(x) + OfVersion(x) + OfDirectory(x);
                [Memoize, DependsOnStatic(typeof(C), nameof(Factor))] private static int OfStatic(int x) => x * Factor;
                [Memoize, DependsOnEnvironment("{{Variable}}")] private static string OfVariable(int x) => x + (Environment.GetEnvironmentVariable("{{Variable}}") ?? "none");
                [Memoize, DependsOn<Version>] private static int OfVersion(int x) => x;
                [Memoize, DependsOnDirectory("in")] private static int OfDirectory(int x) => x + (Directory.Exists("in") ? 1 : 0);
            }
            """);
        var factor = Path.Combine(program.Folder, "factor");
        File.WriteAllText(factor, "1");
        program.Start();
        Assert.That(program.Start().Calls, Is.EqualTo(["hit C.Outer(1)"]));
        AssertChanged(() => File.WriteAllText(factor, "2"), "OfStatic");
        AssertChanged(() => File.WriteAllText(Path.Combine(program.Folder, "version"), ""), "OfVersion");
        AssertChanged(() => Directory.CreateDirectory(Path.Combine(program.Folder, "in")), "OfDirectory");
        AssertChanged(() => { }, "OfVariable", (Variable, "set"));

        void AssertChanged(Action change, string inner, params (string, string?)[] variables)
        {
            change();
            Assert.That(program.Start(variables: variables).Of("miss"), Is.EqualTo([$"C.{inner}(1)", "C.Outer(1)"]));
            Assert.That(program.Start(variables: variables).Calls, Is.EqualTo(["hit C.Outer(1)"]));
        }
    }

    [Test]
    public void Outer_methods_follow_the_culture_that_an_inner_one_declares()
    {
        using var program = new MemoizedProgram("""
            foreach (var name in new[] { "de-DE", "en-US", "de-DE" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                Console.Write(C.Outer(1) + " ");
            }
            public static class C
            {
                [Memoize] public static string Outer(int x) => Inner(x);
                [Memoize, DependsOnCulture] private static string Inner(int x) => Show(x + 0.5);
                [AssumePure("follows the culture, which is declared")] private static string Show(double x) => x.ToString();
            }
            """);
        var run = program.Start();
        Assert.That(run.Output, Is.EqualTo("1,5 1.5 1,5 "));
        Assert.That(run.Calls[^1], Is.EqualTo("hit C.Outer(1)"));
    }

    [Test]
    public void The_order_of_declarations_does_not_count()
    {
        const string Source = """
            Console.Write(C.F(1));
            public static class C
            {
                public static int A = 1, B = 2;
                [Memoize, DependsOnStatic(typeof(C), "A"), DependsOnStatic(typeof(C), "B"), DependsOnFile("b"), DependsOnFile("a"), DependsOnEnvironment("V")]
                public static int F(int x) => x * A + B;
            }
            """;
        using var program = new MemoizedProgram(Source);
        program.Start();
        program.Compile(Source.Replace("[Memoize, DependsOnStatic(typeof(C), \"A\"), DependsOnStatic(typeof(C), \"B\"), DependsOnFile(\"b\"), DependsOnFile(\"a\"), DependsOnEnvironment(\"V\")]",
            "[DependsOnEnvironment(\"V\"), DependsOnFile(\"a\"), DependsOnStatic(typeof(C), \"B\"), DependsOnFile(\"b\"), DependsOnStatic(typeof(C), \"A\"), Memoize, DependsOnFile(\"a\")]",
            StringComparison.Ordinal));
        Assert.That(program.Start().Calls, Is.EqualTo(["hit C.F(1)"]));
    }

    private static void AssertRun(MemoizedProgram.Run run, string output, params string[] calls) => Assert.Multiple(() =>
    {
        Assert.That(run.Output, Is.EqualTo(output + "\n"));
        Assert.That(run.Calls, Is.EqualTo(calls));
    });
}
