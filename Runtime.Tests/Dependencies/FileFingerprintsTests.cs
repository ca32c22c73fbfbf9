using System.Diagnostics;
using Memo.Dependencies;

namespace Memo.Runtime.Tests.Dependencies;

public sealed class FileFingerprintsTests : WorkbenchTests
{
    private readonly FileFingerprints _files;

    public FileFingerprintsTests()
    {
        // Long after every file that is written here: all of them are settled, so hashes are used again wherever that is possible.
        Bench.Clock.Set(new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _files = new FileFingerprints(Bench.Clock);
    }

    [Test]
    public void A_file_has_the_fingerprint_of_its_content()
    {
        var first = Of(Bench.Write("a", "content"));
        Assert.That(Of(Bench.Write("b", "content")), Is.EqualTo(first));
        Assert.That(Of(Bench.Write("c", "contenu")), Is.Not.EqualTo(first));
        Assert.That(Of(Bench.Write("d", "")), Is.Not.EqualTo(first));
    }

    [Test]
    public void Absence_is_a_state_of_its_own()
    {
        var absent = Of(Bench.PathOf("a"));
        Assert.That(Of(Bench.PathOf("b/c")), Is.EqualTo(absent));
        Assert.That(Of(Path.Combine(Bench.Write("file", ""), "below")), Is.EqualTo(absent));
        Assert.That(Of(Bench.Write("a", "")), Is.Not.EqualTo(absent));
    }

    [Test]
    public void The_same_size_and_a_modification_time_that_is_set_back_do_not_hide_a_change()
    {
        var path = Bench.Write("a", "one");
        var before = Of(path);
        var written = File.GetLastWriteTimeUtc(path);
        var identity = FileStatus.Of(path).Identity;
        // The change time is as fine as the file system's clock; until that has ticked, nothing in the world could see the change.
        do
        {
            File.WriteAllText(path, "two");
            File.SetLastWriteTimeUtc(path, written);
        }
        while (identity is not null && FileStatus.Of(path).Identity == identity);
        Assert.That(File.GetLastWriteTimeUtc(path), Is.EqualTo(written));
        Assert.That(Of(path), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_file_that_was_replaced_by_another_one_is_hashed_again()
    {
        var path = Bench.Write("a", "one");
        var before = Of(path);
        var other = Bench.Write("b", "two");
        File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(path));
        File.Move(other, path, overwrite: true);
        Assert.That(Of(path), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_file_written_within_the_last_seconds_is_hashed_at_each_call()
    {
        var path = Bench.Write("a", "one");
        Bench.Clock.Set(File.GetLastWriteTimeUtc(path));
        var before = Of(path);
        File.WriteAllText(path, "two");
        Assert.That(Of(path), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_directory_has_no_fingerprint() => Assert.That(_files.Of(Bench.Root).Refusal, Is.EqualTo("is a directory"));

    [TestCase("")]
    [TestCase("a\0b")]
    public void What_is_no_path_has_no_fingerprint(string path) => Assert.That(_files.Of(path).Refusal, Is.EqualTo("is no path"));

    [Test]
    public void A_device_has_no_fingerprint()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("There is no such device.");
        Assert.That(_files.Of("/dev/zero").Refusal, Is.EqualTo("is not a regular file"));
    }

    [Test]
    public void A_pipe_has_no_fingerprint_and_is_not_waited_for()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("There is no command to make one.");
        var path = Bench.PathOf("pipe");
        using (var process = Process.Start("mkfifo", [path])) process.WaitForExit();
        Assert.That(_files.Of(path).Refusal, Is.EqualTo("is not a regular file"));
    }

    [Test]
    public void A_file_that_the_system_makes_up_is_read_at_each_call()
    {
        const string path = "/proc/self/comm";
        if (!File.Exists(path)) Assert.Ignore("There is no such file.");
        var name = File.ReadAllText(path);
        var before = Of(path);
        try
        {
            File.WriteAllText(path, "renamed");
            Assert.That(Of(path), Is.Not.EqualTo(before));
        }
        finally
        {
            File.WriteAllText(path, name.TrimEnd());
        }
    }

    [Test]
    public void A_link_has_the_fingerprint_of_what_it_leads_to()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Links need rights there.");
        var target = Bench.Write("a", "content");
        var link = File.CreateSymbolicLink(Bench.PathOf("link"), target).FullName;
        Assert.That(Of(link), Is.EqualTo(Of(target)));
        File.Delete(target);
        Assert.That(Of(link), Is.EqualTo(Of(Bench.PathOf("nothing"))));
    }

    [Test]
    public void A_file_that_must_not_be_read_has_no_fingerprint()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("Rights do not bind this user.");
            return;
        }
        var path = Bench.Write("a", "content");
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.That(_files.Of(path).Refusal, Is.EqualTo("may not be read"));
    }

    [Test]
    public void Dependencies_of_an_unknown_kind_are_never_current() =>
        Assert.That(_files.IsCurrent(new Dependency("weather", "a", "absent")), Is.False);

    private string Of(string path)
    {
        var state = _files.Of(path);
        Assert.That(state.Refusal, Is.Null);
        return state.Fingerprint;
    }
}
