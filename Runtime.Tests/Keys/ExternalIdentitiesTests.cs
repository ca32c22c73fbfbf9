using System.Reflection.Emit;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Memo.Keys;

namespace Memo.Runtime.Tests.Keys;

public sealed class ExternalIdentitiesTests : WorkbenchTests
{
    [Test]
    public void An_external_is_known_by_its_build_and_so_is_what_it_refers_to()
    {
        Assert.That(ExternalIdentities.OfProcess.Find(["Memo.Runtime.Tests"], out var found), Is.Null);
        Assert.That(found.Select(external => external.Name), Does.Contain("Memo.Runtime.Tests").And.Contain("Memo.Runtime").And.Contain("CsCheck"));
        Assert.That(found.Single(external => external.Name == "Memo.Runtime").Identity,
            Is.EqualTo(typeof(Memoizer).Module.ModuleVersionId.ToString("N")));
    }

    [Test]
    public void The_framework_is_no_external()
    {
        Assert.That(ExternalIdentities.OfProcess.Find(["System.Text.Json"], out var found), Is.Null);
        Assert.That(found, Is.Empty);
    }

    [Test]
    public void The_order_of_names_makes_no_difference()
    {
        ExternalIdentities.OfProcess.Find(["CsCheck", "Memo.Runtime"], out var first);
        ExternalIdentities.OfProcess.Find(["Memo.Runtime", "CsCheck", "CsCheck"], out var second);
        Assert.That(first, Is.EqualTo(second).And.Not.Empty);
    }

    [Test]
    public void An_external_that_is_missing_or_unreadable_is_unknown()
    {
        var broken = Bench.Write("Broken.dll", "not an assembly");
        var identities = new ExternalIdentities([broken], RuntimeEnvironment.GetRuntimeDirectory());
        Assert.That(identities.Find(["Missing"], out _), Is.EqualTo("external 'Missing' is not deployed as a file"));
        Assert.That(identities.Find(["Broken"], out _), Does.StartWith("external 'Broken' cannot be read ("));
    }

    [Test]
    public void An_assembly_whose_manifest_was_read_has_to_be_that_one()
    {
        var identities = new ExternalIdentities([Telling("Telling", "{ }"), Telling("Silent", null)], RuntimeEnvironment.GetRuntimeDirectory());
        Assert.Multiple(() =>
        {
            Assert.That(identities.Find(["Telling#" + HashOf("{ }")], out var found), Is.Null);
            Assert.That(found, Is.Empty, "what the compiler knew is in the closure's hash");
            Assert.That(identities.Find(["Telling#" + HashOf("{  }")], out _), Is.EqualTo("external 'Telling' is another one than the compiler saw"));
            Assert.That(identities.Find(["Silent#" + HashOf("{ }")], out _), Is.Not.Null);
            Assert.That(identities.Find(["Missing#" + HashOf("{ }")], out _), Is.Not.Null);
        });
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string Telling(string name, string? json)
    {
        var assembly = new PersistedAssemblyBuilder(new(name), typeof(object).Assembly);
        assembly.DefineDynamicModule(name);
        if (json is not null) assembly.SetCustomAttribute(new(typeof(MemoManifestAttribute).GetConstructor([typeof(string)])!, [json]));
        using var image = new MemoryStream();
        assembly.Save(image);
        var file = Bench.Write(name + ".dll", "");
        File.WriteAllBytes(file, image.ToArray());
        return file;
    }

    [Test]
    public void A_method_with_an_external_that_is_unknown_runs_each_time()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(externals: ["Missing"]), Bench.Start());
        Assert.That(method.Invoke(new TextCall("a", _ => "1")), Is.EqualTo("1"));
        Assert.That(method.Invoke(new TextCall("a", _ => "2")), Is.EqualTo("2"));
        Assert.That(Bench.LastLine, Is.EqualTo("memo: bypass Pipeline.Clean(\"a\") external 'Missing' is not deployed as a file"));
    }
}
