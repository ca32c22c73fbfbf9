using System.Diagnostics;

namespace Memo.Package.Tests.Faults;

/// <summary>Stores that are full, only readable, deleted or too small for all that is written.</summary>
internal sealed class StarvedStoreTests
{
    [Test]
    [Platform("Linux")]
    public void A_file_system_that_is_full_costs_one_warning_and_no_result_and_one_that_is_only_readable_answers()
    {
        var place = Path.Combine(PackedFile.Home, "small-disk");
        Directory.CreateDirectory(place);
        if (!Try("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", place)) Assert.Ignore("This machine does not let a test mount a file system.");
        try
        {
            var store = Path.Combine(place, "store");
            using var filling = FaultProgram.Start(store, "mix", "0", "60");
            var (lines, run) = filling.EndWell();
            Assert.That(lines, Is.EqualTo(FaultProgram.Plain(0, 60)));
            Assert.That(run.Kinds, Does.Contain("miss"));
            Assert.That(run.OtherLines, Has.Exactly(1).Items.And.All.StartWith("memo: warning: the store "));
            Assert.That(FaultProgram.Files(store, "*.tmp"), Is.Empty);

            Assert.That(Try("mount", "-o", "remount,ro", place), Is.True);
            var before = Snapshot(store);
            using var reading = FaultProgram.Start(store, "mix", "0", "60");
            var (again, second) = reading.EndWell();
            Assert.That(again, Is.EqualTo(FaultProgram.Plain(0, 60)));
            Assert.That(second.Kinds, Does.Contain("hit").And.Contain("miss"));
            Assert.That(second.OtherLines, Has.Exactly(1).Items.And.All.StartWith("memo: warning: the store "));
            using var only = FaultProgram.Start(store, [("MEMO_MODE", "readonly")], "mix", "0", "60");
            Assert.That(only.EndWell().Run.OtherLines, Is.Empty);
            Assert.That(Snapshot(store), Is.EqualTo(before));
        }
        finally
        {
            Try("umount", place);
        }
    }

    [Test]
    [Platform("Linux")]
    public void A_process_that_may_open_no_more_files_computes()
    {
        var store = FaultProgram.NewStore("starved");
        using (var first = FaultProgram.Start(store, "mix", "0", "3")) first.EndWell();
        using var starved = FaultProgram.StartWithFewFiles(store, "starved");
        var (lines, run) = starved.EndWell();
        Assert.That(lines, Is.EqualTo(FaultProgram.Plain(0, 5).Select(static line => string.Join(' ', line.Split(' ').Take(2)))));
        Assert.That(run.OtherLines, Has.Exactly(1).Items.And.All.StartWith("memo: warning: the store "));
    }

    [Test]
    public void A_store_that_is_deleted_again_and_again_while_it_is_used_costs_no_result()
    {
        var store = FaultProgram.NewStore("deleted");
        using var process = FaultProgram.Start(store, "mix", "0", "1500");
        var end = Task.Run(process.EndWell);
        var deletions = 0;
        while (!end.IsCompleted)
        {
            if (!Directory.Exists(store)) continue;
            try
            {
                Directory.Delete(store, recursive: true);
                deletions++;
            }
            catch (IOException)
            {
                // The process wrote into a folder just before it was to go.
            }
        }
        var (lines, run) = end.Result;
        Assert.That(lines, Is.EqualTo(FaultProgram.Plain(0, 1500)));
        Assert.That(run.Result.Error, Does.Not.Contain("   at "));
        Assert.That(deletions, Is.GreaterThan(1));
    }

    [Test]
    public void A_store_stays_bounded_while_eight_processes_write_and_clean()
    {
        const long Bound = 2 << 20;
        var store = FaultProgram.NewStore("bounded");
        var processes = Enumerable.Range(0, 8).Select(i => FaultProgram.Start(store, [("MEMO_MAX_SIZE", "2 MiB")], "blocks", $"{i * 150}", $"{(i * 150) + 150}")).ToList();
        var ends = processes.ConvertAll(static process => process.EndWell());
        processes.ForEach(static process => process.Dispose());

        Assert.That(ends.Select(static end => end.Lines), Is.All.EqualTo(Enumerable.Repeat("20000", 150)));
        Assert.That(ends.SelectMany(static end => end.Run.OtherLines), Is.Empty);
        Assert.That(FaultProgram.Files(store, "*").Sum(static path => new FileInfo(path).Length), Is.LessThan(Bound * 3 / 2));
        Assert.That(FaultProgram.Files(store, "*.tmp"), Is.Empty);
    }

    [Test]
    public void Another_version_of_the_store_in_the_same_root_is_left_alone()
    {
        var store = FaultProgram.NewStore("versions");
        var other = Path.Combine(store, "v0", "work-text-00000000", "entry.json");
        Directory.CreateDirectory(Path.GetDirectoryName(other)!);
        File.WriteAllText(other, "{ \"format\": 0 }");
        File.SetLastWriteTimeUtc(other, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        using var process = FaultProgram.Start(store, [("MEMO_MAX_SIZE", "40 KiB")], "mix", "0", "20");
        process.EndWell();
        Assert.That(File.ReadAllText(other), Is.EqualTo("{ \"format\": 0 }"));
    }

    private static string[] Snapshot(string folder) =>
        [.. Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static path => $"{path} {File.GetLastWriteTimeUtc(path):O}")];

    private static bool Try(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such program
        }
    }
}
