using Memo.Diagnostics;
using Memo.Keys;
using Memo.Store;

namespace Memo.Runtime.Tests.Diagnostics;

public sealed class MissReasonTests : WorkbenchTests
{
    [Test]
    public void A_method_whose_code_changed_is_named_with_its_file()
    {
        Invoke(Manifests.Of(closure: "c1", manifest: Code(normalize: "1", split: "1")));
        Assert.That(Reason(Manifests.Of(closure: "c2", manifest: Code(normalize: "2", split: "1"))),
            Is.EqualTo("code changed: Normalize (Normalize.cs)"));
    }

    [Test]
    public void Several_methods_whose_code_changed_are_all_named()
    {
        Invoke(Manifests.Of(closure: "c1", manifest: Code(normalize: "1", split: "1")));
        Assert.That(Reason(Manifests.Of(closure: "c2", manifest: Code(normalize: "2", split: "2"))),
            Is.EqualTo("code changed: Normalize (Normalize.cs), Split (Text.cs)"));
    }

    [Test]
    public void Without_a_manifest_code_that_changed_is_just_that()
    {
        Invoke(Manifests.Of(closure: "c1"));
        Assert.That(Reason(Manifests.Of(closure: "c2")), Is.EqualTo("code changed"));
    }

    [TestCase("{")]
    [TestCase("null")]
    [TestCase("{\"schema\":1}")]
    [TestCase("{\"schema\":1,\"methods\":[{}]}")]
    [TestCase("{\"schema\":1,\"methods\":[{\"id\":5,\"own\":\"\",\"calls\":[],\"file\":\"\"}]}")]
    public void A_manifest_that_cannot_be_read_costs_the_explanation_only(string manifest)
    {
        Invoke(Manifests.Of(closure: "c1", manifest: manifest));
        Assert.That(Reason(Manifests.Of(closure: "c2", manifest: manifest)), Is.EqualTo("code changed"));
        Assert.That(Bench.Warnings, Has.All.EqualTo("memo: warning: the manifest of 'App' cannot be read; what changed in code is not said."));
    }

    [Test]
    public void A_record_of_code_that_is_damaged_costs_the_explanation_only()
    {
        Invoke(Manifests.Of(closure: "c1", manifest: Code("1", "1")));
        var record = Directory.GetFiles(Bench.Store, "code-*.json", SearchOption.AllDirectories).Single();
        File.WriteAllText(record, "{}");
        Assert.That(Reason(Manifests.Of(closure: "c2", manifest: Code("2", "1"))), Is.EqualTo("code changed"));
    }

