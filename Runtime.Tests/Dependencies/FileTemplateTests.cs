using Memo.Dependencies;

namespace Memo.Runtime.Tests.Dependencies;

public sealed class FileTemplateTests
{
    [Test]
    public void Texts_and_arguments_are_joined()
    {
        var template = new FileTemplate("{dir}/{name}.json").Parameter("dir", "data").Text("/").Parameter("name", "a").Text(".json");
        Assert.That(template.Expand(out var path), Is.Null);
        Assert.That(path, Is.EqualTo("data/a.json"));
    }

    [Test]
    public void The_first_argument_may_be_rooted()
    {
        Assert.That(new FileTemplate("{dir}/a").Parameter("dir", "/data").Text("/a").Expand(out var path), Is.Null);
        Assert.That(path, Is.EqualTo("/data/a"));
    }

    // Path.Combine("data", "/etc/passwd") is "/etc/passwd"; joined, it is "data//etc/passwd". Which one the method reads nobody knows.
    [Test]
    public void A_later_argument_that_is_rooted_is_refused() => Assert.That(
        new FileTemplate("{dir}/{name}").Parameter("dir", "data").Text("/").Parameter("name", "/etc/passwd").Expand(out _),
        Is.EqualTo("dependency '{dir}/{name}' cannot be resolved: 'name' is rooted"));

    [Test]
    public void An_argument_that_follows_another_one_and_is_rooted_is_refused() => Assert.That(
        new FileTemplate("{dir}{name}").Parameter("dir", "data").Parameter("name", "/x").Expand(out _), Does.EndWith("'name' is rooted"));

    [Test]
    public void An_empty_argument_beside_a_separator_is_refused() => Assert.Multiple(() =>
    {
        Assert.That(new FileTemplate("{dir}/a").Parameter("dir", "").Text("/a").Expand(out _), Does.EndWith("'dir' is empty"));
        Assert.That(new FileTemplate("data/{name}").Text("data/").Parameter("name", "").Expand(out _), Does.EndWith("'name' is empty"));
        Assert.That(new FileTemplate("data\\{name}").Text("data\\").Parameter("name", "").Expand(out _), Does.EndWith("'name' is empty"));
    });

    [Test]
    public void An_empty_argument_within_a_name_is_nothing()
    {
        Assert.That(new FileTemplate("a{suffix}.txt").Text("a").Parameter("suffix", "").Text(".txt").Expand(out var path), Is.Null);
        Assert.That(path, Is.EqualTo("a.txt"));
    }

    [Test]
    public void Null_is_refused_and_so_is_an_empty_path() => Assert.Multiple(() =>
    {
        Assert.That(new FileTemplate("{path}").Parameter("path", null).Expand(out _), Does.EndWith("'path' is null"));
        Assert.That(new FileTemplate("{path}").Parameter("path", "").Expand(out _), Does.EndWith("it is empty"));
        Assert.That(new FileTemplate("{path}").Parameter("path", "a\0b").Expand(out _), Does.EndWith("it contains a null character"));
    });
}
