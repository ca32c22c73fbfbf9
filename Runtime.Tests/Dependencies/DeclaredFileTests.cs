namespace Memo.Runtime.Tests.Dependencies;

public sealed class DeclaredFileTests : WorkbenchTests
{
    [Test]
    public void A_file_that_changed_makes_the_method_run_and_one_that_changed_back_does_not()
    {
        var path = Bench.Write("a.csv", "one");
        Assert.That(Read(path), Is.EqualTo("one"));
        Bench.Write("a.csv", "two");
        Assert.That(Read(path), Is.EqualTo("two"));
        Assert.That(Bench.LastLine, Is.EqualTo($"memo: miss   Pipeline.Clean(\"a.csv\") 0.0 ms: dependency changed: file {path}"));
        Bench.Write("a.csv", "one");
        Assert.That(Invoke(path, _ => throw new InvalidOperationException("ran")), Is.EqualTo("one"));
    }

    [Test]
    public void A_file_of_the_same_size_and_modification_time_that_changed_makes_the_method_run()
    {
        var path = Bench.Write("a.csv", "one");
        Assert.That(Read(path), Is.EqualTo("one"));
        var written = File.GetLastWriteTimeUtc(path);
        Bench.Write("a.csv", "two");
        File.SetLastWriteTimeUtc(path, written);
        Assert.That(Read(path), Is.EqualTo("two"));
    }

    [Test]
    public void A_file_that_was_not_there_and_appears_makes_the_method_run()
    {
        var path = Bench.PathOf("a.csv");
        Assert.That(Invoke(path, _ => "none"), Is.EqualTo("none"));
        Assert.That(Invoke(path, _ => throw new InvalidOperationException("ran")), Is.EqualTo("none"));
        Bench.Write("a.csv", "");
        Assert.That(Read(path), Is.EqualTo(""));
        File.Delete(path);
        Assert.That(Invoke(path, _ => throw new InvalidOperationException("ran")), Is.EqualTo("none"));
    }

    [Test]
    public void Whether_the_directory_of_a_file_that_is_not_there_is_there_makes_the_method_run()
    {
        var path = Bench.PathOf("none/a.csv");
        string? Body(string? text)
        {
            try
            {
                return File.ReadAllText(text!);
            }
            catch (IOException exception)
            {
                return exception.GetType().Name;
            }
        }
        Assert.That(Invoke(path, Body), Is.EqualTo("DirectoryNotFoundException"));
        Assert.That(Invoke(path, _ => throw new InvalidOperationException("ran")), Is.EqualTo("DirectoryNotFoundException"));
        Directory.CreateDirectory(Bench.PathOf("none"));
        Assert.That(Invoke(path, Body), Is.EqualTo("FileNotFoundException"));
        Assert.That(Invoke(path, _ => throw new InvalidOperationException("ran")), Is.EqualTo("FileNotFoundException"));
    }

    [Test]
    public void A_file_that_changes_during_the_call_keeps_the_result_from_being_stored()
    {
        var path = Bench.Write("a.csv", "one");
        Assert.That(Invoke(path, _ =>
        {
            Bench.Write("a.csv", "two");
            return "of one or two";
        }), Is.EqualTo("of one or two"));
        Assert.That(Bench.Entries, Is.Empty);
        Assert.That(Bench.LastLine, Does.EndWith($": not stored: dependency file {path} changed during the call"));
        Assert.That(Read(path), Is.EqualTo("two"));
    }

    [Test]
    public void A_file_that_appears_during_the_call_keeps_the_result_from_being_stored()
    {
        var path = Bench.PathOf("a.csv");
        Invoke(path, _ => File.Exists(path) ? "" : Bench.Write("a.csv", "two"));
        Assert.That(Bench.Entries, Is.Empty);
    }

    [Test]
    public void A_relative_path_is_relative_to_the_current_directory_at_the_call()
    {
        Bench.Write("a.csv", "outside");
        Directory.CreateDirectory(Bench.PathOf("inside"));
        Bench.Write("inside/a.csv", "inside");
        var directory = Directory.GetCurrentDirectory();
        try
        {
            Directory.SetCurrentDirectory(Bench.Root);
            Assert.That(Read("a.csv"), Is.EqualTo("outside"));
            Directory.SetCurrentDirectory(Bench.PathOf("inside"));
            Assert.That(Read("a.csv"), Is.EqualTo("inside"));
            Assert.That(Invoke("a.csv", _ => throw new InvalidOperationException("ran")), Is.EqualTo("inside"));
        }
        finally
        {
            Directory.SetCurrentDirectory(directory);
        }
    }

    [Test]
    public void A_directory_in_the_place_of_the_file_makes_the_call_a_bypass()
    {
        Assert.That(Invoke(Bench.Root, _ => "run"), Is.EqualTo("run"));
        Assert.That(Bench.LastLine, Does.EndWith($"dependency '{{text}}' cannot be read: '{Bench.Root}' is a directory"));
    }

    [Test]
    public void A_path_that_cannot_be_resolved_makes_the_call_a_bypass()
    {
        Assert.That(Invoke(null, _ => "run"), Is.EqualTo("run"));
        Assert.That(Bench.LastLine, Is.EqualTo("memo: bypass Pipeline.Clean(null) dependency '{text}' cannot be resolved: 'text' is null"));
    }

    private string? Read(string path) => Invoke(path, text => File.ReadAllText(text!));

    private string? Invoke(string? path, Func<string?, string?> compute) =>
        new MemoizedMethod<string?>(Manifests.Of(), Bench.Start()).Invoke(new TextCall(path, compute, dependsOnFile: true));
}
