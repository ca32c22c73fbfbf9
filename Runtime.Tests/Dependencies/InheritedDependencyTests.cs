using Memo.Dependencies;

namespace Memo.Runtime.Tests.Dependencies;

/// <summary>What an inner call depends on, its outer call depends on: also in a run in which the inner one is never called.</summary>
[NonParallelizable]
public sealed class InheritedDependencyTests : WorkbenchTests
{
    private const string Variable = "MEMO_TEST_OF_AN_INNER_VARIABLE";

    private static readonly DependencyReader FactorReader = DependencyReader.Static("Settings.Factor", "App", "int", static key => key.Write(_factor));
    private static readonly DependencyReader VersionReader = DependencyReader.Custom<Prices>("Prices", "App", "c0", []);

    private static int _factor;
    private static string? _version;

    private int _runs;

    [SetUp]
    public void Start()
    {
        _runs = 0;
        _factor = 1;
        _version = "1";
    }

    [TearDown]
    public void Stop() => Environment.SetEnvironmentVariable(Variable, null);

    [Test]
    public void An_inner_variable_makes_the_outer_call_run() => Inherits(
        set => set.EnvironmentVariable(Variable).Text(Variable), () => Environment.SetEnvironmentVariable(Variable, "new"), $"environment variable {Variable}");

    [Test]
    public void An_inner_static_makes_the_outer_call_run() =>
        Inherits(set => set.Read(FactorReader), () => _factor = 2, "static Settings.Factor in App");

    [Test]
    public void An_inner_custom_dependency_makes_the_outer_call_run() =>
        Inherits(set => set.Read(VersionReader), () => _version = "2", "custom Prices in App");

    [Test]
    public void An_inner_custom_dependency_that_cannot_be_read_any_more_makes_the_outer_call_run() =>
        Inherits(set => set.Read(VersionReader), () => _version = null, expected: ": not stored: inner call Inner was bypassed");

    [Test]
    public void A_file_in_an_inner_directory_makes_the_outer_call_run() => Inherits(
        set => set.Directory("{dir}", "*", recursive: false).Parameter("dir", Bench.PathOf("in")),
        () => Bench.Write(Path.Combine(Directory.CreateDirectory(Bench.PathOf("in")).Name, "a"), ""), $"directory {Bench.PathOf("in")}/*");

    [Test]
    public void A_file_in_an_inner_directory_tree_makes_the_outer_call_run() => Inherits(
        set => set.Directory("{dir}", "*", recursive: true).Parameter("dir", Bench.PathOf("in")),
        () => Directory.CreateDirectory(Bench.PathOf("in/sub")), $"directory tree {Bench.PathOf("in")}/*");

    [Test]
    public void A_reader_that_nobody_gave_makes_the_outer_call_run()
    {
        Outer(set => set.Read(FactorReader));
        Outer(set => set.Read(FactorReader), readers: []);
        Assert.That(_runs, Is.EqualTo(2));
    }

    [Test]
    public void A_name_that_two_readers_have_makes_the_outer_call_run()
    {
        var other = DependencyReader.Static("Settings.Factor", "App", "int", static key => key.Write(_factor));
        Outer(set => set.Read(FactorReader));
        Outer(set => set.Read(FactorReader), readers: [FactorReader, other]);
        Assert.That(_runs, Is.EqualTo(2));
    }

    [Test]
    public void What_a_getter_depends_on_itself_is_no_dependency_of_the_call_that_reads_it()
    {
        var session = Bench.Start();
        var inner = new MemoizedMethod<string?>(Manifests.Of("Inner"), session);
        var reader = DependencyReader.Static("Settings.Text", "App", "",
            key => key.Write(inner.Invoke(new DeclaringCall("y", static set => set.File("a.csv").Text("missing.csv"), () => "text"))));
        Call();
        var entries = Bench.Entries;
        Assert.That(entries.Where(entry => File.ReadAllText(entry).Contains("missing.csv", StringComparison.Ordinal)), Has.Exactly(1).Items);
        Assert.That(entries, Has.Length.EqualTo(3));

        void Call()
        {
            var middle = new MemoizedMethod<string?>(Manifests.Of("Middle", readers: [reader]), session);
            var outer = new MemoizedMethod<string?>(Manifests.Of("Outer", readers: [reader]), session);
            outer.Invoke(new DeclaringCall("x", static _ => { }, () => middle.Invoke(new DeclaringCall("x", set => set.Read(reader), () => ""))));
        }
    }

    [Test]
    [TestCase("weather")]
    [TestCase(Dependency.DirectoryKind)]
    public void What_is_not_known_is_never_current(string kind) =>
        Assert.That(Bench.Start().Surroundings.IsCurrent(new Dependency(kind, "a", "absent")), Is.False);

    private void Inherits(Action<DependencySet> declare, Action change, string? name = null, string? expected = null)
    {
        Outer(declare);
        Outer(declare);
        Assert.That(_runs, Is.EqualTo(1));
        change();
        Outer(declare);
        Assert.That(_runs, Is.EqualTo(2));
        Assert.That(Bench.LastLine, Does.StartWith("memo: miss   Outer(").And.EndWith(expected ?? $": dependency changed: {name}"));
    }

    // A session for each: as if the program was started again.
    private void Outer(Action<DependencySet> declare, DependencyReader[]? readers = null)
    {
        var session = Bench.Start();
        readers ??= [FactorReader, VersionReader];
        new MemoizedMethod<string?>(Manifests.Of("Outer", readers: readers), session).Invoke(new DeclaringCall("x", static _ => { }, () =>
        {
            _runs++;
            return new MemoizedMethod<string?>(Manifests.Of("Inner", readers: readers), session).Invoke(new DeclaringCall("y", declare, () => ""));
        }));
    }

    private sealed class Prices : IDependency
    {
        public static string? Fingerprint() => _version;
    }
}
