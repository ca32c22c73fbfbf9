using System.Text.Json;
using Memo.Store;

namespace Memo.Runtime.Tests.Store;

public sealed class StoreFolderTests : WorkbenchTests
{
    [Test]
    public void Names_are_made_of_small_letters_digits_and_hyphens()
    {
        Invoke(Manifests.Of("Außen.Inner.Tidy<int>.Clean_Up"));
        var path = Path.GetRelativePath(Bench.Store, Bench.SingleEntry);
        Assert.That(path.Replace('\\', '/'), Does.Match("^v1/au-en-inner-tidy-int-clean-up-[0-9a-f]{8}/[0-9a-f]{32}/[0-9a-f]{32}[.]json$"));
    }

    [Test]
    public void A_name_of_a_thousand_characters_works()
    {
        var manifest = Manifests.Of(new string('x', 1000));
        Assert.That(Invoke(manifest), Is.EqualTo("a!"));
        Assert.That(Bench.Entries, Has.Length.EqualTo(1));
    }

    [Test]
    public void A_long_root_with_spaces_and_other_scripts_works()
    {
        Bench.Store = Path.Combine(Bench.Root, "mit Leerzeichen", "поле 仓库", new string('x', 100));
        Invoke();
        Assert.That(Bench.Entries, Has.Length.EqualTo(1));
        Assert.That(Bench.Warnings, Is.Empty);
    }

    [Test]
    public void An_entry_is_JSON_and_says_what_it_is_of()
    {
        Invoke();
        using var json = JsonDocument.Parse(File.ReadAllText(Bench.SingleEntry));
        Assert.Multiple(() =>
        {
            Assert.That(json.RootElement.GetProperty("entry").GetProperty("arguments").GetString(), Is.EqualTo("\"a\""));
            Assert.That(json.RootElement.GetProperty("value").GetString(), Is.EqualTo("a!"));
            Assert.That(json.RootElement.GetProperty("material").GetProperty("method").GetString(), Is.EqualTo("M:App.Pipeline.Clean(System.String)"));
        });
    }

    [Test]
    public void A_new_store_tells_backup_and_version_control_to_pass_it_over_and_is_the_owners_alone()
    {
        Invoke();
        Assert.That(File.ReadAllText(Path.Combine(Bench.Store, "CACHEDIR.TAG")), Does.StartWith("Signature: 8a477f597d28d172789f06886806bc55"));
        Assert.That(File.ReadAllText(Path.Combine(Bench.Store, ".gitignore")), Is.EqualTo("*\n"));
        if (OperatingSystem.IsWindows()) return;
        for (var folder = Path.GetDirectoryName(Bench.SingleEntry)!; folder.Length >= Bench.Store.Length; folder = Path.GetDirectoryName(folder)!)
        {
            Assert.That(File.GetUnixFileMode(folder), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), folder);
        }
    }

    [Test]
    public void A_folder_that_holds_other_things_gets_no_such_files()
    {
        Directory.CreateDirectory(Bench.Store);
        File.WriteAllText(Path.Combine(Bench.Store, "mine.txt"), "");
        Invoke();
        Assert.That(File.Exists(Path.Combine(Bench.Store, ".gitignore")), Is.False);
    }

    [Test]
    public void What_a_writer_left_behind_that_was_killed_is_no_entry()
    {
        Invoke();
        var entry = Bench.SingleEntry;
        File.Move(entry, entry.Replace(".json", ".0123456789abcdef.tmp", StringComparison.Ordinal));
        Invoke();
        Assert.That(Bench.LastLine, Does.EndWith(": first call with these arguments"));
        Assert.That(Bench.Entries, Has.Length.EqualTo(1));
    }

    [Test]
    public void A_store_that_is_cleared_while_it_is_used_is_made_again()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start(memory: 0));
        for (var i = 0; i < 3; i++)
        {
            Assert.That(method.Invoke(new TextCall("a", x => { if (Directory.Exists(Bench.Store)) Directory.Delete(Bench.Store, recursive: true); return x + "!"; })), Is.EqualTo("a!"));
            Directory.Delete(Bench.Store, recursive: true);
        }
        Assert.That(Bench.Warnings, Is.Empty);
    }

    [Test]
    public void A_file_in_the_place_of_the_store_costs_one_warning_and_no_result()
    {
        File.WriteAllText(Bench.Store, "");
        CostsOneWarning();
    }

    [Test]
    public void A_file_in_the_place_of_a_methods_folder_costs_one_warning_and_no_result()
    {
        Directory.CreateDirectory(Path.Combine(Bench.Store, "v1"));
        File.WriteAllText(Path.Combine(Bench.Store, "v1", StorePaths.Method(Manifests.Of())), "");
        CostsOneWarning();
    }

    [Test]
    public void A_folder_in_the_place_of_an_entry_costs_one_warning_and_no_result()
    {
        Invoke();
        var entry = Bench.SingleEntry;
        File.Delete(entry);
        Directory.CreateDirectory(Path.Combine(entry, "x"));
        CostsOneWarning();
    }

    [Test]
    public void A_store_that_must_not_be_written_costs_one_warning_and_no_result()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("Rights do not bind this user.");
            return;
        }
        Directory.CreateDirectory(Bench.Store);
        File.SetUnixFileMode(Bench.Store, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        CostsOneWarning();
    }

    [Test]
    public void Entries_that_must_not_be_read_cost_one_warning_and_no_result()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("Rights do not bind this user.");
            return;
        }
        Invoke();
        File.SetUnixFileMode(Bench.SingleEntry, UnixFileMode.None);
        Assert.That(Invoke(), Is.EqualTo("a!"));
        Assert.That(Bench.Warnings, Has.Length.LessThanOrEqualTo(1));
    }

    [Test]
    public void A_root_that_is_no_path_costs_one_warning_and_no_result()
    {
        Bench.Store = "a\0b";
        var session = Bench.Start();
        Bench.Store = Bench.Root;
        for (var i = 0; i < 3; i++) Assert.That(new MemoizedMethod<string?>(Manifests.Of(), session).Invoke(new TextCall("a", x => x + "!")), Is.EqualTo("a!"));
        Assert.That(Bench.Warnings, Has.Length.EqualTo(1));
    }

    private void CostsOneWarning()
    {
        var session = Bench.Start(memory: 0);
        var method = new MemoizedMethod<string?>(Manifests.Of(), session);
        for (var i = 0; i < 3; i++) Assert.That(method.Invoke(new TextCall("a", x => x + "!")), Is.EqualTo("a!"));
        Assert.Multiple(() =>
        {
            Assert.That(Bench.Warnings, Has.Length.EqualTo(1));
            Assert.That(Bench.Warnings, Has.All.StartsWith($"memo: warning: the store '{Bench.Store}' cannot be used: "));
            Assert.That(Bench.LastLine, Does.EndWith(": not stored: the store cannot be used"));
        });
    }

    private string? Invoke(MethodManifest? manifest = null) =>
        new MemoizedMethod<string?>(manifest ?? Manifests.Of(), Bench.Start()).Invoke(new TextCall("a", x => x + "!"));
}
