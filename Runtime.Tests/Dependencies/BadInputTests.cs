using System.Diagnostics;
using Memo.Dependencies;

namespace Memo.Runtime.Tests.Dependencies;

/// <summary>
/// What a program may be pointed at that is no ordinary file or directory: declared, it is a bypass with one clear line or a state like any other; read through
/// <see cref="TrackedFile"/>, it gives what <see cref="File"/> gives, and what is not certain is not stored. Nothing hangs, and no result is wrong.
/// </summary>
public sealed class BadInputTests : InputTests
{
    private const int Many = 100_000;

    [Test]
    public void A_declared_file_of_two_gibibytes_is_hashed_and_followed()
    {
        var path = Sparse();
        AssertFollowed(set => set.File("{path}").Parameter("path", path), () => $"{new FileInfo(path).Length}", () => Change(path));
    }

    [Test]
    public void A_file_of_two_gibibytes_that_is_read_is_hashed_and_followed()
    {
        var path = Sparse();
        AssertFollowed(Nothing, () =>
        {
            using var stream = TrackedFile.OpenRead(path);
            stream.ReadExactly(new byte[100]);
            return $"{stream.Length}";
        }, () => Change(path));
    }

    [Test]
    public void A_file_too_long_for_an_array_throws_what_File_throws()
    {
        var path = Sparse();
        Assert.Throws<IOException>(() => File.ReadAllBytes(path));
        AssertNotStored(() => Caught(() => TrackedFile.ReadAllBytes(path).Length), "IOException", $"file {path} cannot be read (IOException)");
    }

    [Test]
    public void A_directory_of_a_hundred_thousand_files_is_followed()
    {
        var folder = Directory.CreateDirectory(Bench.PathOf("in")).FullName;
        for (var i = 0; i < Many; i++) File.OpenHandle(Path.Combine(folder, $"{i}"), FileMode.CreateNew, FileAccess.Write).Dispose();
        AssertFollowed(set => set.Directory("{dir}", "*", recursive: false).Parameter("dir", folder), () => $"{Directory.GetFiles(folder).Length}", () => Bench.Write("in/declared", ""));
        AssertFollowed(Nothing, () => $"{TrackedDirectory.GetFiles(folder).Length}", () => Bench.Write("in/tracked", ""));
        AssertFollowed(Nothing, () => $"{TrackedDirectory.EnumerateFileSystemEntries(folder, "9999*").Count()}", () => Bench.Write("in/9999x", ""));
    }

    [Test]
    public void A_call_that_reads_thousands_of_files_depends_on_each()
    {
        var folder = Directory.CreateDirectory(Bench.PathOf("in")).FullName;
        for (var i = 0; i < Many / 20; i++) Bench.Write($"in/{i}", "1");
        AssertFollowed(Nothing, () => $"{TrackedDirectory.GetFiles(folder).Sum(path => TrackedFile.ReadAllText(path).Length)}", () => Bench.Write("in/3333", "22"));
    }

    [Test]
    public void A_folder_in_the_place_of_a_file_is_a_bypass_or_is_not_stored()
    {
        AssertBypass(set => set.File("{path}").Parameter("path", Bench.Root), $"dependency '{{path}}' cannot be read: '{Bench.Root}' is a directory");
        AssertNotStored(() => Caught(() => TrackedFile.ReadAllText(Bench.Root).Length), "UnauthorizedAccessException", $"file {Bench.Root} is a directory");
        AssertNotStored(() => Caught(() => TrackedFile.OpenRead(Bench.Root).Length), "UnauthorizedAccessException", $"file {Bench.Root} is a directory");
    }

    [Test]
    public void A_file_in_the_place_of_a_folder_is_a_bypass_or_as_if_there_were_none()
    {
        var path = Bench.Write("a", "");
        AssertBypass(set => set.Directory("{dir}", "*", recursive: true).Parameter("dir", path), $"dependency '{{dir}}' cannot be read: '{path}' is not a directory");
        var expected = Caught(() => Directory.GetFiles(path).Length);
        AssertFollowed(Nothing, () => Caught(() => TrackedDirectory.GetFiles(path).Length), () =>
        {
            File.Delete(path);
            Directory.CreateDirectory(path);
        });
        Assert.That(expected, Is.EqualTo("DirectoryNotFoundException"));
    }

