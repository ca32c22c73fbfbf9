using Memo.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Catalog;

/// <summary>A new framework brings new members. Those that nobody has judged are named here, not found out by a user.</summary>
public sealed class CompletenessTests
{
    [Test]
    public void Every_member_of_the_framework_has_a_line()
    {
        var missing = FrameworkMembers.All.Where(member => EffectCatalog.Embedded.Find(member) is null).Select(FrameworkMembers.Id);
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void The_walk_sees_the_framework() => Assert.That(FrameworkMembers.All, Has.Count.GreaterThan(50_000));

    // A package may put its types into a namespace of the framework: what is in it, nobody has seen.
    [Test]
    public void No_line_makes_a_whole_namespace_pure()
    {
        var pure = EffectCatalog.Embedded.Entries.Where(line => line.Key.StartsWith("N:", StringComparison.Ordinal) && line.Value.Effects.IsEmpty);
        Assert.That(pure.Select(line => line.Key), Is.Empty);
    }

    [Test]
    public void A_member_of_a_type_without_a_line_has_none()
    {
        var member = Reported.Compile(("C.cs", "namespace System.Text { public static class Unheard { public static int Of(int x) => x; } }"))
            .GetTypeByMetadataName("System.Text.Unheard")!.GetMembers("Of").Single();
        Assert.That(EffectCatalog.Embedded.Find(member), Is.Null);
    }
}
