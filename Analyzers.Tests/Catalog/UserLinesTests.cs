using Memo.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Catalog;

/// <summary>What a line of MemoEffects.txt is about.</summary>
public sealed class UserLinesTests
{
    private static readonly Compilation Library = Reported.Compile(("Lib.cs", """
        namespace Lib.Deep
        {
            public class Meter
            {
                public int Field;
                public Meter() { }
                public int Value { get; set; }
                public int this[int i] => i;
                public event Action? Changed;
                public int Read() => 1;
                public int Read(int x) => x;
                public T Read<T>(T x) => x;
                public int ReadAll() => 1;
                public override string ToString() => "";
                public sealed class Inner { public int Read() => 1; }
            }
            public static class Box<T> { public static T Of(T x) => x; }
        }
        namespace LibOther { public static class Meter { public static int Read() => 1; } }
        """));

    [TestCase("N:Lib", "Read", "Value", "Changed", "Field", ".ctor", "this[]", "Inner.Read", "Box.Of")]
    [TestCase("N:Lib.*", "Read", "Value", "Changed", "Field", ".ctor", "this[]", "Inner.Read", "Box.Of")]
    [TestCase("N:Lib.Deep", "Read", "Value", "Box.Of")]
    [TestCase("T:Lib.Deep.*", "Read", "Value", "Inner.Read", "Box.Of")]
    [TestCase("T:Lib.Deep.Meter", "Read", "Value", "ToString", "Inner.Read")]
    [TestCase("T:Lib.Deep.Meter.*", "Read", "Value", "ToString", "Inner.Read")]
    [TestCase("M:Lib.Deep.Meter.*", "Read", "Value", "Field", "Inner.Read")]
    [TestCase("T:Lib.Deep.Meter.Inner", "Inner.Read")]
    [TestCase("T:Lib.Deep.Box`1", "Box.Of")]
    [TestCase("M:Lib.Deep.Box`1.Of(`0)", "Box.Of")]
    [TestCase("M:Lib.Deep.Meter.Read*", "Read")]
    [TestCase("M:Lib.Deep.Meter.#ctor", ".ctor")]
    [TestCase("P:Lib.Deep.Meter.Value", "Value")]
    [TestCase("M:Lib.Deep.Meter.get_Value", "Value")]
    [TestCase("P:Lib.Deep.Meter.Item(System.Int32)", "this[]")]
    [TestCase("P:Lib.Deep.Meter.Item*", "this[]")]
    [TestCase("F:Lib.Deep.Meter.Field", "Field")]
    [TestCase("E:Lib.Deep.Meter.Changed", "Changed")]
    public void An_id_is_about(string id, params string[] members)
    {
        var catalog = Loaded($"{id} = nondeterministic(clock)");
        Assert.That(catalog.Errors, Is.Empty);
        foreach (var member in members)
        {
            Assert.That(Callable(member).Select(catalog.Find), Is.All.Not.Null, member);
        }
    }

    [TestCase("N:Lib", "LibOther.Meter.Read")]
    [TestCase("N:Lib.Dee", "Lib.Deep.Meter.Read")]
    [TestCase("T:Lib.Deep.Mete", "Lib.Deep.Meter.Read")]
    [TestCase("T:Lib.Deep.Box", "Lib.Deep.Box`1.Of(`0)")]
    [TestCase("M:Lib.Deep.Meter.Read*", "Lib.Deep.Meter.ReadAll")]
    [TestCase("M:Lib.Deep.Meter.Read", "Lib.Deep.Meter.Read(System.Int32)")]
    [TestCase("P:Lib.Deep.Meter.Value", "Lib.Deep.Meter.get_Item(System.Int32)")]
    public void An_id_is_not_about_what_only_looks_like_it(string id, string member)
    {
        var catalog = Loaded($"{id} = pure");
        Assert.That(catalog.Errors, Is.Empty);
        var symbol = DocumentationCommentId.GetSymbolsForDeclarationId("M:" + member, Library);
        Assert.That(symbol, Has.Length.EqualTo(1));
        Assert.That(catalog.Find(symbol[0]), Is.Null);
    }

    [Test]
    public void The_most_specific_line_wins_whole()
    {
        var catalog = Loaded("""
            N:Lib.* = io(network)
            T:Lib.Deep.Meter = nondeterministic(clock), mutates-this
            M:Lib.Deep.Meter.Read* = ambient(meter)
            M:Lib.Deep.Meter.Read(System.Int32) = pure
            """);
        Assert.That(EffectOf(catalog, "M:Lib.Deep.Box`1.Of(`0)"), Is.EqualTo("network"));
        Assert.That(EffectOf(catalog, "M:Lib.Deep.Meter.ReadAll"), Is.EqualTo("clock"));
        Assert.That(EffectOf(catalog, "M:Lib.Deep.Meter.Read"), Is.EqualTo("meter"));
        Assert.That(EffectOf(catalog, "M:Lib.Deep.Meter.Read(System.Int32)"), Is.Null);
    }

    [Test]
    public void A_line_replaces_the_built_in_line_of_the_same_id()
    {
        var member = FrameworkMembers.Compilation.GetTypeByMetadataName("System.Guid")!.GetMembers("NewGuid").Single();
        Assert.That(EffectCatalog.Embedded.Find(member)!.Effects, Is.Not.Empty);
        Assert.That(Loaded("M:System.Guid.NewGuid = pure").Find(member)!.Effects, Is.Empty);
    }

    [Test]
    public void A_line_for_a_type_does_not_replace_a_built_in_line_for_its_member()
    {
        var member = FrameworkMembers.Compilation.GetTypeByMetadataName("System.Guid")!.GetMembers("NewGuid").Single();
        Assert.That(Loaded("T:System.Guid = pure").Find(member)!.Effects, Is.Not.Empty);
    }

    private static EffectCatalog Loaded(string text) => EffectCatalog.Load([("MemoEffects.txt", text)]);

    private static string? EffectOf(EffectCatalog catalog, string id) =>
        catalog.Find(DocumentationCommentId.GetSymbolsForDeclarationId(id, Library).Single())!.Effects.FirstOrDefault()?.Detail;

    // What a call binds to: methods, and accessors for properties and events.
    private static IEnumerable<ISymbol> Callable(string name)
    {
        var (type, member) = name.Split('.') is ["Inner" or "Box", var inner] && name[..name.IndexOf('.')] is var outer
            ? (outer == "Box" ? "Lib.Deep.Box`1" : "Lib.Deep.Meter+Inner", inner)
            : ("Lib.Deep.Meter", name);
        var found = Library.GetTypeByMetadataName(type)!.GetMembers(member);
        Assert.That(found, Is.Not.Empty, name);
        return found.SelectMany(symbol => symbol switch
        {
            IPropertySymbol property => new ISymbol?[] { property.GetMethod, property.SetMethod }.OfType<ISymbol>(),
            IEventSymbol e => new ISymbol?[] { e.AddMethod, e.RemoveMethod }.OfType<ISymbol>(),
            _ => [symbol],
        }).Where(symbol => name != "Value" || symbol.Name.StartsWith("get", StringComparison.Ordinal));
    }
}