    [Test]
    public void A_device_is_a_bypass_or_is_not_stored()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("There is no such device.");
        AssertBypass(static set => set.File("/dev/zero").Text("/dev/zero"), "dependency '/dev/zero' cannot be read: '/dev/zero' is not a regular file");
        AssertNotStored(static () =>
        {
            using var stream = TrackedFile.OpenRead("/dev/zero");
            return $"{stream.ReadAtLeast(new byte[100_000], 100_000)}";
        }, "100000", "file /dev/zero is not a regular file");
        AssertNotStored(static () => TrackedFile.ReadAllText("/dev/null"), "", "file /dev/null is not a regular file");
        AssertNotStored(static () => $"{TrackedFile.ReadAllBytes("/dev/null").Length}", "0", "file /dev/null is not a regular file");
    }

    [Test]
    public void A_pipe_is_a_bypass_or_is_not_stored()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("There is no command to make one.");
        var path = Bench.PathOf("pipe");
        using (var made = Process.Start("mkfifo", [path])) made.WaitForExit();
        AssertBypass(set => set.File("{path}").Parameter("path", path), $"dependency '{{path}}' cannot be read: '{path}' is not a regular file");
        AssertNotStored(() =>
        {
            var writer = Task.Run(() => File.WriteAllText(path, "through a pipe"));
            var text = TrackedFile.ReadAllText(path);
            writer.Wait();
            return text;
        }, "through a pipe", $"file {path} is not a regular file");
    }

    [Test]
    public void A_pipe_in_the_place_of_a_file_that_was_read_is_not_waited_for()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("There is no command to make one.");
        var path = Bench.Write("a", "text");
        Assert.That(Invoke(Nothing, () => TrackedFile.ReadAllText(path)), Is.EqualTo("text"));
        File.Delete(path);
        using (var made = Process.Start("mkfifo", [path])) made.WaitForExit();
        Assert.That(Invoke(Nothing, static () => "ran"), Is.EqualTo("ran"));
        Assert.That(Bench.LastLine, Does.EndWith($": dependency changed: file {path}"));
        Assert.That(new MemoizedMethod<string?>(Manifests.Of("Lists"), Bench.Start()).Invoke(new DeclaringCall("x", Nothing, () => $"{TrackedDirectory.GetFiles(Bench.Root).Length}")), Is.EqualTo("1"));
        Assert.That(Bench.LastLine, Does.Not.Contain("not stored"));
    }

    [Test]
    public void A_file_that_the_system_makes_up_is_not_stored()
    {
        const string path = "/proc/self/comm";
        if (!File.Exists(path)) Assert.Ignore("There is no such file.");
        AssertNotStored(static () => TrackedFile.ReadAllText(path), File.ReadAllText(path), $"file {path} is made up by the system when it is read");
        AssertNotStored(static () => $"{TrackedFile.ReadAllBytes(path).Length}", $"{File.ReadAllBytes(path).Length}", $"file {path} is made up by the system when it is read");
        AssertNotStored(static () =>
        {
            using var stream = TrackedFile.OpenRead(path);
            return $"{stream.ReadByte()}";
        }, $"{File.ReadAllBytes(path)[0]}", $"file {path} changed while it was read");
    }

    [Test]
    public void A_link_that_leads_to_itself_is_a_bypass_or_is_not_stored()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Links need rights there.");
        var (first, second) = (Bench.PathOf("first"), Bench.PathOf("second"));
        File.CreateSymbolicLink(first, second);
        File.CreateSymbolicLink(second, first);
        AssertBypass(set => set.File("{path}").Parameter("path", first), $"dependency '{{path}}' cannot be read: '{first}' cannot be examined");
        AssertNotStored(() => Caught(() => TrackedFile.ReadAllText(first).Length), "IOException", $"file {first} cannot be read (IOException)");
    }

    [Test]
    public void A_folder_in_which_a_link_leads_back_is_a_bypass_or_what_Directory_finds_in_it()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Links need rights there.");
        var folder = Directory.CreateDirectory(Bench.PathOf("in/deep")).Parent!.FullName;
        Directory.CreateSymbolicLink(Bench.PathOf("in/deep/back"), folder);
        AssertBypass(set => set.Directory("{dir}", "*", recursive: true).Parameter("dir", folder), $"dependency '{{dir}}' cannot be read: '{folder}' leads through the link 'deep/back', which may lead back");
        AssertFollowed(Nothing, () => Caught(() => TrackedDirectory.GetFiles(folder, "*", SearchOption.AllDirectories).Length), () => Bench.Write("in/a", ""));
    }

    [Test]
    public void A_link_to_nothing_is_as_if_it_were_not_there()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Links need rights there.");
        var link = File.CreateSymbolicLink(Bench.PathOf("link"), Bench.PathOf("target")).FullName;
        AssertFollowed(set => set.File("{path}").Parameter("path", link), () => Caught(() => File.ReadAllText(link).Length), () => Bench.Write("target", "now"));
        File.Delete(Bench.PathOf("target"));
        AssertFollowed(Nothing, () => Caught(() => TrackedFile.ReadAllText(link).Length), () => Bench.Write("target", "now"));
    }

    [Test]
    public void A_file_that_is_not_there_is_a_state_like_any_other()
    {
        var path = Bench.PathOf("a");
        AssertFollowed(set => set.File("{path}").Parameter("path", path), () => Caught(() => File.ReadAllText(path).Length), () => Bench.Write("a", "now"));
        File.Delete(path);
        AssertFollowed(Nothing, () => Caught(() => TrackedFile.ReadAllText(path).Length), () => Bench.Write("a", "now"));
    }

    [Test]
    public void A_name_that_is_too_long_for_the_system_is_a_bypass_or_is_not_stored()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("Other systems have other limits.");
        var path = Bench.PathOf(new string('n', 300));
        AssertBypass(set => set.File("{path}").Parameter("path", path), $"dependency '{{path}}' cannot be read: '{path}' cannot be examined");
        var expected = Caught(() => File.ReadAllText(path).Length);
        AssertNotStored(() => Caught(() => TrackedFile.ReadAllText(path).Length), expected, $"file {path} cannot be read ({expected})");
    }

    private string Sparse()
    {
        var path = Bench.PathOf("huge");
        using var file = File.Create(path);
        file.SetLength(1L << 31);
        return path;
    }

    private static void Change(string path)
    {
        using var file = File.OpenWrite(path);
        file.Seek(-1, SeekOrigin.End);
        file.WriteByte(1);
    }
}
