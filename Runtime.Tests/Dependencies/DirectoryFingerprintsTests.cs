using System.Diagnostics;
using Memo.Dependencies;

namespace Memo.Runtime.Tests.Dependencies;

public sealed class DirectoryFingerprintsTests : WorkbenchTests
{
    private readonly DirectoryFingerprints _directories;
    private readonly string _in;

    public DirectoryFingerprintsTests()
    {
        // Long after every file that is written here: all of them are settled, so hashes are used again wherever that is possible.
        Bench.Clock.Set(new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _directories = new DirectoryFingerprints(new FileFingerprints(Bench.Clock), Bench.Clock, static _ => false);
        _in = Folder("in");
    }

    [Test]
    public void A_file_that_is_added_removed_renamed_or_changed_is_a_change()
    {
        var states = new List<string> { Of("*") };
        Bench.Write("in/a", "one");
        states.Add(Of("*"));
        Bench.Write("in/b", "one");
        states.Add(Of("*"));
        Bench.Write("in/b", "two");
        states.Add(Of("*"));
        File.Move(Bench.PathOf("in/b"), Bench.PathOf("in/c"));
        states.Add(Of("*"));
        Assert.That(states, Is.Unique);
        File.Delete(Bench.PathOf("in/c"));
        Assert.That(Of("*"), Is.EqualTo(states[1]));
    }

    [Test]
    public void Two_files_that_change_places_are_a_change()
    {
        Bench.Write("in/a", "one");
        Bench.Write("in/b", "two");
        var before = Of("*");
        Bench.Write("in/a", "two");
        Bench.Write("in/b", "one");
        Assert.That(Of("*"), Is.Not.EqualTo(before));
    }

    [Test]
    public void Absence_is_a_state_of_its_own()
    {
        var empty = Of("*");
        Directory.Delete(_in);
        Assert.That(Of("*"), Is.Not.EqualTo(empty));
        Directory.CreateDirectory(_in);
        Assert.That(Of("*"), Is.EqualTo(empty));
    }

    [Test]
    public void The_order_in_which_files_were_made_does_not_count()
    {
        foreach (var name in new[] { "c", "a", "b" }) Bench.Write("in/" + name, name);
        Folder("other");
        foreach (var name in new[] { "b", "c", "a" }) Bench.Write("other/" + name, name);
        Assert.That(State("other", "*").Fingerprint, Is.EqualTo(Of("*")));
    }

    [Test]
    public void A_file_that_the_pattern_leaves_out_does_not_count()
    {
        Bench.Write("in/a.csv", "one");
        var before = Of("*.csv");
        Bench.Write("in/a.txt", "one");
        Assert.That(Of("*.csv"), Is.EqualTo(before));
        Bench.Write("in/b.csv", "one");
        Assert.That(Of("*.csv"), Is.Not.EqualTo(before));
    }

    // Options of the methods that list a directory decide about all of these.
    [TestCase("*.csv", "a.CSV")]
    [TestCase("*.*", "a")]
    [TestCase("a?", "a")]
    [TestCase("*.", "a")]
    [TestCase("*.", "a.")]
    public void A_name_that_some_way_of_listing_gives_counts(string pattern, string name)
    {
        var before = Of(pattern);
        Bench.Write("in/" + name, "one");
        Assert.That(Of(pattern), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_hidden_file_counts()
    {
        var before = Of("*");
        Bench.Write("in/.hidden", "");
        Assert.That(Of("*"), Is.Not.EqualTo(before));
    }

    [Test]
    public void What_lies_in_a_subdirectory_counts_only_when_asked_for()
    {
        Folder("in/sub/sub");
        var (flat, deep) = (Of("*"), Of("*", recursive: true));
        Bench.Write("in/sub/sub/a", "one");
        Assert.That(Of("*"), Is.EqualTo(flat));
        Assert.That(Of("*", recursive: true), Is.Not.EqualTo(deep));
    }

    [Test]
    public void The_pattern_selects_files_in_subdirectories_that_it_does_not_select()
    {
        Folder("in/sub");
        Bench.Write("in/sub/a.csv", "one");
        Bench.Write("in/sub/a.txt", "one");
        var before = Of("*.csv", recursive: true);
        Bench.Write("in/sub/a.txt", "two");
        Assert.That(Of("*.csv", recursive: true), Is.EqualTo(before));
        Bench.Write("in/sub/a.csv", "two");
        Assert.That(Of("*.csv", recursive: true), Is.Not.EqualTo(before));
    }

    [Test]
    public void The_name_of_a_subdirectory_counts()
    {
        var before = Of("*");
        Folder("in/sub");
        Assert.That(Of("*"), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_name_with_a_part_of_another_one_is_another_name()
    {
        Folder("in/ab");
        Bench.Write("in/ab/c", "");
        var before = Of("c", recursive: true);
        Directory.Move(Bench.PathOf("in/ab"), Bench.PathOf("in/a"));
        Assert.That(Of("c", recursive: true), Is.Not.EqualTo(before));
    }

    [Test]
    public void The_fingerprint_is_used_again_while_nothing_was_written()
    {
        Assume.That(FileStatus.Of(_in).Identity, Is.Not.Null, "the file system tells identities");
        Bench.Write("in/a", "one");
        Bench.Write("in/empty", "");
        Assert.That(Of("*"), Is.SameAs(Of("*")));
    }

    [Test]
    public void A_change_of_the_same_size_with_the_modification_time_set_back_is_seen()
    {
        var path = Bench.Write("in/a", "one");
        var written = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);
        var identity = FileStatus.Of(path).Identity;
        var before = Of("*");
        // The change time is as fine as the file system's clock; until that has ticked, nothing in the world could see the change.
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            File.WriteAllText(path, "two");
            File.SetLastWriteTimeUtc(path, written);
            if (identity is null || FileStatus.Of(path).Identity != identity) break;
            Thread.Sleep(1);
        }
        Assert.That(Of("*"), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_file_in_its_place_has_no_fingerprint() =>
        Assert.That(State(Bench.Write("file", ""), "*").Refusal, Is.EqualTo("is not a directory"));

    [Test]
    public void A_file_that_may_not_be_read_leaves_no_fingerprint()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("Rights do not bind this user.");
            return;
        }
        File.SetUnixFileMode(Bench.Write("in/a", "one"), UnixFileMode.None);
        Assert.That(State("in", "*").Refusal, Is.EqualTo("holds 'a', which may not be read"));
    }

    [Test]
    public void A_pipe_leaves_no_fingerprint_and_is_not_opened()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Pipes are no files here.");
        using (var make = Process.Start("mkfifo", Bench.PathOf("in/pipe"))) make.WaitForExit();
        Assert.That(State("in", "*").Refusal, Is.EqualTo("holds 'pipe', which is not a regular file"));
    }

    [Test]
    public void A_loop_of_links_leaves_no_fingerprint()
    {
        Folder("in/sub");
        Directory.CreateSymbolicLink(Bench.PathOf("in/sub/up"), _in);
        Assert.That(State("in", "*", recursive: true).Refusal, Is.EqualTo("leads through the link 'sub/up', which may lead back"));
        Assert.That(State("in", "*").Refusal, Is.Null);
    }

    [Test]
    public void A_path_that_leads_out_of_a_folder_again_means_the_directory_that_the_framework_lists()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Links need rights there.");
        Folder("other/deep/in");
        Directory.CreateSymbolicLink(Bench.PathOf("link"), Bench.PathOf("other/deep"));
        Bench.Write("in/a", "one");
        foreach (var name in (string[])["none/../in", "link/../in"])
        {
            Assert.That(State(name, "*").Fingerprint, Is.EqualTo(Of("*")), name);
        }
    }

    [Test]
    public void The_target_of_a_link_counts()
    {
        File.CreateSymbolicLink(Bench.PathOf("in/link"), Bench.Write("target", "one"));
        var before = Of("*");
        Bench.Write("target", "two");
        var after = Of("*");
        File.Delete(Bench.PathOf("target"));
        Assert.That(new[] { before, after, Of("*") }, Is.Unique);
    }

    [Test]
    public void A_directory_with_very_many_files_has_a_fingerprint()
    {
        for (var i = 0; i < 10_000; i++) File.Create(Bench.PathOf($"in/{i}")).Dispose();
        var before = Of("*");
        Bench.Write("in/7777", "one");
        Assert.That(Of("*"), Is.Not.EqualTo(before));
    }

    private string Folder(string name) => Directory.CreateDirectory(Bench.PathOf(name)).FullName;

    private DependencyState State(string name, string pattern, bool recursive = false) => _directories.Of(new(Bench.PathOf(name), pattern, recursive));

    private string Of(string pattern, bool recursive = false)
    {
        var state = State("in", pattern, recursive);
        Assert.That(state.Refusal, Is.Null);
        return state.Fingerprint;
    }
}
