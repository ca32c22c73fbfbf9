using Memo.Dependencies;

namespace Memo.Runtime.Tests.Dependencies;

/// <summary>What throws, changes, ends or disappears while a call depends on it: the call gives what it would give without us, and nothing of it is remembered.</summary>
public sealed class UnsteadyInputTests : InputTests
{
    [Test]
    public void A_static_that_throws_and_a_dependency_that_tells_nothing_are_bypasses()
    {
        foreach (var thrown in (Exception[])[new InvalidOperationException(), new IOException(), new OperationCanceledException(), new AggregateException()])
        {
            var reader = DependencyReader.Static("Settings.Factor", "App", "int", _ => throw thrown);
            AssertBypass(set => set.Read(reader), $"dependency 'Settings.Factor' cannot be read: reading it threw {thrown.GetType().Name}");
        }
        AssertBypass(static set => set.Read(DependencyReader.Custom<Silent>("Silent", "App", "", [])), "dependency 'Silent' cannot be read: its fingerprint is null");
        AssertBypass(static set => set.Read(DependencyReader.Custom<Broken>("Broken", "App", "", [])), "dependency 'Broken' cannot be read: reading it threw TypeInitializationException");
    }

    [Test]
    public void A_custom_fingerprint_may_be_empty_or_huge()
    {
        foreach (var text in (string[])["", new('x', 10_000_000), "\0", "\ud800"])
        {
            Told.Text = () => text;
            AssertFollowed(static set => set.Read(s_told), static () => "same", () => Told.Text = () => text + "!");
        }
    }

    [Test]
    public void A_custom_fingerprint_that_is_another_one_each_time_keeps_the_result_from_being_stored()
    {
        var calls = 0;
        Told.Text = () => $"{calls++}";
        AssertNotStored(static set => set.Read(s_told), static () => "ran", "ran", "dependency custom Told in App changed during the call");
    }

    [Test]
    public void A_custom_fingerprint_that_throws_the_second_time_keeps_the_result_from_being_stored()
    {
        var calls = 0;
        Told.Text = () => calls++ % 2 == 0 ? "first" : throw new InvalidOperationException();
        AssertNotStored(static set => set.Read(s_told), static () => "ran", "ran", "dependency custom Told in App changed during the call");
    }

    [Test]
    public void A_member_that_a_template_names_and_that_throws_or_is_null_is_a_bypass()
    {
        AssertBypass(static _ => throw new NotSupportedException(), "a dependency cannot be resolved (NotSupportedException)");
        AssertBypass(static set => set.File("{options.Path}").Parameter("options.Path", ((string?[])[null])[0]!.Trim()), "a dependency cannot be resolved (NullReferenceException)");
        AssertBypass(static set => set.File("{options.Path}").Parameter("options.Path", null), "dependency '{options.Path}' cannot be resolved: 'options.Path' is null");
    }

