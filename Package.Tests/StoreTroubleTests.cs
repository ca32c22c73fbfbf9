using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

internal sealed class StoreTroubleTests
{
    private const string Program = """
        using Memo;

        foreach (var word in new[] { "tap", "tip", "top" }) Console.WriteLine(Reversal.Reverse(word));

        internal static class Reversal
        {
            [Memoize]
            public static string Reverse(string text) => new(text.Reverse().ToArray());
        }
        """;

    [Test]
    public void A_store_that_cannot_be_written_costs_one_warning_and_no_result()
    {
        var file = Path.Combine(PackedFile.Home, "a-file-and-no-folder");
        File.WriteAllText(file, "");
        var project = new TestProject("NoStore") { Store = Path.Combine(file, "store") };
        project.Write("Program.cs", Program);
        project.BuildWell();

        var run = project.Run().ShouldPrintWhat(project.RunPlainly());

        Assert.That(run.OtherLines, Has.Exactly(1).Items, run.Result.Error);
        Assert.That(run.OtherLines[0], Does.StartWith("memo: warning: ").And.Contain(project.Store));
        Assert.That(run.Result.Error, Does.Not.Contain("   at "));
    }

    [Test]
    public void Damaged_entries_are_misses_once_and_replaced()
    {
        var project = new TestProject("DamagedStore");
        project.Write("Program.cs", Program);
        project.BuildWell();
        var plain = project.RunPlainly();
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("miss"));
        var entries = Directory.GetFiles(project.Store, "*.json", SearchOption.AllDirectories);
        Assert.That(entries, Has.Length.GreaterThanOrEqualTo(3));

        foreach (var entry in entries)
        {
            using var content = File.Open(entry, FileMode.Open);
            content.SetLength(content.Length / 2);
        }

        var afterDamage = project.Run().ShouldPrintWhat(plain);
        Assert.That(afterDamage.Of("Reversal.Reverse"), Is.EqualTo("miss miss miss"));
        Assert.That(afterDamage.Result.Error, Does.Not.Contain("   at "));
        Assert.That(project.Run().ShouldPrintWhat(plain).Of("Reversal.Reverse"), Is.EqualTo("hit hit hit"));
    }

    [Test]
    public void A_store_that_is_deleted_between_runs_is_made_again()
    {
        var project = new TestProject("DeletedStore");
        project.Write("Program.cs", Program);
        project.BuildWell();
        var plain = project.RunPlainly();
        project.Run().ShouldPrintWhat(plain);
        Directory.Delete(project.Store, recursive: true);
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("miss"));
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("hit"));
    }
}
