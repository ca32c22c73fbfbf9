using Memo.Store;

namespace Memo.Runtime.Tests.Store;

public sealed class StorePathsTests
{
    [Test]
    public void The_configuration_comes_before_the_project_and_that_before_the_users_cache() => Assert.Multiple(() =>
    {
        Assert.That(StorePaths.Root("a", "b"), Is.EqualTo(Path.GetFullPath("a")));
        Assert.That(StorePaths.Root(null, "b"), Is.EqualTo(Path.GetFullPath("b")));
        Assert.That(StorePaths.Root(null, ""), Is.Null.Or.EndsWith("memo"));
        Assert.That(StorePaths.Root("a\0b", ""), Is.Null);
    });

    [Test]
    public void Methods_of_one_name_have_different_folders()
    {
        var first = Manifests.Of("Pipeline.Clean");
        var second = new MethodManifest { Id = first.Id.Replace("String", "Int32", StringComparison.Ordinal), Assembly = "App", Name = first.Name, Closure = "", Contract = "" };
        var third = new MethodManifest { Id = first.Id, Assembly = "Other", Name = first.Name, Closure = "", Contract = "" };
        Assert.That(new[] { first, second, third }.Select(StorePaths.Method).Distinct().Count(), Is.EqualTo(3));
    }

    [TestCase("Очистить", "^-?[0-9a-f]{8}$")]
    [TestCase("../../etc/passwd", "^etc-passwd-[0-9a-f]{8}$")]
    [TestCase("", "^-?[0-9a-f]{8}$")]
    [TestCase("A.B<C, D>.E", "^a-b-c-d-e-[0-9a-f]{8}$")]
    public void Names_hold_nothing_but_small_letters_digits_and_hyphens(string name, string pattern) =>
        Assert.That(StorePaths.Method(Manifests.Of(name)), Does.Match(pattern));
}