    [Test]
    public void A_path_with_more_characters_than_the_system_takes_is_a_bypass_or_is_not_stored()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("Other systems have other limits.");
        var path = Bench.PathOf(string.Concat(Enumerable.Repeat("name/", 1000)));
        AssertBypass(set => set.File("{path}").Parameter("path", path), $"dependency '{{path}}' cannot be read: '{path}' cannot be examined");
        AssertBypass(set => set.Directory("{dir}", "*", recursive: true).Parameter("dir", path), $"dependency '{{dir}}' cannot be read: '{path}' cannot be examined");
        var expected = Caught(() => File.ReadAllText(path).Length);
        AssertNotStored(Nothing, () => Caught(() => TrackedFile.ReadAllText(path).Length), expected, $"file {path} cannot be read ({expected})");
    }

    [Test]
    public void A_separator_after_the_name_of_a_file_means_what_it_means_to_the_framework()
    {
        var path = Bench.Write("a", "text") + Path.DirectorySeparatorChar;
        void MakeFolder()
        {
            File.Delete(Bench.PathOf("a"));
            Directory.CreateDirectory(path);
        }

        Assert.That(Caught(() => TrackedFile.ReadAllText(path).Length), Is.EqualTo(Caught(() => File.ReadAllText(path).Length)));
        AssertFollowed(Nothing, () => $"{TrackedFile.Exists(path)} {TrackedDirectory.Exists(path)}", MakeFolder);
        AssertFollowed(Nothing, () => string.Join(' ', TrackedDirectory.GetFiles(path).Select(file => file.Length)), () => Bench.Write("a/b", ""));
        AssertFollowed(set => set.Directory("{dir}", "*", recursive: false).Parameter("dir", path), () => $"{Directory.GetFiles(path).Length}", () => Bench.Write("a/c", ""));
    }

    [Test]
    public void Names_that_a_shell_or_a_template_would_understand_are_names()
    {
        foreach (var name in (string[])["~", "$HOME", "{x}", "%TEMP%", "a b", "*"])
        {
            if (OperatingSystem.IsWindows() && name == "*") continue;
            var path = Bench.Write(name, "1");
            AssertFollowed(set => set.File("{path}").Parameter("path", path), () => File.ReadAllText(path), () => Bench.Write(name, "2"));
            AssertFollowed(Nothing, () => TrackedFile.ReadAllText(path), () => Bench.Write(name, "3"));
            AssertFollowed(Nothing, () => $"{TrackedFile.Exists(path)}", () => File.Delete(path));
        }
    }

    [Test]
    public void A_directory_that_is_gone_when_the_call_ends_keeps_the_result_from_being_stored()
    {
        var path = Bench.PathOf("in");
        string Leave()
        {
            var found = Directory.GetFiles(path).Length;
            Directory.Delete(path, recursive: true);
            return $"{found}";
        }

        foreach (var _ in (int[])[1, 2])
        {
            Directory.CreateDirectory(path);
            Bench.Write("in/a", "");
            Assert.That(Invoke(set => set.Directory("{dir}", "*", recursive: true).Parameter("dir", path), Leave), Is.EqualTo("1"));
            Assert.That(Bench.LastLine, Does.EndWith($": not stored: dependency directory tree {path}/* changed during the call"));
        }
        Assert.That(Bench.Entries, Is.Empty);
    }

    [Test]
    public void What_was_read_before_an_exception_is_read_again()
    {
        var path = Bench.Write("a", "no number");
        string? Parse() => int.Parse(TrackedFile.ReadAllText(path), System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var _ in (int[])[1, 2])
        {
            Assert.Throws<FormatException>(() => Invoke(Nothing, Parse));
            Assert.That(Bench.LastLine, Does.EndWith(": not stored: it threw FormatException"));
        }
        Bench.Write("a", "5");
        Assert.That(Invoke(Nothing, Parse), Is.EqualTo("5"));
    }

    [Test]
    public void A_read_that_is_left_before_its_end_keeps_the_result_from_being_stored()
    {
        var path = Bench.Write("a", "first\nsecond");
        var left = new List<IAsyncDisposable>();
        AssertNotStored(Nothing, () =>
        {
            var lines = TrackedFile.ReadLinesAsync(path).GetAsyncEnumerator();
            left.Add(lines);
            return lines.MoveNextAsync().AsTask().Result ? lines.Current : null;
        }, "first", $"file {path} is still open when the call ends");
        AssertNotStored(Nothing, () =>
        {
            var stream = TrackedFile.OpenRead(path);
            left.Add(stream);
            return $"{stream.ReadAsync(new byte[3]).AsTask().Result}";
        }, "3", $"file {path} is still open when the call ends");
        foreach (var reader in left) reader.DisposeAsync().AsTask().Wait();
    }

    private static readonly DependencyReader s_told = DependencyReader.Custom<Told>("Told", "App", "", []);

    private sealed class Told : IDependency
    {
        public static Func<string?> Text { get; set; } = static () => null;

        public static string? Fingerprint() => Text();
    }

    private sealed class Silent : IDependency
    {
        public static string? Fingerprint() => null;
    }

    private sealed class Broken : IDependency
    {
        private static readonly string s_text = Fail();

        public static string? Fingerprint() => s_text;

        private static string Fail() => throw new InvalidOperationException("no text");
    }
}
