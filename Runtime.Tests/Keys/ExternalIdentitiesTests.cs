using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using Memo.Keys;

namespace Memo.Runtime.Tests.Keys;

public sealed class ExternalIdentitiesTests : WorkbenchTests
{
    private static readonly Assembly s_own = typeof(ExternalIdentitiesTests).Assembly;

    [Test]
    public void An_external_is_known_by_its_build_and_so_is_what_it_refers_to()
    {
        Assert.That(ExternalIdentities.OfProcess.Find(s_own, ["Memo.Runtime.Tests"], out var found), Is.Null);
        Assert.That(found.Select(external => external.Name), Does.Contain("Memo.Runtime.Tests").And.Contain("Memo.Runtime").And.Contain("CsCheck"));
        Assert.That(found.Single(external => external.Name == "Memo.Runtime.Tests").Identity, Is.EqualTo(s_own.ManifestModule.ModuleVersionId.ToString("N")));
        Assert.That(found.Single(external => external.Name == "Memo.Runtime").Identity, Is.EqualTo(RuntimeSources.Hash).And.Length.GreaterThan(20));
    }

    [Test]
    public void The_framework_is_no_external()
    {
        Assert.That(ExternalIdentities.OfProcess.Find(s_own, ["System.Text.Json"], out var found), Is.Null);
        Assert.That(found, Is.Empty);
    }

    [Test]
    public void The_order_of_names_makes_no_difference()
    {
        ExternalIdentities.OfProcess.Find(s_own, ["CsCheck", "Memo.Runtime"], out var first);
        ExternalIdentities.OfProcess.Find(s_own, ["Memo.Runtime", "CsCheck", "CsCheck"], out var second);
        Assert.That(first, Is.EqualTo(second).And.Not.Empty);
    }

    [Test]
    public void An_external_that_is_missing_or_unreadable_is_unknown()
    {
        var broken = Bench.Write("Broken.dll", "not an assembly");
        var identities = new ExternalIdentities([broken, s_own.Location], RuntimeEnvironment.GetRuntimeDirectory());
        Assert.That(identities.Find(s_own, ["Missing"], out _), Is.EqualTo("external 'Missing' is not deployed as a file"));
        Assert.That(identities.Find(s_own, ["Broken"], out _), Does.StartWith("external 'Broken' cannot be read ("));
    }

    [Test]
    public void An_assembly_whose_manifest_was_read_has_to_be_that_one()
    {
        var identities = new ExternalIdentities([Telling("Telling", "{ }"), Telling("Silent", null), s_own.Location], RuntimeEnvironment.GetRuntimeDirectory());
        Assert.Multiple(() =>
        {
            Assert.That(identities.Find(s_own, ["Telling#" + HashOf("{ }")], out var found), Is.Null);
            Assert.That(found, Is.Empty, "what the compiler knew is in the closure's hash");
            Assert.That(identities.Find(s_own, ["Telling#" + HashOf("{  }")], out _), Is.EqualTo("external 'Telling' is another one than the compiler saw"));
            Assert.That(identities.Find(s_own, ["Silent#" + HashOf("{ }")], out _), Is.Not.Null);
            Assert.That(identities.Find(s_own, ["Missing#" + HashOf("{ }")], out _), Is.Not.Null);
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
    public void Code_that_is_loaded_from_elsewhere_may_run_other_assemblies_of_the_same_names()
    {
        var (here, there) = (Telling("Plugin", null), Path.Combine(Directory.CreateDirectory(Bench.PathOf("there")).FullName, "Plugin.dll"));
        File.Copy(here, there);
        var identities = Deployed(here);
        Assert.Multiple(() =>
        {
            Assert.That(Find(new AssemblyLoadContext("here", isCollectible: true).LoadFromAssemblyPath(here)), Is.Null);
            Assert.That(Find(new AssemblyLoadContext("there", isCollectible: true).LoadFromAssemblyPath(there)),
                Is.EqualTo("'Plugin' is loaded from elsewhere, and so may external 'CsCheck' be"));
            Assert.That(Find(Assembly.Load(File.ReadAllBytes(here))), Does.StartWith("'Plugin' is loaded from elsewhere"));
        });

        string? Find(Assembly code) => identities.Find(code, ["CsCheck", "Memo.Runtime"], out _);
    }

    [Test]
    public void The_runtime_is_the_one_that_runs_wherever_it_or_its_user_was_loaded_from()
    {
        var identities = new ExternalIdentities([], RuntimeEnvironment.GetRuntimeDirectory());
        var code = Assembly.Load(File.ReadAllBytes(Telling("Plugin", null)));
        Assert.Multiple(() =>
        {
            Assert.That(identities.Find(code, ["Memo.Runtime"], out var found), Is.Null);
            Assert.That(found, Is.EqualTo([new ExternalIdentity("Memo.Runtime", RuntimeSources.Hash)]));
            Assert.That(identities.Find(code, ["Memo.Runtime", "Another"], out _), Is.Not.Null);
        });
    }

    [Test]
    public void An_assembly_whose_file_was_exchanged_after_it_was_loaded_is_unknown()
    {
        var exchanged = Bench.PathOf("CsCheck.dll");
        File.Copy(typeof(Memoizer).Assembly.Location, exchanged);
        var loaded = typeof(CsCheck.Gen).Assembly;
        Assert.Multiple(() =>
        {
            Assert.That(Find(exchanged), Is.EqualTo("external 'CsCheck' is loaded in another build than its file"));
            Assert.That(Find(loaded.Location), Is.Null);
        });

        string? Find(string file) => Deployed(file).Find(s_own, ["CsCheck"], out _);
    }

    // What this process has, with a file that comes first.
    private static ExternalIdentities Deployed(string first) => new(
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Prepend(first),
        Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()));

    [Test]
    public void A_method_of_a_plug_in_runs_each_time_and_says_why()
    {
        var copy = Bench.PathOf("Memo.Runtime.Tests.dll");
        File.Copy(s_own.Location, copy);
        var of = new PlugIn().LoadFromAssemblyPath(copy).GetType(typeof(Manifests).FullName!)!.GetMethod(nameof(Manifests.Of))!;
        var manifest = (MethodManifest)of.Invoke(null, BindingFlags.OptionalParamBinding, null,
            [.. of.GetParameters().Select(parameter => parameter.Name == "externals" ? new[] { "CsCheck" } : Type.Missing)], null)!;

        var method = new MemoizedMethod<string?>(manifest, Bench.Start());

        Assert.That(method.Invoke(new TextCall("a", _ => "1")), Is.EqualTo("1"));
        Assert.That(method.Invoke(new TextCall("a", _ => "2")), Is.EqualTo("2"));
        Assert.That(Bench.LastLine, Is.EqualTo("memo: bypass Pipeline.Clean(\"a\") 'Memo.Runtime.Tests' is loaded from elsewhere, and so may external 'CsCheck' be"));
    }

    private sealed class PlugIn() : AssemblyLoadContext(isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == "Memo.Runtime" ? typeof(Memoizer).Assembly : null;
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
