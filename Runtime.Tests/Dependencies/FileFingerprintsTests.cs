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
        var withDirectory = Of(Bench.PathOf("b/c"));
        Assert.That(withDirectory, Is.Not.EqualTo(absent));
        Directory.CreateDirectory(Bench.PathOf("b"));
        Assert.That(Of(Bench.PathOf("b/c")), Is.EqualTo(absent));
        Assert.That(Of(Path.Combine(Bench.Write("file", ""), "below")), Is.EqualTo(withDirectory));
        Assert.That(Of(Bench.Write("a", "")), Is.Not.EqualTo(absent));
    }

    [Test]
    public void The_same_size_and_a_modification_time_that_is_set_back_do_not_hide_a_change()
    {
        var path = Bench.Write("a", "one");
        // Whole seconds come back exactly; the file system counts finer than the framework does.
        var written = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);
        var identity = FileStatus.Of(path).Identity;
        var before = Of(path);
        // The change time is as fine as the file system's clock; until that has ticked, nothing in the world could see the change.
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            File.WriteAllText(path, "two");
            File.SetLastWriteTimeUtc(path, written);
            if (identity is null || FileStatus.Of(path).Identity != identity) break;
            Thread.Sleep(1);
        }
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

    [TestCase(100, 100, 103, true)]
    [TestCase(100, 100, 102, false)]
    [TestCase(100, 100, 99, false)]
    [TestCase(100, 50, 102, false)]
    [TestCase(50, 100, 102, false)]
    [TestCase(100, 50, 103, true)]
    public void A_hash_is_used_again_only_if_the_last_change_was_more_than_two_seconds_before(long modified, long changed, long now, bool settled) =>
        Assert.That(new FileIdentity(1, 1, 1, modified, 0, changed, 0).IsSettled(now), Is.EqualTo(settled));

    [Test]
    public void A_hash_that_is_settled_is_used_again()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("Only there does a file have an identity.");
        var path = Bench.Write("a", "one");
        Assert.That(_files.Of(path).Fingerprint, Is.SameAs(_files.Of(path).Fingerprint));
    }

    [Test]
    public void A_hash_that_is_not_settled_is_not_used_again()
    {
        var path = Bench.Write("a", "one");
        Bench.Clock.Set(File.GetLastWriteTimeUtc(path));
        Assert.That(_files.Of(path).Fingerprint, Is.EqualTo(_files.Of(path).Fingerprint).And.Not.SameAs(_files.Of(path).Fingerprint));
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
    public void Where_the_system_gives_no_identity_it_tells_still_what_a_path_leads_to()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("There is no command to make a pipe.");
        var (pipe, loop) = (Bench.PathOf("pipe"), Bench.PathOf("loop"));
        using (var process = Process.Start("mkfifo", [pipe])) process.WaitForExit();
        File.CreateSymbolicLink(loop, loop);
        var link = File.CreateSymbolicLink(Bench.PathOf("link"), pipe).FullName;
        Assert.Multiple(() =>
        {
            Assert.That(KindOf(Bench.Write("a", "content")), Is.EqualTo(FileStatusKind.Regular));
            Assert.That(KindOf(Bench.Root), Is.EqualTo(FileStatusKind.Directory));
            Assert.That(KindOf(Bench.PathOf("b")), Is.EqualTo(FileStatusKind.Absent));
            Assert.That(KindOf(Bench.PathOf("a/b")), Is.EqualTo(FileStatusKind.Absent));
            Assert.That(KindOf(pipe), Is.EqualTo(FileStatusKind.Other));
            Assert.That(KindOf(link), Is.EqualTo(FileStatusKind.Other));
            Assert.That(KindOf("/dev/zero"), Is.EqualTo(FileStatusKind.Other));
            Assert.That(KindOf(loop), Is.EqualTo(FileStatusKind.Unknown));
        });

        static FileStatusKind KindOf(string path) => FileStatus.WithoutIdentity(path).Kind;
    }

    [Test]
    public void Where_the_system_gives_no_identity_a_file_is_read_at_each_call_and_nothing_else_is()
    {
        var files = new FileFingerprints(Bench.Clock, FileStatus.WithoutIdentity);
        var path = Bench.Write("a", "content");
        Assert.That(files.Of(path), Is.EqualTo(_files.Of(path)));
        Bench.Write("a", "another");
        Assert.That(files.Of(path).Fingerprint, Is.EqualTo(Of(Bench.Write("b", "another"))));
        Assert.That(files.Of(Bench.Root).Refusal, Is.EqualTo("is a directory"));
        if (OperatingSystem.IsLinux()) Assert.That(files.Of("/dev/zero").Refusal, Is.EqualTo("is not a regular file"));
    }

    [Test]
    public void What_has_no_end_is_not_read_for_ever_even_if_it_looks_like_a_file()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("There is no such device.");
        var deceived = new FileFingerprints(Bench.Clock, static _ => new(FileStatusKind.Regular, null));
        Assert.That(deceived.Of("/dev/zero").Refusal, Is.EqualTo("has more in it than it says"));
        Assert.That(deceived.Of("/dev/null").Refusal, Is.Null);
        using var process = Process.Start(new ProcessStartInfo("sleep", ["100"]) { RedirectStandardOutput = true })!;
        Assert.That(deceived.Of($"/proc/{process.Id}/fd/1").Refusal, Is.EqualTo("is not a regular file"));
        process.Kill();
        process.WaitForExit();
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

    // The framework takes the last folder off a path before it asks the system, which would follow the folder first.
    [Test]
    public void A_path_that_leads_out_of_a_folder_again_means_the_file_that_the_framework_reads()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Links need rights there.");
        var target = Bench.Write("a", "content");
        Directory.CreateDirectory(Bench.PathOf("in/deep"));
        Bench.Write("in/a", "another");
        Directory.CreateSymbolicLink(Bench.PathOf("link"), Bench.PathOf("in/deep"));
        foreach (var name in (string[])["none/../a", "link/../a", "in/../a", "in/deep/../../a"])
        {
            Assert.That(File.ReadAllText(Bench.PathOf(name)), Is.EqualTo("content"));
            Assert.That(Of(Bench.PathOf(name)), Is.EqualTo(Of(target)), name);
        }
        File.Delete(target);
        Assert.That(Of(Bench.PathOf("link/../a")), Is.EqualTo(Of(target)));
    }

    [Test]
    public void A_link_that_leads_elsewhere_does_not_hide_a_change()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("Only there does a file have an identity.");
        var target = Bench.Write("a", "one");
        Directory.CreateDirectory(Bench.PathOf("in/deep"));
        Bench.Write("in/a", "two");
        Directory.CreateSymbolicLink(Bench.PathOf("link"), Bench.PathOf("in/deep"));
        Bench.Clock.Set(DateTimeOffset.UtcNow.AddDays(1));
        var before = Of(Bench.PathOf("link/../a"));
        File.WriteAllText(target, "new");
        Assert.That(Of(Bench.PathOf("link/../a")), Is.Not.EqualTo(before));
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

    private string Of(string path)
    {
        var state = _files.Of(path);
        Assert.That(state.Refusal, Is.Null);
        return state.Fingerprint;
    }
}
