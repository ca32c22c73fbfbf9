using Memo.Dependencies;

namespace Memo.Runtime.Tests.Dependencies;

/// <summary>Environment variables, directories, statics and custom dependencies, as calls declare them.</summary>
[NonParallelizable]
public sealed class DeclaredDependencyTests : WorkbenchTests
{
    private const string Variable = "MEMO_TEST_OF_A_VARIABLE";

    private static readonly DependencyReader FactorReader = DependencyReader.Static("Settings.Factor", "App", "int", static key => key.Write(Factor));
    private static readonly DependencyReader VersionReader = DependencyReader.Custom<Prices>("Prices", "App", "c0", []);

    private static int _factor;
    private static Func<string?> _version = () => "1";

    private int _runs;

    private static int Factor => _factor >= 0 ? _factor : throw new InvalidOperationException("no factor");

    [SetUp]
    public void Start()
    {
        _runs = 0;
        _factor = 1;
        _version = () => "1";
        Environment.SetEnvironmentVariable(Variable, null);
    }

    [TearDown]
    public void Stop() => Environment.SetEnvironmentVariable(Variable, null);

    [Test]
    public void A_variable_that_is_not_set_empty_and_set_are_three_states()
    {
        var states = new[] { null, "", "a", "A", " a" };
        foreach (var expected in new[] { states.Length, states.Length })
        {
            foreach (var state in states)
            {
                Environment.SetEnvironmentVariable(Variable, state);
                Assert.That(Invoke(OfVariable, () => state ?? "none"), Is.EqualTo(state ?? "none"));
            }
            Assert.That(_runs, Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_changed_variable_is_named_and_its_value_is_nowhere_in_the_store()
    {
        Environment.SetEnvironmentVariable(Variable, "very secret");
        Invoke(OfVariable);
        Environment.SetEnvironmentVariable(Variable, "also secret");
        Invoke(OfVariable);
        Assert.That(Bench.LastLine, Does.EndWith($": dependency changed: environment variable {Variable}"));
        foreach (var entry in Bench.Entries) Assert.That(File.ReadAllText(entry), Does.Not.Contain("secret"));
    }

    [Test]
    public void A_variable_that_changes_during_the_call_keeps_the_result_from_being_stored()
    {
        Invoke(OfVariable, () =>
        {
            Environment.SetEnvironmentVariable(Variable, "now");
            return "";
        });
        Assert.That(Bench.Entries, Is.Empty);
        Assert.That(Bench.LastLine, Does.EndWith($": not stored: dependency environment variable {Variable} changed during the call"));
    }

    [Test]
    public void A_new_file_in_a_directory_makes_the_method_run()
    {
        Directory.CreateDirectory(Bench.PathOf("in"));
        Invoke(OfDirectory);
        Invoke(OfDirectory);
        Assert.That(_runs, Is.EqualTo(1));
        Bench.Write("in/a.csv", "");
        Invoke(OfDirectory);
        Assert.That(_runs, Is.EqualTo(2));
        Assert.That(Bench.LastLine, Does.EndWith($": dependency changed: directory {Bench.PathOf("in")}/*.csv"));
        Bench.Write("in/a.txt", "");
        Invoke(OfDirectory);
        Assert.That(_runs, Is.EqualTo(2));
    }

    [Test]
    public void A_directory_that_holds_the_store_makes_the_call_a_bypass()
    {
        foreach (var (folder, recursive) in new[] { (Bench.Root, true), (Bench.Root + "/", true), (Bench.Store, false), (Path.Combine(Bench.Store, "v1"), false) })
        {
            Invoke(set => set.Directory("{dir}", "*", recursive).Parameter("dir", folder));
            Assert.That(Bench.LastLine, Does.Contain($" dependency '{{dir}}' cannot be read: '{folder}' holds the store of remembered results"));
        }
        Invoke(set => set.Directory("{dir}", "*", recursive: false).Parameter("dir", Bench.Root));
        Assert.That(Bench.LastLine, Does.Not.Contain("cannot be read"));
        Invoke(set => set.Directory("{dir}", "*", recursive: true).Parameter("dir", Bench.Store + "d"));
        Assert.That(Bench.LastLine, Does.Not.Contain("cannot be read"));
    }

    [Test]
    public void A_static_is_read_at_each_call()
    {
        foreach (var factor in new[] { 1, 2, 1, 2 })
        {
            _factor = factor;
            Assert.That(Invoke(OfStatic, () => $"{factor}"), Is.EqualTo($"{factor}"));
        }
        Assert.That(_runs, Is.EqualTo(2));
    }

    [Test]
    public void A_changed_static_is_named()
    {
        Invoke(OfStatic);
        _factor = 2;
        Invoke(OfStatic);
        Assert.That(Bench.LastLine, Does.EndWith(": dependency changed: static Settings.Factor in App"));
    }

    [Test]
    public void A_static_that_changes_during_the_call_keeps_the_result_from_being_stored()
    {
        Invoke(OfStatic, () => $"{_factor++}");
        Assert.That(Bench.Entries, Is.Empty);
        Assert.That(Bench.LastLine, Does.EndWith(": not stored: dependency static Settings.Factor in App changed during the call"));
    }

    [Test]
    public void A_getter_that_throws_makes_the_call_a_bypass()
    {
        _factor = -1;
        Assert.That(Invoke(OfStatic, () => "run"), Is.EqualTo("run"));
        Assert.That(Bench.LastLine, Is.EqualTo("memo: bypass Pipeline.Clean(\"x\") dependency 'Settings.Factor' cannot be read: reading it threw InvalidOperationException"));
    }

    [Test]
    public void A_static_whose_value_cannot_be_keyed_makes_the_call_a_bypass()
    {
        var lazy = DependencyReader.Static("Settings.Rows", "App", "", static key => key.Refuse("is a lazy sequence"));
        Invoke(set => set.Read(lazy));
        Assert.That(Bench.LastLine, Does.EndWith(" dependency 'Settings.Rows' cannot be read: its value is a lazy sequence"));
    }

    [Test]
    public void A_getter_that_calls_what_depends_on_it_ends()
    {
        DependencyReader? self = null;
        var calls = 0;
        string? Call() => Invoke(set => set.Read(self!), () => $"{++calls}");
        self = DependencyReader.Static("Settings.Factor", "App", "", key => key.Write(Call()));
        Assert.That(Call(), Is.EqualTo("2"));
    }

    [Test]
    public void A_type_with_another_shape_is_another_state()
    {
        var other = DependencyReader.Static("Settings.Factor", "App", "long", static key => key.Write(Factor));
        Invoke(OfStatic);
        Invoke(set => set.Read(other));
        Assert.That(_runs, Is.EqualTo(2));
    }

    [Test]
    public void Another_custom_fingerprint_makes_the_method_run()
    {
        foreach (var version in new[] { "1", "2", "", "1", "2", "" })
        {
            _version = () => version;
            Assert.That(Invoke(OfCustom, () => version), Is.EqualTo(version));
        }
        Assert.That(_runs, Is.EqualTo(3));
    }

    [Test]
    public void A_custom_fingerprint_that_is_null_makes_the_call_a_bypass()
    {
        _version = () => null;
        Invoke(OfCustom);
        Assert.That(Bench.LastLine, Is.EqualTo("memo: bypass Pipeline.Clean(\"x\") dependency 'Prices' cannot be read: its fingerprint is null"));
    }

    [Test]
    public void A_custom_fingerprint_that_throws_makes_the_call_a_bypass()
    {
        _version = () => throw new TimeoutException("no answer\nat all");
        Invoke(OfCustom);
        Assert.That(Bench.LastLine, Is.EqualTo("memo: bypass Pipeline.Clean(\"x\") dependency 'Prices' cannot be read: reading it threw TimeoutException"));
    }

    [Test]
    public void A_custom_fingerprint_that_fails_after_the_call_keeps_the_result_from_being_stored()
    {
        Invoke(OfCustom, () =>
        {
            _version = () => throw new TimeoutException();
            return "";
        });
        Assert.That(Bench.Entries, Is.Empty);
    }

    [Test]
    public void Other_code_that_tells_the_state_is_another_state()
    {
        var edited = DependencyReader.Custom<Prices>("Prices", "App", "c1", []);
        Invoke(OfCustom);
        Invoke(set => set.Read(edited));
        Assert.That(_runs, Is.EqualTo(2));
    }

    private void OfDirectory(DependencySet set) => set.Directory("{dir}", "*.csv", recursive: false).Parameter("dir", Bench.PathOf("in"));

    private static void OfVariable(DependencySet set) => set.EnvironmentVariable(Variable).Text(Variable);

    private static void OfStatic(DependencySet set) => set.Read(FactorReader);

    private static void OfCustom(DependencySet set) => set.Read(VersionReader);

    private string? Invoke(Action<DependencySet> declare, Func<string?>? compute = null) =>
        new MemoizedMethod<string?>(Manifests.Of(readers: [FactorReader, VersionReader]), Bench.Start()).Invoke(new DeclaringCall("x", declare, () =>
        {
            _runs++;
            return compute?.Invoke();
        }));

    private sealed class Prices : IDependency
    {
        public static string? Fingerprint() => _version();
    }
}
