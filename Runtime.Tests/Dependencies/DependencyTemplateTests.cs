using Memo.Dependencies;

namespace Memo.Runtime.Tests.Dependencies;

public sealed class DependencyTemplateTests
{
    [Test]
    public void Texts_and_arguments_are_joined()
    {
        var template = File("{dir}/{name}.json").Parameter("dir", "data").Text("/").Parameter("name", "a").Text(".json");
        Assert.That(template.Expand(out var path, out _), Is.Null);
        Assert.That(path, Is.EqualTo("data/a.json"));
    }

    [Test]
    public void The_first_argument_may_be_rooted()
    {
        Assert.That(File("{dir}/a").Parameter("dir", "/data").Text("/a").Expand(out var path, out _), Is.Null);
        Assert.That(path, Is.EqualTo("/data/a"));
    }

    // Path.Combine("data", "/etc/passwd") is "/etc/passwd"; joined, it is "data//etc/passwd". Which one the method reads nobody knows.
    [Test]
    public void A_later_argument_that_is_rooted_is_refused() => Assert.That(
        File("{dir}/{name}").Parameter("dir", "data").Text("/").Parameter("name", "/etc/passwd").Expand(out _, out _),
        Is.EqualTo("dependency '{dir}/{name}' cannot be resolved: 'name' is rooted"));

    [Test]
    public void An_argument_that_follows_another_one_and_is_rooted_is_refused() => Assert.That(
        File("{dir}{name}").Parameter("dir", "data").Parameter("name", "/x").Expand(out _, out _), Does.EndWith("'name' is rooted"));

    [Test]
    public void An_empty_argument_beside_a_separator_is_refused() => Assert.Multiple(() =>
    {
        Assert.That(File("{dir}/a").Parameter("dir", "").Text("/a").Expand(out _, out _), Does.EndWith("'dir' is empty"));
        Assert.That(File("data/{name}").Text("data/").Parameter("name", "").Expand(out _, out _), Does.EndWith("'name' is empty"));
        Assert.That(File("data\\{name}").Text("data\\").Parameter("name", "").Expand(out _, out _), Does.EndWith("'name' is empty"));
    });

    [Test]
    public void An_empty_argument_within_a_name_is_nothing()
    {
        Assert.That(File("a{suffix}.txt").Text("a").Parameter("suffix", "").Text(".txt").Expand(out var path, out _), Is.Null);
        Assert.That(path, Is.EqualTo("a.txt"));
    }

    [Test]
    public void Null_is_refused_and_so_is_an_empty_path() => Assert.Multiple(() =>
    {
        Assert.That(File("{path}").Parameter("path", null).Expand(out _, out _), Does.EndWith("'path' is null"));
        Assert.That(File("{path}").Parameter("path", "").Expand(out _, out _), Does.EndWith("it is empty"));
        Assert.That(File("{path}").Parameter("path", "a\0b").Expand(out _, out _), Does.EndWith("it contains a null character"));
    });

    [Test]
    public void A_directory_is_named_with_what_of_it_counts()
    {
        var files = new DependencyTemplate(Dependency.DirectoryKind, "{dir}", "*.csv").Parameter("dir", "data/in");
        Assert.That(files.Expand(out var path, out var name), Is.Null);
        Assert.That(path, Is.EqualTo("data/in"));
        Assert.That(DirectorySelection.TryParse(files.Kind, name, out var selection), Is.True);
        Assert.That(selection, Is.EqualTo(new DirectorySelection("data/in", "*.csv", Recursive: false)));
    }

    [Test]
    [TestCase("")]
    [TestCase("../*")]
    [TestCase("a\\*")]
    [TestCase("a\0")]
    public void A_pattern_that_is_more_than_names_is_refused(string pattern) => Assert.That(
        new DependencyTemplate(Dependency.TreeKind, "{dir}", pattern).Parameter("dir", "data").Expand(out _, out _), Does.Contain("its pattern "));

    // Variables are not joined by Path.Combine, so nothing in a name is ambiguous.
    [Test]
    public void The_name_of_a_variable_is_what_concatenation_gives()
    {
        var name = new DependencyTemplate(Dependency.EnvironmentKind, "{tool}{suffix}").Parameter("tool", "GO").Parameter("suffix", "/");
        Assert.That(name.Expand(out _, out var variable), Is.Null);
        Assert.That(variable, Is.EqualTo("GO/"));
        Assert.That(new DependencyTemplate(Dependency.EnvironmentKind, "{tool}").Parameter("tool", null).Expand(out _, out _), Does.EndWith("'tool' is null"));
    }

    private static DependencyTemplate File(string template) => new(Dependency.FileKind, template);
}