    [Test]
    public void A_record_of_code_that_nobody_wrote_throws_nothing()
    {
        CodePart[] twice = [new("M:App.Text.Normalize(System.String)", "0", ""), new("M:App.Text.Normalize(System.String)", "1", "")];
        Assert.That(CodeRecord.Read([.. CodeRecord.Write(twice).SelectMany(part => part.ToArray())]), Is.EqualTo(twice));
        Invoke(Manifests.Of(closure: "c1", manifest: Code("1", "1")));
        var record = Directory.GetFiles(Bench.Store, "code-*.json", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(record, [.. CodeRecord.Write(twice).SelectMany(part => part.ToArray())]);
        Assert.That(Reason(Manifests.Of(closure: "c2", manifest: Code("2", "1"))), Does.StartWith("code changed: Normalize"));
    }

    [Test]
    public void A_manifest_that_throws_costs_the_explanation_only()
    {
        var manifest = new MethodManifest
        {
            Id = "M:X",
            Assembly = "App",
            Name = "Pipeline.Clean",
            Closure = "c",
            Contract = "r",
            Manifest = () => throw new NotSupportedException(),
        };
        Invoke(manifest);
        Assert.That(Bench.Entries, Has.Length.EqualTo(1));
    }

    [Test]
    public void A_manifest_of_another_schema_costs_the_explanation_only()
    {
        Invoke(Manifests.Of(closure: "c1", manifest: "{\"schema\":2}"));
        Assert.That(Bench.Warnings, Has.All.Contains("is of another schema"));
    }

    [Test]
    public void The_result_type_and_the_version_are_code()
    {
        Invoke(Manifests.Of());
        Assert.That(Reason(Manifests.Of(contract: "r1")), Is.EqualTo("code changed: result type"));
        Assert.That(Reason(Manifests.Of(contract: "r1", version: "2")), Is.EqualTo("code changed: Version"));
    }

    [Test]
    public void Another_runtime()
    {
        Invoke(Manifests.Of(framework: "major"));
        Assert.That(Reason(Manifests.Of(framework: "minor")), Is.EqualTo("runtime changed"));
    }

    [Test]
    public void Another_culture()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Invoke(Manifests.Of(culture: true));
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("fr-FR");
            Assert.That(Reason(Manifests.Of(culture: true)), Is.EqualTo("dependency changed: culture"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Test]
    public void Another_build_of_an_external()
    {
        var (runtime, tests) = (typeof(Memoizer).Assembly.Location, typeof(MissReasonTests).Assembly.Location);
        File.Copy(runtime, Bench.PathOf("Lib.dll"));
        var manifest = Manifests.Of(externals: ["Lib"]);
        Assert.That(Reason(manifest, Deployed()), Is.EqualTo("first call with these arguments"));
        File.Copy(tests, Bench.PathOf("Lib.dll"), overwrite: true);
        Assert.That(Reason(manifest, Deployed()), Does.StartWith("external changed: ").And.Contains("Lib"));
    }

    [Test]
    public void The_newest_entry_is_the_one_to_compare_with()
    {
        Invoke(Manifests.Of(closure: "c1", manifest: Code("1", "1")));
        Invoke(Manifests.Of(closure: "c2", manifest: Code("2", "1")));
        foreach (var entry in Bench.Entries)
        {
            var age = File.ReadAllText(entry).Contains("\"closure\":\"c1\"", StringComparison.Ordinal) ? 2 : 1;
            File.SetLastWriteTimeUtc(entry, DateTime.UnixEpoch.AddDays(10 - age));
        }
        Assert.That(Reason(Manifests.Of(closure: "c3", manifest: Code("2", "3"))), Is.EqualTo("code changed: Split (Text.cs)"));
    }

    [TestCase("M:App.Text.Normalize(System.String)", "Normalize (a.cs)")]
    [TestCase("M:App.Text.Normalize``1(System.Collections.Generic.List{``0})", "Normalize (a.cs)")]
    [TestCase("M:App.Text.#ctor(System.Int32)", "Text (a.cs)")]
    [TestCase("M:App.Text.#cctor", "Text (a.cs)")]
    [TestCase("M:App.Text`1.get_Length", "Length (a.cs)")]
    [TestCase("M:Main", "M:Main (a.cs)")]
    [TestCase("", " (a.cs)")]
    public void Methods_are_shown_by_their_simple_name(string id, string shown) => Assert.That(new CodePart(id, "", "src/a.cs").ToString(), Is.EqualTo(shown));

    private ExternalIdentities Deployed() =>
        new(Directory.GetFiles(Bench.Root, "*.dll").Concat(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)),
            Path.TrimEndingDirectorySeparator(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory()));

    private void Invoke(MethodManifest manifest) => Reason(manifest);

    private string Reason(MethodManifest manifest, ExternalIdentities? externals = null)
    {
        new MemoizedMethod<string?>(manifest, Bench.Start(externals: externals)).Invoke(new TextCall("a", text => text));
        var line = Bench.LastLine;
        Assert.That(line, Does.StartWith("memo: miss   Pipeline.Clean(\"a\") 0.0 ms: "));
        return line["memo: miss   Pipeline.Clean(\"a\") 0.0 ms: ".Length..];
    }

    private static string Code(string normalize, string split) => $$"""
        {"schema":1,"assembly":"App","generator":"0.1.0","methods":[
        {"id":"M:App.Pipeline.Clean(System.String)","own":"c","closure":"","calls":["M:App.Text.Normalize(System.String)","M:Gone"],"file":"Pipeline.cs"},
        {"id":"M:App.Text.Normalize(System.String)","own":"{{normalize}}","closure":"","calls":["M:App.Text.Split``1","M:App.Pipeline.Clean(System.String)"],"file":"Normalize.cs"},
        {"id":"M:App.Text.Split``1","own":"{{split}}","closure":"","calls":[],"file":"Text.cs"},
        {"id":"M:App.Text.Unreached","own":"{{normalize}}{{split}}","closure":"","calls":[],"file":"Text.cs"}]}
        """;
}
