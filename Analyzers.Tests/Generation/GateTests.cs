namespace Memo.Analyzers.Tests.Generation;

public sealed class GateTests
{
    [Test]
    public void A_method_with_findings_runs_every_time_and_says_why()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(C.Ticks(1) > 0);
            Console.WriteLine(C.Pure(1));
            public static class C
            {
                [Memoize] public static long Ticks(int x) => DateTime.UtcNow.Ticks + x;
                [Memoize] public static int Pure(int x) => x;
            }
            """);
        program.Start();
        var second = program.Start();
        Assert.That(second.Calls, Is.EqualTo(["bypass C.Ticks(1)", "hit C.Pure(1)"]));
        Assert.That(second.Log[0], Does.Contain("MEMO104").And.Contain("through Ticks → DateTime.UtcNow"));
    }

    [Test]
    public void A_changed_helper_is_a_miss_and_a_changed_comment_is_not()
    {
        const string Source = """
            Console.WriteLine(C.F(2));
            public static class C
            {
                [Memoize] public static int F(int x) => Help(x);
                private static int Help(int x) => x + 1; // adds
            }
            """;
        using var program = new MemoizedProgram(Source);
        Assert.That(program.Start().Calls, Is.EqualTo(["miss C.F(2)"]));

        program.Compile(Source.Replace("// adds", "/* is one more */", StringComparison.Ordinal));
        Assert.That(program.Start().Calls, Is.EqualTo(["hit C.F(2)"]));

        program.Compile(Source.Replace("x + 1", "x + 2", StringComparison.Ordinal));
        var changed = program.Start();
        Assert.That(changed.Output, Is.EqualTo("4\n"));
        Assert.That(changed.Log.Single(), Does.Contain("code changed: Help"));

        program.Compile(Source);
        Assert.That(program.Start().Calls, Is.EqualTo(["hit C.F(2)"]), "an edit that is taken back");
    }

    [Test]
    public void A_declared_file_is_followed()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(C.Read("a.txt"));
            public static class C
            {
                [Memoize, DependsOnFile("{path}")] public static string Read(string path) => File.ReadAllText(path);
            }
            """);
        var file = Path.Combine(program.Folder, "a.txt");
        File.WriteAllText(file, "one");
        Assert.That(program.Start().Output, Is.EqualTo("one\n"));
        Assert.That(program.Start().Calls, Is.EqualTo(["hit C.Read(\"a.txt\")"]));
        File.WriteAllText(file, "two");
        var changed = program.Start();
        Assert.That(changed.Output, Is.EqualTo("two\n"));
        Assert.That(changed.Log.Single(), Does.Contain("dependency changed"));
    }

    [Test]
    public void The_culture_is_part_of_the_key_where_it_is_read()
    {
        using var program = new MemoizedProgram("""
            foreach (var name in new[] { "de-DE", "en-US", "de-DE" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                Console.WriteLine(C.Show(1.5));
                Console.WriteLine(C.Add(1));
            }
            public static class C
            {
                [Memoize] public static string Show(double x) => x.ToString();
                [Memoize] public static int Add(int x) => x + 1;
            }
            """);
        var run = program.Start();
        Assert.That(run.Output, Is.EqualTo(program.Start("off").Output));
        Assert.That(run.Calls, Is.EqualTo(["miss C.Show(1.5)", "miss C.Add(1)", "miss C.Show(1.5)", "hit C.Add(1)", "hit C.Show(1.5)", "hit C.Add(1)"]));
    }
}
